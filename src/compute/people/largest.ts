/** The largest rows of a group. */
import { compare, type Decimal } from '../../lib/decimal.ts';
import type { AmountColumn } from '../../model/table.ts';
import { amountAt } from '../aggregate/sum.ts';
import type { Slice } from '../slice.ts';

/** How many deals, orders or customers a list names. */
export const listed = 5;

/** Rows of a group with an amount above 0 for which `isWanted` holds, the largest first; of equal ones the earlier. */
export function largestRows(
  { rows, starts, population: { amount } }: Slice,
  group: number,
  isWanted: (row: number) => boolean,
): number[] {
  const kept: number[] = [];
  for (const row of rows.subarray(starts[group] ?? 0, starts[group + 1] ?? 0)) {
    if (!isAboveZero(amount, row) || !isWanted(row)) continue;
    const last = kept[listed - 1];
    if (last !== undefined && compareAt(amount, row, last) <= 0) continue;
    const at = kept.findIndex((other) => compareAt(amount, row, other) > 0);
    kept.splice(at < 0 ? kept.length : at, 0, row);
    kept.length = Math.min(kept.length, listed);
  }
  return kept;
}

/** Codes of the largest sums, the largest first; of equal ones the one that comes first. */
export function largestSums(codes: readonly number[], of: (code: number) => Decimal): number[] {
  const sums = codes.map((code) => ({ code, sum: of(code) }));
  return sums
    .toSorted((a, b) => compare(b.sum, a.sum))
    .slice(0, listed)
    .map(({ code }) => code);
}

function isAboveZero(amount: AmountColumn, row: number): boolean {
  return (amount.units[row] ?? 0) > 0 || (amount.exact.size > 0 && (amount.exact.get(row) ?? 0n) > 0n);
}

function compareAt(amount: AmountColumn, a: number, b: number): number {
  if (amount.exact.size === 0) return (amount.units[a] ?? 0) - (amount.units[b] ?? 0);
  const [left, right] = [amountAt(amount, a), amountAt(amount, b)];
  return left && right ? compare(left, right) : 0;
}
