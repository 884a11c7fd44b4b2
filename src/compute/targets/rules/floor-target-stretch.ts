/** Floor ≤ target ≤ stretch; for KPIs of which less is better the other way round. */
import { compare, toText } from '../../../lib/decimal.ts';
import { groupBy } from '../../../lib/group-by.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import type { TargetBook } from '../target-book.ts';
import { type Found, nameOf, othersThan, type Reviewed, rowKey, unitOf } from './rule.ts';

type Kind = Target['kind'];

const order: readonly (readonly [Kind, Kind])[] = [
  ['floor', 'target'],
  ['target', 'stretch'],
  ['floor', 'stretch'],
];

interface Pair {
  readonly lower: Target;
  readonly upper: Target;
}

export function findDisorder({ all, book }: Reviewed): Found[] {
  if (all.every(({ kind }) => kind === 'target')) return [];
  const groups = groupBy(all, (target) =>
    JSON.stringify([unitOf(target), target.kpi, target.version, target.effectiveFrom, target.period.id]),
  );
  const found = [...groups.values()].flatMap((same) => foundOf(disordered(same, book)));
  return [...groupBy(found, ({ problem: { place } }) => rowKey(place)).values()].flatMap((row) => row.slice(0, 1));
}

function disordered(same: readonly Target[], book: TargetBook): Pair[] {
  const of = (kind: Kind) => same.find((target) => target.kind === kind);
  return order.flatMap(([low, high]) => {
    const [lower, upper] = [of(low), of(high)];
    if (lower === undefined || upper === undefined) return [];
    const sign = book.traitsOf(lower.kpi)?.better === 'lower' ? -1 : 1;
    return compare(lower.value, upper.value) * sign > 0 ? [{ lower, upper }] : [];
  });
}

/** The one of the three that stands in both wrong pairs; of one wrong pair the bound, not the target. */
function foundOf(pairs: readonly Pair[]): Found[] {
  const [first, second] = pairs;
  if (first === undefined) return [];
  const cells = [first.lower, first.upper];
  const shared = second && cells.find((target) => target === second.lower || target === second.upper);
  const wrong = shared ?? cells.find(({ kind }) => kind !== 'target') ?? first.lower;
  const params = {
    name: nameOf(wrong) || wrong.kpi,
    period: wrong.period.id,
    lower: toText(first.lower.value),
    upper: toText(first.upper.value),
  };
  const related = othersThan(
    wrong.place,
    pairs.flatMap(({ lower, upper }) => [lower.place, upper.place]),
  );
  const extras = { value: toText(wrong.value), related };
  return [{ problem: problem('targets/floor-target-stretch', wrong.place, params, extras), of: wrong.period }];
}
