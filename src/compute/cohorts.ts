/** Customers by the period of their first purchase, and how many of them come back (kpis.md §3-B). */
import type { Cohorts } from '../model/evaluation.ts';
import { type Grain, type Period, periodsBetween } from '../model/period.ts';
import { type ActiveCustomers, activeCustomersOf } from './aggregate/active.ts';
import { never } from './aggregate/first-seen.ts';
import { completeness } from './choose-period.ts';
import { periodCut } from './cut.ts';
import type { Scope } from './scope.ts';

/** One cohort per period of `grain` from the first to the last sale; null where sales have no customers. */
export function cohortsOf(scope: Scope, grain: Grain): Cohorts | null {
  const { history, data, options, streams } = scope;
  const { population } = history;
  if (population.customer === null || population.lastDay < population.firstDay) return null;
  const periods = periodsBetween(population.firstDay, population.lastDay, grain);
  const sales = periodCut(streams, periods, scope.period).slice('sales');
  if (sales === null) return null;
  const cohorts = cohortOfCustomers(history.firstDays(), periods);
  const active = activeByCohort(activeCustomersOf(sales, population.customer), cohorts, periods.length);
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
function activeByCohort({ codes, starts }: ActiveCustomers, cohorts: Int32Array, periodCount: number): number[][] {
  const counts = Array.from({ length: periodCount }, (_, cohort) => new Array<number>(periodCount - cohort).fill(0));
  for (let place = 0; place < periodCount; place++) {
    for (const code of codes.subarray(starts[place], starts[place + 1])) {
      const cohort = cohorts[code] ?? -1;
      const list = counts[cohort];
      if (list) list[place - cohort] = (list[place - cohort] ?? 0) + 1;
    }
  }
  return counts;
}

/** The place of each customer's first period; −1 where it lies before all of them. */
function cohortOfCustomers(firstDays: Int32Array, periods: readonly Period[]): Int32Array {
  return firstDays.map((day) =>
    day === never ? -1 : periods.findIndex(({ start, end }) => day >= start && day <= end),
  );
}
