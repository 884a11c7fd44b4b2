import { compare, decimal } from '../../lib/decimal.ts';
import { amountAt } from '../aggregate/sum.ts';
import { count, declared, type Kpi, quotient } from '../kpi.ts';
import { countMarked, rowsWith } from '../marks.ts';
import type { Population } from '../population.ts';
import { mapGroups } from '../slice.ts';

const satisfiedFrom = 4;

/** Satisfied (4 or 5 of 5, or a word like good) ÷ rated: surveys by their date, else ratings of tickets by creation. */
export const csat: Kpi = {
  ...declared('csat'),
  stream: 'ratings',
  rollUp: 'ratio-of-sums',
  missing: () => [],
  measure(slice) {
    const satisfied = countMarked(slice, satisfiedRows(slice.population));
    return mapGroups(slice, (from, to, group) => quotient(count(satisfied[group] ?? 0), count(to - from)));
  },
};

/** 1 for the satisfied. */
export function satisfiedRows(population: Population): Uint8Array {
  const scores = population.facts.columns.get('score');
  if (scores?.kind !== 'amount') return rowsWith(population, 'satisfied', 'yes');
  const line = decimal(satisfiedFrom);
  return Uint8Array.from(population.rows, (row) => {
    const score = amountAt(scores, row);
    return score !== null && compare(score, line) >= 0 ? 1 : 0;
  });
}
