/** The largest orders and customers of a person in the period. */

import { zero } from '../../lib/decimal.ts';
import type { CustomerLine, DealLine } from '../../model/people.ts';
import type { TextColumn } from '../../model/table.ts';
import { CustomerMoney } from '../aggregate/customer-money.ts';
import { amountAt } from '../aggregate/sum.ts';
import { perSlice } from '../per-slice.ts';
import type { Slice } from '../slice.ts';
import { dayAt, textAt } from './deals.ts';
import { largestRows, largestSums } from './largest.ts';

// Kept from group to group: it holds a place for every code of the column.
const moneyBy = perSlice((slice: Slice, column: TextColumn) => new CustomerMoney(column, slice.population.amount));

/** Orders with all their lines; without order ids each row is one. */
export function largestOrders(slice: Slice, group: number): DealLine[] {
  const ids = slice.population.facts.columns.get('orderId');
  if (ids?.kind !== 'text') {
    return largestRows(slice, group, () => true).map((row) => ({
      ...lineOf(slice, row),
      amount: amountAt(slice.population.amount, row) ?? zero,
    }));
  }
  const money = moneyBy(slice, ids).load(slice, group);
  const codes = largestSums(
    money.codes.filter((code) => code !== 0),
    (code) => money.of(code),
  );
  const rows = firstRows(slice, group, ids, codes);
  return codes.map((code) => ({ ...lineOf(slice, rows.get(code) ?? 0), amount: money.of(code) }));
}

function lineOf({ population }: Slice, row: number): Omit<DealLine, 'amount'> {
  return {
    name: textAt(population, ['orderId'], row),
    customer: textAt(population, ['customerName', 'customerId'], row),
    day: dayAt(population, ['orderDate'], row),
    stage: textAt(population, ['product', 'category'], row),
  };
}

/** Null where the data has no customers. */
export function largestCustomers(slice: Slice, group: number): CustomerLine[] | null {
  const { customer } = slice.population;
  if (customer === null) return null;
  const money = moneyBy(slice, customer).load(slice, group);
  return namedSums(
    slice,
    group,
    customer,
    largestSums(
      money.codes.filter((code) => code !== 0),
      (code) => money.of(code),
    ),
    money,
  );
}

/** Customers by name with their sums, in the order given. */
export function namedSums(
  slice: Slice,
  group: number,
  customer: TextColumn,
  codes: readonly number[],
  money: CustomerMoney,
): CustomerLine[] {
  const rows = firstRows(slice, group, customer, codes);
  return codes.map((code) => ({
    name: textAt(slice.population, ['customerName'], rows.get(code) ?? 0) ?? customer.text(code),
    amount: money.of(code),
  }));
}

/** The first row of each code in the group. */
function firstRows(
  { rows, starts }: Slice,
  group: number,
  { codes }: TextColumn,
  wanted: readonly number[],
): Map<number, number> {
  const open = new Set(wanted);
  const found = new Map<number, number>();
  for (let i = starts[group] ?? 0; i < (starts[group + 1] ?? 0) && open.size > 0; i++) {
    const row = rows[i] ?? 0;
    const code = codes[row] ?? 0;
    if (open.delete(code)) found.set(code, row);
  }
  return found;
}
