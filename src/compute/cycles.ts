/** How many days won deals took from creation to close. */

import type { History } from './history.ts';
import { rowsWith } from './marks.ts';
import { perSlice } from './per-slice.ts';
import type { Population } from './population.ts';
import { mapGroups, type Slice } from './slice.ts';

export function missingForCycles({ data }: History): readonly string[] {
  return data.facts.deals?.columns.has('createdDate') ? [] : ['deals.createdDate'];
}

/** Per group the days of its won deals, ascending; same day is 0, deals closed before they were created are in none. */
export function cyclesOf(slice: Slice): readonly Int32Array[] {
  return cycles(slice, slice.population);
}

const cycles = perSlice((slice: Slice, population: Population): readonly Int32Array[] => {
  const daysOf = cycleDays(population);
  return mapGroups(slice, (from, to) => {
    const days: number[] = [];
    for (const row of slice.rows.subarray(from, to)) {
      const took = daysOf(row);
      if (took !== null) days.push(took);
    }
    return Int32Array.from(days).sort();
  });
});

/** The days that the deal of a row took; null where it is not won, or not in order. */
export function cycleDays(population: Population): (row: number) => number | null {
  const won = rowsWith(population, 'outcome', 'won');
  const created = population.facts.columns.get('createdDate');
  const closed = population.day.days;
  if (created?.kind !== 'day') return () => null;
  return (row) => {
    const took = (closed[row] ?? 0) - (created.days[row] ?? 0);
    return won[row] === 1 && created.present[row] === 1 && took >= 0 ? took : null;
  };
}

/** Σ of the days. */
export function totalDays(days: Int32Array): number {
  return days.reduce((total, took) => total + took, 0);
}
