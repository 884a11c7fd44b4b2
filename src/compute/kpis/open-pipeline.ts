import { sumOf } from '../aggregate/sum.ts';
import { declared, defined, type Kpi } from '../kpi.ts';

/** Σ amount of deals neither won nor lost, dated or not, as the data shows them. */
export const openPipeline: Kpi = {
  ...declared('open-pipeline'),
  stream: 'open',
  rollUp: 'sum',
  missing: ({ data }) => (data.facts.deals?.columns.has('amount') ? [] : ['deals.amount']),
  measure: (slice) => sumOf(slice, slice.population.amount).map((total) => defined(total)),
};
