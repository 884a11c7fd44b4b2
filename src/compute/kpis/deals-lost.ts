import { count, declared, defined, type Kpi } from '../kpi.ts';
import { countMarked, rowsWith } from '../marks.ts';

/** Deals lost, by close date. */
export const dealsLost: Kpi = {
  ...declared('deals-lost'),
  stream: 'closed',
  rollUp: 'sum',
  missing: () => [],
  measure: (slice) =>
    countMarked(slice, rowsWith(slice.population, 'outcome', 'lost')).map((deals) => defined(count(deals))),
};
