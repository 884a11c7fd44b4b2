/** A column that the scanner fills: numbers at once, texts in batches. */
import { cellKind, type RawColumn } from '../../model/raw-table.ts';
import { ColumnBuilder } from '../columns.ts';
import { type DecodeBytes, TextPoolBuilder } from '../text-pool.ts';

/** Numbers kept of a text that waits: row, start, end, hash. */
const fields = 4;

/** Texts looked up together. */
const batch = 512 * fields;

/** With more distinct texts than this a pool no longer fits a core's own cache. */
const manyTexts = 8192;

/**
 * Looking a text up among many distinct ones waits for memory. Done cell by cell in the order of the file, each column's
 * table has been pushed out of the cache by the others when its turn comes; done for all cells of a piece of the file, one
 * column after the other, the same work takes about half the time.
 */
export class OpenColumn {
  readonly #cells = new ColumnBuilder();
  readonly #pool: TextPoolBuilder;
  #waiting = new Int32Array(256 * fields);
  #used = 0;
  /** Kept only so that the reads of `#touch` are not left out as useless. */
  #touched = 0;

  get touched(): number {
    return this.#touched;
  }

  constructor(decode: DecodeBytes, expectedRows: number) {
    this.#pool = new TextPoolBuilder(decode);
    this.#cells.reserve(expectedRows);
  }

  set(row: number, kind: number, value: number): void {
    this.#cells.set(row, kind, value);
  }

  /** Sets the text of a cell at once. */
  setText(row: number, text: Buffer, hash: number): void {
    this.#cells.set(row, cellKind.text, this.#pool.internHashed(text, 0, text.length, hash));
  }

  /** Remembers where the text of a cell is in the bytes that the next `takeIn` will be given. */
  addText(row: number, start: number, end: number, hash: number): void {
    const at = this.#used;
    if (at === this.#waiting.length) this.#grow();
    const waiting = this.#waiting;
    waiting[at] = row;
    waiting[at + 1] = start;
    waiting[at + 2] = end;
    waiting[at + 3] = hash;
    this.#used = at + fields;
  }

  /** Takes in the texts of all rows before `rowCount`; what waits for a later row belongs to a record that was cut. */
  takeIn(bytes: Buffer, rowCount: number): void {
    for (let at = 0; at < this.#used; at += batch) {
      const end = Math.min(this.#used, at + batch);
      if (this.#pool.size > manyTexts) this.#touch(at, end);
      this.#takeBatch(bytes, rowCount, at, end);
    }
    this.#used = 0;
  }

  #takeBatch(bytes: Buffer, rowCount: number, first: number, end: number): void {
    const waiting = this.#waiting;
    const pool = this.#pool;
    const cells = this.#cells;
    for (let at = first; at < end; at += fields) {
      const row = waiting[at] ?? 0;
      if (row >= rowCount) return;
      const index = pool.internHashed(bytes, waiting[at + 1] ?? 0, waiting[at + 2] ?? 0, waiting[at + 3] ?? 0);
      cells.set(row, cellKind.text, index);
    }
  }

  #touch(first: number, end: number): void {
    const waiting = this.#waiting;
    const pool = this.#pool;
    let sum = 0;
    for (let at = first; at < end; at += fields) sum += pool.touch(waiting[at + 3] ?? 0);
    this.#touched = sum;
  }

  finish(rowCount: number): RawColumn {
    return this.#cells.finish(rowCount, this.#pool.finish());
  }

  #grow(): void {
    const waiting = new Int32Array(this.#waiting.length * 2);
    waiting.set(this.#waiting);
    this.#waiting = waiting;
  }
}
