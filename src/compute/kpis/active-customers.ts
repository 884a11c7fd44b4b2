import type { TextColumn } from '../../model/table.ts';
import { distinctOf } from '../aggregate/distinct.ts';
import { isNegativeAt } from '../aggregate/sum.ts';
import { count, declared, defined, type Kpi } from '../kpi.ts';
import { perSlice } from '../per-slice.ts';
import type { Slice } from '../slice.ts';

/** Distinct customers with a row that is not negative; anonymous rows count in money, never here. */
export const activeCustomers: Kpi = {
  ...declared('active-customers'),
  stream: 'sales',
  rollUp: 'distinct',
  missing: ({ population }) => (population.customer ? [] : ['orders.customerId']),
  measure: (slice) => activeCounts(slice).map((customers) => defined(count(customers))),
};

/** Active customers per group; none where the facts have no customers. */
export function activeCounts(slice: Slice): readonly number[] {
  const { customer } = slice.population;
  return customer === null ? [] : distinctActive(slice, customer);
}

const distinctActive = perSlice((slice: Slice, customer: TextColumn) => {
  const { amount } = slice.population;
  return distinctOf(slice, customer, (row) => !isNegativeAt(amount, row)).map(({ distinct }) => distinct);
});
