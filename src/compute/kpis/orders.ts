import type { TextColumn } from '../../model/table.ts';
import { distinctOf } from '../aggregate/distinct.ts';
import { count, declared, defined, type Kpi } from '../kpi.ts';
import { perSlice } from '../per-slice.ts';
import { mapGroups, type Slice } from '../slice.ts';

/** Distinct order ids; each row without one is an order of its own. */
export const orders: Kpi = {
  ...declared('orders'),
  stream: 'sales',
  rollUp: 'distinct',
  missing: ({ data }) => (data.areTotals ? ['orders.orderId'] : []),
  measure: (slice) => orderCounts(slice).map((orders) => defined(count(orders))),
};

/** Orders per group, by the rule above. */
export function orderCounts(slice: Slice): readonly number[] {
  const ids = slice.population.facts.columns.get('orderId');
  return ids?.kind === 'text' ? distinctOrders(slice, ids) : mapGroups(slice, (from, to) => to - from);
}

const distinctOrders = perSlice((slice: Slice, ids: TextColumn) =>
  distinctOf(slice, ids).map(({ distinct, missing }) => distinct + missing),
);
