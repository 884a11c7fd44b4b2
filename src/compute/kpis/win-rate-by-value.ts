import { zero } from '../../lib/decimal.ts';
import { sumOf, sumWhere } from '../aggregate/sum.ts';
import { declared, type Kpi, quotient } from '../kpi.ts';
import { rowsWith } from '../marks.ts';

/** Σ won amount ÷ Σ (won + lost) amount, of deals closed in the period. */
export const winRateByValue: Kpi = {
  ...declared('win-rate-by-value'),
  stream: 'closed',
  rollUp: 'ratio-of-sums',
  missing: ({ data }) => (data.facts.deals?.columns.has('amount') ? [] : ['deals.amount']),
  measure(slice) {
    const { population } = slice;
    const won = sumWhere(slice, population.amount, rowsWith(population, 'outcome', 'won'));
    const all = sumOf(slice, population.amount);
    return won.map((amount, group) => {
      const base = all[group] ?? zero;
      const ratio = quotient(amount, base);
      return base.units < 0n ? { ...ratio, actual: null, why: 'negative-base' as const } : ratio;
    });
  },
};
