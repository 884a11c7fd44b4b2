import { distinctOf } from '../aggregate/distinct.ts';
import { count, declared, defined, type Kpi } from '../kpi.ts';
import { mapGroups, type Slice } from '../slice.ts';

/** Distinct order ids; each row without one is an order of its own. */
export const orders: Kpi = {
  ...declared('orders'),
  rollUp: 'distinct',
  missing: () => [],
  measure: (slice) => orderCounts(slice).map((orders) => defined(count(orders))),
};

/** Orders per group, by the rule above. */
export function orderCounts(slice: Slice): number[] {
  const ids = slice.population.facts.columns.get('orderId');
  if (ids?.kind !== 'text') return mapGroups(slice, (from, to) => to - from);
  return distinctOf(slice, ids).map(({ distinct, missing }) => distinct + missing);
}
