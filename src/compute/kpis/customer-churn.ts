import { count, declared, type Kpi, quotient } from '../kpi.ts';
import { retentions } from './customer-retention.ts';

/** 1 − customer retention: of the customers active in the preceding period, the share not active again. */
export const customerChurn: Kpi = {
  ...declared('customer-churn'),
  stream: 'sales',
  rollUp: 'recounted',
  missing: ({ population }) => (population.customer ? [] : ['orders.customerId']),
  measure: (slice, history) =>
    retentions(slice, history, ({ kept, base }) => quotient(count(base - kept), count(base))),
};
