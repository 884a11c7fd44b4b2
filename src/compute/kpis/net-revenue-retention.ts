import { retentionOfMoney } from '../kept-money.ts';
import { declared, type Kpi } from '../kpi.ts';

/** Revenue now ÷ revenue then, of the preceding period's customers: new and reactivated ones are not in it. */
export const netRevenueRetention: Kpi = {
  ...declared('net-revenue-retention'),
  stream: 'sales',
  rollUp: 'recounted',
  missing: ({ population }) => (population.customer ? [] : ['orders.customerId']),
  measure: (slice, history) => retentionOfMoney(slice, history, 'now'),
};
