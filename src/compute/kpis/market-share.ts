import { zero } from '../../lib/decimal.ts';
import { sumOf } from '../aggregate/sum.ts';
import { declared, type Kpi, notDefined, quotient } from '../kpi.ts';
import { marketSizeOf } from '../market.ts';

/** Own revenue ÷ size of the market in the same period, region and segment; a market is never split or prorated. */
export const marketShare: Kpi = {
  ...declared('market-share'),
  stream: 'sales',
  rollUp: 'ratio-of-sums',
  missing: ({ data }) => (data.market.length > 0 ? [] : ['market.period', 'market.marketSize']),
  measure(slice, history) {
    return sumOf(slice, slice.population.amount).map((revenue, group) => {
      const size = marketSizeOf(history, slice.periodOf(group), slice.cut.keysOf(group));
      if (size === null) return notDefined('no-data');
      return quotient(revenue ?? zero, size);
    });
  },
};
