import { zero } from '../../lib/decimal.ts';
import { sumWhere } from '../aggregate/sum.ts';
import { count, declared, type Kpi, quotient } from '../kpi.ts';
import { countMarked, rowsWith } from '../marks.ts';
import type { Population } from '../population.ts';
import type { Slice } from '../slice.ts';

/** Won amount ÷ won deals with an amount. */
export const averageDealSize: Kpi = {
  ...declared('average-deal-size'),
  stream: 'closed',
  rollUp: 'ratio-of-sums',
  missing: ({ data }) => (data.facts.deals?.columns.has('amount') ? [] : ['deals.amount']),
  measure: (slice) => wonMoney(slice).map(({ amount, deals }) => quotient(amount, count(deals))),
};

/** Σ amount of won deals per group, and how many of them have one. */
export function wonMoney(slice: Slice) {
  const valued = wonWithAmount(slice.population);
  const deals = countMarked(slice, valued);
  return sumWhere(slice, slice.population.amount, valued).map((amount, group) => ({
    amount: amount ?? zero,
    deals: deals[group] ?? 0,
  }));
}

/** 1 for won deals with an amount. */
export function wonWithAmount(population: Population): Uint8Array {
  const won = rowsWith(population, 'outcome', 'won');
  const { present } = population.amount;
  return present.includes(0) ? won.map((is, row) => (present[row] === 1 ? is : 0)) : won;
}
