/**
 * What is still owed on each row of the sales on a day. A payment that names an order pays that order, one that names
 * only a customer pays what that customer owes; the oldest due is paid first. Negative rows are credits of their order.
 */
import { type Decimal, unitsAt, zero } from '../lib/decimal.ts';
import { keptPer } from '../lib/kept-per.ts';
import type { Day } from '../model/day.ts';
import { type DayColumn, exactScale, type TextColumn } from '../model/table.ts';
import { amountAt } from './aggregate/sum.ts';
import type { History } from './history.ts';
import type { Population } from './population.ts';

/** Names of the keys by which payments find what they pay. */
const keyFields = ['orderId', 'customerId', 'customerName'] as const;

export interface OpenAmounts {
  /** What is owed on `day` on rows due before it, by row; at `exactScale`. */
  overdueOn(day: Day): ReadonlyMap<number, bigint>;
}

/** What `openAmountsOf` would need and the data lacks. */
export function missingForOverdue({ streams, population }: History): readonly string[] {
  const payments = streams.population('payments');
  if (payments === null) return streams.missing('payments');
  if (population.facts.columns.get('dueDate')?.kind !== 'day') return ['orders.dueDate'];
  const isOwn = streams.datasetOf('payments') === 'orders';
  return isOwn || keyFields.some((field) => sharedKey(population, payments, field)) ? [] : ['payments.orderId'];
}

export const openAmountsOf = keptPer((history: History): OpenAmounts | null =>
  missingForOverdue(history).length > 0 ? null : makeOpenAmounts(history),
);

function makeOpenAmounts({ data, population, streams }: History): OpenAmounts | null {
  const due = population.facts.columns.get('dueDate');
  const payments = streams.population('payments');
  if (due?.kind !== 'day' || payments === null) return null;
  const amounts = unitsOf(population);
  const paid = unitsOf(payments);
  const order = rowsByDue(population, due);
  const keys =
    streams.datasetOf('payments') === 'orders'
      ? [ownRows(population, payments, data.facts.orders?.rowCount ?? 0)]
      : keyFields.flatMap((field) => sharedKey(population, payments, field) ?? []);
  const accounts = keys.map((key) => ({ ...key, sold: new Set(Array.from(population.rows, key.ofRow)) }));
  return {
    overdueOn(day) {
      const sold = order.filter((row) => (population.day.days[row] ?? 0) <= day);
      const open = new Map(Array.from(sold, (row) => [row, amounts[row] ?? 0n]));
      const isUsed = new Uint8Array(payments.facts.rowCount);
      for (const account of accounts) payOff(open, account, poolsOf(account, { payments, paid, isUsed, open, day }));
      return new Map([...open].filter(([row, units]) => units > 0n && isOverdue(due, row, day)));
    },
  };
}

/** Which key each row of the sales and each payment has; 0 is none. */
interface Key {
  readonly ofRow: (row: number) => number;
  readonly ofPayment: (row: number) => number;
}

/** A key and all that is sold under it, on whatever day: what is paid ahead for one order pays no other. */
interface Account extends Key {
  readonly sold: ReadonlySet<number>;
}

interface Paying {
  readonly payments: Population;
  readonly paid: readonly bigint[];
  /** 1 for payments that an earlier key has taken. */
  readonly isUsed: Uint8Array;
  readonly open: Map<number, bigint>;
  readonly day: Day;
}

/** Money to pay with, by key: payments up to the day, and what rows themselves give back. */
function poolsOf({ sold, ...key }: Account, { payments, paid, isUsed, open, day }: Paying): Map<number, bigint> {
  const pools = new Map<number, bigint>();
  const put = (code: number, units: bigint) => pools.set(code, (pools.get(code) ?? 0n) + units);
  for (const [row, units] of open) {
    const code = key.ofRow(row);
    if (units >= 0n || code === 0) continue;
    put(code, -units);
    open.set(row, 0n);
  }
  for (const row of payments.rows) {
    const code = key.ofPayment(row);
    if (code === 0 || isUsed[row] === 1 || !sold.has(code) || (payments.day.days[row] ?? 0) > day) continue;
    isUsed[row] = 1;
    put(code, paid[row] ?? 0n);
  }
  return pools;
}

/** Takes the pools off the rows, which come by due date. */
function payOff(open: Map<number, bigint>, { ofRow }: Key, pools: Map<number, bigint>): void {
  for (const [row, units] of open) {
    const code = ofRow(row);
    const pool = pools.get(code) ?? 0n;
    if (code === 0 || pool <= 0n || units <= 0n) continue;
    const part = pool < units ? pool : units;
    open.set(row, units - part);
    pools.set(code, pool - part);
  }
}

/** Codes of the sales for the texts that both have; null where one of them has no such column. */
function sharedKey(sales: Population, payments: Population, field: string): Key | null {
  const [own, theirs] = [sales.facts.columns.get(field), payments.facts.columns.get(field)];
  if (own?.kind !== 'text' || theirs?.kind !== 'text' || theirs.size < 2) return null;
  const codes = codesIn(own, theirs);
  return {
    ofRow: (row) => own.codes[row] ?? 0,
    ofPayment: (row) => codes[theirs.codes[row] ?? 0] ?? 0,
  };
}

function codesIn(own: TextColumn, theirs: TextColumn): Uint32Array {
  const codes = new Map(Array.from({ length: own.size }, (_, code) => [own.text(code), code]));
  return Uint32Array.from({ length: theirs.size }, (_, code) => (code === 0 ? 0 : (codes.get(theirs.text(code)) ?? 0)));
}

/** Orders that say themselves what was received on them: the same row of the facts, in two orders. */
function ownRows(sales: Population, payments: Population, rowCount: number): Key {
  const numbers = Uint32Array.from({ length: rowCount }, (_, row) => row + 1);
  const [ofSales, ofPayments] = [sales.inOrder(numbers), payments.inOrder(numbers)];
  return { ofRow: (row) => ofSales[row] ?? 0, ofPayment: (row) => ofPayments[row] ?? 0 };
}

function unitsOf({ amount, rows }: Population): bigint[] {
  return Array.from(rows, (row) => exactUnits(amountAt(amount, row) ?? zero));
}

function exactUnits(value: Decimal): bigint {
  return unitsAt(value, exactScale);
}

/** The oldest due first; rows without a due date last. */
function rowsByDue({ rows }: Population, due: DayColumn): Uint32Array {
  const dayOf = (row: number) => (due.present[row] === 1 ? (due.days[row] ?? 0) : Number.POSITIVE_INFINITY);
  return rows.slice().sort((a, b) => {
    const [first, second] = [dayOf(a), dayOf(b)];
    return first === second ? a - b : first - second;
  });
}

function isOverdue(due: DayColumn, row: number, day: Day): boolean {
  return due.present[row] === 1 && (due.days[row] ?? 0) < day;
}
