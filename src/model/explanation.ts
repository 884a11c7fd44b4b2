/** A number and the rows behind it: what `explain <kpi> <files…>` shows. */
import type { Decimal } from '../lib/decimal.ts';
import type { Evaluation, KpiResult } from './evaluation.ts';
import type { Unit } from './kpi.ts';
import type { OwnKpi } from './own-kpi.ts';
import type { Place } from './place.ts';

/** The sets of rows and the amounts that numbers are made of; their words are in `i18n`, by key. */
export const termKeys = [
  'sold',
  'taken-back',
  'refunded',
  'returned',
  'received',
  'invoiced',
  'sold-to-date',
  'received-to-date',
  'owed',
  'orders',
  'units',
  'list-price',
  'sold-with-list-price',
  'sold-with-cost',
  'cost',
  'profit',
  'sold-with-margin',
  'customers',
  'customers-new',
  'customers-reactivated',
  'customers-then',
  'customers-kept',
  'customers-lost',
  'customers-repeated',
  'customers-returning',
  'money-then',
  'money-now',
  'growth-not-counted',
  'won',
  'lost',
  'closed',
  'won-amount',
  'won-with-amount',
  'closed-amount',
  'created',
  'created-won',
  'cycle-days',
  'cycles',
  'open',
  'open-amount',
  'open-weighted',
  'expected',
  'target',
  'slipped',
  'planned',
  'satisfied',
  'rated',
  'promoters',
  'detractors',
  'answers',
  'replied',
  'unreplied',
  'solved',
  'market',
  'own-rows',
  'own-of',
  'own-to',
  'own-kpi',
] as const;
export type TermKey = (typeof termKeys)[number];

/**
 * What a term is of its number: `value` terms add up to it, `top` to its numerator, `bottom` to its denominator, each
 * times its factor; `part` is told beside (what a median is made of, who was lost).
 */
export type TermRole = 'value' | 'top' | 'bottom' | 'part';

/** A row that is in a number. */
export interface TracedRow {
  readonly place: Place;
  readonly day: number | null;
  /** What it is called: order, deal or customer; null where nothing tells. */
  readonly name: string | null;
  /** Its money, where it has any. */
  readonly amount: Decimal | null;
  /** What it adds to its term; of an order or a customer with several rows the first counts 1 and the others 0. */
  readonly adds: Decimal;
}

/** The rows of a term that stand in one table. */
export interface TracedTable {
  readonly file: string;
  readonly sheet: string | null;
  readonly rows: number;
  /** What they add to the term. */
  readonly adds: Decimal;
}

/** The rows of a term; they are made only while they are looked at. */
export interface RowsBehind {
  readonly count: number;
  readonly tables: readonly TracedTable[];
  /** The largest, at most `most`. */
  largest(most: number): readonly TracedRow[];
  /** All, in the order of their days. */
  all(): Iterable<TracedRow>;
}

/** A customer with the money of the term's rows. */
export interface TracedMember {
  readonly name: string;
  readonly amount: Decimal;
}

export interface TracedTerm {
  readonly key: TermKey;
  readonly role: TermRole;
  readonly factor: number;
  readonly unit: Unit;
  readonly value: Decimal;
  /** Of `own-kpi` the KPI that it is. */
  readonly kpi: string | null;
  /** The periods that its words speak of: that of the number, and the one before it. */
  readonly now: string;
  readonly base: string;
  /** That of the rows. */
  readonly period: string;
  /** Null for what comes from no row: a target, what another KPI says. */
  readonly rows: RowsBehind | null;
  /** Who they are, the largest first, where that is of interest: customers lost. */
  readonly members: { readonly count: number; readonly largest: readonly TracedMember[] } | null;
}

export interface TracedGroup {
  /** Empty for the whole. */
  readonly by: Readonly<Record<string, string>>;
  readonly result: KpiResult;
  readonly terms: readonly TracedTerm[];
}

export type ExclusionReason =
  | 'left-out'
  | 'status'
  | 'undated'
  | 'after-as-of'
  | 'other-member'
  | 'outside-period'
  | 'outcome'
  | 'no-customer'
  | 'negative'
  | 'not-needed';

/** Rows of the files that are not in the number, for one reason. */
export interface Exclusion {
  readonly reason: ExclusionReason;
  /** The problem's code, the status or the outcome; null where the reason says it all. */
  readonly what: string | null;
  readonly rows: number;
  /** Their money, as far as it can be read. */
  readonly amount: Decimal;
  /** The first of them. */
  readonly places: readonly ExcludedPlace[];
}

export interface ExcludedPlace {
  readonly place: Place;
  readonly heading: string | null;
  readonly value: string | null;
}

/** The column that a field of the number is read from. */
export interface SourceColumn {
  /** `dataset.field` */
  readonly field: string;
  readonly file: string;
  readonly sheet: string | null;
  /** From 1; null where the column is not known by its place. */
  readonly column: number | null;
  readonly heading: string;
  /** The heading of the column that could have been taken too. */
  readonly notHeading: string | null;
}

export interface Explanation
  extends Pick<
    Evaluation,
    | 'tool'
    | 'ok'
    | 'draft'
    | 'lang'
    | 'config'
    | 'options'
    | 'currency'
    | 'asOf'
    | 'period'
    | 'compare'
    | 'inputs'
    | 'notComputed'
    | 'problems'
  > {
  readonly kpi: string;
  readonly ownKpis: readonly OwnKpi[];
  readonly columns: readonly SourceColumn[];
  /** The whole, or one entry per member of `--by`; empty where the KPI cannot be computed. */
  readonly groups: readonly TracedGroup[];
  readonly excluded: readonly Exclusion[];
}
