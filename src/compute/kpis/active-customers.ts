import { activeCounts, activeCustomersOf } from '../aggregate/active.ts';
import { count, declared, defined, type Kpi } from '../kpi.ts';
import type { Slice } from '../slice.ts';

/** Distinct customers with a row that is not negative; anonymous rows count in money, never here. */
export const activeCustomers: Kpi = {
  ...declared('active-customers'),
  stream: 'sales',
  rollUp: 'distinct',
  missing: ({ population }) => (population.customer ? [] : ['orders.customerId']),
  measure: (slice) => customersIn(slice).map((customers) => defined(count(customers))),
};

/** Active customers per group; none where the facts have no customers. */
export function customersIn(slice: Slice): readonly number[] {
  const { customer } = slice.population;
  return customer === null ? [] : activeCounts(activeCustomersOf(slice, customer));
}
