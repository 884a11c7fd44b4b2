/** `targets check`: every version of every KPI as a tree, with what is wrong and how reachable it is. */
import { foldText } from '../../lib/fold-text.ts';
import type { DataSet } from '../../model/data-set.ts';
import { formatDay } from '../../model/day.ts';
import type { Period } from '../../model/period.ts';
import type { CheckedKpi, TargetCheck } from '../../model/target-check.ts';
import { UserError } from '../../problems/user-error.ts';
import { kpis } from '../kpis/index.ts';
import { ownKpis } from '../own/own-kpis.ts';
import { dimensionNamesOf } from '../targets/dimension-names.ts';
import { withTargetVersion } from '../targets/one-version.ts';
import { reviewPlan } from '../targets/review.ts';
import { TargetBook } from '../targets/target-book.ts';
import { type Version, versionFor } from '../targets/versions.ts';
import { checkedNodes, spanOfTargets } from './check-tree.ts';
import { ReachOf } from './reach.ts';

export interface CheckRequest {
  readonly kpi: string | undefined;
  readonly period: Period | undefined;
  /** `--target-version`; undefined: the one in force when the period begins. */
  readonly version?: string | undefined;
  /** First month of the fiscal year. */
  readonly fiscalYearStart?: number | undefined;
}

/**
 * A slip shows once, with its problem: the tree is of the targets as meant. Remarks are for `validate`. Throws a UserError `plan/no-targets` where the files have none.
 */
export function checkPlan(given: DataSet, { kpi, period, version: asked, fiscalYearStart }: CheckRequest): TargetCheck {
  const data = withTargetVersion(given, asked);
  const { problems: found, meant } = reviewPlan(data);
  const book = new TargetBook(meant, { nameOf: dimensionNamesOf(data), ownKpis: data.ownKpis });
  const chosen = book.kpis.filter((id) => kpi === undefined || foldText(id) === foldText(kpi));
  if (chosen.length === 0) throw new UserError('plan/no-targets', { kpi: kpi ?? '' });
  const problems = [...data.problems, ...found.filter(({ severity }) => severity !== 'info')];
  return {
    ok: problems.every(({ severity }) => severity !== 'error'),
    currency: data.currency,
    kpis: chosen.flatMap((id) => checkedVersions(data, book, id, { period, fiscalYearStart })),
    problems,
  };
}

type Asked = Pick<CheckRequest, 'period' | 'fiscalYearStart'>;

/** The version in force at the start of the period; all of them where nothing tells which that is. */
function checkedVersions(data: DataSet, book: TargetBook, id: string, request: Asked): CheckedKpi[] {
  const versions = book.versionsOf(id);
  const asked = request.period;
  const period = asked ?? spanOfTargets(versions.flatMap(({ targets }) => targets));
  const found = versionFor(versions, period);
  const shown = found === undefined || 'length' in found ? (found ?? versions) : [found];
  return shown.map((version) => {
    const others = versions.flatMap((other) => (shown.includes(other) ? [] : [nameOf(other)]));
    return {
      ...checked(data, book, version, id, { ...request, period: versions.length === 1 ? asked : period }),
      others,
    };
  });
}

function nameOf({ name, effectiveFrom }: Version): string {
  return name ?? (effectiveFrom === null ? '' : formatDay(effectiveFrom));
}

function checked(data: DataSet, book: TargetBook, version: Version, id: string, request: Asked) {
  const period = request.period ?? spanOfTargets(version.targets);
  const traits = book.traitsOf(id);
  const kpi = [...kpis, ...ownKpis(data.ownKpis)].find((one) => one.id === id);
  const reach = new ReachOf(data, traits?.targets === 'sum' ? kpi : undefined);
  const nodes = checkedNodes(book, version, id, period, request.fiscalYearStart).map((node) => {
    const target = node.whole.stated ?? node.whole.sum;
    return {
      ...node,
      reach: reach.reach(target, node.keys, period),
      pipeline: reach.pipeline(target, node.keys, period),
    };
  });
  const months = (nodes[0]?.lines ?? []).map((line) => ({ period: line.period, target: line.stated ?? line.sum }));
  return {
    kpi: id,
    unit: traits?.unit ?? 'count',
    version: version.name,
    period,
    nodes,
    seasons: reach.seasons(months, period),
  };
}
