import { retentionOfMoney } from '../kept-money.ts';
import { declared, type Kpi } from '../kpi.ts';

/** Σ min(max(now, 0), then) ÷ Σ then, of the preceding period's customers: at most 1, growth is not counted. */
export const grossRevenueRetention: Kpi = {
  ...declared('gross-revenue-retention'),
  stream: 'sales',
  rollUp: 'recounted',
  missing: ({ population }) => (population.customer ? [] : ['orders.customerId']),
  measure: (slice, history) => retentionOfMoney(slice, history, 'kept'),
};
