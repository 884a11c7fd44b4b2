/** What validation found and took out, as it goes. */
import type { Problem } from '../model/problem.ts';
import { problem } from '../problems/catalogue.ts';
import type { TypedTable } from './typed-table.ts';

export interface LeftOut {
  readonly table: TypedTable;
  /** Data row of the table. */
  readonly row: number;
  readonly code: string;
}

/** Problems listed one by one: a million would take 200 MB, and nobody reads as many. The rows of the others are left out all the same. */
const mostListed = 600_000;

export class Ledger {
  /** Of the rows left out, in the order in which they were: their tables and rows. */
  readonly #leftTables: TypedTable[] = [];
  readonly #leftRows: number[] = [];
  readonly #most: number;
  readonly #listed: Problem[] = [];
  /** By code the first problem that is counted and not listed, and how many there are. */
  readonly #others = new Map<string, { readonly first: Problem; count: number }>();
  /** By table and row an index into `#codes` + 1. */
  readonly #reasons = new Map<TypedTable, Uint8Array>();
  readonly #codes: string[] = [];

  constructor(most = mostListed) {
    this.#most = most;
  }

  /** All that are listed; for each code with more of them one that says how many. */
  get problems(): readonly Problem[] {
    const others = [...this.#others].map(([what, { first, count }]) =>
      problem('table/more-problems', first.place, { what, count }, { severity: first.severity }),
    );
    return [...this.#listed, ...others];
  }

  has(isWanted: (one: Problem) => boolean): boolean {
    return this.#listed.some(isWanted);
  }

  report(found: Problem): void {
    if (this.#listed.length < this.#most) this.#listed.push(found);
    else if (!this.countMore(found.code)) this.#others.set(found.code, { first: found, count: 1 });
  }

  /** Counts a problem that will not be listed, so that millions need not be made; false for the first of a code. */
  countMore(code: string): boolean {
    const others = this.#others.get(code);
    if (others) others.count += 1;
    return others !== undefined;
  }

  /** Takes a row out of every figure; the first reason stays. */
  leaveOut(table: TypedTable, row: number, code: string): void {
    if (table.included[row] === 0) return;
    table.included[row] = 0;
    this.#leftTables.push(table);
    this.#leftRows.push(row);
    const reasons = this.#reasons.get(table) ?? new Uint8Array(table.rowCount);
    reasons[row] = this.#codeIndex(code) + 1;
    this.#reasons.set(table, reasons);
  }

  /** How many rows of a table were left out. */
  leftOutOf(table: TypedTable): number {
    return this.#reasons.get(table)?.reduce((count, reason) => (reason === 0 ? count : count + 1), 0) ?? 0;
  }

  /** All rows left out, as long as they are looked at: a list of them would be as long as the file. */
  *leftOut(): Generator<LeftOut, undefined> {
    for (const [at, row] of this.#leftRows.entries()) {
      const table = this.#leftTables[at];
      if (table) yield { table, row, code: this.reasonOf(table, row) ?? '' };
    }
  }

  /** Why a row was left out; undefined where it was not. */
  reasonOf(table: TypedTable, row: number): string | undefined {
    return this.#codes[(this.#reasons.get(table)?.[row] ?? 0) - 1];
  }

  #codeIndex(code: string): number {
    const known = this.#codes.indexOf(code);
    return known >= 0 ? known : this.#codes.push(code) - 1;
  }
}
