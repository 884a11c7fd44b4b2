import { count, declared, type Kpi, quotient } from '../kpi.ts';
import { countMarked, rowsWith } from '../marks.ts';

/** Won ÷ (won + lost), of deals closed in the period; open deals are not in it. */
export const winRate: Kpi = {
  ...declared('win-rate'),
  stream: 'closed',
  rollUp: 'ratio-of-sums',
  missing: () => [],
  measure(slice) {
    const won = countMarked(slice, rowsWith(slice.population, 'outcome', 'won'));
    const lost = countMarked(slice, rowsWith(slice.population, 'outcome', 'lost'));
    return won.map((deals, group) => quotient(count(deals), count(deals + (lost[group] ?? 0))));
  },
};
