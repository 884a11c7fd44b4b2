/** What the one-to-one sheet of each person shows: their own numbers, deals, orders and customers, nobody else's. */
import type { Decimal } from '../lib/decimal.ts';
import type { Day } from './day.ts';
import type { KpiResult } from './evaluation.ts';

/** A deal or an order. */
export interface DealLine {
  /** Its name, else its id; null where the data has neither. */
  readonly name: string | null;
  readonly customer: string | null;
  readonly amount: Decimal;
  /** Of a closed deal the close date, of an order its own, of an open deal the expected close date. */
  readonly day: Day | null;
  /** How an order or deal stands, as the file says it: stage or status. */
  readonly stage: string | null;
}

export interface CustomerLine {
  readonly name: string;
  readonly amount: Decimal;
}

/** All of them counted, the largest named. */
export interface CustomerList {
  readonly count: number;
  readonly largest: readonly CustomerLine[];
}

/** Largest first, at most five of each; null where the data does not tell. */
export interface PersonLists {
  readonly won: readonly DealLine[] | null;
  /** Deals that are open now, or were lost in the period. */
  readonly openOrLost: readonly DealLine[] | null;
  /** Where there are no deals: orders, and customers by the money of the period. */
  readonly orders: readonly DealLine[] | null;
  readonly customers: readonly CustomerLine[] | null;
  /** Customers whose first purchase lies in the period, with the money of the period. */
  readonly gained: CustomerList | null;
  /** Customers of the preceding period who did not buy from this person in this one, with the money of then. */
  readonly lost: (CustomerList & { readonly period: string }) | null;
}

export interface PersonReport {
  /** As shown: with what tells them apart where several bear one name. */
  readonly name: string;
  /** Dimension → value: `rep`, for namesakes also what tells them apart. */
  readonly by: Readonly<Record<string, string>>;
  readonly kpis: readonly KpiResult[];
  /** The first KPI by sub-period, the latest last. */
  readonly trend: readonly { readonly period: string; readonly kpi: KpiResult }[];
  readonly lists: PersonLists;
}

export interface People {
  /** Those with actuals or targets in the period, by revenue from the highest; at most `mostPeople`. */
  readonly list: readonly PersonReport[];
  /** How many there are. */
  readonly all: number;
}

/** More sheets than this nobody pages through, and a spreadsheet opens them slowly. */
export const mostPeople = 200;
