/** One node of a targets file in one period: what is stated, and what its parts add up to. */
import { compare, type Decimal, subtract } from '../../lib/decimal.ts';
import { type Period, periodsBetween } from '../../model/period.ts';
import type { CheckLine } from '../../model/target-check.ts';
import type { Adding } from '../targets/cuts.ts';
import { type Filled, fill, type Timeline } from '../targets/tiles.ts';

/** `parts`: what the nodes below add up to in a period; null where there are none. */
export function lineOf(
  timeline: Timeline | null,
  parts: (period: Period) => Filled | null,
  period: Period,
  adding: Adding,
): CheckLine {
  const exact = timeline?.byPeriod.get(`${period.start} ${period.end}`);
  const printed = exact === undefined || exact.isAmbiguous ? null : exact.value;
  const inTime = timeline && adding.time ? wholeOf(fill(shorterThan(timeline, period), period, true), period) : null;
  const below = adding.parts ? wholeOf(parts(period), period) : null;
  const stated = printed ?? inTime;
  // Shorter periods that are all that is stated are no check of themselves.
  const sums = [below, printed === null ? null : inTime].filter((sum) => sum !== null);
  const sum = sums.find((one) => stated !== null && compare(one, stated) !== 0) ?? sums[0] ?? null;
  return { period, stated, sum, difference: stated === null || sum === null ? null : subtract(stated, sum) };
}

/** Parts that leave months out say nothing against the whole. */
function wholeOf(filled: Filled | null, { start, end }: Period): Decimal | null {
  if (filled === null || filled.isAmbiguous) return null;
  const months = periodsBetween(start, end, 'month');
  return months.every(({ id }) => filled.months.has(id)) ? filled.value : null;
}

function shorterThan(timeline: Timeline, { start, end }: Period): Timeline {
  const tiles = timeline.tiles.filter((tile) => tile.period.end - tile.period.start < end - start);
  const byPeriod = new Map([...timeline.byPeriod].filter(([key]) => key !== `${start} ${end}`));
  return { ...timeline, tiles, byPeriod };
}
