import type { TextColumn } from '../../model/table.ts';
import { activeCustomersOf } from '../aggregate/active.ts';
import { type Retained, retainedOf } from '../aggregate/retained.ts';
import { whyNoPreceding } from '../before.ts';
import type { Preceding } from '../cut.ts';
import type { History } from '../history.ts';
import { count, declared, type Kpi, type Measure, notDefined, quotient } from '../kpi.ts';
import { perSlice } from '../per-slice.ts';
import type { Slice } from '../slice.ts';

/** Of the customers active in the preceding period of the same kind, the share active again. */
export const customerRetention: Kpi = {
  ...declared('customer-retention'),
  stream: 'sales',
  rollUp: 'recounted',
  missing: ({ population }) => (population.customer ? [] : ['orders.customerId']),
  measure: (slice, history) => retentions(slice, history, ({ kept, base }) => quotient(count(kept), count(base))),
};

/** One measure per group from who was there before and is there again, or why nobody can tell. */
export function retentions(slice: Slice, history: History, judge: (retained: Retained) => Measure): Measure[] {
  const { customer } = slice.population;
  const then = slice.cut.preceding(history.retentionBase);
  if (customer === null) return [];
  return retained[history.retentionBase](slice, customer).map((found, group) => {
    const why = whyNoPreceding(slice.periodOf(group), then.periodOf(group), history);
    return why === null ? judge(found) : notDefined(why);
  });
}

const retained = { previous: retainedSince('previous'), 'year-ago': retainedSince('year-ago') } as const;

function retainedSince(base: Preceding) {
  return perSlice((slice: Slice, customer: TextColumn): readonly Retained[] => {
    const then = slice.cut.preceding(base).slice('sales');
    if (then === null) return [];
    return retainedOf(activeCustomersOf(slice, customer), activeCustomersOf(then, customer), customer.size);
  });
}
