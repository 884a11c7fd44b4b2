import { zero } from '../../lib/decimal.ts';
import { sumOf } from '../aggregate/sum.ts';
import { declared, defined, type Kpi } from '../kpi.ts';
import { wonMoney } from './average-deal-size.ts';
import { revenue } from './revenue.ts';

/**
 * Open amount expected to close in the period ÷ what is left of the revenue target after the deals won in it. The
 * measure has the two amounts; `results.ts` holds them against the target, which is not known here.
 */
export const pipelineCoverage: Kpi = {
  ...declared('pipeline-coverage'),
  stream: 'expected',
  rollUp: 'recounted',
  coversTargetOf: revenue,
  missing: ({ data }) => (data.facts.deals?.columns.has('amount') ? [] : ['deals.amount']),
  measure(slice) {
    const closed = slice.cut.slice('closed');
    const won = closed === null ? [] : wonMoney(closed);
    return sumOf(slice, slice.population.amount).map((open, group) => ({
      ...defined(open),
      numerator: open,
      denominator: won[group]?.amount ?? zero,
    }));
  },
};
