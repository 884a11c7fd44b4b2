/** `explain <kpi> <files…>`: files → a number, and the rows that are and are not in it. */
import { chooseKpis, kpiById } from '../compute/choose-kpis.ts';
import { type Computed, evaluateScope } from '../compute/evaluate.ts';
import { ownKpis } from '../compute/own/own-kpis.ts';
import { scopeOf } from '../compute/scope.ts';
import { traceKpi } from '../compute/trace/trace.ts';
import type { Explanation, SourceColumn } from '../model/explanation.ts';
import { basisOf } from '../model/kpi-basis.ts';
import type { OwnKpi } from '../model/own-kpi.ts';
import { aggregatesOf } from '../model/own-kpi.ts';
import { loadWithEarlier } from './evaluate.ts';
import { inputReports, type Understood } from './load.ts';
import type { ExplainFilesOptions } from './options.ts';
import { computeWith } from './settings.ts';
import { tool } from './version.ts';

/** Throws UserErrors, `kpi/unknown` among them with the nearest ids. */
export async function explainFiles(
  id: string,
  paths: readonly string[],
  options: ExplainFilesOptions,
): Promise<Explanation> {
  const compute = computeWith(options.settings, options.compute);
  const own = compute.ownKpis ?? [];
  // A wrong name is told before a file is read.
  kpiById(id, ownKpis(own, compute.fiscalYearStart));
  const loaded = await loadWithEarlier(paths, options, (understood) => columnsOf(understood));
  const [kpi] = chooseKpis([id], loaded.data, ownKpis(own, compute.fiscalYearStart));
  const scope = scopeOf(loaded.data, { ...compute, kpis: [id], by: [] });
  const { inPeriod, ...computed } = evaluateScope(scope, {});
  const names = compute.by?.[0];
  const traced = kpi ? traceKpi(scope, kpi, names) : { groups: [], excluded: [] };
  return {
    ...kept({ ...computed, inPeriod }),
    ...traced,
    tool,
    lang: options.lang ?? 'en',
    config: options.settings ? { ...options.settings.source, unused: options.settings.unused } : null,
    options: options.given ?? {},
    inputs: inputReports(loaded, inPeriod),
    kpi: id,
    ownKpis: own,
    columns: sourcesOf(id, own, loaded.seen),
  };
}

function kept({ ok, draft, currency, asOf, period, compare, notComputed, problems }: Computed) {
  return { ok, draft, currency, asOf, period, compare, notComputed, problems };
}

type Found = Omit<SourceColumn, 'notHeading'>;

/** All columns that were taken for a field. */
function columnsOf({ recognised: { tables } }: Understood): Found[] {
  return tables.flatMap(({ raw, mapping }) => {
    const dataset = mapping.dataset === 'order-lines' ? 'orders' : mapping.dataset;
    if (dataset === null) return [];
    return mapping.columns.flatMap(({ index, field, heading }) =>
      field === null
        ? []
        : [{ field: `${dataset}.${field}`, file: raw.file, sheet: raw.sheet, column: index + 1, heading }],
    );
  });
}

/** Fields that stand in for one another; without orders, won deals are the sales. */
const insteadOf: Readonly<Record<string, readonly string[]>> = {
  'orders.orderDate': ['deals.closeDate'],
  'orders.amount': ['orders.amountExTax', 'deals.amount'],
  'orders.customerId': ['deals.customerId'],
  'orders.customerName': ['deals.customerName'],
};

/** The columns that a KPI needs: of names of which one is enough the first that is there. */
function sourcesOf(id: string, own: readonly OwnKpi[], found: readonly Found[]): SourceColumn[] {
  return needsOf(id, own).flatMap((need) => {
    const names = need.split('|');
    const fields = [...names, ...names.flatMap((name) => insteadOf[name] ?? [])];
    const there = fields.filter((name) => found.some(({ field }) => field === name));
    const [first] = there;
    const other = names.find((name) => name !== first && there.includes(name));
    return found
      .filter(({ field }) => field === first)
      .map((column) => ({ ...column, notHeading: besides(column, other, found) }));
  });
}

/** The heading of another field in the same table. */
function besides({ file, sheet }: Found, field: string | undefined, found: readonly Found[]): string | null {
  return found.find((one) => one.field === field && one.file === file && one.sheet === sheet)?.heading ?? null;
}

function needsOf(id: string, own: readonly OwnKpi[]): readonly string[] {
  const declared = own.find((kpi) => kpi.id === id);
  if (declared === undefined) return basisOf(id)?.needs ?? basisOf(id.replace(/-growth$/, ''))?.needs ?? [];
  const needs = aggregatesOf(declared.formula).flatMap(({ dataset, field, date, where }) =>
    [field, date, ...where.map((condition) => condition.field)].map((name) => `${dataset}.${name}`),
  );
  return [...new Set(needs)];
}
