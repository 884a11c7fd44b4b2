/** Every problem that data can have: its code, its severity and the parameters its words need. Words: `i18n`, by code. */
import type { Place } from '../model/place.ts';
import type { Affects, Problem, Severity, Treatment } from '../model/problem.ts';

/** Parameters by code. The cell's own text and heading stand in the problem itself. */
export interface Parameters {
  'file/html-named-xls': Record<never, never>;
  'file/text-named-xls': Record<never, never>;
  'file/content-differs': { readonly expected: string; readonly found: string };
  'into/title-taken': { readonly title: string };
  'into/recalculate': Record<never, never>;
  'into/other-version': { readonly made: string; readonly now: string };
  'file/unclosed-quote': { readonly lines: number };
  'file/null-bytes': { readonly count: number };
  'row/ragged': { readonly found: number; readonly expected: number; readonly rows: number };
  'cell/too-long': { readonly length: number };
  'header/missing-column': { readonly field: string; readonly dataset: string; readonly near: readonly string[] };
  'header/ambiguous-column': { readonly field: string; readonly columns: readonly string[] };
  'header/repeated-heading': { readonly columns: readonly string[] };
  'table/not-recognised': { readonly headings: readonly string[] };
  'table/not-read': { readonly why: string };
  'table/summary': { readonly other: string };
  /** Problems of one code that are counted but not listed. */
  'table/more-problems': { readonly what: string; readonly count: number };
  'table/overlap': { readonly rows: number; readonly amount: string; readonly other: string };
  'table/total-mismatch': { readonly label: string; readonly stated: string; readonly sum: string };
  'table/hidden-rows': { readonly rows: number; readonly amount: string };
  'table/unit-scaled': { readonly stated: string; readonly factor: string };
  'table/expected-close': { readonly heading: string };
  'table/price-as-amount': { readonly heading: string };
  'table/actuals-of-plan': { readonly heading: string };
  'cell/not-a-number': { readonly hint: string };
  'cell/ambiguous-number': { readonly readings: readonly string[] };
  'cell/no-such-date': { readonly hint: string };
  'cell/not-a-date': Record<never, never>;
  'cell/ambiguous-date': { readonly readings: readonly string[]; readonly rows: number };
  'cell/implausible-date': { readonly first: string; readonly last: string };
  'cell/error-value': Record<never, never>;
  'cell/no-cached-value': Record<never, never>;
  'cell/required': Record<never, never>;
  'cell/lost-digits': { readonly digits: number };
  'cell/rounded-source': { readonly rows: number };
  'money/mixed-currency': { readonly currencies: readonly string[] };
  'money/missing-rate': { readonly from: string; readonly to: string; readonly day: string };
  'money/converted': {
    readonly from: string;
    readonly to: string;
    readonly rows: number;
    readonly before: string;
    readonly after: string;
    readonly policy: string;
  };
  'status/unmapped': { readonly status: string; readonly rows: number; readonly amount: string };
  'stage/unmapped': { readonly stage: string; readonly rows: number; readonly amount: string };
  'satisfaction/unmapped': { readonly answer: string; readonly rows: number };
  'cell/out-of-range': { readonly lowest: string; readonly highest: string };
  'row/repeated-line': { readonly rows: number; readonly amount: string; readonly firstRow: number };
  'row/shared-order-id': { readonly orders: number; readonly example: string };
  'row/refund-without-order': { readonly rows: number; readonly amount: string };
  'row/line-without-order': { readonly orderId: string };
  'row/order-without-lines': { readonly orders: number; readonly example: string };
  'row/head-amount-differs': { readonly orders: number; readonly amount: string; readonly example: string };
  'row/duplicate-key': { readonly key: string; readonly firstRow: number };
  'row/ambiguous-person': { readonly name: string };
  'row/return-without-order': { readonly rows: number; readonly example: string };
  'row/payment-without-order': { readonly rows: number; readonly amount: string; readonly example: string };
  'row/repeated-deal': {
    readonly rows: number;
    readonly amount: string;
    readonly example: string;
    readonly firstRow: number;
  };
  'row/closed-without-date': { readonly rows: number; readonly amount: string };
  /** Deals of an earlier export that the later one has no more. */
  'deals/gone': { readonly deals: number; readonly example: string };
  'row/negative-cycle': { readonly created: string; readonly closed: string };
  'row/negative-duration': { readonly from: string; readonly to: string };
  'join/unmatched': {
    readonly field: string;
    readonly dataset: string;
    readonly keys: number;
    readonly rows: number;
    /** Empty where the facts have no money. */
    readonly amount: string;
    readonly near: readonly string[];
  };
  'join/differs': {
    readonly field: string;
    readonly rows: number;
    readonly amount: string;
    readonly own: string;
    readonly other: string;
  };
  'market/size-differs': {
    readonly period: string;
    readonly first: string;
    readonly second: string;
    readonly firstRow: number;
  };
  'market/unknown-period': Record<never, never>;
  /** `where` names the part of the whole; empty for the whole. */
  'market/share-over-one': { readonly where: string; readonly revenue: string; readonly size: string };
  'control/total': {
    readonly kpi: string;
    readonly expected: string;
    readonly actual: string;
    readonly difference: string;
  };
  'accept/unused': { readonly code: string; readonly key: string };
  'accept/unsigned': { readonly rows: number };
  'targets/duplicate': {
    readonly name: string;
    readonly period: string;
    readonly kpi: string;
    readonly firstRow: number;
  };
  'targets/repeated-key': { readonly key: string; readonly period: string; readonly firstRow: number };
  'targets/several-versions': { readonly versions: readonly string[]; readonly kpi: string };
  'targets/parent-sum': BrokenSum;
  'targets/quarter-sum': BrokenSum;
  'targets/unknown-kpi': { readonly near: readonly string[] };
  'targets/unknown-period': Record<never, never>;
  'targets/scale': { readonly actual: string; readonly target: string };
  'targets/tax-basis': { readonly actual: string; readonly target: string };
  'targets/tax-basis-unknown': { readonly known: string; readonly side: string };
  'targets/incomplete': { readonly kpi: string; readonly missing: readonly string[] };
  'targets/year-only': { readonly year: string };
  'targets/outside-period': { readonly rows: number; readonly first: string; readonly last: string };
  'targets/not-computed': { readonly kpi: string; readonly rows: number };
  'targets/negative': Record<never, never>;
  'schema/missing-table': { readonly table: string };
  'schema/missing-column': { readonly field: string; readonly headings: readonly string[] };
  'schema/required': { readonly field: string };
  'schema/type': { readonly type: string; readonly hint: string };
  'schema/unique': { readonly headings: readonly string[]; readonly firstRow: number };
  'schema/enum': { readonly allowed: readonly string[]; readonly near: readonly string[] };
  'schema/pattern': { readonly pattern: string };
  'schema/range': { readonly lowest: string; readonly highest: string };
  'schema/foreign-key': { readonly table: string; readonly field: string; readonly near: readonly string[] };
  'targets/half-sum': BrokenSum;
  'targets/year-sum': BrokenSum;
  'targets/printed-total': BrokenSum;
  'targets/cut-sum': BrokenSum & { readonly first: string; readonly second: string };
  'row/unknown-person': { readonly near: readonly string[]; readonly rows: number };
  'targets/unknown-parent': { readonly near: readonly string[] };
  'targets/unknown-level': { readonly near: readonly string[] };
  'targets/misspelled-name': { readonly near: readonly string[]; readonly rows: number };
  'targets/inactive-owner': {
    readonly name: string;
    readonly period: string;
    readonly from: string;
    readonly to: string;
  };
  /** `kind`: months (of one node), period (of all), person (of the list of people), unplanned (actuals without target). */
  'targets/gap': {
    readonly kind: string;
    readonly name: string;
    readonly kpi: string;
    readonly missing: readonly string[];
  };
  'targets/weights': { readonly name: string; readonly period: string; readonly sum: string };
  'targets/unit-slip': { readonly usual: string; readonly factor: string };
  'targets/overlap': { readonly name: string; readonly first: string; readonly second: string };
  'targets/version-total': {
    readonly period: string;
    readonly first: string;
    readonly second: string;
    readonly own: string;
    readonly other: string;
  };
  'targets/late-version': { readonly version: string; readonly from: string; readonly period: string };
  /** `kind`: root, cycle, orphan, space. */
  'targets/hierarchy': { readonly kind: string; readonly name: string; readonly other: string };
  /** `kind`: months (more than twelve), year (title and rows differ), row (of another year than the rest), order (of months). */
  'targets/calendar': { readonly kind: string; readonly found: string; readonly expected: string };
  'targets/floor-target-stretch': {
    readonly name: string;
    readonly period: string;
    readonly lower: string;
    readonly upper: string;
  };
  'targets/non-additive-sum': { readonly kpi: string; readonly name: string; readonly period: string };
  'targets/hidden-rows': { readonly rows: number };
  /** `neighbour` is a cell beside it whose formula would do, as a name (`F7`); `formulas` how many there are. */
  'targets/typed-total': { readonly neighbour: string; readonly formulas: number };
  /** `kind`: growth, flat, best. */
  'targets/implausible': {
    readonly kind: string;
    readonly name: string;
    readonly period: string;
    readonly base: string;
    readonly times: string;
  };
  /** `criterion`: S, M, A, R or T; `why` a word that the catalogues of words know. */
  'targets/not-smart': { readonly criterion: string; readonly why: string };
}

