import { zero } from '../../lib/decimal.ts';
import { sumOf } from '../aggregate/sum.ts';
import { count, declared, type Kpi, quotient } from '../kpi.ts';
import { orderCounts } from './orders.ts';

/** Revenue ÷ orders. */
export const averageOrderValue: Kpi = {
  ...declared('average-order-value'),
  stream: 'sales',
  rollUp: 'recounted',
  missing: ({ data }) => (data.areTotals ? ['orders.orderId'] : []),
  measure(slice) {
    const revenue = sumOf(slice, slice.population.amount);
    return orderCounts(slice).map((orders, group) => quotient(revenue[group] ?? zero, count(orders)));
  },
};
