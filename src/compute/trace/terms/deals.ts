/** What the numbers of deals are made of. */
import { add, decimal, multiply } from '../../../lib/decimal.ts';
import { amountAt } from '../../aggregate/sum.ts';
import { cycleDays } from '../../cycles.ts';
import { wonWithAmount } from '../../kpis/average-deal-size.ts';
import { closedInTime } from '../../kpis/created-win-rate.ts';
import { lastDays } from '../../kpis/slip-rate.ts';
import { rowsWith } from '../../marks.ts';
import { type At, counting, type RowsTerm, summing, type Term } from '../term.ts';

const marked = (rows: Uint8Array) => (row: number) => rows[row] === 1;
const ended = (outcome: string) => (at: At) => marked(rowsWith(at.slice.population, 'outcome', outcome));
const isValuedWin = ({ slice }: At) => marked(wonWithAmount(slice.population));

const won = (role: Term['role']) => counting('won', role, 'closed', { wanted: ended('won') });
const lost = (role: Term['role']) => counting('lost', role, 'closed', { wanted: ended('lost') });
const wonAmount = (role: Term['role'], factor = 1) =>
  summing('won-amount', role, 'closed', { wanted: isValuedWin, factor });

/** Won deals with the days that each took. */
function cycles(role: Term['role']): RowsTerm {
  return {
    ...counting('cycle-days', role, 'closed', {
      wanted: ({ slice }) => {
        const days = cycleDays(slice.population);
        return (row) => days(row) !== null;
      },
    }),
    unit: 'days',
    adding({ slice }) {
      const days = cycleDays(slice.population);
      return { kind: 'each', amountOf: (row) => decimal(days(row) ?? 0) };
    },
  };
}

const weighted: RowsTerm = {
  ...summing('open-weighted', 'value', 'open'),
  adding({ slice: { population } }) {
    const probability = population.facts.columns.get('probability');
    if (probability?.kind !== 'amount') return null;
    return {
      kind: 'each',
      amountOf(row) {
        const [amount, share] = [amountAt(population.amount, row), amountAt(probability, row)];
        return amount && share ? multiply(amount, share) : null;
      },
    };
  },
};

export const termsOfDeals: Readonly<Record<string, readonly Term[]>> = {
  'win-rate': [won('top'), counting('closed', 'bottom', 'closed'), lost('part')],
  'win-rate-by-value': [
    summing('won-amount', 'top', 'closed', { wanted: ended('won') }),
    summing('closed-amount', 'bottom', 'closed'),
  ],
  'created-win-rate': [
    counting('created-won', 'top', 'created', {
      wanted: ({ slice, history }) => marked(closedInTime(slice.population, 'won', history)),
    }),
    counting('created', 'bottom', 'created'),
  ],
  'sales-cycle': [cycles('part')],
  'sales-cycle-mean': [
    cycles('top'),
    { ...cycles('bottom'), key: 'cycles', unit: 'count', adding: () => ({ kind: 'one' }) },
  ],
  'average-deal-size': [wonAmount('top'), counting('won-with-amount', 'bottom', 'closed', { wanted: isValuedWin })],
  'deals-won': [won('value')],
  'deals-lost': [lost('value')],
  'deals-created': [counting('created', 'value', 'created')],
  'open-pipeline': [summing('open-amount', 'value', 'open')],
  'weighted-pipeline': [weighted],
  'pipeline-coverage': [
    summing('expected', 'top', 'expected'),
    {
      kind: 'figure',
      key: 'target',
      role: 'bottom',
      unit: 'money',
      figure: ({ denominator }, amountOf) => denominator && add(denominator, amountOf('won-amount')),
    },
    wonAmount('bottom', -1),
  ],
  'sales-velocity': [counting('open', 'part', 'open'), won('part'), lost('part'), wonAmount('part'), cycles('part')],
  'slip-rate': [
    counting('slipped', 'top', 'planned', {
      wanted({ slice, group }) {
        const [last, { end }] = [lastDays(slice.population), slice.periodOf(group)];
        return (row) => (last[row] ?? 0) > end;
      },
    }),
    counting('planned', 'bottom', 'planned'),
  ],
};
