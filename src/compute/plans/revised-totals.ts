/** Totals of the new version: they move by what their parts move. */
import { add, type Decimal, signOf, subtract, sum, zero } from '../../lib/decimal.ts';
import { groupBy } from '../../lib/group-by.ts';
import { liesIn } from '../../model/period.ts';
import type { Target } from '../../model/target.ts';
import { targetsBelow, type Whose } from './within.ts';

/** A target of the new version: what it was, and its value now. */
export interface Renewed {
  readonly target: Target;
  readonly value: Decimal;
  /** Not the total of others. */
  readonly isLeaf: boolean;
}

/** Totals move by what their parts move, in one cut: the organisation's where there is one. */
export function withTotals(
  values: readonly Renewed[],
  stated: ReadonlyMap<Target, Decimal>,
  whose: (target: Target) => Whose,
): Renewed[] {
  const leaves = new Map(
    values.filter(({ isLeaf, target }) => isLeaf && target.kind === 'target').map((one) => [one.target, one]),
  );
  const byNode = groupBy(leaves.keys(), whose);
  const below = new Map<Whose, readonly Target[]>();
  return values.map((one): Renewed => {
    if (one.isLeaf || stated.has(one.target)) return one;
    const own = whose(one.target);
    const parts = below.get(own) ?? oneCut([...(byNode.get(own) ?? []), ...targetsBelow(own, byNode)], whose);
    below.set(own, parts);
    const within = parts.filter(({ period }) => liesIn(period, one.target.period));
    const moved = within.map((target) => subtract(leaves.get(target)?.value ?? target.value, target.value));
    const value = add(one.target.value, sum(moved));
    return { ...one, value: signOf(value) < 0 ? zero : value };
  });
}

/** Cuts say the same money again: the parts of the one with the fewest dimensions. */
function oneCut(parts: readonly Target[], whose: (target: Target) => Whose): Target[] {
  const cut = parts.map((target) => whose(target).cut).sort((a, b) => a.length - b.length)[0];
  return parts.filter((target) => whose(target).cut === cut);
}
