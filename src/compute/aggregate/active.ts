/** Who is active in a group: each customer with a row whose amount is not negative, once. */
import type { TextColumn } from '../../model/table.ts';
import { perSlice } from '../per-slice.ts';
import type { Slice } from '../slice.ts';
import { isNegativeAt } from './sum.ts';

export interface ActiveCustomers {
  /** Codes of customers, group after group, each group in the order in which they come. */
  readonly codes: Uint32Array;
  /** Those of group g: `codes[starts[g]]` … `codes[starts[g + 1] - 1]`. */
  readonly starts: Uint32Array;
}

/** Found once per slice: most KPIs of customers stand on it. */
export const activeCustomersOf = perSlice((slice: Slice, { codes, size }: TextColumn): ActiveCustomers => {
  const { rows, starts, groupCount, population } = slice;
  const found = new Uint32Array(rows.length);
  const foundStarts = new Uint32Array(groupCount + 1);
  // The last group (+ 1) in which a customer was seen: groups come one after another, so one array serves all.
  const seenIn = new Uint32Array(size);
  let next = 0;
  for (let group = 0; group < groupCount; group++) {
    const to = starts[group + 1] ?? 0;
    for (let i = starts[group] ?? 0; i < to; i++) {
      const row = rows[i] ?? 0;
      const code = codes[row] ?? 0;
      if (code === 0 || seenIn[code] === group + 1 || isNegativeAt(population.amount, row)) continue;
      seenIn[code] = group + 1;
      found[next] = code;
      next += 1;
    }
    foundStarts[group + 1] = next;
  }
  return { codes: found.slice(0, next), starts: foundStarts };
});

/** How many of each group there are. */
export function activeCounts({ starts }: ActiveCustomers): number[] {
  return Array.from(starts.subarray(1), (end, group) => end - (starts[group] ?? 0));
}

/** How many of each group's customers are wanted in it; the groups are asked for one after another. */
export function countActive(
  { codes, starts }: ActiveCustomers,
  wantedIn: (group: number) => (code: number) => boolean,
): number[] {
  return Array.from(starts.subarray(1), (end, group) => {
    const isWanted = wantedIn(group);
    let count = 0;
    for (let i = starts[group] ?? 0; i < end; i++) if (isWanted(codes[i] ?? 0)) count += 1;
    return count;
  });
}
