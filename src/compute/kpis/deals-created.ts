import { count, declared, defined, type Kpi } from '../kpi.ts';
import { mapGroups } from '../slice.ts';

/** Deals by created date (engage or start date), however they ended. */
export const dealsCreated: Kpi = {
  ...declared('deals-created'),
  stream: 'created',
  rollUp: 'sum',
  missing: () => [],
  measure: (slice) => mapGroups(slice, (from, to) => defined(count(to - from))),
};
