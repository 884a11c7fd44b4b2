/** The targets of a file as budgets to split: the deepest nodes and the shortest periods that they are stated for. */
import type { Decimal } from '../../lib/decimal.ts';
import { foldName } from '../../lib/fold-text.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { Period } from '../../model/period.ts';
import { liesIn } from '../../model/period.ts';
import type { Target } from '../../model/target.ts';
import { overlaps } from '../targets/versions.ts';
import { byPath, keyOf, type Path } from './paths.ts';

export interface Budget {
  readonly path: Path;
  readonly period: Period;
  readonly amount: Decimal;
}

/** Of targets that say the same money twice (a year and its quarters, a region and its people) the finest are taken. */
export function statedBudgets(
  targets: readonly Target[],
  kpi: string,
  dimensions: readonly string[],
  period: Period | null,
): Budget[] {
  const budgets = targets.flatMap((target): Budget[] => {
    const isWanted = target.kpi === kpi && target.kind === 'target' && (!period || liesIn(target.period, period));
    const path = isWanted ? pathOf(target, dimensions) : null;
    return path === null ? [] : [{ path, period: target.period, amount: target.value }];
  });
  const distinct = new Map(budgets.map((budget) => [`${keyOf(budget.path)} ${budget.period.id}`, budget]));
  const all = [...distinct.values()].sort((a, b) => byPath(a.path, b.path) || a.period.start - b.period.start);
  const shortest = [...groupBy(all, ({ path }) => keyOf(path)).values()].flatMap((own) =>
    own.filter((one) => !own.some((other) => isPartOf(other, one))),
  );
  const deepest = Math.max(-1, ...shortest.map(({ path }) => path.length));
  return shortest.filter(({ path }) => path.length === deepest);
}

/** Of one node a shorter period within. */
function isPartOf(other: Budget, { period }: Budget): boolean {
  const isShorter = other.period.end - other.period.start < period.end - period.start;
  return isShorter && overlaps(other.period, period);
}

/** Values of the dimensions from the top without a gap; null for a target that other dimensions tell apart. */
function pathOf({ keys }: Target, dimensions: readonly string[]): Path | null {
  const known = new Map([...keys].map(([name, value]) => [foldName(name), value]));
  const path = dimensions.map((name) => known.get(foldName(name)) ?? '');
  const depth = path.includes('') ? path.indexOf('') : path.length;
  const isOther = path.slice(depth).some((value) => value !== '');
  const named = new Set(dimensions.map(foldName));
  return isOther || [...known].some(([name, value]) => value !== '' && !named.has(name)) ? null : path.slice(0, depth);
}
