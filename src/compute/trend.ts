/** Every sub-period from the first to the last day of the data, gap-free, whatever period is evaluated. */
import type { TrendEntry } from '../model/evaluation.ts';
import type { ComputeOptions } from '../model/options.ts';
import { type Period, periodOf, periodsBetween, previousPeriod, yearAgo } from '../model/period.ts';
import { periodCut } from './cut.ts';
import { measureAll } from './measures.ts';
import { resultsOf } from './results.ts';
import { type Scope, usableKpis } from './scope.ts';

/** Each sub-period is compared with its predecessor, whole with whole; with `--compare year-ago` with the year before. */
export function trendOf(scope: Scope): TrendEntry[] {
  const { streams, history, options } = scope;
  const periods = periodsBetween(streams.firstDay, streams.lastDay, options.grain ?? 'month', options.fiscalYearStart);
  const kpis = usableKpis(scope);
  const now = measureAll(kpis, periodCut(streams, periods, scope.period), history);
  const places = new Map(periods.map(({ id }, place) => [id, place]));
  return periods.map((period, group) => {
    const thenGroup = places.get(comparedWith(period, options)?.id ?? '');
    const then = thenGroup === undefined ? null : now;
    return {
      period: period.id,
      kpis: resultsOf(scope, kpis, { now, then, group, thenGroup: thenGroup ?? group, period, keys: new Map() }),
    };
  });
}

function comparedWith(period: Period, { compare, fiscalYearStart }: ComputeOptions): Period | null {
  if (compare === 'none') return null;
  if (compare !== 'year-ago') return previousPeriod(period);
  const before = yearAgo(period);
  return period.grain === 'day' || period.grain === 'range' || period.grain === 'all'
    ? before
    : periodOf(before.start, period.grain, fiscalYearStart);
}
