import { cyclesOf, missingForCycles, totalDays } from '../cycles.ts';
import { count, declared, type Kpi, notDefined, quotient } from '../kpi.ts';

/** Mean of close date − created date of deals won in the period. */
export const salesCycleMean: Kpi = {
  ...declared('sales-cycle-mean'),
  stream: 'closed',
  rollUp: 'ratio-of-sums',
  missing: missingForCycles,
  measure: (slice) =>
    cyclesOf(slice).map((days) =>
      days.length === 0 ? notDefined('no-data') : quotient(count(totalDays(days)), count(days.length)),
    ),
};
