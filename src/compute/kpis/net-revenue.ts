import { add, type Decimal, negate, subtract, zero } from '../../lib/decimal.ts';
import type { TextColumn } from '../../model/table.ts';
import { isNegativeAt, sumOf, sumWhere } from '../aggregate/sum.ts';
import type { History } from '../history.ts';
import { declared, defined, type Kpi } from '../kpi.ts';
import type { Slice } from '../slice.ts';
import type { At, ListedRow } from '../trace/term.ts';

/**
 * Revenue minus what came back, each return once: amounts of the returns table by their day (else the order's), else
 * refunded amounts of the orders themselves; rows whose status says refunded are taken back whole where neither
 * covers them. A bare list of order ids takes back all lines of each order.
 */
export const netRevenue: Kpi = {
  ...declared('net-revenue'),
  stream: 'sales',
  rollUp: 'sum',
  missing: (history) => (knowsReturns(history) ? [] : ['returns.orderId', 'orders.refundedAmount']),
  measure(slice, history) {
    const { amount } = slice.population;
    const revenue = sumOf(slice, amount);
    const whole = sumWhere(slice, amount, wholeReturns(history));
    const refunds = refundsOf(slice, history);
    const listed = listedReturns(slice, history);
    const isBareList = history.data.returns !== null && history.data.returns.rows === null;
    return revenue.map((total, group) => {
      const back = add(add(whole[group] ?? zero, refunds[group] ?? zero), listed[group] ?? zero);
      return defined(subtract(total, back), isBareList ? ['whole-order-returns'] : []);
    });
  },
};

function knowsReturns({ data, population, column }: History): boolean {
  return data.returns !== null || population.facts.refunded !== null || column('refundedAmount', 'amount') !== null;
}

/** Rows taken back whole: 1 where so. */
export function wholeReturns(history: History): Uint8Array {
  const { facts } = history.population;
  const isReturned = returnedOrders(history);
  const ids = orderIds(history);
  const isBareList = history.data.returns !== null && history.data.returns.rows === null;
  const refunded = history.column('refundedAmount', 'amount');
  const marks = new Uint8Array(facts.rowCount);
  for (let row = 0; row < facts.rowCount; row++) {
    const isListed = ids !== null && isReturned[ids.codes[row] ?? 0] === 1;
    const isRefunded = facts.refunded?.[row] === 1 && refunded?.present[row] !== 1;
    if (isListed ? isBareList : isRefunded) marks[row] = 1;
  }
  return marks;
}

function orderIds({ column }: History): TextColumn | null {
  return column('orderId', 'text');
}

/** 1 for the codes of order ids that the returns table lists. */
function returnedOrders(history: History): Uint8Array {
  const ids = orderIds(history);
  const listed = history.data.returns?.orderIds;
  const marks = new Uint8Array(ids?.size ?? 0);
  if (ids === null || listed === undefined) return marks;
  for (let code = 1; code < ids.size; code++) if (listed.has(ids.text(code))) marks[code] = 1;
  return marks;
}

/** Σ refunded amounts of the orders' own column, of orders that the returns table does not list. */
function refundsOf(slice: Slice, history: History): readonly Decimal[] {
  const refunded = history.column('refundedAmount', 'amount');
  if (refunded === null) return [];
  const refundable = refundableRows(history);
  const rows = (isNegative: boolean) =>
    refundable.map((is, row) => (is === 1 && isNegativeAt(refunded, row) === isNegative ? 1 : 0));
  // Some systems state refunds as negative amounts, some in some rows only: each row takes back what it names.
  const negative = sumWhere(slice, refunded, rows(true));
  return sumWhere(slice, refunded, rows(false)).map((given, group) => subtract(given, negative[group] ?? zero));
}

/** 1 for rows whose refunded amount is taken back: those of orders that the returns table does not list. */
export function refundableRows(history: History): Uint8Array {
  const codes = orderIds(history)?.codes;
  const isReturned = returnedOrders(history);
  return Uint8Array.from(history.population.rows, (row) => (isReturned[codes?.[row] ?? 0] === 1 ? 0 : 1));
}

/** Rows of the returns table that a group gives back, with their amounts. */
export function returnsOf({ cut, group, history }: Pick<At, 'cut' | 'group' | 'history'>): ListedRow[] {
  const slice = cut.slice('sales');
  const listed = history.data.returns?.rows;
  if (!slice || !listed) return [];
  const groupOf = groupsOfReturns(slice, history);
  return listed
    .filter(({ orderId, day }) => groupOf(orderId, day) === group)
    .map(({ orderId, day, amount, place = null }) => ({
      place,
      day,
      name: orderId,
      adds: amount.units < 0n ? negate(amount) : amount,
    }));
}

/** Σ amounts of the returns table by group. */
function listedReturns(slice: Slice, history: History): readonly Decimal[] {
  const listed = history.data.returns?.rows;
  if (!listed) return [];
  const totals = Array.from({ length: slice.groupCount }, () => zero);
  const groupOf = groupsOfReturns(slice, history);
  for (const { orderId, day, amount } of listed) {
    const group = groupOf(orderId, day);
    if (group >= 0) totals[group] = add(totals[group] ?? zero, amount.units < 0n ? negate(amount) : amount);
  }
  return totals;
}

/**
 * The group that gives back on a day, else on the order's; −1 where none does. An order whose rows do not count, or are
 * not wanted, has nothing to give back; of one that is not in the data nobody knows whose it is.
 */
function groupsOfReturns(slice: Slice, history: History) {
  const { streams, asOf = Number.POSITIVE_INFINITY } = history;
  const rowOf = firstRows(history);
  const known = knownOrders(history);
  const { days } = slice.population.day;
  return (orderId: string, day: number | null): number => {
    const row = rowOf.get(orderId) ?? -1;
    if (row < 0 && (streams.isNarrowed || known.has(orderId))) return -1;
    const returnedOn = day ?? days[row] ?? Number.NaN;
    return returnedOn <= asOf ? slice.groupAt(row, returnedOn) : -1;
  };
}

/** Orders of the data, whatever their status, that the returns table lists. */
function knownOrders(history: History): ReadonlySet<string> {
  const ids = orderIds(history);
  const listed = Array.from(returnedOrders(history), (is, code) => (is === 1 ? (ids?.text(code) ?? '') : ''));
  return new Set(listed);
}

/** The first fact row of each order that the returns table lists. */
function firstRows(history: History): ReadonlyMap<string, number> {
  const ids = orderIds(history);
  const rows = new Map<string, number>();
  if (ids === null) return rows;
  const isReturned = returnedOrders(history);
  for (const row of history.population.rows) {
    const code = ids.codes[row] ?? 0;
    if (isReturned[code] !== 1) continue;
    isReturned[code] = 0;
    rows.set(ids.text(code), row);
  }
  return rows;
}
