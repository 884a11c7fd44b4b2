/** What `targets breakdown` is asked for, resolved by the command. */
import type { Decimal } from '../../lib/decimal.ts';
import type { Grain, Period } from '../../model/period.ts';
import type { SplitMethod } from '../../model/plan.ts';

/** Weights by name of a part or of a period. */
export type Weights = ReadonlyMap<string, Decimal>;

export interface SplitRequest {
  readonly kpi: string;
  /** Null: the targets of the data are split. */
  readonly total: Decimal | null;
  readonly period: Period | null;
  /** From the top. */
  readonly dimensions: readonly string[];
  /** Grain of the columns; null: the period is not split. */
  readonly grain: Extract<Grain, 'month' | 'quarter' | 'half' | 'year'> | null;
  readonly method: SplitMethod | undefined;
  /** First month of the fiscal year, by which quarters, halves and years are split; 1 where undefined. */
  readonly fiscalYearStart?: number | undefined;
  /** Period of the history; undefined: the year before, and up to three for the seasons. */
  readonly base: Period | undefined;
  readonly weights: Weights | null;
  /** Column of people that holds weights. */
  readonly weightColumn: string | null;
  /** Dimension, or `*` for each → ratio. */
  readonly buffers: ReadonlyMap<string, Decimal>;
  /** Null: 1,000, or less where parts would be lost in it. */
  readonly step: Decimal | null;
  /** Months until a newcomer counts in full. */
  readonly ramp: number;
}
