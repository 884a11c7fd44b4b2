/** The headline KPI of the parts over the last sub-periods: what small pictures and outlines are made of. */
import type { RecentEntry } from '../model/evaluation.ts';
import { type Period, periodsBetween } from '../model/period.ts';
import { keysOf } from './breakdown.ts';
import { groupCut } from './cut.ts';
import { groupingBy } from './grouping.ts';
import type { Kpi } from './kpi.ts';
import { measureAll } from './measures.ts';
import { resultsOf } from './results.ts';
import type { Scope } from './scope.ts';

const mostPeriods = 12;
/** Nobody looks at pictures of more parts; of a thousand customers they would cost more than all other figures. */
const mostParts = 200;

/** The last 12 sub-periods up to the end of the evaluated one. */
export function recentPeriods({ streams, options, period }: Scope): readonly Period[] {
  const last = Math.min(period.end, streams.lastDay);
  if (last < streams.firstDay) return [];
  return periodsBetween(streams.firstDay, last, options.grain ?? 'month', options.fiscalYearStart).slice(-mostPeriods);
}

/** One entry per part of `names`, in no order, each with a point per period; empty of more parts than 200. */
export function recentBy(scope: Scope, kpi: Kpi, names: readonly string[], periods: readonly Period[]): RecentEntry[] {
  const { data, streams, history, targets } = scope;
  const grouping = groupingBy(data, names, targets.members(names));
  if (grouping.listed.length > mostParts) return [];
  const then = null;
  const measured = periods.map((period) => measureAll([kpi], groupCut(streams, period, grouping, 'unknown'), history));
  return grouping.listed.map(({ group, values }) => ({
    by: Object.fromEntries(names.map((name, i) => [name, values[i] ?? ''])),
    points: periods.map((period, place) => {
      const now = measured[place];
      const keys = keysOf(names, values);
      const [result] = now ? resultsOf(scope, [kpi], { now, then, group, period, keys }) : [];
      return { actual: result?.actual ?? null, target: result?.target ?? null };
    }),
  }));
}
