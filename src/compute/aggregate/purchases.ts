/** The days on which each customer bought: rows with an amount ≥ 0, from the first to the last. */
import type { Day } from '../../model/day.ts';
import type { TextColumn } from '../../model/table.ts';
import type { Population } from '../population.ts';
import { isNegativeAt } from './sum.ts';

export interface Purchases {
  /** The last purchase before `day`, or undefined where there is none. */
  lastBefore(customer: number, day: Day): Day | undefined;
}

/** Rows stand by day, so each customer's days come in order. */
export function purchasesOf(population: Population, customer: TextColumn): Purchases {
  const buyers = buyersOf(population, customer);
  const starts = startsOf(buyers, customer.size);
  const next = starts.slice();
  const days = new Int32Array(buyers.length);
  for (const [row, code] of buyers.entries()) {
    const place = next[code] ?? 0;
    days[place] = population.day.days[row] ?? 0;
    next[code] = place + 1;
  }
  return {
    lastBefore(customer, before) {
      const from = starts[customer] ?? 0;
      const place = firstAtLeast(days, from, starts[customer + 1] ?? from, before);
      return place > from ? days[place - 1] : undefined;
    },
  };
}

/** The customer of each row, 0 where nobody bought. */
function buyersOf({ rows, amount }: Population, { codes }: TextColumn): Uint32Array {
  return rows.map((row) => (isNegativeAt(amount, row) ? 0 : (codes[row] ?? 0)));
}

/** Where each customer's days begin. */
function startsOf(buyers: Uint32Array, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (const code of buyers) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  for (let code = 1; code <= size; code++) starts[code] = (starts[code] ?? 0) + (starts[code - 1] ?? 0);
  return starts;
}

/** The first place in from … to whose day is not before `day`. */
function firstAtLeast(days: Int32Array, from: number, to: number, day: Day): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
