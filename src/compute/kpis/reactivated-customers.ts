import type { Day } from '../../model/day.ts';
import { monthStart, type Period } from '../../model/period.ts';
import { distinctOf } from '../aggregate/distinct.ts';
import { isNegativeAt } from '../aggregate/sum.ts';
import { whyNoEarlier } from '../before.ts';
import type { History } from '../history.ts';
import { count, declared, defined, type Kpi, notDefined } from '../kpi.ts';

const months = 12;

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
    const isBack = (row: number, code: number, group: number) => {
      if (code === 0 || isNegativeAt(amount, row)) return false;
      const { start } = slice.periodOf(group);
      const last = purchases.lastBefore(code, start);
      return last !== undefined && last < quietSince(start);
    };
    return distinctOf(slice, customer, isBack).map(({ distinct }, group) => {
      const why = whyUnknown(slice.periodOf(group), history);
      return why === null ? defined(count(distinct)) : notDefined(why);
    });
  },
};

function quietSince(start: Day): Day {
  return monthStart(start, -months);
}

/** Who bought before the 12 months can only be known from data that goes further back. */
function whyUnknown(period: Period, history: History) {
  const none = whyNoEarlier(period, history);
  if (none !== null) return none;
  return history.population.firstDay >= quietSince(period.start) ? ('left-censored' as const) : null;
}
