import { keptPer } from '../../lib/kept-per.ts';
import type { Day } from '../../model/day.ts';
import { type Period, periodOf, yearAgo } from '../../model/period.ts';
import { activeCustomersOf, countActive } from '../aggregate/active.ts';
import { never } from '../aggregate/first-seen.ts';
import { whyNoEarlier } from '../before.ts';
import type { History } from '../history.ts';
import { count, declared, defined, type Kpi, notDefined } from '../kpi.ts';

/** Customers active now who did not buy in the 12 months before the period, but earlier. */
export const reactivatedCustomers: Kpi = {
  ...declared('reactivated-customers'),
  stream: 'sales',
  rollUp: 'distinct',
  missing: ({ population }) => (population.customer ? [] : ['orders.customerId']),
  measure(slice, history) {
    const { customer } = slice.population;
    const purchases = history.purchases();
    if (customer === null || purchases === null) return [];
    const back = countActive(activeCustomersOf(slice, customer), (group) => {
      const period = slice.periodOf(group);
      const [last, quiet] = [purchases.lastBefore(period.start), quietSince(period)];
      return (code) => last[code] !== never && (last[code] ?? 0) < quiet;
    });
    return back.map((customers, group) => {
      const why = whyUnknown(slice.periodOf(group), history);
      return why === null ? defined(count(customers)) : notDefined(why);
    });
  },
};

/** Twelve months before, to the day; many groups share a period. */
export const quietSince = keptPer(({ start }: Period): Day => yearAgo(periodOf(start, 'day')).start);

/** Who bought before the 12 months can only be known from data that goes further back. */
function whyUnknown(period: Period, history: History) {
  const none = whyNoEarlier(period, history);
  if (none !== null) return none;
  const { firstDay, lastDay } = history.population;
  return lastDay < firstDay || firstDay >= quietSince(period) ? ('left-censored' as const) : null;
}
