/** Where the cells of scanned records lie, row by row, until their columns take them in. */

/** Numbers kept of a cell: where it starts and where it ends. */
export const cellFields = 2;

/**
 * Whole records of one piece of a file. Cell c of record r is at `cells[firsts[r] + c × cellFields]`: its first byte and the
 * byte behind its last. A cell with doubled quotes inside has the complement of its end (`~end`): it has to be rewritten.
 */
export class Records {
  cells = new Int32Array(4096 * cellFields);
  /** One entry more than there are records. */
  firsts = new Int32Array(64);
  /** Records kept. */
  count = 0;

  /** Where the cells of the next record begin. */
  get end(): number {
    return this.firsts[this.count] ?? 0;
  }

  /** Keeps a record whose cells end before `end`. */
  add(end: number): void {
    this.count += 1;
    if (this.count === this.firsts.length) this.firsts = doubled(this.firsts);
    this.firsts[this.count] = end;
  }

  growCells(): Int32Array {
    this.cells = doubled(this.cells);
    return this.cells;
  }

  clear(): void {
    this.count = 0;
  }
}

function doubled(list: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(list.length * 2);
  longer.set(list);
  return longer;
}
