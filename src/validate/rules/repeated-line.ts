import { toText } from '../../lib/decimal.ts';
import { cellKind, type RawColumn } from '../../model/raw-table.ts';
import { problem } from '../../problems/catalogue.ts';
import type { Ledger } from '../ledger.ts';
import { moneyWhere } from '../line-amount.ts';
import { earlierEqual, mix } from '../row-hashes.ts';
import type { TypedTable } from '../typed-table.ts';

/** Rows equal in every cell to an earlier row of the same table: real sales as a rule, so information with their money. */
export function repeatedLine(table: TypedTable, ledger: Ledger): void {
  const columns = table.table.raw.columns.filter((column) => column.kinds.some((kind) => kind !== cellKind.empty));
  const { rows } = table;
  if (columns.some((column) => isRising(column, rows))) return;
  const hashes = hashRows(columns, rows);
  const isEqual = (a: number, b: number) => isEqualRow(columns, rows[a] ?? 0, rows[b] ?? 0);
  const earlier = earlierEqual(hashes, (row) => table.included[row] === 1, isEqual);
  const first = earlier.findIndex((row) => row >= 0);
  if (first < 0) return;
  const original = table.placeOf(earlier[first] ?? 0);
  const count = earlier.reduce((total, row) => (row >= 0 ? total + 1 : total), 0);
  const amount = toText(moneyWhere(table.amount('amount'), (row) => (earlier[row] ?? -1) >= 0));
  const params = { rows: count, amount, firstRow: original.row ?? 0 };
  ledger.report(
    problem('row/repeated-line', table.placeOf(first), params, { related: [original], treatment: 'counted' }),
  );
}

/** A column of row numbers or ids in order tells every row apart; most exports have one, and this finds it at little cost. */
function isRising({ kinds, values }: RawColumn, rows: Uint32Array): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rows.length; row += 1) {
    const stored = rows[row] ?? 0;
    const value = values[stored] ?? 0;
    if (kinds[stored] !== cellKind.decimal || value <= last) return false;
    last = value;
  }
  return rows.length > 0;
}

function hashRows(columns: readonly RawColumn[], rows: Uint32Array): Int32Array {
  const hashes = new Int32Array(rows.length);
  for (const { kinds, values } of columns) {
    for (let row = 0; row < rows.length; row += 1) {
      const stored = rows[row] ?? 0;
      hashes[row] = mix((hashes[row] ?? 0) + (kinds[stored] ?? 0), values[stored] ?? 0);
    }
  }
  return hashes;
}

function isEqualRow(columns: readonly RawColumn[], a: number, b: number): boolean {
  return columns.every(({ kinds, values }) => kinds[a] === kinds[b] && values[a] === values[b]);
}
