/** Customers whom a person gained in the period, and those of the preceding one who did not come again. */
import type { CustomerList, PersonLists } from '../../model/people.ts';
import type { TextColumn } from '../../model/table.ts';
import { activeCustomersOf } from '../aggregate/active.ts';
import { CustomerMoney } from '../aggregate/customer-money.ts';
import { whyNoPreceding } from '../before.ts';
import type { Cut } from '../cut.ts';
import type { History } from '../history.ts';
import { firstPurchases, newCustomers } from '../kpis/new-customers.ts';
import { perSlice } from '../per-slice.ts';
import type { Slice } from '../slice.ts';
import { largestSums } from './largest.ts';
import { namedSums } from './orders.ts';

const moneyOf = perSlice((slice: Slice, column: TextColumn) => new CustomerMoney(column, slice.population.amount));

/** By group: who is new is judged as by `new-customers`; null where that has no value. */
export function gainedIn(slice: Slice, history: History): (group: number) => PersonLists['gained'] {
  const { customer } = slice.population;
  if (customer === null) return () => null;
  const counts = newCustomers.measure(slice, history);
  const isNew = firstPurchases(slice, history);
  return (group) => {
    if ((counts[group]?.actual ?? null) === null) return null;
    const codes = new Set<number>();
    for (const row of slice.rows.subarray(slice.starts[group] ?? 0, slice.starts[group + 1] ?? 0)) {
      const code = customer.codes[row] ?? 0;
      if (code !== 0 && isNew(row, code, group)) codes.add(code);
    }
    return listOf(slice, group, customer, [...codes]);
  };
}

/** As `customer-churn` counts them: active with this person then, not now. Null where nothing is known of then. */
export function lostBy(cut: Cut, group: number, history: History): PersonLists['lost'] {
  const [now, then] = [cut.slice('sales'), cut.preceding().slice('sales')];
  const customer = now?.population.customer ?? null;
  if (now === null || then === null || customer === null) return null;
  const before = then.periodOf(group);
  if (whyNoPreceding(now.periodOf(group), before, history) !== null) return null;
  const stayed = new Set(codesOf(now, customer, group));
  const codes = codesOf(then, customer, group).filter((code) => !stayed.has(code));
  return { period: before.id, ...listOf(then, group, customer, codes) };
}

function codesOf(slice: Slice, customer: TextColumn, group: number): number[] {
  const { codes, starts } = activeCustomersOf(slice, customer);
  return [...codes.subarray(starts[group] ?? 0, starts[group + 1] ?? 0)];
}

function listOf(slice: Slice, group: number, customer: TextColumn, codes: readonly number[]): CustomerList {
  const money = moneyOf(slice, customer).load(slice, group);
  const largest = largestSums(codes, (code) => money.of(code));
  return { count: codes.length, largest: namedSums(slice, group, customer, largest, money) };
}
