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
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
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
  const { rows, day, firstDay, lastDay } = population;
  const last = new Int32Array(customer.size).fill(never);
  const byLength = new Uint32Array(lastDay - firstDay + 1);
  let gaps = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const code = customer.codes[row] ?? 0;
    if (code === 0) continue;
    const today = day.days[row] ?? 0;
    const before = last[code] ?? never;
    last[code] = today;
    if (before === never || before === today) continue;
    byLength[today - before] = (byLength[today - before] ?? 0) + 1;
    gaps += 1;
  }
  let rest = Math.ceil(gaps * 0.95);
  for (let length = 0; length < byLength.length; length++) {
    rest -= byLength[length] ?? 0;
    if (rest <= 0) return length;
  }
  return 0;
}
