import { sumOf } from '../aggregate/sum.ts';
import { count, declared, defined, type Kpi } from '../kpi.ts';
import { countMarked } from '../marks.ts';

/** Σ amount of deals neither won nor lost, dated or not, as the data shows them; how many have no amount is said. */
export const openPipeline: Kpi = {
  ...declared('open-pipeline'),
  stream: 'open',
  rollUp: 'sum',
  missing: ({ data }) => (data.facts.deals?.columns.has('amount') ? [] : ['deals.amount']),
  measure(slice) {
    const { amount } = slice.population;
    const bare = countMarked(
      slice,
      amount.present.map((has) => 1 - has),
    );
    return sumOf(slice, amount).map((total, group) => {
      const without = bare[group] ?? 0;
      return defined(total, without > 0 ? ['without-amount'] : [], { withoutAmount: count(without) });
    });
  },
};
