/** The weights of a person's KPIs make 100 %. */
import {
  add,
  compare,
  type Decimal,
  decimal,
  multiply,
  negate,
  signOf,
  subtract,
  sum,
  toText,
  trim,
} from '../../../lib/decimal.ts';
import { groupBy } from '../../../lib/group-by.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { cellKey, type Found, nameOf, othersThan, type Reviewed, unitOf } from './rule.ts';

const [zero, whole, hundred, tolerance] = [decimal(0), decimal(1), decimal(100), decimal(1, 2)];
/** Sums below this are meant as shares, above as percents. */
const shareLimit = decimal(3);

export function findWrongWeights({ all }: Reviewed): Found[] {
  const weighted = all.filter(
    ({ weight, kind, cells }) => weight !== null && kind === 'target' && cells.weight !== null,
  );
  const groups = [
    ...groupBy(weighted, (target) => JSON.stringify([unitOf(target), target.version, target.period.id])).values(),
  ].filter((group) => new Set(group.map(({ kpi }) => kpi)).size > 1);
  const usual = usualWeights(groups);
  const found = groups.flatMap((group) => foundOf(distinctCells(group), usual));
  // A wide row has one weight for all its periods.
  return [...groupBy(found, ({ problem: { place } }) => cellKey(place)).values()].flatMap((same) => same.slice(0, 1));
}

function distinctCells(group: readonly Target[]): Target[] {
  return [...new Map(group.map((target) => [cellKey(target.cells.weight ?? target.place), target])).values()];
}

function usualWeights(groups: readonly (readonly Target[])[]): Map<string, string> {
  const counts = groupBy(groups.flat(), ({ kpi }) => kpi);
  return new Map(
    [...counts].map(([kpi, targets]) => {
      const byWeight = [...groupBy(targets, weightText)].toSorted(([, a], [, b]) => b.length - a.length);
      return [kpi, byWeight[0]?.[0] ?? ''];
    }),
  );
}

function weightText({ weight }: Target): string {
  return toText(trim(weight ?? zero));
}

function foundOf(group: readonly Target[], usual: ReadonlyMap<string, string>): Found[] {
  const total = sum(group.map(({ weight }) => weight ?? zero));
  const percent = compare(total, shareLimit) < 0 ? multiply(total, hundred) : total;
  if (compare(size(subtract(percent, hundred)), tolerance) <= 0) return [];
  const unusual = group.filter((target) => usual.get(target.kpi) !== weightText(target));
  const wrong = unusual.length === 1 ? unusual[0] : (mixed(group) ?? group.at(-1));
  const place = wrong?.cells.weight;
  if (wrong === undefined || place == null) return [];
  const related = othersThan(
    place,
    group.flatMap(({ cells }) => cells.weight ?? []),
  );
  const params = { name: nameOf(wrong), period: wrong.period.id, sum: toText(trim(percent)) };
  return [
    { problem: problem('targets/weights', place, params, { value: weightText(wrong), related }), of: wrong.period },
  ];
}

/** A share among percents, or the other way. */
function mixed(group: readonly Target[]): Target | undefined {
  const [shares, percents] = [group.filter(isShare), group.filter((target) => !isShare(target))];
  if (shares.length === 1 && percents.length > 1) return shares[0];
  return percents.length === 1 && shares.length > 1 ? percents[0] : undefined;
}

function isShare({ weight }: Target): boolean {
  return compare(weight ?? zero, whole) <= 0;
}

function size(value: Decimal): Decimal {
  return signOf(value) < 0 ? negate(value) : add(value, zero);
}
