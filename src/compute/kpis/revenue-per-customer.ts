import { zero } from '../../lib/decimal.ts';
import { sumOf } from '../aggregate/sum.ts';
import { count, declared, type Kpi, quotient } from '../kpi.ts';
import { customersIn } from './active-customers.ts';

/** Revenue ÷ active customers. */
export const revenuePerCustomer: Kpi = {
  ...declared('revenue-per-customer'),
  stream: 'sales',
  rollUp: 'recounted',
  missing: ({ population }) => (population.customer ? [] : ['orders.customerId']),
  measure(slice) {
    const revenue = sumOf(slice, slice.population.amount);
    return customersIn(slice).map((customers, group) => quotient(revenue[group] ?? zero, count(customers)));
  },
};
