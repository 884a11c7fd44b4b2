/** What makes up a change of revenue: customers who came, came back, stayed and left. */
import { add, type Decimal, subtract, zero } from '../lib/decimal.ts';
import type { Details } from '../model/evaluation.ts';
import type { Period } from '../model/period.ts';
import { CustomerMoney } from './aggregate/customer-money.ts';
import { never } from './aggregate/first-seen.ts';
import { wholeCut } from './cut.ts';
import type { Scope } from './scope.ts';
import type { Streams } from './streams.ts';

const parts = ['fromNew', 'fromReturned', 'fromGrown', 'fromShrunk', 'fromLost', 'withoutCustomer'] as const;
type Part = (typeof parts)[number];

/**
 * Revenue now − revenue of the compared period, in parts that add up to it exactly: customers whose first purchase is
 * later than the compared period, customers who had bought before it, those of both periods who bring more and less,
 * those who bring nothing any more, and rows without a customer. Null without a comparison or without customers.
 */
export function customerBridge({ streams, history, period, compared }: Scope): Details | null {
  const { customer, amount } = history.population;
  if (customer === null || compared === null) return null;
  const [now, then] = [new CustomerMoney(customer, amount), new CustomerMoney(customer, amount)];
  loadSales(now, streams, period);
  loadSales(then, streams, compared);
  const first = history.firstDays();
  const sums = new Map<Part, Decimal>(parts.map((part) => [part, zero]));
  for (const code of new Set([...now.codes, ...then.codes])) {
    const change = subtract(now.of(code), then.of(code));
    const isNew = (first[code] ?? never) > compared.end;
    const part = code === 0 ? 'withoutCustomer' : partOf(change, now.has(code), then.has(code), isNew);
    sums.set(part, add(sums.get(part) ?? zero, change));
  }
  return { changeByCustomers: Object.fromEntries(sums) };
}

function loadSales(money: CustomerMoney, streams: Streams, period: Period): void {
  const slice = wholeCut(streams, period).slice('sales');
  if (slice) money.load(slice, 0);
}

function partOf(change: Decimal, isHere: boolean, wasHere: boolean, isNew: boolean): Part {
  if (!wasHere) return isNew ? 'fromNew' : 'fromReturned';
  if (!isHere) return 'fromLost';
  return change.units < 0n ? 'fromShrunk' : 'fromGrown';
}
