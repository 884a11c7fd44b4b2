/** Rows in groups: what every kernel runs over. Groups are parts of a period (reps) or periods themselves (months). */
import type { Period } from '../model/period.ts';
import { type Population, stretchOf } from './population.ts';

export interface Slice {
  readonly population: Population;
  readonly groupCount: number;
  /** Rows of group g: `rows[starts[g]]` … `rows[starts[g + 1] - 1]`. */
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
  periodOf(group: number): Period;
  /** The group of money that moved on `day` for fact row `row` (-1: no row), or -1 where it is in none. */
  groupAt(row: number, day: number): number;
}

function isWithin(day: number, { start, end }: Period): boolean {
  return day >= start && day <= end;
}

/** One group: all rows of the period. */
export function wholeSlice(population: Population, period: Period): Slice {
  const [from, to] = stretchOf(population, period);
  const rows = population.rows.subarray(from, to);
  return {
    population,
    groupCount: 1,
    rows,
    starts: Uint32Array.of(0, rows.length),
    periodOf: () => period,
    groupAt: (_, day) => (isWithin(day, period) ? 0 : -1),
  };
}

/** One group for each of `periods`, which follow one another without gaps. */
export function periodSlice(population: Population, periods: readonly Period[], whole: Period): Slice {
  const stretches = periods.map((period) => stretchOf(population, period));
  const size = stretches.reduce((total, [from, to]) => total + to - from, 0);
  const rows = new Uint32Array(size);
  const starts = new Uint32Array(periods.length + 1);
  let next = 0;
  for (const [group, [from, to]] of stretches.entries()) {
    rows.set(population.rows.subarray(from, to), next);
    next += to - from;
    starts[group + 1] = next;
  }
  return {
    population,
    groupCount: periods.length,
    rows,
    starts,
    periodOf: (group) => periods[group] ?? whole,
    groupAt: (_, day) => periods.findIndex((period) => isWithin(day, period)),
  };
}

/** The rows of the period by group; `groupOf[row]` is the group of a fact row, `orphans` that of money without a row. */
export function groupSlice(
  population: Population,
  period: Period,
  { groupOf, groupCount, orphans }: { groupOf: Uint32Array; groupCount: number; orphans: number },
): Slice {
  const [from, to] = stretchOf(population, period);
  const starts = new Uint32Array(groupCount + 1);
  for (let i = from; i < to; i++) {
    const group = groupOf[population.rows[i] ?? 0] ?? 0;
    starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  }
  for (let g = 1; g <= groupCount; g++) starts[g] = (starts[g] ?? 0) + (starts[g - 1] ?? 0);
  const next = starts.slice();
  const rows = new Uint32Array(to - from);
  for (let i = from; i < to; i++) {
    const row = population.rows[i] ?? 0;
    const group = groupOf[row] ?? 0;
    const place = next[group] ?? 0;
    rows[place] = row;
    next[group] = place + 1;
  }
  return {
    population,
    groupCount,
    rows,
    starts,
    periodOf: () => period,
    groupAt: (row, day) => (isWithin(day, period) ? (groupOf[row] ?? orphans) : -1),
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
