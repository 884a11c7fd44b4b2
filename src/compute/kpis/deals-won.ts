import { count, declared, defined, type Kpi } from '../kpi.ts';
import { countMarked, rowsWith } from '../marks.ts';

/** Deals won, by close date. */
export const dealsWon: Kpi = {
  ...declared('deals-won'),
  stream: 'closed',
  rollUp: 'sum',
  missing: () => [],
  measure: (slice) =>
    countMarked(slice, rowsWith(slice.population, 'outcome', 'won')).map((deals) => defined(count(deals))),
};
