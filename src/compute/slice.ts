/** Rows of one stream in groups: what every kernel runs over. */
import type { Period } from '../model/period.ts';
import type { Cut, GroupsOfRows } from './cut.ts';
import { type Population, stretchOf } from './population.ts';

export interface Slice {
  readonly population: Population;
  /** The groups that it shows, for the rows of other streams in them. */
  readonly cut: Cut;
  readonly groupCount: number;
  /** Rows of group g: `rows[starts[g]]` … `rows[starts[g + 1] - 1]`. */
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
  periodOf(group: number): Period;
  /** The group of money that moved on `day` for row `row` (-1: no row), or -1 where it is in none. */
  groupAt(row: number, day: number): number;
}

function isWithin(day: number, { start, end }: Period): boolean {
  return day >= start && day <= end;
}

/** One group: all rows of the period. */
export function wholeSlice(population: Population, period: Period, cut: Cut): Slice {
  const [from, to] = stretchOf(population, period);
  const rows = population.rows.subarray(from, to);
  return {
    population,
    cut,
    groupCount: 1,
    rows,
    starts: Uint32Array.of(0, rows.length),
    periodOf: () => period,
    groupAt: (_, day) => (isWithin(day, period) ? 0 : -1),
  };
}

/** One group for each of `periods`, which follow one another without gaps: their rows are one stretch. */
export function periodSlice(population: Population, periods: readonly Period[], cut: Cut): Slice {
  const stretches = periods.map((period) => stretchOf(population, period)).filter(([from, to]) => to > from);
  const rows = population.rows.subarray(stretches[0]?.[0] ?? 0, stretches.at(-1)?.[1] ?? 0);
  const starts = new Uint32Array(periods.length + 1);
  for (const [group, period] of periods.entries()) {
    const [from, to] = stretchOf(population, period);
    starts[group + 1] = (starts[group] ?? 0) + to - from;
  }
  return {
    population,
    cut,
    groupCount: periods.length,
    rows,
    starts,
    periodOf: cut.periodOf,
    groupAt: (_, day) => periods.findIndex((period) => isWithin(day, period)),
  };
}

/** The rows of the period by group. */
export function groupSlice(
  population: Population,
  period: Period,
  { groupOf, orphans }: GroupsOfRows,
  cut: Cut,
): Slice {
  const groups = population.inOrder(groupOf);
  const { groupCount } = cut;
  const [from, to] = stretchOf(population, period);
  const starts = new Uint32Array(groupCount + 1);
  for (let row = from; row < to; row++) {
    const group = groups[row] ?? 0;
    starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  }
  for (let g = 1; g <= groupCount; g++) starts[g] = (starts[g] ?? 0) + (starts[g - 1] ?? 0);
  const next = starts.slice();
  const rows = new Uint32Array(to - from);
  for (let row = from; row < to; row++) {
    const group = groups[row] ?? 0;
    const place = next[group] ?? 0;
    rows[place] = row;
    next[group] = place + 1;
  }
  return {
    population,
    cut,
    groupCount,
    rows,
    starts,
    periodOf: cut.periodOf,
    groupAt: (row, day) => (isWithin(day, period) ? (groups[row] ?? orphans) : -1),
  };
}

/** Calls `visit` with each group's stretch of `slice.rows`. */
export function mapGroups<Result>(
  { groupCount, starts }: Slice,
  visit: (from: number, to: number, group: number) => Result,
): Result[] {
  const results: Result[] = [];
  for (let group = 0; group < groupCount; group++) {
    results.push(visit(starts[group] ?? 0, starts[group + 1] ?? 0, group));
  }
  return results;
}
