import { add, decimal, multiply, zero } from '../../lib/decimal.ts';
import { amountAt } from '../aggregate/sum.ts';
import { declared, defined, type Kpi } from '../kpi.ts';
import { mapGroups } from '../slice.ts';

/** Σ amount × probability of open deals that have both; how many have not is said in a caution. */
export const weightedPipeline: Kpi = {
  ...declared('weighted-pipeline'),
  stream: 'open',
  rollUp: 'sum',
  missing: ({ data }) =>
    ['amount', 'probability'].filter((field) => !data.facts.deals?.columns.has(field)).map((field) => `deals.${field}`),
  measure(slice) {
    const { amount, facts } = slice.population;
    const probability = facts.columns.get('probability');
    return mapGroups(slice, (from, to) => {
      let [total, without] = [zero, 0];
      for (const row of slice.rows.subarray(from, to)) {
        const [money, share] = [
          amountAt(amount, row),
          probability?.kind === 'amount' ? amountAt(probability, row) : null,
        ];
        if (money && share) total = add(total, multiply(money, share));
        else without += 1;
      }
      return defined(total, without > 0 ? ['without-probability'] : [], { withoutProbability: decimal(without) });
    });
  },
};
