/** Targets of one node or key laid out over time, and which of them fill a period without overlapping. */
import { add, compare, type Decimal, zero } from '../../lib/decimal.ts';
import { groupBy } from '../../lib/group-by.ts';
import { liesIn, type Period, periodOf, periodsBetween } from '../../model/period.ts';
import type { Target } from '../../model/target.ts';

/** One stretch of time with its target. */
export interface Tile {
  readonly period: Period;
  readonly value: Decimal;
  /** Stated twice with different values: no value can be given. */
  readonly isAmbiguous: boolean;
  readonly targets: readonly Target[];
  /** Ids of the months it covers; daily and weekly targets are judged by month. */
  readonly months: readonly string[];
}

/** What tiles within a period add up to. */
export interface Filled {
  readonly value: Decimal;
  readonly isAmbiguous: boolean;
  readonly months: ReadonlySet<string>;
  /** One target of exactly this period. */
  readonly isExact: boolean;
  /** Not all of the parts cover the same months. */
  readonly isPatchy: boolean;
  readonly tiles: readonly Tile[];
}

/** All tiles of a node or key, arranged for looking up. */
export interface Timeline {
  /** The longest first, then in time. */
  readonly tiles: readonly Tile[];
  /** Days and weeks gathered by month (a week belongs to the month of its Thursday). */
  readonly buckets: readonly Tile[];
  /** By start and end. */
  readonly byPeriod: ReadonlyMap<string, Tile>;
}

export function timelineOf(targets: readonly Target[], isNode: boolean): Timeline {
  const byPeriod = groupBy(targets, ({ period }) => periodKey(period));
  const tiles = [...byPeriod.values()].map((same) => tileOf(same, isNode)).sort(longestFirst);
  return {
    tiles: tiles.filter(({ period }) => !isShort(period)),
    buckets: bucketsOf(tiles.filter(({ period }) => isShort(period))),
    byPeriod: new Map(tiles.map((tile) => [periodKey(tile.period), tile])),
  };
}

function periodKey({ start, end }: Period): string {
  return `${start} ${end}`;
}

/** A node states its target once (equal repeats count once), rows of a key add up. */
function tileOf(targets: readonly Target[], isNode: boolean): Tile {
  const [first] = targets;
  if (first === undefined) throw new RangeError('a tile has a target');
  const { period } = first;
  const isAmbiguous = isNode && targets.some(({ value }) => compare(value, first.value) !== 0);
  const value = isNode ? first.value : targets.reduce((total, target) => add(total, target.value), zero);
  return { period, value, isAmbiguous, targets, months: monthsOf(period) };
}

function monthsOf(period: Period): string[] {
  if (period.grain === 'week') return [periodOf(period.start + 3, 'month').id];
  return periodsBetween(period.start, period.end, 'month').map(({ id }) => id);
}

function isShort({ grain }: Period): boolean {
  return grain === 'day' || grain === 'week';
}

function longestFirst(a: Tile, b: Tile): number {
  return b.period.end - b.period.start - (a.period.end - a.period.start) || a.period.start - b.period.start;
}

function bucketsOf(tiles: readonly Tile[]): Tile[] {
  const months = new Map<string, { tiles: Tile[]; month: Period }>();
  for (const tile of tiles) {
    const month = periodOf(anchorOf(tile.period), 'month');
    const known = months.get(month.id);
    if (known) known.tiles.push(tile);
    else months.set(month.id, { tiles: [tile], month });
  }
  return [...months.values()].map(({ tiles: parts, month }) => ({
    period: month,
    value: parts.reduce((total, part) => add(total, part.value), zero),
    isAmbiguous: parts.some((part) => part.isAmbiguous),
    targets: parts.flatMap(({ targets }) => targets),
    months: [month.id],
  }));
}

/** The day that says to which month, quarter or year a short period belongs: of a week its Thursday. */
function anchorOf({ grain, start }: Period): number {
  return grain === 'week' ? start + 3 : start;
}

/**
 * The targets that fill `period`: one of exactly its days, else (where they may be added) the longest that lie within it
 * and do not overlap. Null where there is none.
 */
export function fill(timeline: Timeline, period: Period, mayAdd: boolean): Filled | null {
  const exact = timeline.byPeriod.get(periodKey(period));
  if (exact) return filledBy([exact], true);
  if (!mayAdd) return null;
  const chosen: Tile[] = [];
  // Days never overlap one another: only what is longer can stand in their way.
  const longer: Tile[] = [];
  for (const tile of candidates(timeline, period)) {
    if (!isWithin(tile.period, period)) continue;
    const isFree = longer.every(({ period: { start, end } }) => tile.period.end < start || tile.period.start > end);
    if (!isFree) continue;
    chosen.push(tile);
    if (tile.period.grain !== 'day') longer.push(tile);
  }
  return chosen.length === 0 ? null : filledBy(chosen, false);
}

/** What the shorter targets within a longer one, of fewer than `days` days, add up to; null where there are none. */
export function finerThan(timeline: Timeline, { period }: Tile, days: number): Filled | null {
  const limit = Math.min(days, period.end - period.start);
  const finer = timeline.tiles.filter((tile) => tile.period.end - tile.period.start < limit);
  return fill({ ...timeline, tiles: finer, byPeriod: new Map() }, period, true);
}

function candidates({ tiles, buckets, byPeriod }: Timeline, period: Period): Iterable<Tile> {
  const isMonths =
    periodOf(period.start, 'month').start === period.start && periodOf(period.end, 'month').end === period.end;
  const short = isMonths ? buckets : [...byPeriod.values()].filter((tile) => isShort(tile.period));
  return [...tiles, ...short];
}

function isWithin(tile: Period, period: Period): boolean {
  const anchor = anchorOf(tile);
  if (isShort(tile)) return anchor >= period.start && anchor <= period.end;
  return liesIn(tile, period);
}

function filledBy(tiles: readonly Tile[], isExact: boolean): Filled {
  return {
    value: tiles.reduce((total, tile) => add(total, tile.value), zero),
    isAmbiguous: tiles.some((tile) => tile.isAmbiguous),
    months: new Set(tiles.flatMap(({ months }) => months)),
    isExact,
    isPatchy: false,
    tiles,
  };
}

/** Parts added up; null where there are none. */
export function together(parts: readonly (Filled | null)[]): Filled | null {
  const [first, ...rest] = parts.filter((part) => part !== null);
  if (first === undefined || parts.length === 1) return first ?? null;
  const all = [first, ...rest];
  return {
    value: all.reduce((total, part) => add(total, part.value), zero),
    isAmbiguous: all.some((part) => part.isAmbiguous),
    months: new Set(all.flatMap(({ months }) => [...months])),
    isExact: all.every((part) => part.isExact),
    isPatchy: isPatchy(all) || parts.includes(null),
    tiles: all.flatMap(({ tiles }) => tiles),
  };
}

function isPatchy(parts: readonly Filled[]): boolean {
  const months = new Set(parts.flatMap((part) => [...part.months]));
  return parts.some((part) => part.isPatchy || part.months.size < months.size);
}
