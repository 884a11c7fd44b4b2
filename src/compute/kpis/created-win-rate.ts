import type { History } from '../history.ts';
import { count, declared, type Kpi, quotient } from '../kpi.ts';
import { countMarked, rowsWith } from '../marks.ts';
import type { Population } from '../population.ts';
import { mapGroups } from '../slice.ts';

/** Won ÷ created, of deals created in the period; `immature` while any of them is open. */
export const createdWinRate: Kpi = {
  ...declared('created-win-rate'),
  stream: 'created',
  rollUp: 'ratio-of-sums',
  missing: ({ data }) => (data.facts.deals?.columns.has('outcome') ? [] : ['deals.stage']),
  measure(slice, history) {
    const won = closedInTime(slice.population, 'won', history);
    const lost = closedInTime(slice.population, 'lost', history);
    const [wins, losses] = [countMarked(slice, won), countMarked(slice, lost)];
    return mapGroups(slice, (from, to, group) => {
      const [created, closed] = [to - from, (wins[group] ?? 0) + (losses[group] ?? 0)];
      return quotient(count(wins[group] ?? 0), count(created), closed < created ? ['immature'] : []);
    });
  },
};

/** A deal closed after as-of is still open then. */
export function closedInTime(population: Population, outcome: string, { asOf }: History): Uint8Array {
  const marks = rowsWith(population, 'outcome', outcome);
  const closed = population.facts.columns.get('closeDate');
  if (asOf === undefined || closed?.kind !== 'day') return marks;
  const isLater = (row: number) => closed.present[row] === 1 && (closed.days[row] ?? 0) > asOf;
  return marks.map((is, row) => (is === 1 && !isLater(row) ? 1 : 0));
}
