/** Customers by the period of their first purchase, and how many of them come back (kpis.md §3-B). */
import type { Cohorts } from '../model/evaluation.ts';
import { type Grain, type Period, periodsBetween } from '../model/period.ts';
import { never } from './aggregate/first-seen.ts';
import { isNegativeAt } from './aggregate/sum.ts';
import { completeness } from './choose-period.ts';
import { type Population, stretchOf } from './population.ts';
import type { Scope } from './scope.ts';

/** One cohort per period of `grain` from the first to the last sale; null where sales have no customers. */
export function cohortsOf(scope: Scope, grain: Grain): Cohorts | null {
  const { history, data, options } = scope;
  const { population } = history;
  if (population.customer === null || population.lastDay < population.firstDay) return null;
  const periods = periodsBetween(population.firstDay, population.lastDay, grain);
  const active = activeByCohort(scope, periods);
  const over = periods.filter((period) => completeness(period, data, population, options.asOf) !== null).length;
  const isKnown = data.firstOrderDays !== null || history.lookback === 0;
  return {
    grain,
    list: periods.map(({ id, start }, place) => ({
      period: id,
      leftCensored: !isKnown && start <= population.firstDay,
      active: active[place] ?? [],
      mature: Math.max(0, over - place),
    })),
  };
}

/** `[cohort][k]`: customers of the cohort who bought in the k-th period after its own. */
function activeByCohort({ history }: Scope, periods: readonly Period[]): number[][] {
  const { population } = history;
  const counts = periods.map((_, cohort) => new Array<number>(periods.length - cohort).fill(0));
  const cohorts = cohortOfCustomers(history.firstDays(), periods);
  for (const [place, period] of periods.entries()) {
    for (const code of buyersIn(population, period)) {
      const cohort = cohorts[code] ?? -1;
      const list = counts[cohort];
      if (list) list[place - cohort] = (list[place - cohort] ?? 0) + 1;
    }
  }
  return counts;
}

/** Customers active in the period, each once. */
function buyersIn(population: Population, period: Period): Set<number> {
  const { customer, rows, amount } = population;
  const [from, to] = stretchOf(population, period);
  const buyers = new Set<number>();
  for (const row of rows.subarray(from, to)) {
    const code = customer?.codes[row] ?? 0;
    if (code !== 0 && !isNegativeAt(amount, row)) buyers.add(code);
  }
  return buyers;
}

/** The place of each customer's first period; −1 where it lies before all of them. */
function cohortOfCustomers(firstDays: Int32Array, periods: readonly Period[]): Int32Array {
  return firstDays.map((day) =>
    day === never ? -1 : periods.findIndex(({ start, end }) => day >= start && day <= end),
  );
}
