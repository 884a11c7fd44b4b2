import type { Day } from '../../model/day.ts';
import { type Period, periodOf, yearAgo } from '../../model/period.ts';
import { distinctOf } from '../aggregate/distinct.ts';
import { isNegativeAt } from '../aggregate/sum.ts';
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
    const { customer, amount } = slice.population;
    const purchases = history.purchases();
    if (customer === null || purchases === null) return [];
    const quiet = quietDays(slice);
    const isBack = (row: number, code: number, group: number) => {
      if (code === 0 || isNegativeAt(amount, row)) return false;
      const last = purchases.lastBefore(code, slice.periodOf(group).start);
      return last !== undefined && last < (quiet[group] ?? 0);
    };
    return distinctOf(slice, customer, isBack).map(({ distinct }, group) => {
      const why = whyUnknown(slice.periodOf(group), history);
      return why === null ? defined(count(distinct)) : notDefined(why);
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
  return history.population.firstDay >= quietSince(period.start) ? ('left-censored' as const) : null;
}
