import { decimal } from '../../lib/decimal.ts';
import type { Caution } from '../../model/kpi.ts';
import { monthStart, type Period } from '../../model/period.ts';
import { distinctOf } from '../aggregate/distinct.ts';
import { isNegativeAt } from '../aggregate/sum.ts';
import { hasRowsBefore } from '../before.ts';
import type { History } from '../history.ts';
import { count, declared, defined, type Kpi, type Measure, notDefined } from '../kpi.ts';
import type { Slice } from '../slice.ts';

/**
 * Customers whose first row ever with an amount ≥ 0 (or `customers.firstOrderDate`) lies in the period. A group has a
 * customer who is new in it when it has a row of that first day, so that the order of rows never matters.
 */
export const newCustomers: Kpi = {
  ...declared('new-customers'),
  stream: 'sales',
  rollUp: 'distinct',
  missing: ({ population }) => (population.customer ? [] : ['orders.customerId']),
  measure(slice, history) {
    const { customer } = slice.population;
    if (customer === null) return [];
    return distinctOf(slice, customer, firstPurchases(slice, history)).map(({ distinct }, group) =>
      judged(distinct, slice.periodOf(group), history),
    );
  },
};

/** Whether a row of a customer makes that customer a new one of the group. */
export function firstPurchases(
  slice: Slice,
  history: History,
): (row: number, customer: number, group: number) => boolean {
  const { amount, day } = slice.population;
  const first = history.firstDays();
  const isStated = history.data.firstOrderDays !== null;
  return (row, code, group) => {
    if (isNegativeAt(amount, row)) return false;
    const firstDay = first[code] ?? 0;
    const { start, end } = slice.periodOf(group);
    return isStated ? firstDay >= start && firstDay <= end : firstDay === day.days[row];
  };
}

/** Without enough history before the period everybody looks new (contract §4). */
function judged(customers: number, period: Period, history: History): Measure {
  const isKnown = hasRowsBefore(period, history.population);
  const days = isKnown ? period.start - history.population.firstDay : 0;
  const details = { lookbackDays: decimal(days) };
  if (history.data.firstOrderDays !== null || history.lookback === 0) return defined(count(customers), [], details);
  if (period.grain === 'all' || !isKnown) return notDefined('left-censored', details);
  const cautions: Caution[] = hasLongHistory(period, history) ? [] : ['short-history'];
  return defined(count(customers), cautions, details);
}

// The history is taken to begin with the month of the first row: a file "from January" rarely has an order on the 1st.
function hasLongHistory(period: Period, history: History): boolean {
  const from = monthStart(history.population.firstDay);
  return from <= monthStart(period.start, -history.lookback) && period.start - from >= history.longGap();
}
