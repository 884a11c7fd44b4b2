/** What a column's cells are, counted once: kinds by row, texts by distinct value. */
import { cellKind, type RawColumn } from '../model/raw-table.ts';

export interface ColumnProfile {
  readonly raw: RawColumn;
  readonly from: number;
  readonly rows: number;
  /** Rows by kind of cell. */
  readonly kinds: Uint32Array;
  /** Pool indexes of the texts that occur, in the order of their first row. */
  readonly textIndexes: readonly number[];
  /** Rows by pool index. */
  readonly textRows: Uint32Array;
}

const noTexts = new Uint32Array(0);

/** One pass over the stored rows from `from` on; no string is made. */
export function profileColumn(raw: RawColumn, from: number): ColumnProfile {
  const { kinds: cellKinds, values, pool } = raw;
  const kinds = new Uint32Array(cellKind.decimal + 32);
  const textIndexes: number[] = [];
  let textRows = noTexts;
  // The hot loop of recognition: a million rows a column.
  for (let row = from; row < cellKinds.length; row += 1) {
    const kind = cellKinds[row] ?? 0;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (kind !== cellKind.text) continue;
    if (textRows === noTexts) textRows = new Uint32Array(pool.size);
    const index = values[row] ?? 0;
    const seen = textRows[index] ?? 0;
    if (seen === 0) textIndexes.push(index);
    textRows[index] = seen + 1;
  }
  return { raw, from, rows: Math.max(0, cellKinds.length - from), kinds, textIndexes, textRows };
}

export function countOf(profile: ColumnProfile, kind: number): number {
  return profile.kinds[kind] ?? 0;
}

/** Rows that hold a number (not a date). */
export function numberRows({ kinds }: ColumnProfile): number {
  let rows = kinds[cellKind.double] ?? 0;
  for (let kind: number = cellKind.decimal; kind < kinds.length; kind += 1) rows += kinds[kind] ?? 0;
  return rows;
}

export function filledRows(profile: ColumnProfile): number {
  return profile.rows - countOf(profile, cellKind.empty);
}

/** Calls `visit` with each distinct text and its rows, at most `limit` of them, in the order of the file. */
export function eachText(
  profile: ColumnProfile,
  visit: (text: string, rows: number, index: number) => void,
  limit = Number.POSITIVE_INFINITY,
): void {
  const { textIndexes, textRows, raw } = profile;
  const end = Math.min(textIndexes.length, limit);
  for (let i = 0; i < end; i += 1) {
    const index = textIndexes[i] ?? 0;
    visit(raw.pool.text(index), textRows[index] ?? 0, index);
  }
}

/** First stored row whose cell is the text at `index` of the pool. */
export function rowOfText({ raw, from }: ColumnProfile, index: number): number {
  for (let row = from; row < raw.kinds.length; row += 1) {
    if (raw.kinds[row] === cellKind.text && raw.values[row] === index) return row;
  }
  return from;
}
