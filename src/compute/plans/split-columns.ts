/** Splits a row of amounts (months) to several rows (people) so that every column adds up exactly. */
import { addRest, descending } from './largest-remainder.ts';

/** Fractions of a step that quotas are kept in: far below anything that can change a part, and exact on any machine. */
const fine = 10n ** 12n;

/**
 * For each row its part of each column, in whole steps. `weights[row][column]` ≥ 0 says how a column is shared; a column
 * with an amount needs a row with a weight. Largest remainders column by column; what rounding gave a row too much or
 * too little is carried to its next column, so that rows keep their share of the whole too.
 */
export function splitColumns(
  columns: readonly bigint[],
  weights: readonly (readonly bigint[])[],
  step: bigint,
): bigint[][] {
  const owed = weights.map(() => 0n);
  const rows: bigint[][] = weights.map(() => []);
  for (const [column, amount] of columns.entries()) {
    const own = weights.map((row) => row[column] ?? 0n);
    const parts = splitColumn(amount, own, owed, step);
    for (const [row, part] of parts.entries()) rows[row]?.push(part);
  }
  return rows;
}

function splitColumn(amount: bigint, weights: readonly bigint[], owed: bigint[], step: bigint): bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  if (amount === 0n) return weights.map(() => 0n);
  if (amount < 0n || all <= 0n) throw new RangeError('a column is at least 0, and somebody has a part of it');
  const steps = amount / step;
  for (const [row, weight] of weights.entries()) owed[row] = (owed[row] ?? 0n) + (steps * fine * weight) / all;
  const parts = weights.map((weight, row) => (weight > 0n ? floorOf(owed[row] ?? 0n) : 0n));
  settle(parts, weights, owed, steps);
  for (const [row, part] of parts.entries()) owed[row] = (owed[row] ?? 0n) - part * fine;
  const amounts = parts.map((part) => part * step);
  addRest(amounts, weights, amount % step);
  return amounts;
}

function floorOf(quota: bigint): bigint {
  return quota > 0n ? quota / fine : 0n;
}

/** One more for those who are owed most, one less for those who are owed least, until the parts add up to `steps`. */
function settle(parts: bigint[], weights: readonly bigint[], owed: readonly bigint[], steps: bigint): void {
  const rest = (row: number) => (owed[row] ?? 0n) - (parts[row] ?? 0n) * fine;
  for (let left = steps - sum(parts); left !== 0n; left = steps - sum(parts)) {
    const change = left > 0n ? 1n : -1n;
    const may = [...parts.keys()].filter(
      (row) => (weights[row] ?? 0n) > 0n && (change > 0n || (parts[row] ?? 0n) > 0n),
    );
    const order = descending(may.map((row) => rest(row) * change)).slice(0, Number(left * change));
    for (const index of order) {
      const row = may[index] ?? 0;
      parts[row] = (parts[row] ?? 0n) + change;
    }
  }
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}
