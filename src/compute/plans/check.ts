/** `targets check`: every version of every KPI as a tree, with what is wrong and how reachable it is. */
import { foldText } from '../../lib/fold-text.ts';
import type { DataSet } from '../../model/data-set.ts';
import { traitsOf } from '../../model/kpi-traits.ts';
import type { Period } from '../../model/period.ts';
import type { Problem } from '../../model/problem.ts';
import type { CheckedKpi, TargetCheck } from '../../model/target-check.ts';
import { UserError } from '../../problems/user-error.ts';
import { kpis } from '../kpis/index.ts';
import { findBrokenSums } from '../targets/broken-sums.ts';
import { dimensionNamesOf } from '../targets/dimension-names.ts';
import { findRepeats } from '../targets/repeats.ts';
import { TargetBook } from '../targets/target-book.ts';
import type { Version } from '../targets/versions.ts';
import { checkedNodes, spanOfVersion } from './check-tree.ts';
import { ReachOf } from './reach.ts';

export interface CheckRequest {
  readonly kpi: string | undefined;
  readonly period: Period | undefined;
}

/** Throws a UserError `plan/no-targets` where the files have none to check. */
export function checkPlan(data: DataSet, { kpi, period }: CheckRequest): TargetCheck {
  const book = new TargetBook(data.targets, undefined, dimensionNamesOf(data));
  const chosen = book.kpis.filter((id) => kpi === undefined || foldText(id) === foldText(kpi));
  if (chosen.length === 0) throw new UserError('plan/no-targets', { kpi: kpi ?? '' });
  const problems = distinct([
    ...data.problems,
    ...[...findRepeats(book), ...findBrokenSums(book)].map((found) => found.problem),
  ]);
  return {
    ok: problems.every(({ severity }) => severity !== 'error'),
    currency: data.currency,
    kpis: chosen.flatMap((id) => book.versionsOf(id).map((version) => checked(data, book, version, id, period))),
    problems,
  };
}

/** The same mistake may be found by the rules of the files and by the tree. */
function distinct(problems: readonly Problem[]): Problem[] {
  const byPlace = new Map(problems.map((found) => [JSON.stringify([found.code, found.place, found.params]), found]));
  return [...byPlace.values()];
}

function checked(data: DataSet, book: TargetBook, version: Version, id: string, asked: Period | undefined): CheckedKpi {
  const period = asked ?? spanOfVersion(version);
  const kpi = kpis.find((one) => one.id === id);
  const reach = new ReachOf(data, traitsOf(id)?.targets === 'sum' ? kpi : undefined);
  const nodes = checkedNodes(book, version, id, period).map((node) => {
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
    unit: traitsOf(id)?.unit ?? 'count',
    version: version.name,
    period,
    nodes,
    seasons: reach.seasons(months, period),
  };
}
