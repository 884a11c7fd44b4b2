/** What numbers are made of, as data: a term names its rows and what each of them adds. */
import type { Decimal } from '../../lib/decimal.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import type { TermKey, TermRole } from '../../model/explanation.ts';
import type { Unit } from '../../model/kpi.ts';
import type { Place } from '../../model/place.ts';
import type { AmountColumn, TextColumn } from '../../model/table.ts';
import type { Cut } from '../cut.ts';
import type { History } from '../history.ts';
import type { Slice } from '../slice.ts';
import type { StreamName } from '../streams.ts';

/** Where a term is looked for: the rows of one group of a slice. */
export interface At {
  readonly slice: Slice;
  readonly group: number;
  /** The cut of the number itself, also where the term's rows are of another period. */
  readonly cut: Cut;
  readonly history: History;
}

/**
 * Which period's rows: of the number itself, of the one before it, of the one that retention starts from, or all up to
 * its end.
 */
export type When = 'now' | 'before' | 'base' | 'to-date';

/** What each row adds. */
export type Adding =
  | { readonly kind: 'one' }
  | { readonly kind: 'column'; readonly column: AmountColumn }
  | { readonly kind: 'each'; readonly amountOf: (row: number) => Decimal | null }
  /** Each distinct value once; rows without one count one each, or not at all. */
  | { readonly kind: 'distinct'; readonly column: TextColumn; readonly blanks: boolean };

interface Named {
  readonly key: TermKey;
  readonly role: TermRole;
  /** 1 where not said. */
  readonly factor?: number;
  readonly unit: Unit;
  readonly kpi?: string;
}

export interface RowsTerm extends Named {
  readonly kind: 'rows';
  readonly stream: StreamName;
  readonly when?: When;
  /** Null where the rows have no such column. */
  adding(at: At): Adding | null;
  /** Which rows; all where it is not there. */
  wanted?(at: At): (row: number) => boolean;
  /** True where the customers behind the rows are named. */
  readonly namesCustomers?: boolean;
}

export interface ListedRow {
  readonly place: Place | null;
  readonly day: number | null;
  readonly name: string | null;
  readonly adds: Decimal;
}

/** Rows that are in no facts: returns, sizes of markets. */
export interface ListTerm extends Named {
  readonly kind: 'list';
  listed(at: Omit<At, 'slice'>): readonly ListedRow[];
}

/** What comes from no row. */
export interface FigureTerm extends Named {
  readonly kind: 'figure';
  figure(result: KpiResult, amountOf: (key: TermKey) => Decimal, at: Omit<At, 'slice'>): Decimal | null;
}

export type Term = RowsTerm | ListTerm | FigureTerm;

type RowsRest = Partial<Pick<RowsTerm, 'factor' | 'when' | 'wanted' | 'namesCustomers'>>;

export const one = (): Adding => ({ kind: 'one' });
export const money = ({ slice }: At): Adding => ({ kind: 'column', column: slice.population.amount });

export function customers({ slice }: At): Adding | null {
  const { customer } = slice.population;
  return customer && { kind: 'distinct', column: customer, blanks: false };
}

/** A term of rows that counts them. */
export function counting(key: TermKey, role: TermRole, stream: StreamName, rest: RowsRest = {}): RowsTerm {
  return { kind: 'rows', key, role, unit: 'count', stream, adding: one, ...rest };
}

/** A term of rows that adds up their money. */
export function summing(key: TermKey, role: TermRole, stream: StreamName, rest: RowsRest = {}): RowsTerm {
  return { kind: 'rows', key, role, unit: 'money', stream, adding: money, ...rest };
}

/** A term of sales that counts their customers. */
export function countingCustomers(key: TermKey, role: TermRole, rest: RowsRest = {}): RowsTerm {
  return { kind: 'rows', key, role, unit: 'count', stream: 'sales', adding: customers, ...rest };
}
