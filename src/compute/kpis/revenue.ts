import { sumOf } from '../aggregate/sum.ts';
import { declared, defined, type Kpi } from '../kpi.ts';

/** Σ amount by order date; refunds and negative lines count where they stand. */
export const revenue: Kpi = {
  ...declared('revenue'),
  stream: 'sales',
  rollUp: 'sum',
  missing: () => [],
  measure: (slice) => sumOf(slice, slice.population.amount).map((total) => defined(total)),
};
