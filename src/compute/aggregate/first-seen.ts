/** When each customer first bought, and how long customers stay away between purchases. */
import type { TextColumn } from '../../model/table.ts';
import type { Population } from '../population.ts';
import { isNegativeAt } from './sum.ts';

/** A day before all others: the customer has no row that counts. */
export const never = -2_147_483_648;

/** Per customer code the day of the first row with an amount ≥ 0, or `never`. */
export function firstDays(population: Population, customer: TextColumn): Int32Array {
  const { rows, day, amount } = population;
  const first = new Int32Array(customer.size).fill(never);
  for (const row of rows) {
    const code = customer.codes[row] ?? 0;
    if (code === 0 || first[code] !== never || isNegativeAt(amount, row)) continue;
    first[code] = day.days[row] ?? 0;
  }
  return first;
}

/**
 * The 95th percentile (nearest rank) of the days between a customer's successive purchase days, over all customers;
 * 0 where no customer bought on two days.
 */
export function longGap(population: Population, customer: TextColumn): number {
  const byLength = gapsByLength(population, customer);
  let rest = Math.ceil(byLength.reduce((total, gaps) => total + gaps, 0) * 0.95);
  for (const [length, gaps] of byLength.entries()) {
    rest -= gaps;
    if (rest <= 0) return length;
  }
  return 0;
}

/** How many gaps there are of each length in days. */
function gapsByLength({ rows, day, amount, firstDay, lastDay }: Population, customer: TextColumn): Uint32Array {
  const last = new Int32Array(customer.size).fill(never);
  const byLength = new Uint32Array(lastDay - firstDay + 1);
  for (const row of rows) {
    const code = customer.codes[row] ?? 0;
    if (code === 0 || isNegativeAt(amount, row)) continue;
    const today = day.days[row] ?? 0;
    const before = last[code] ?? never;
    last[code] = today;
    if (before === never || before === today) continue;
    byLength[today - before] = (byLength[today - before] ?? 0) + 1;
  }
  return byLength;
}
