/** Our results as lines. */
import { load } from '../../src/app/load.ts';
import { evaluateDataSet } from '../../src/compute/evaluate.ts';
import { type Decimal, toText } from '../../src/lib/decimal.ts';
import type { KpiResult } from '../../src/model/evaluation.ts';
import { breakdowns, grains, type Line, lineOf } from './lines.ts';

const ids: ReadonlySet<string> = new Set([
  'revenue',
  'net-revenue',
  'orders',
  'units',
  'average-order-value',
  'discount-rate',
  'gross-margin',
  'active-customers',
  'new-customers',
  'revenue-per-customer',
]);

/** Those that need a period before: `all` has none. */
const needBefore: ReadonlySet<string> = new Set([
  'repeat-purchase-rate',
  'returning-customer-rate',
  'reactivated-customers',
  'customer-retention',
  'customer-churn',
  'net-revenue-retention',
  'gross-revenue-retention',
]);

export async function ourLines(path: string): Promise<readonly Line[]> {
  const { data } = await load([path], {});
  const trends = grains.flatMap((grain) =>
    evaluateDataSet(data, { period: 'all', by: [], grain, lookback: 0 }).trend.flatMap(({ period, kpis }) =>
      linesOf(`trend ${grain}`, period, kpis),
    ),
  );
  const cuts = breakdowns.flatMap(({ period, by }) =>
    evaluateDataSet(data, { period, by: [by], lookback: 0, compare: 'none' }).breakdown.flatMap((entry) =>
      linesOf(`${period} by ${by.join(',')}`, Object.values(entry.by).join(','), entry.kpis),
    ),
  );
  return [...trends, ...cuts];
}

function linesOf(scope: string, group: string, kpis: readonly KpiResult[]): Line[] {
  // A member without rows in the period is listed with zeros; GROUP BY does not know of it.
  if (kpis.every(({ rows }) => rows === 0)) return [];
  const isAsked = (id: string) => ids.has(id) || (needBefore.has(id) && !scope.startsWith('all '));
  return kpis.filter(({ id }) => isAsked(id)).map((kpi) => lineOf(scope, group, kpi.id, resultText(kpi)));
}

/** Ratios by their parts, which are exact; of a velocity's quotient the parts may be cut down. */
export function resultText({ id, actual, numerator, denominator }: KpiResult): string {
  if (denominator === null || id === 'sales-velocity') return textOf(actual);
  return `${textOf(numerator)}/${textOf(denominator)}`;
}

function textOf(value: Decimal | null): string {
  return value === null ? 'null' : toText(value);
}
