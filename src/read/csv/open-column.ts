/** A column that the scanner fills: the cells of some records at a time. */
import { cellKind, type RawColumn } from '../../model/raw-table.ts';
import { ColumnBuilder } from '../columns.ts';
import { type DecodeBytes, hashOf, TextPoolBuilder } from '../text-pool.ts';
import { PlainNumber } from './plain-number.ts';
import { cellFields, type Records } from './records.ts';

const quote = 0x22;

/** With more distinct texts than this a pool no longer fits a core's own cache. */
const manyTexts = 8192;

/** Hot loops: a step per cell, and nothing is allocated for any. */
export class OpenColumn {
  readonly #cells = new ColumnBuilder();
  readonly #pool: TextPoolBuilder;
  readonly #number = new PlainNumber();
  /** Of the texts of some records: row, start, end, hash. */
  #rows = new Int32Array(0);
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #hashes = new Int32Array(0);
  #texts = 0;
  /** Kept only so that the reads of `touch` are not left out as useless. */
  #touched = 0;

  get touched(): number {
    return this.#touched;
  }

  constructor(decode: DecodeBytes, expectedRows: number) {
    this.#pool = new TextPoolBuilder(decode);
    this.#cells.reserve(expectedRows);
  }

  /** Takes in cell `index` of all `records`; the first of these is row `firstRow`. */
  takeIn(bytes: Buffer, records: Records, index: number, firstRow: number): void {
    this.#cells.makeRoom(firstRow + records.count);
    this.#makeLists(records.count);
    this.#takeNumbers(bytes, records, index, firstRow);
    if (this.#texts === 0) return;
    if (!this.#pool.isOrdered) this.#hash(bytes);
    this.#takeTexts(bytes);
  }

  finish(rowCount: number): RawColumn {
    return this.#cells.finish(rowCount, this.#pool.finish());
  }

  #makeLists(length: number): void {
    if (this.#rows.length >= length) return;
    this.#rows = new Int32Array(length);
    this.#starts = new Int32Array(length);
    this.#ends = new Int32Array(length);
    this.#hashes = new Int32Array(length);
  }

  /** Sets the cells that are numbers and lists all others. */
  #takeNumbers(bytes: Buffer, { cells, firsts, count }: Records, index: number, firstRow: number): void {
    const number = this.#number;
    const { kinds } = this.#cells;
    let { numbers } = this.#cells;
    const [rows, starts, ends] = [this.#rows, this.#starts, this.#ends];
    const offset = index * cellFields;
    let texts = 0;
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
      rows[texts] = row;
      starts[texts] = start;
      ends[texts] = end;
      texts += 1;
    }
    this.#texts = texts;
  }

  /**
   * Looking a text up among many distinct ones waits for memory: all are hashed first, so that what their lookups will need
   * can be asked for in one go.
   */
  #hash(bytes: Buffer): void {
    const [starts, ends, hashes] = [this.#starts, this.#ends, this.#hashes];
    for (let text = 0; text < this.#texts; text += 1) {
      hashes[text] = hashOf(bytes, starts[text] ?? 0, ends[text] ?? 0);
    }
    if (this.#pool.size > manyTexts) this.#touched = this.#pool.touch(hashes, this.#texts);
  }

  #takeTexts(bytes: Buffer): void {
    const { kinds, values } = this.#cells;
    const [rows, starts, ends, hashes] = [this.#rows, this.#starts, this.#ends, this.#hashes];
    const pool = this.#pool;
    const isHashed = !pool.isOrdered;
    for (let text = 0; text < this.#texts; text += 1) {
      const row = rows[text] ?? 0;
      const start = starts[text] ?? 0;
      const end = ends[text] ?? 0;
      kinds[row] = cellKind.text;
      if (end < 0) values[row] = this.#doubled(bytes, start, ~end);
      else if (isHashed) values[row] = pool.internHashed(bytes, start, end, hashes[text] ?? 0);
      else values[row] = pool.intern(bytes, start, end);
    }
  }

  #doubled(bytes: Buffer, start: number, end: number): number {
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
