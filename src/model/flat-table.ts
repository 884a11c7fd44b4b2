/** A table of plain values, one fact a row: what a CSV file holds. */
import type { Decimal } from '../lib/decimal.ts';

/** Text may come from a cell of the input; `null` is an empty field. */
export type FlatValue = string | number | boolean | Decimal | null;

export interface FlatTable {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly FlatValue[]>;
}

/** What becomes of text that a spreadsheet would take for a formula. */
export const formulaModes = ['escape', 'refuse', 'raw'] as const;
export type FormulaMode = (typeof formulaModes)[number];
