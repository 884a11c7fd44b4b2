import type { Column } from '../../model/table.ts';
import { plannedClose } from '../earlier-deals.ts';
import { count, declared, type Kpi, quotient } from '../kpi.ts';
import { rowsWith } from '../marks.ts';
import type { Population } from '../population.ts';
import { mapGroups } from '../slice.ts';

/**
 * Deals that an earlier export expected to close in the period and that did not, or are expected after it now ÷ all that
 * it expected in the period. A deal lost in the period did not slip.
 */
export const slipRate: Kpi = {
  ...declared('slip-rate'),
  stream: 'planned',
  rollUp: 'recounted',
  isOffered: ({ facts }) => facts.deals?.columns.has(plannedClose) === true,
  missing: () => [],
  measure(slice) {
    const lastDay = lastDays(slice.population);
    return mapGroups(slice, (from, to, group) => {
      const { end } = slice.periodOf(group);
      const slipped = slice.rows.subarray(from, to).filter((row) => (lastDay[row] ?? 0) > end);
      return quotient(count(slipped.length), count(to - from));
    });
  },
};

/** The day each deal closed or is expected to; open deals without one may close whenever. */
export function lastDays(population: Population): Float64Array {
  const isOpen = rowsWith(population, 'outcome', 'open');
  const { columns } = population.facts;
  const [closed, expected] = [columns.get('closeDate'), columns.get('expectedCloseDate')];
  return Float64Array.from(population.rows, (row) =>
    isOpen[row] === 1 ? dayOr(expected, row, Number.POSITIVE_INFINITY) : dayOr(closed, row, Number.NEGATIVE_INFINITY),
  );
}

function dayOr(column: Column | undefined, row: number, other: number): number {
  return column?.kind === 'day' && column.present[row] === 1 ? (column.days[row] ?? other) : other;
}
