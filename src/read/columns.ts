/** What both scanners fill: a column of kinds and values that grows as rows come. */
import { type CellValues, cellKind, type RawColumn, type TextPool } from '../model/raw-table.ts';

const firstCapacity = 64;

/** Kinds whose values are whole numbers of up to 32 bits: places in the pool, and bits. */
const narrowKinds: readonly number[] = [
  cellKind.empty,
  cellKind.text,
  cellKind.boolean,
  cellKind.error,
  cellKind.noResult,
];
const isNarrow = Uint8Array.from({ length: 256 }, (_, kind) => (narrowKinds.includes(kind) ? 1 : 0));

/**
 * One column under construction. Rows may come in any order and may be skipped; what was never set is empty, so a column
 * that first appears in row 5,000 costs nothing before. Its values become doubles with the first number.
 */
export class ColumnBuilder {
  #capacity = 0;
  #kinds = new Uint8Array(0);
  #places = new Uint32Array(0);
  #numbers: Float64Array | undefined;

  /** Sets the cell of `row` (from 0); what `value` means follows from `kind` (`cellKind`). */
  set(row: number, kind: number, value: number): void {
    if (row >= this.#capacity) this.#grow(row + 1);
    this.#kinds[row] = kind;
    if (this.#numbers !== undefined || isNarrow[kind] === 0) (this.#numbers ?? this.widen())[row] = value;
    else this.#places[row] = value;
  }

  /** The arrays themselves, to be written up to the row that `makeRoom` was last called for. */
  get kinds(): Uint8Array {
    return this.#kinds;
  }

  /** Undefined as long as the values need not be doubles. */
  get numbers(): Float64Array | undefined {
    return this.#numbers;
  }

  get values(): CellValues {
    return this.#numbers ?? this.#places;
  }

  /** The values, ready for numbers; `rowCount`: rows of which any may be set already. */
  widen(rowCount = this.#capacity): Float64Array {
    if (this.#numbers !== undefined) return this.#numbers;
    const numbers = new Float64Array(this.#capacity);
    numbers.set(this.#places.subarray(0, rowCount));
    this.#places = new Uint32Array(0);
    this.#numbers = numbers;
    return numbers;
  }

  makeRoom(rowCount: number): void {
    if (rowCount > this.#capacity) this.#grow(rowCount);
  }

  kindAt(row: number): number {
    return this.#kinds[row] ?? cellKind.empty;
  }

  valueAt(row: number): number {
    return this.values[row] ?? 0;
  }

  /** Makes room for `rowCount` rows, where their number can be guessed: saves copies and the memory they leave behind. */
  reserve(rowCount: number): void {
    if (rowCount > this.#capacity) this.#resize(rowCount);
  }

  /** The column of exactly `rowCount` rows. Where little was reserved in vain the arrays are shared, not copied. */
  finish(rowCount: number, pool: TextPool, formats: ReadonlyMap<string, number> = new Map()): RawColumn {
    if (rowCount > this.#capacity) this.#grow(rowCount);
    const isClose = this.#capacity - rowCount <= this.#capacity / 4;
    const kinds = isClose ? this.#kinds.subarray(0, rowCount) : this.#kinds.slice(0, rowCount);
    const values = isClose ? this.values.subarray(0, rowCount) : this.values.slice(0, rowCount);
    return { kinds, values, pool, formats };
  }

  // A typed array written past its end drops the value in silence: always grow first.
  #grow(needed: number): void {
    this.#resize(Math.max(firstCapacity, this.#capacity * 2, needed));
  }

  #resize(capacity: number): void {
    const kinds = new Uint8Array(capacity);
    kinds.set(this.#kinds);
    this.#kinds = kinds;
    this.#capacity = capacity;
    if (this.#numbers === undefined) {
      const places = new Uint32Array(capacity);
      places.set(this.#places);
      this.#places = places;
    } else {
      const numbers = new Float64Array(capacity);
      numbers.set(this.#numbers);
      this.#numbers = numbers;
    }
  }
}

/** Whole numbers of up to 32 bits, growing: row numbers. */
export class NumberList {
  #length = 0;
  #items = new Uint32Array(firstCapacity);

  get length(): number {
    return this.#length;
  }

  push(item: number): void {
    if (this.#length === this.#items.length) this.reserve(this.#items.length * 2);
    this.#items[this.#length] = item;
    this.#length += 1;
  }

  /** Makes room for `length` numbers, as `ColumnBuilder.reserve` does. */
  reserve(length: number): void {
    if (length <= this.#items.length) return;
    const items = new Uint32Array(length);
    items.set(this.#items);
    this.#items = items;
  }

  /** Where little was reserved in vain the array is shared, not copied. */
  finish(): Uint32Array {
    const isClose = this.#items.length - this.#length <= this.#items.length / 4;
    return isClose ? this.#items.subarray(0, this.#length) : this.#items.slice(0, this.#length);
  }
}
