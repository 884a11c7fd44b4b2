/** Which period is evaluated, whether it is over, and what it is compared with (contract §3). */
import { given } from '../lib/given.ts';
import type { DataSet } from '../model/data-set.ts';
import type { Day } from '../model/day.ts';
import type { PeriodReport } from '../model/evaluation.ts';
import type { ComputeOptions } from '../model/options.ts';
import {
  type Grain,
  monthEnd,
  monthStart,
  monthsIn,
  type Period,
  periodOf,
  periodsBetween,
  previousPeriod,
  yearAgo,
} from '../model/period.ts';
import { parsePeriodText } from '../model/period-labels.ts';
import type { Target } from '../model/target.ts';
import { UserError } from '../problems/user-error.ts';
import { type Population, stretchOf } from './population.ts';

export interface ChosenPeriod {
  readonly period: Period;
  readonly from: PeriodReport['from'];
}

/** The period asked for, else the default: what the file states, else the last complete month of the data. */
export function choosePeriod(
  data: DataSet,
  span: Span,
  population: Population,
  { period, asOf, fiscalYearStart }: Pick<ComputeOptions, 'period' | 'asOf' | 'fiscalYearStart'>,
): ChosenPeriod {
  return period === undefined ? defaultPeriod(data, population, asOf) : askedPeriod(period, span, fiscalYearStart);
}

/** First and last day of all dated facts. */
type Span = Pick<Population, 'firstDay' | 'lastDay'>;

function askedPeriod(asked: string, { firstDay, lastDay }: Span, fiscalYearStart: number | undefined): ChosenPeriod {
  if (asked === 'all') {
    return {
      period: { id: 'all', grain: 'all', start: monthStart(firstDay), end: monthEnd(lastDay) },
      from: 'flag',
    };
  }
  const period = parsePeriodText(asked, { year: null, ...given({ fiscalYearStart }) });
  if (period === undefined) throw new UserError('period/unknown', { period: asked });
  return { period, from: 'flag' };
}

function defaultPeriod(data: DataSet, population: Population, asOf: Day | undefined): ChosenPeriod {
  const stated = statedPeriods(data, population);
  const isOver = ({ period }: ChosenPeriod) => completeness(period, data, population, asOf) !== null;
  const complete = stated.filter(isOver).sort(byPreference);
  const lastStated = complete[0];
  if (lastStated) return lastStated;
  const months = periodsBetween(population.firstDay, population.lastDay, 'month').map((period) => ({
    period,
    from: 'data' as const,
  }));
  const lastMonth = months.findLast((month) => touches(population, month.period) && isOver(month));
  if (lastMonth) return lastMonth;
  const running = stated.filter(({ period }) => touches(population, period)).sort(byPreference)[0];
  return running ?? { period: periodOf(population.lastDay, 'month'), from: 'data' };
}

const grainOrder: readonly Period['grain'][] = ['quarter', 'month', 'year', 'half'];
const sourceOrder: readonly PeriodReport['from'][] = ['targets', 'name', 'title'];

/** The latest first; of those that end together the quarter, then the month, then the year. */
function byPreference(a: ChosenPeriod, b: ChosenPeriod): number {
  return (
    b.period.end - a.period.end ||
    grainOrder.indexOf(a.period.grain) - grainOrder.indexOf(b.period.grain) ||
    sourceOrder.indexOf(a.from) - sourceOrder.indexOf(b.from)
  );
}

function statedPeriods(data: DataSet, population: Population): ChosenPeriod[] {
  const fromTargets = targetedPeriods(data.targets).map((period) => ({ period, from: 'targets' as const }));
  return [...fromTargets, ...data.statedPeriods].filter(({ period }) => isCovered(population, period));
}

/** Months, quarters and years in which every month has a target of that length or finer, and that data can fill. */
function targetedPeriods(targets: readonly Target[]): Period[] {
  const periods = targets.map(({ period }) => period).filter(({ grain }) => grain !== 'range' && grain !== 'all');
  const [long, short] = [periods.filter(isLong), periods.filter((period) => !isLong(period))];
  const months = new Map(short.map(({ start }) => periodOf(start, 'month')).map((month) => [month.id, month]));
  const filled = [...months.values()].flatMap((month) => filledBy(month, months));
  return [...new Map([...long, ...filled].map((period) => [period.id, period])).values()];
}

