import { sumOf } from '../aggregate/sum.ts';
import { declared, defined, type Kpi } from '../kpi.ts';

/** Σ quantity. */
export const units: Kpi = {
  ...declared('units'),
  stream: 'sales',
  rollUp: 'sum',
  missing: (history) => (history.column('quantity', 'amount') ? [] : ['orders.quantity']),
  measure(slice, history) {
    const quantity = history.column('quantity', 'amount');
    return quantity ? sumOf(slice, quantity).map((total) => defined(total)) : [];
  },
};
