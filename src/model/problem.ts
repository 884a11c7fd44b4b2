import type { Decimal } from '../lib/decimal.ts';
import type { Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What was done with the cell or row that has the problem. */
export type Treatment = 'left-out' | 'counted' | 'converted' | 'ignored' | 'none';

/** Which figures the problem can change: those of the period, only those it is compared with, or none. */
export type Affects = 'period' | 'compare' | 'none';

export type ProblemParams = Readonly<Record<string, string | number | readonly string[]>>;

/** Something wrong in data: a value, collected, never thrown. Its words are in `i18n`, by code. */
export interface Problem {
  /** `area/what`, a key of `problems/catalogue.ts`. */
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** The other cells that take part. */
  readonly related: readonly Place[];
  /** Heading of the column as the file spells it. */
  readonly heading: string | null;
  /** The cell's text as read. */
  readonly value: string | null;
  readonly params: ProblemParams;
  readonly treatment: Treatment;
  readonly affects: Affects;
  /** The days that the cell or row is about, where only they are affected: of a target its period. */
  readonly span?: { readonly start: number; readonly end: number };
}

/** A data row that is in no figure. */
export interface LeftOutRow {
  readonly place: Place;
  /** The row's date, where it can be read. */
  readonly day: number | null;
  /** The row's money, where it can be read. */
  readonly amount: Decimal | null;
  /** Code of the problem for which it was left out. */
  readonly code: string;
  /** Somebody answers for it. */
  readonly isAccepted?: boolean;
}