function isLong({ grain }: Period): boolean {
  return grain === 'year' || grain === 'half' || grain === 'quarter';
}

function filledBy(month: Period, months: ReadonlyMap<string, Period>): Period[] {
  const grains: readonly Grain[] = ['month', 'quarter', 'year'];
  return grains
    .map((grain) => periodOf(month.start, grain))
    .filter((period) => periodsBetween(period.start, period.end, 'month').every(({ id }) => months.has(id)));
}

/** The data begins no later than in the period's first month and has rows in it. */
function isCovered(population: Population, period: Period): boolean {
  return monthStart(population.firstDay) <= period.start && touches(population, period);
}

function touches(population: Population, period: Period): boolean {
  const [from, to] = stretchOf(population, period);
  return to > from;
}

const longestTail = 4;
const tailWindow = 92;

/**
 * Why the period counts as over, or null while it runs: `--as-of`, a stated export range or the data reaches its last
 * day, or the days without rows at its end are few (at most 4) and usual (no more than the longest such run in the 92
 * days before).
 */
export function completeness(
  period: Period,
  data: DataSet,
  population: Population,
  asOf: Day | undefined,
): PeriodReport['completeBecause'] {
  if (asOf !== undefined) return asOf >= period.end ? 'as-of' : null;
  if (population.lastDay >= period.end || period.grain === 'all') return 'data';
  if (data.statedEnd !== null && data.statedEnd >= period.end) return 'export-range';
  const tail = period.end - population.lastDay;
  const isUsual = tail <= longestTail && tail <= longestPause(population);
  return isUsual && population.lastDay >= period.start ? 'tail-gap' : null;
}

/** The longest run of days without rows in the 92 days up to the last day with one. */
function longestPause({ firstDay, lastDay, offsets }: Population): number {
  let longest = 0;
  let run = 0;
  for (let day = Math.max(firstDay, lastDay - tailWindow + 1); day <= lastDay; day++) {
    const rows = (offsets[day - firstDay + 1] ?? 0) - (offsets[day - firstDay] ?? 0);
    run = rows === 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** The period to compare with, or null: none wanted, none meaningful, or nothing there to compare with. */
export function comparePeriod(
  chosen: Period,
  span: Span,
  { compare: asked, fiscalYearStart }: Pick<ComputeOptions, 'compare' | 'fiscalYearStart'>,
  elapsedEnd: Day,
): Period | null {
  const whole = wholeCompare(chosen, span, asked, fiscalYearStart);
  if (whole === null || elapsedEnd >= chosen.end) return whole;
  // Nothing of the period has elapsed, so there is no such part of another.
  if (elapsedEnd < chosen.start) return null;
  // A running period is compared with the same elapsed part.
  return { ...whole, end: Math.min(whole.end, sameElapsed(chosen, whole, elapsedEnd)) };
}

/** The day as far into `whole` as `day` is into `chosen`: by months and day of the month, month end for month end. */
function sameElapsed(chosen: Period, whole: Period, day: Day): Day {
  if (chosen.start !== monthStart(chosen.start) || whole.start !== monthStart(whole.start)) {
    return whole.start + (day - chosen.start);
  }
  const month = monthStart(whole.start, monthsIn({ start: chosen.start, end: day }) - 1);
  if (day === monthEnd(day)) return monthEnd(month);
  return Math.min(month + (day - monthStart(day)), monthEnd(month));
}

function wholeCompare(
  chosen: Period,
  span: Span,
  asked: string | undefined,
  fiscalYearStart: number | undefined,
): Period | null {
  if (chosen.grain === 'all' || asked === 'none') return null;
  if (asked === 'previous') return previousPeriod(chosen);
  if (asked === 'year-ago') return yearAgo(chosen);
  if (asked !== undefined) return askedPeriod(asked, span, fiscalYearStart).period;
  const lastYear = yearAgo(chosen);
  if (monthStart(span.firstDay) <= lastYear.start) return lastYear;
  const before = previousPeriod(chosen);
  return before.end < span.firstDay ? null : before;
}
