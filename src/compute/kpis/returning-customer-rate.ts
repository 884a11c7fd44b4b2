import { distinctOf } from '../aggregate/distinct.ts';
import { never } from '../aggregate/first-seen.ts';
import { isNegativeAt } from '../aggregate/sum.ts';
import { whyNoEarlier } from '../before.ts';
import { count, declared, type Kpi, notDefined, quotient } from '../kpi.ts';
import { activeCounts } from './active-customers.ts';

/** Of the customers active in the period, the share that had bought before it. */
export const returningCustomerRate: Kpi = {
  ...declared('returning-customer-rate'),
  stream: 'sales',
  rollUp: 'recounted',
  missing: ({ population }) => (population.customer ? [] : ['orders.customerId']),
  measure(slice, history) {
    const { customer, amount } = slice.population;
    if (customer === null) return [];
    const first = history.firstDays();
    const isReturning = (row: number, code: number, group: number) => {
      const day = first[code] ?? never;
      return code !== 0 && day !== never && day < slice.periodOf(group).start && !isNegativeAt(amount, row);
    };
    const active = activeCounts(slice);
    return distinctOf(slice, customer, isReturning).map(({ distinct }, group) => {
      const why = whyNoEarlier(slice.periodOf(group), history);
      return why === null ? quotient(count(distinct), count(active[group] ?? 0)) : notDefined(why);
    });
  },
};
