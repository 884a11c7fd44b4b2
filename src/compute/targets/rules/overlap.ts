/** Periods of one node that cover the same days without one lying in the other. */
import { groupBy } from '../../../lib/group-by.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { overlaps } from '../versions.ts';
import { type Found, nameOf, type Reviewed, unitOf } from './rule.ts';

export function findOverlaps({ all }: Reviewed): Found[] {
  const long = all.filter(({ period }) => period.grain === 'range' || period.grain === 'month');
  const units = groupBy(long, (target) =>
    JSON.stringify([unitOf(target), target.kpi, target.kind, target.version, target.effectiveFrom]),
  );
  return [...units.values()].flatMap((same) => {
    if (!same.some(({ period }) => period.grain === 'range')) return [];
    const sorted = same.toSorted((a, b) => a.period.start - b.period.start || b.period.end - a.period.end);
    return sorted.flatMap((later, i) => {
      const earlier = sorted.slice(0, i).find((one) => isCrossing(one, later));
      return earlier === undefined ? [] : [foundOf(earlier, later)];
    });
  });
}

function isCrossing({ period: a }: Target, { period: b }: Target): boolean {
  const isNested = (a.start <= b.start && a.end >= b.end) || (b.start <= a.start && b.end >= a.end);
  return overlaps(a, b) && !isNested;
}

function foundOf(earlier: Target, later: Target): Found {
  const params = { name: nameOf(later) || later.kpi, first: earlier.period.id, second: later.period.id };
  return {
    problem: problem('targets/overlap', later.place, params, { related: [earlier.place] }),
    of: later.period,
  };
}
