import { toNumber } from '../../lib/decimal.ts';
import { amountAt } from '../aggregate/sum.ts';
import { count, declared, type Kpi, quotient } from '../kpi.ts';
import { countMarked } from '../marks.ts';
import type { Population } from '../population.ts';
import { mapGroups } from '../slice.ts';

const promoterFrom = 9;
const detractorTo = 6;

/** 100 × (promoters, 9–10, − detractors, 0–6) ÷ answers: points from −100 to 100, no percentage (Bain). */
export const nps: Kpi = {
  ...declared('nps'),
  stream: 'recommendations',
  rollUp: 'ratio-of-sums',
  missing: () => [],
  measure(slice) {
    const balances = countMarked(slice, sidesOf(slice.population));
    return mapGroups(slice, (from, to, group) => quotient(count(100 * (balances[group] ?? 0)), count(to - from)));
  },
};

/** 1 for promoters, −1 for detractors. */
export function sidesOf({ facts, rows }: Population): Int8Array {
  const scores = facts.columns.get('score');
  return Int8Array.from(rows, (row) => {
    const score = scores?.kind === 'amount' ? amountAt(scores, row) : null;
    if (score === null) return 0;
    const value = toNumber(score);
    return value >= promoterFrom ? 1 : value <= detractorTo ? -1 : 0;
  });
}
