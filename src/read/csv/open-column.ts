/** A column that the scanner fills: the cells of some records at a time. */
import { cellKind, type RawColumn } from '../../model/raw-table.ts';
import { ColumnBuilder } from '../columns.ts';
import { type DecodeBytes, TextPoolBuilder } from '../text-pool.ts';
import { PlainNumber } from './plain-number.ts';
import { cellFields, type Records } from './records.ts';

const quote = 0x22;

/** Of the texts of some records in one column: row, start, end, index in the pool. */
export class TextLists {
  rows = new Int32Array(0);
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  indexes = new Int32Array(0);

  makeRoom(length: number): void {
    if (this.rows.length >= length) return;
    this.rows = new Int32Array(length);
    this.starts = new Int32Array(length);
    this.ends = new Int32Array(length);
    this.indexes = new Int32Array(length);
  }
}

/** Hot loops: a step per cell, and nothing is allocated for any. */
export class OpenColumn {
  readonly #cells = new ColumnBuilder();
  readonly #pool: TextPoolBuilder;
  readonly #number = new PlainNumber();
  readonly #lists: TextLists;
  #texts = 0;
  /** Whether some of them has doubled quotes. */
  #hasDoubled = false;

  /** `lists`: the same for all columns of a file. */
  constructor(decode: DecodeBytes, expectedRows: number, lists: TextLists) {
    this.#lists = lists;
    this.#pool = new TextPoolBuilder(decode);
    this.#cells.reserve(expectedRows);
  }

  /** Takes in cell `index` of all `records`; the first of these is row `firstRow`. */
  takeIn(bytes: Buffer, records: Records, index: number, firstRow: number): void {
    this.#cells.makeRoom(firstRow + records.count);
    this.#lists.makeRoom(records.count);
    this.#takeNumbers(bytes, records, index, firstRow);
    if (this.#texts > 0) this.#takeTexts(bytes);
  }

  finish(rowCount: number): RawColumn {
    return this.#cells.finish(rowCount, this.#pool.finish());
  }

  /** Sets the cells that are numbers and lists all others. */
  #takeNumbers(bytes: Buffer, { cells, firsts, count }: Records, index: number, firstRow: number): void {
    const number = this.#number;
    const { kinds } = this.#cells;
    let { numbers } = this.#cells;
    const { rows, starts, ends } = this.#lists;
    const offset = index * cellFields;
    let texts = 0;
    let hasDoubled = false;
    for (let record = 0; record < count; record += 1) {
      const at = (firsts[record] ?? 0) + offset;
      if (at >= (firsts[record + 1] ?? 0)) continue;
      const start = cells[at] ?? 0;
      const end = cells[at + 1] ?? 0;
      if (start === end) continue;
      const row = firstRow + record;
      if (number.parse(bytes, start, end)) {
        numbers ??= this.#cells.widen(row);
        kinds[row] = number.kind;
        numbers[row] = number.value;
        continue;
      }
      hasDoubled ||= end < 0;
      rows[texts] = row;
      starts[texts] = start;
      ends[texts] = end;
      texts += 1;
    }
    this.#texts = texts;
    this.#hasDoubled = hasDoubled;
  }

  #takeTexts(bytes: Buffer): void {
    const { kinds, values } = this.#cells;
    const { rows, starts, ends, indexes } = this.#lists;
    const count = this.#texts;
    if (this.#hasDoubled) this.#internOneByOne(bytes);
    else this.#pool.internAll(bytes, { starts, ends, indexes, count });
    for (let text = 0; text < count; text += 1) {
      const row = rows[text] ?? 0;
      kinds[row] = cellKind.text;
      values[row] = indexes[text] ?? 0;
    }
  }

  #internOneByOne(bytes: Buffer): void {
    const { starts, ends, indexes } = this.#lists;
    for (let text = 0; text < this.#texts; text += 1) {
      const start = starts[text] ?? 0;
      const end = ends[text] ?? 0;
      indexes[text] = end < 0 ? this.#internDoubled(bytes, start, ~end) : this.#pool.intern(bytes, start, end);
    }
  }

  #internDoubled(bytes: Buffer, start: number, end: number): number {
    const text = withSingleQuotes(bytes, start, end);
    return this.#pool.intern(text, 0, text.length);
  }
}

/** The text of `bytes[start … end)` with one quote for each two. */
export function withSingleQuotes(bytes: Buffer, start: number, end: number): Buffer {
  const text = Buffer.allocUnsafe(end - start);
  let length = 0;
  for (let i = start; i < end; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === quote) i += 1;
    text[length] = byte;
    length += 1;
  }
  return text.subarray(0, length);
}
