/** What stored rows have in their cells, looked at before cells are read. */
import { cellKind } from '../../model/raw-table.ts';

/** 1 for each kind that a cell of the rows has. */
export function seenKinds(kinds: Uint8Array, rows: Uint32Array): Uint8Array {
  const seen = new Uint8Array(256);
  for (let row = 0; row < rows.length; row += 1) seen[kinds[rows[row] ?? 0] ?? 0] = 1;
  return seen;
}

/** True where some cell is of `kind` and all others are empty. */
export function isOnly(seen: Uint8Array, kind: number): boolean {
  return seen[kind] === 1 && seen.every((bit, other) => bit === 0 || other === kind || other === cellKind.empty);
}

/** First of the rows (ascending) and the one behind the last, where they follow one another without gaps. */
export function stretchOf(rows: Uint32Array): readonly [first: number, end: number] | undefined {
  const first = rows[0] ?? 0;
  return rows.length > 0 && rows[rows.length - 1] === first + rows.length - 1
    ? [first, first + rows.length]
    : undefined;
}
