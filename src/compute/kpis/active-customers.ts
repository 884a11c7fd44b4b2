import { distinctOf } from '../aggregate/distinct.ts';
import { isNegativeAt } from '../aggregate/sum.ts';
import { count, declared, defined, type Kpi } from '../kpi.ts';

/** Distinct customers with a row that is not negative; anonymous rows count in money, never here. */
export const activeCustomers: Kpi = {
  ...declared('active-customers'),
  stream: 'sales',
  rollUp: 'distinct',
  missing: ({ population }) => (population.customer ? [] : ['orders.customerId']),
  measure(slice) {
    const { customer, amount } = slice.population;
    if (customer === null) return [];
    return distinctOf(slice, customer, (row) => !isNegativeAt(amount, row)).map(({ distinct }) =>
      defined(count(distinct)),
    );
  },
};
