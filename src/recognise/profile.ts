/** What a column's cells are, counted once: kinds by row, texts by distinct value. */
import { cellKind, type RawColumn } from '../model/raw-table.ts';

export interface ColumnProfile {
  readonly raw: RawColumn;
  readonly from: number;
  readonly rows: number;
  /** Rows by kind of cell. */
  readonly kinds: Uint32Array;
  /** Distinct texts with their rows; counted when first asked for. */
  readonly texts: DistinctTexts;
}

export interface DistinctTexts {
  /** Pool indexes of the texts that occur, in the order of their first row. */
  readonly indexes: readonly number[];
  /** Rows by pool index. */
  readonly rows: Uint32Array;
}

/** Counts the cells of the stored rows from `from` on; no string is made. */
export function profileColumn(raw: RawColumn, from: number): ColumnProfile {
  const kinds = new Uint32Array(cellKind.decimal + 32);
  const cells = raw.kinds;
  // A million rows a column: nothing but counting here.
  for (let row = from; row < cells.length; row += 1) {
    const kind = cells[row] ?? 0;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  let texts: DistinctTexts | undefined;
  return {
    raw,
    from,
    rows: Math.max(0, cells.length - from),
    kinds,
    get texts() {
      texts ??= distinctTexts(raw, from, (kinds[cellKind.text] ?? 0) > 0);
      return texts;
    },
  };
}

function distinctTexts({ kinds, values, pool }: RawColumn, from: number, hasTexts: boolean): DistinctTexts {
  const indexes: number[] = [];
  if (!hasTexts) return { indexes, rows: new Uint32Array(0) };
  const rows = new Uint32Array(pool.size);
  for (let row = from; row < kinds.length; row += 1) {
    if (kinds[row] !== cellKind.text) continue;
    const index = values[row] ?? 0;
    const seen = rows[index] ?? 0;
    if (seen === 0) indexes.push(index);
    rows[index] = seen + 1;
  }
  return { indexes, rows };
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

export type VisitText = (text: string, rows: number, index: number) => void;

/** Calls `visit` with each distinct text and its rows, in the order of the file. */
export function eachText(profile: ColumnProfile, visit: VisitText): void {
  const { indexes, rows } = profile.texts;
  for (const index of indexes) visit(profile.raw.pool.text(index), rows[index] ?? 0, index);
}

/** Pools up to this size are looked at whole; of larger ones (ids, notes) as many of the first rows. */
const sampled = 4000;

/**
 * Calls `visit` with texts enough to tell names from numbers, and returns how many rows they stand for: all distinct
 * ones where they are few, else those of the first rows. Formats need `eachText`.
 */
export function sampleTexts(profile: ColumnProfile, visit: VisitText): number {
  const { raw, from } = profile;
  const texts = countOf(profile, cellKind.text);
  if (raw.pool.size <= sampled || texts <= sampled) {
    eachText(profile, visit);
    return texts;
  }
  let looked = 0;
  for (let row = from; row < raw.kinds.length && looked < sampled; row += 1) {
    if (raw.kinds[row] !== cellKind.text) continue;
    const index = raw.values[row] ?? 0;
    visit(raw.pool.text(index), 1, index);
    looked += 1;
  }
  return looked;
}

/** First stored row whose cell is the text at `index` of the pool. */
export function rowOfText({ raw, from }: ColumnProfile, index: number): number {
  for (let row = from; row < raw.kinds.length; row += 1) {
    if (raw.kinds[row] === cellKind.text && raw.values[row] === index) return row;
  }
  return from;
}
