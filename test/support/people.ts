/** The people of the example evaluation, for tests of their sheets. */
import { decimalFromText } from '../../src/lib/decimal.ts';
import { dayOf } from '../../src/model/day.ts';
import type { Evaluation } from '../../src/model/evaluation.ts';
import type { People, PersonLists, PersonReport } from '../../src/model/people.ts';
import { exampleEvaluation, kpiResult } from './evaluation.ts';

const d = decimalFromText;

const noLists: PersonLists = { won: null, openOrLost: null, orders: null, customers: null, gained: null, lost: null };

const deal = (name: string, customer: string | null, amount: string, day: number | null, stage: string) => ({
  name,
  customer,
  amount: d(amount),
  day,
  stage,
});

/** One list of every kind, of `mark`. */
export function exampleLists(mark: string): PersonLists {
  return {
    won: [deal(`${mark} rollout`, `${mark} Ltd`, '120000', dayOf(2024, 2, 3) ?? 0, 'Won')],
    openOrLost: [
      deal(`=${mark}`, null, '99000.5', null, 'Proposal'),
      deal(`${mark} two`, 'X', '70000', 19_000, 'Lost'),
    ],
    orders: null,
    customers: null,
    gained: { count: 1200, largest: [{ name: `${mark} New`, amount: d('5000') }] },
    lost: { period: '2023-Q4', count: 0, largest: [] },
  };
}

function trendOf(actuals: readonly string[]): PersonReport['trend'] {
  return actuals.map((actual, at) => ({
    period: `2024-0${at + 1}`,
    kpi: kpiResult('revenue', { unit: 'money', actual, target: '500000' }),
  }));
}

/** Of the members of the example's breakdown; the last has no lists. */
export function examplePeople({ breakdown }: Evaluation = exampleEvaluation()): People {
  const list = breakdown.map(({ by, kpis }, at): PersonReport => {
    const name = by['rep'] ?? '';
    const isLast = at === breakdown.length - 1;
    return {
      name,
      by,
      kpis,
      trend: trendOf(['250000', '300000', '275000']),
      lists: isLast ? noLists : exampleLists(`D${at}`),
    };
  });
  return { list, all: list.length };
}
