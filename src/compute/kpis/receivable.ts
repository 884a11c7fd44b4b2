import { subtract, zero } from '../../lib/decimal.ts';
import { sumToDate } from '../aggregate/to-date.ts';
import { declared, defined, type Kpi } from '../kpi.ts';

/** What customers owe at the end of the period: revenue − collected, both from the first day of the data on. */
export const receivable: Kpi = {
  ...declared('receivable'),
  stream: 'sales',
  rollUp: 'sum',
  missing: ({ streams }) => (streams.population('payments') === null ? streams.missing('payments') : []),
  measure({ cut }) {
    const [sold, paid] = [sumToDate(cut, 'sales'), sumToDate(cut, 'payments')];
    if (sold === null || paid === null) return [];
    return sold.map((revenue, group) => defined(subtract(revenue, paid[group] ?? zero)));
  },
};
