import type { Day } from '../../model/day.ts';
import { type Period, periodOf, yearAgo } from '../../model/period.ts';
import { activeCustomersOf, countActive } from '../aggregate/active.ts';
import { whyNoEarlier } from '../before.ts';
import type { History } from '../history.ts';
import { count, declared, defined, type Kpi, notDefined } from '../kpi.ts';
import type { Slice } from '../slice.ts';

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
    const quiet = quietDays(slice);
    const back = countActive(activeCustomersOf(slice, customer), (code, group) => {
      const last = purchases.lastBefore(code, slice.periodOf(group).start);
      return last !== undefined && last < (quiet[group] ?? 0);
    });
    return back.map((customers, group) => {
      const why = whyUnknown(slice.periodOf(group), history);
      return why === null ? defined(count(customers)) : notDefined(why);
    });
  },
};

/** Per group the day from which its returning customers have bought nothing; groups of one period share it. */
function quietDays({ groupCount, periodOf }: Slice): Int32Array {
  const known = new Map<Day, Day>();
  return Int32Array.from({ length: groupCount }, (_, group) => {
    const { start } = periodOf(group);
    const day = known.get(start) ?? quietSince(start);
    known.set(start, day);
    return day;
  });
}

/** Twelve months before, to the day. */
function quietSince(start: Day): Day {
  return yearAgo(periodOf(start, 'day')).start;
}

/** Who bought before the 12 months can only be known from data that goes further back. */
function whyUnknown(period: Period, history: History) {
  const none = whyNoEarlier(period, history);
  if (none !== null) return none;
  const { firstDay, lastDay } = history.population;
  return lastDay < firstDay || firstDay >= quietSince(period.start) ? ('left-censored' as const) : null;
}
