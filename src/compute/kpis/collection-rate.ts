import { zero } from '../../lib/decimal.ts';
import { sumOf } from '../aggregate/sum.ts';
import { declared, type Kpi, quotient } from '../kpi.ts';
import type { Slice } from '../slice.ts';

/** Collected ÷ revenue invoiced in the period (by order date where no invoice date is known); what fell due is told too. */
export const collectionRate: Kpi = {
  ...declared('collection-rate'),
  stream: 'payments',
  rollUp: 'ratio-of-sums',
  missing: ({ streams }) => (streams.population('invoiced') === null ? ['orders.orderDate', 'orders.amount'] : []),
  measure(slice) {
    const [invoiced, due] = [moneyOf(slice.cut.slice('invoiced')), moneyOf(slice.cut.slice('due'))];
    if (invoiced === null) return [];
    return sumOf(slice, slice.population.amount).map((paid, group) => {
      const base = invoiced[group] ?? zero;
      const ratio = quotient(paid, base);
      const measure = base.units < 0n ? { ...ratio, actual: null, why: 'negative-base' as const } : ratio;
      return { ...measure, details: { denominators: { invoiced: base, due: due?.[group] ?? null } } };
    });
  },
};

function moneyOf(slice: Slice | null) {
  return slice && sumOf(slice, slice.population.amount);
}
