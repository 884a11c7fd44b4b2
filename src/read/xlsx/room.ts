/** What all sheets of a workbook may take together: a packed file of a few kilobytes can ask for any amount of memory. */
import type { Limits } from '../../model/options.ts';
import { checkTextBytes, limitError } from '../limits.ts';

/** Columns and merged ranges that cost nothing by themselves, and what each beyond them costs, in cells. */
const freeColumns = 16_384;
const cellsOfColumn = 512;
const freeMerges = 10_000;
const cellsOfMerge = 64;

export class WorkbookRoom {
  readonly #limits: Limits;
  readonly #file: string;
  /** Of the sheets that are done. */
  #cells = 0;
  #columns = 0;
  #merges = 0;
  #textBytes = 0;

  constructor(limits: Limits, file: string) {
    this.#limits = limits;
    this.#file = file;
  }

  /** Throws `limit/cells` where a sheet of that size is too much beside those before it. */
  check(rows: number, columns: number): void {
    const moreColumns = Math.max(0, this.#columns + columns - freeColumns);
    const moreMerges = Math.max(0, this.#merges - freeMerges);
    const found = this.#cells + rows * columns + moreColumns * cellsOfColumn + moreMerges * cellsOfMerge;
    if (found > this.#limits.maxCells) throw limitError('maxCells', this.#limits, { file: this.#file, found });
  }

  /** Keeps the room of a sheet that is done. */
  take(rows: number, columns: number): void {
    this.check(rows, columns);
    this.#cells += rows * columns;
    this.#columns += columns;
  }

  takeMerge(): void {
    this.#merges += 1;
    this.check(0, 0);
  }

  /** Notes text that is kept. Throws `limit/text`. */
  takeText(bytes: number): void {
    this.#textBytes += bytes;
    checkTextBytes(this.#textBytes, this.#limits, this.#file);
  }
}
