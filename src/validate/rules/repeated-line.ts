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
  const earlier = findEarlier(table, columns);
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

/**
 * Most rows are told apart by a few columns of many values, and hashing these alone saves most of the time. Where they
 * hang together (a customer's id and name) rows collide; then all columns are hashed.
 */
function findEarlier(table: TypedTable, columns: readonly RawColumn[]): Int32Array {
  const { rows, heads } = table;
  const find = (hashed: readonly RawColumn[], mostCollisions: number) => {
    let collisions = 0;
    return earlierEqual(hashRows(hashed, rows), {
      isWanted: (row) => table.included[row] === 1,
      isEqual(a, b) {
        // Further lines of two orders look alike where only their heads have the order's number.
        const isSame = heads?.[a] === heads?.[b] && isEqualRow(columns, rows[a] ?? 0, rows[b] ?? 0);
        if (!isSame) collisions += 1;
        return isSame;
      },
      mayGoOn: () => collisions <= mostCollisions,
    });
  };
  const telling = tellingColumns(table, columns);
  return find(telling, rows.length) ?? find(columns, Number.POSITIVE_INFINITY) ?? new Int32Array(rows.length).fill(-1);
}

/** The columns of most distinct values in a sample of rows, as many as could tell all rows apart a thousand times over. */
function tellingColumns(table: TypedTable, columns: readonly RawColumn[]): readonly RawColumn[] {
  const sampled = columns.map((column) => ({ column, distinct: distinctInSample(column, table.rows) }));
  const telling: RawColumn[] = [];
  let combinations = 1;
  for (const { column, distinct } of sampled.sort((a, b) => b.distinct - a.distinct)) {
    if (combinations > table.rowCount * 1000) break;
    telling.push(column);
    combinations *= distinct;
  }
  return telling;
}

const sampleSize = 4096;

function distinctInSample({ kinds, values }: RawColumn, rows: Uint32Array): number {
  const step = Math.max(1, Math.floor(rows.length / sampleSize));
  const seen = new Set<number>();
  for (let row = 0; row < rows.length; row += step) {
    const stored = rows[row] ?? 0;
    seen.add((kinds[stored] ?? 0) + (values[stored] ?? 0) * 64);
  }
  return Math.max(1, seen.size);
}

/**
 * A column of row numbers or ids in order tells every row apart; most exports have one, and this finds it at little
 * cost. Texts are numbered as they first appear, so a column of texts that never repeat rises too.
 */
function isRising({ kinds, values }: RawColumn, rows: Uint32Array): boolean {
  const kind = kinds[rows[0] ?? 0] ?? cellKind.empty;
  if (kind !== cellKind.text && kind !== cellKind.decimal) return false;
  let last = Number.NEGATIVE_INFINITY;
  for (const stored of rows) {
    const value = values[stored] ?? 0;
    if (kinds[stored] !== kind || value <= last) return false;
    last = value;
  }
  return true;
}

function hashRows(columns: readonly RawColumn[], rows: Uint32Array): Int32Array {
  const hashes = new Int32Array(rows.length);
  for (const { kinds, values } of columns) {
    for (let row = 0; row < rows.length; row += 1) {
      const stored = rows[row] ?? 0;
      hashes[row] = mix((hashes[row] ?? 0) + (kinds[stored] ?? 0), values[stored] ?? 0);
    }
  }
  // The last column would stand in the high bits only.
  for (let row = 0; row < hashes.length; row += 1) hashes[row] = spread(hashes[row] ?? 0);
  return hashes;
}

// Murmur3's finaliser.
function spread(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function isEqualRow(columns: readonly RawColumn[], a: number, b: number): boolean {
  return columns.every(({ kinds, values }) => kinds[a] === kinds[b] && values[a] === values[b]);
}
