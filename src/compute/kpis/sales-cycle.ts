import { toDecimal } from '../../lib/fraction.ts';
import { quantile } from '../aggregate/quantile.ts';
import { cyclesOf, missingForCycles } from '../cycles.ts';
import { declared, defined, type Kpi, notDefined } from '../kpi.ts';

/** Median of close date − created date of deals won in the period, with its quartiles; open deals are never in it. */
export const salesCycle: Kpi = {
  ...declared('sales-cycle'),
  stream: 'closed',
  rollUp: 'recounted',
  missing: missingForCycles,
  measure: (slice) =>
    cyclesOf(slice).map((days) => {
      const [p25, median, p75] = [1, 2, 3].map((part) => quantile(days, part, 4));
      if (!median || !p25 || !p75) return notDefined('no-data');
      return defined(toDecimal(median), [], { p25: toDecimal(p25), p75: toDecimal(p75) });
    }),
};
