import { activeCounts, activeCustomersOf, countActive } from '../aggregate/active.ts';
import { never } from '../aggregate/first-seen.ts';
import { whyNoEarlier } from '../before.ts';
import { count, declared, type Kpi, notDefined, quotient } from '../kpi.ts';

/** Of the customers active in the period, the share that had bought before it. */
export const returningCustomerRate: Kpi = {
  ...declared('returning-customer-rate'),
  stream: 'sales',
  rollUp: 'recounted',
  missing: ({ population }) => (population.customer ? [] : ['orders.customerId']),
  measure(slice, history) {
    const { customer } = slice.population;
    if (customer === null) return [];
    const first = history.firstDays();
    const active = activeCustomersOf(slice, customer);
    const returning = countActive(active, (group) => {
      const { start } = slice.periodOf(group);
      return (code) => first[code] !== never && (first[code] ?? 0) < start;
    });
    return activeCounts(active).map((customers, group) => {
      const why = whyNoEarlier(slice.periodOf(group), history);
      return why === null ? quotient(count(returning[group] ?? 0), count(customers)) : notDefined(why);
    });
  },
};
