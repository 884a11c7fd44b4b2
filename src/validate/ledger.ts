/** What validation found and took out, as it goes. */
import type { Problem } from '../model/problem.ts';
import type { TypedTable } from './typed-table.ts';

export interface LeftOut {
  readonly table: TypedTable;
  /** Data row of the table. */
  readonly row: number;
  readonly code: string;
}

export class Ledger {
  readonly problems: Problem[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly #reasons = new Map<TypedTable, Map<number, string>>();

  report(problem: Problem): void {
    this.problems.push(problem);
  }

  /** Takes a row out of every figure; the first reason stays. */
  leaveOut(table: TypedTable, row: number, code: string): void {
    if (table.included[row] === 0) return;
    table.included[row] = 0;
    this.leftOut.push({ table, row, code });
    const reasons = this.#reasons.get(table) ?? new Map<number, string>();
    this.#reasons.set(table, reasons.set(row, code));
  }

  /** Why a row was left out; undefined where it was not. */
  reasonOf(table: TypedTable, row: number): string | undefined {
    return this.#reasons.get(table)?.get(row);
  }
}
