/** The rows of a run, as far as another run is held against them: alive, or as a document kept them. */
import type { Decimal } from '../lib/decimal.ts';
import type { FactDataset } from './data-set.ts';
import type { Period } from './period.ts';
import type { Place } from './place.ts';

export const keptKinds = ['text', 'amount', 'day'] as const;

export interface KeptField {
  readonly name: string;
  readonly kind: (typeof keptKinds)[number];
  /** Text trimmed, amounts as plain decimals, days as `2024-01-31`; empty where the cell is. */
  cell(row: number): string;
}

/** What the rows of a table do for a number: add amounts, or stand for something that is counted once. */
export type KeptShare =
  | { readonly adds: 'amount'; at(row: number): Decimal | null }
  /** What is counted once; empty for a row that counts by itself, null for one that is not in the number. */
  | { readonly adds: 'key'; at(row: number): string | null };

export interface KeptTable {
  readonly dataset: FactDataset;
  readonly rowCount: number;
  readonly fields: readonly KeptField[];
  /** By id of the KPI. */
  readonly shares: ReadonlyMap<string, KeptShare>;
  placeOf(row: number): Place;
  /** False for rows that are no data: copies of another table's. */
  isThere(row: number): boolean;
  isLeftOut(row: number): boolean;
  /** In a figure of the evaluated period. */
  isInPeriod(row: number): boolean;
}

export interface KeptRows {
  readonly period: Pick<Period, 'id'>;
  readonly tables: readonly KeptTable[];
  /** What the KPIs amounted to, by id. */
  readonly actuals: ReadonlyMap<string, Decimal | null>;
}