/**
 * A total that its parts do not make; `wanted` is what the named cell would have to be, empty where nobody can tell;
 * `allowed` why it is no mistake: `rounding`, `at-least`, a buffer (`5%`), empty where it is one.
 */
type BrokenSum = {
  readonly name: string;
  readonly period: string;
  readonly own: string;
  readonly sum: string;
  readonly wanted: string;
  readonly allowed: string;
};

export type ProblemCode = keyof Parameters;

/** Severity by code; the listing order of `explain codes`. */
export const severities: { readonly [Code in ProblemCode]: Severity } = {
  'file/html-named-xls': 'info',
  'file/text-named-xls': 'info',
  'file/content-differs': 'info',
  'into/title-taken': 'info',
  'into/recalculate': 'info',
  'into/other-version': 'warning',
  'file/unclosed-quote': 'error',
  'file/null-bytes': 'warning',
  'row/ragged': 'warning',
  'cell/too-long': 'warning',
  'header/missing-column': 'error',
  'header/ambiguous-column': 'error',
  'header/repeated-heading': 'info',
  'table/not-recognised': 'info',
  'table/not-read': 'info',
  'table/summary': 'info',
  'table/more-problems': 'warning',
  'table/overlap': 'error',
  'table/total-mismatch': 'error',
  'table/hidden-rows': 'info',
  'table/unit-scaled': 'info',
  'table/expected-close': 'warning',
  'table/price-as-amount': 'info',
  'table/actuals-of-plan': 'info',
  'cell/not-a-number': 'error',
  'cell/ambiguous-number': 'error',
  'cell/no-such-date': 'error',
  'cell/not-a-date': 'error',
  'cell/ambiguous-date': 'error',
  'cell/implausible-date': 'error',
  'cell/error-value': 'error',
  'cell/no-cached-value': 'error',
  'cell/required': 'error',
  'cell/lost-digits': 'error',
  'cell/rounded-source': 'info',
  'money/mixed-currency': 'error',
  'money/missing-rate': 'error',
  'money/converted': 'info',
  'status/unmapped': 'warning',
  'stage/unmapped': 'warning',
  'satisfaction/unmapped': 'warning',
  'cell/out-of-range': 'error',
  'row/repeated-line': 'info',
  'row/shared-order-id': 'warning',
  'row/refund-without-order': 'info',
  'row/line-without-order': 'error',
  'row/order-without-lines': 'warning',
  'row/head-amount-differs': 'warning',
  'row/duplicate-key': 'error',
  'row/ambiguous-person': 'error',
  'row/return-without-order': 'warning',
  'row/payment-without-order': 'warning',
  'row/repeated-deal': 'warning',
  'row/closed-without-date': 'warning',
  'deals/gone': 'info',
  'row/negative-cycle': 'error',
  'row/negative-duration': 'error',
  'join/unmatched': 'info',
  'join/differs': 'warning',
  'market/size-differs': 'error',
  'market/unknown-period': 'error',
  'market/share-over-one': 'error',
  'control/total': 'error',
  'accept/unused': 'info',
  'accept/unsigned': 'warning',
  'targets/duplicate': 'error',
  'targets/repeated-key': 'warning',
  'targets/several-versions': 'error',
  'targets/parent-sum': 'error',
  'targets/quarter-sum': 'error',
  'targets/unknown-kpi': 'error',
  'targets/unknown-period': 'error',
  'targets/scale': 'error',
  'targets/tax-basis': 'error',
  'targets/tax-basis-unknown': 'warning',
  'targets/incomplete': 'warning',
  'targets/year-only': 'warning',
  'targets/outside-period': 'info',
  'targets/not-computed': 'info',
  'targets/negative': 'error',
  'schema/missing-table': 'error',
  'schema/missing-column': 'error',
  'schema/required': 'error',
  'schema/type': 'error',
  'schema/unique': 'error',
  'schema/enum': 'error',
  'schema/pattern': 'error',
  'schema/range': 'error',
  'schema/foreign-key': 'error',
  'targets/half-sum': 'error',
  'targets/year-sum': 'error',
  'targets/printed-total': 'error',
  'targets/cut-sum': 'error',
  'row/unknown-person': 'error',
  'targets/unknown-parent': 'error',
  'targets/unknown-level': 'error',
  'targets/misspelled-name': 'error',
  'targets/inactive-owner': 'warning',
  'targets/gap': 'warning',
  'targets/weights': 'error',
  'targets/unit-slip': 'warning',
  'targets/overlap': 'warning',
  'targets/version-total': 'warning',
  'targets/late-version': 'warning',
  'targets/hierarchy': 'error',
  'targets/calendar': 'warning',
  'targets/floor-target-stretch': 'warning',
  'targets/non-additive-sum': 'warning',
  'targets/hidden-rows': 'info',
  'targets/typed-total': 'info',
  'targets/implausible': 'info',
  'targets/not-smart': 'info',
};

export const problemCodes = Object.keys(severities) as readonly ProblemCode[];

/** What a problem may say besides code, place and parameters. */
interface ProblemExtras {
  readonly severity?: Severity;
  readonly related?: readonly Place[];
  readonly heading?: string | null;
  readonly value?: string | null;
  readonly treatment?: Treatment;
  readonly affects?: Affects;
  readonly span?: NonNullable<Problem['span']>;
}

export const nowhereElse: readonly Place[] = [];

/**
 * A problem of the catalogue's severity; a problem of a whole table affects the period unless told otherwise. Field by
 * field, not by spreading: a file may have a million of them.
 */
export function problem<Code extends ProblemCode>(
  code: Code,
  place: Place,
  params: Parameters[Code],
  extras: ProblemExtras = {},
): Problem {
  const { severity = severities[code], related = nowhereElse, heading = null, value = null } = extras;
  const { treatment = 'none', affects = 'period', span } = extras;
  const own = params as Problem['params'];
  const found: Problem = { code, severity, place, related, heading, value, params: own, treatment, affects };
  return span === undefined ? found : { ...found, span };
}
