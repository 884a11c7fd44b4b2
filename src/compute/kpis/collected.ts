import { sumOf } from '../aggregate/sum.ts';
import { declared, defined, type Kpi } from '../kpi.ts';

/** Σ payments by their date; without payments, what orders say was received on them. */
export const collected: Kpi = {
  ...declared('collected'),
  stream: 'payments',
  rollUp: 'sum',
  missing: () => [],
  measure: (slice) => sumOf(slice, slice.population.amount).map((total) => defined(total)),
};
