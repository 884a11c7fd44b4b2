/** Exact sums: integers in doubles while they are safe, BigInt beyond. Never a float sum. */
import { add, type Decimal, decimal } from '../../lib/decimal.ts';
import { keptPer } from '../../lib/kept-per.ts';
import { type AmountColumn, exactScale } from '../../model/table.ts';
import { perSlice } from '../per-slice.ts';
import { mapGroups, type Slice } from '../slice.ts';

/** Below it two integers add up exactly in a double. */
export const safeHalf = 2 ** 52;

/** Adds up integers without ever losing a digit. */
export class IntegerSum {
  #low = 0;
  #high = 0n;

  add(value: number): void {
    if (value > safeHalf || value < -safeHalf) {
      this.#high += BigInt(value);
      return;
    }
    this.#low += value;
    if (this.#low > safeHalf || this.#low < -safeHalf) {
      this.#high += BigInt(this.#low);
      this.#low = 0;
    }
  }

  total(): bigint {
    return this.#high + BigInt(this.#low);
  }
}

/** Σ column per group; 0 for a group without values. */
export const sumOf = perSlice((slice: Slice, column: AmountColumn): readonly Decimal[] =>
  sumWhere(slice, column, undefined),
);

/** Σ column per group over the rows marked in `wanted` (all where undefined). */
export function sumWhere(slice: Slice, column: AmountColumn, wanted: Uint8Array | undefined): Decimal[] {
  return mapGroups(slice, (from, to) => sumRows(slice.rows.subarray(from, to), column, wanted));
}

/** Σ column over `rows` that are marked in `wanted` (all where undefined). */
export function sumRows(rows: Uint32Array, column: AmountColumn, wanted?: Uint8Array): Decimal {
  const total = decimal(sumUnits(rows, column.units, wanted), column.scale);
  return column.exact.size === 0 ? total : add(total, sumExact(rows, column.exact, wanted));
}

/** So many rows of the column add up exactly in a double, whichever they are. */
const safeRows = keptPer((units: Float64Array): number => {
  let most = 1;
  for (const value of units) most = Math.max(most, Math.abs(value));
  return Math.max(1, Math.floor(safeHalf / most));
});

function sumUnits(rows: Uint32Array, units: Float64Array, wanted: Uint8Array | undefined): bigint {
  const stretch = safeRows(units);
  let total = 0n;
  for (let from = 0; from < rows.length; from += stretch) {
    const to = Math.min(rows.length, from + stretch);
    total += BigInt(wanted === undefined ? sumAll(rows, units, from, to) : sumMarked(rows, units, from, to, wanted));
  }
  return total;
}

function sumAll(rows: Uint32Array, units: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += units[rows[i] ?? 0] ?? 0;
  return sum;
}

function sumMarked(rows: Uint32Array, units: Float64Array, from: number, to: number, wanted: Uint8Array): number {
  let sum = 0;
  for (let i = from; i < to; i++) {
    const row = rows[i] ?? 0;
    if (wanted[row] === 1) sum += units[row] ?? 0;
  }
  return sum;
}

function sumExact(rows: Uint32Array, exact: ReadonlyMap<number, bigint>, wanted: Uint8Array | undefined): Decimal {
  let units = 0n;
  for (const row of rows) {
    if (wanted === undefined || wanted[row] === 1) units += exact.get(row) ?? 0n;
  }
  return decimal(units, exactScale);
}

/** The value of one row, or null where it is missing. */
export function amountAt(column: AmountColumn, row: number): Decimal | null {
  if (column.present[row] !== 1) return null;
  const exact = column.exact.get(row);
  return exact === undefined ? decimal(column.units[row] ?? 0, column.scale) : decimal(exact, exactScale);
}

/** True where the row has a value and it is below zero. */
export function isNegativeAt(column: AmountColumn, row: number): boolean {
  if ((column.units[row] ?? 0) < 0) return true;
  return column.exact.size > 0 && (column.exact.get(row) ?? 0n) < 0n;
}
