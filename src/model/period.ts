/** Periods: the calendar's own (`2024-Q1`) and ranges, both days included. */
import { UTCDate } from '@date-fns/utc/date';
import { addMonths } from 'date-fns/addMonths';
import { civilOf, type Day, dayOf, daysInMonth, formatDay, parseIsoDay, weekdayOf } from './day.ts';

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** Days in a row, both included. */
interface Span {
  readonly start: Day;
  readonly end: Day;
}

export interface Period extends Span {
  /** `2024-03-15`, `2024-W11`, `2024-03`, `2024-Q1`, `2024-H1`, `2024`, `2024-01..2024-03`, `2024-01-05..2024-02-01`, `all`. */
  readonly id: string;
  /** `range` for a span of other make, `all` for everything. */
  readonly grain: Grain | 'range' | 'all';
}

const monthsOf = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** First day of the month `count` months after the one of `day`. */
export function monthStart(day: Day, count = 0): Day {
  const { year, month } = civilOf(day);
  const moved = addMonths(new UTCDate(year, month - 1, 1), count);
  return Math.round(moved.getTime() / 86_400_000);
}

export function monthEnd(day: Day): Day {
  const { year, month } = civilOf(day);
  return (dayOf(year, month, 1) ?? day) + daysInMonth(year, month) - 1;
}

/**
 * The period of `grain` in which `day` lies. Weeks are ISO 8601 weeks, Monday first. `firstMonth`: of the fiscal year, whose
 * quarters, halves and years it then is.
 */
export function periodOf(day: Day, grain: Grain, firstMonth = 1): Period {
  if (grain === 'day') return { id: formatDay(day), grain, start: day, end: day };
  if (grain === 'week') return weekOf(day);
  const { year, month } = civilOf(day);
  const size = monthsOf[grain];
  if (firstMonth !== 1 && grain !== 'month') return fiscalOf(day, grain, firstMonth);
  const index = Math.floor((month - 1) / size);
  const start = dayOf(year, index * size + 1, 1) ?? day;
  const name = String(year).padStart(4, '0');
  const id = {
    month: `${name}-${String(month).padStart(2, '0')}`,
    quarter: `${name}-Q${index + 1}`,
    half: `${name}-H${index + 1}`,
    year: name,
  }[grain];
  return { id, grain, start, end: monthStart(start, size) - 1 };
}

/** A fiscal year is named after the year in which it ends. */
function fiscalOf(day: Day, grain: 'quarter' | 'half' | 'year', firstMonth: number): Period {
  const { year, month } = civilOf(day);
  const size = monthsOf[grain];
  const index = Math.floor(((month - firstMonth + 12) % 12) / size);
  const ends = month >= firstMonth ? year + 1 : year;
  const start = monthStart(dayOf(ends - 1, firstMonth, 1) ?? day, index * size);
  const part = { quarter: `-Q${index + 1}`, half: `-H${index + 1}`, year: '' }[grain];
  return { id: `FY${ends}${part}`, grain, start, end: monthStart(start, size) - 1 };
}

function weekOf(day: Day): Period {
  const start = day - weekdayOf(day);
  const { year } = civilOf(start + 3);
  const first = (dayOf(year, 1, 4) ?? start) - weekdayOf(dayOf(year, 1, 4) ?? start);
  const week = Math.round((start - first) / 7) + 1;
  return { id: `${year}-W${String(week).padStart(2, '0')}`, grain: 'week', start, end: start + 6 };
}

/** The period that an id names, or undefined. `all` has no days of its own and is not known here. */
export function parsePeriod(text: string): Period | undefined {
  const [from = '', to, ...more] = text.split('..');
  if (more.length > 0) return undefined;
  if (to === undefined) return parseSingle(from);
  const [first, last] = [parseSingle(from), parseSingle(to)];
  if (!first || !last || last.end < first.start) return undefined;
  return { id: text, grain: 'range', start: first.start, end: last.end };
}

function parseSingle(text: string): Period | undefined {
  const day = parseIsoDay(text);
  if (day !== undefined) return periodOf(day, 'day');
  const match = /^(\d{4})(?:-(\d{2}|Q[1-4]|H[12]))?$/.exec(text);
  if (!match) return undefined;
  const { grain, month } = partOf(match[2]);
  const start = dayOf(Number(match[1]), month, 1);
  return start === undefined ? undefined : periodOf(start, grain);
}

/** What stands behind the year: `03` → March, `Q2` → a quarter from April, nothing → the year. */
function partOf(part: string | undefined): { readonly grain: Grain; readonly month: number } {
  if (part === undefined) return { grain: 'year', month: 1 };
  if (part.startsWith('Q')) return { grain: 'quarter', month: Number(part.slice(1)) * 3 - 2 };
  if (part.startsWith('H')) return { grain: 'half', month: Number(part.slice(1)) * 6 - 5 };
  return { grain: 'month', month: Number(part) };
}

const fiscalId = /^FY(\d{4})(?:-([QH])([1-4]))?$/;

/** The fiscal period so many of its own kind later, undefined for any other period. */
function fiscalShifted({ id, grain, start }: Period, by: number): Period | undefined {
  const match = fiscalId.exec(id);
  if (!match || (grain !== 'quarter' && grain !== 'half' && grain !== 'year')) return undefined;
  const [, year = '', letter, part = '1'] = match;
  const inYear = 12 / monthsOf[grain];
  const index = Number(year) * inYear + Number(part) - 1 + by;
  const from = monthStart(start, by * monthsOf[grain]);
  const suffix = letter === undefined ? '' : `-${letter}${(index % inYear) + 1}`;
  return {
    id: `FY${Math.floor(index / inYear)}${suffix}`,
    grain,
    start: from,
    end: monthStart(from, monthsOf[grain]) - 1,
  };
}

/** The period of the same kind just before: the previous quarter, or for a range as many days (whole months: months) before. */
export function previousPeriod(period: Period): Period {
  const { grain, start, end } = period;
  const fiscal = fiscalShifted(period, -1);
  if (fiscal) return fiscal;
  if (grain !== 'range' && grain !== 'all') return periodOf(start - 1, grain);
  const isWholeMonths = start === monthStart(start) && end === monthEnd(end);
  if (!isWholeMonths) return rangeOf(start - (end - start + 1), start - 1);
  return rangeOf(monthStart(start, -monthsIn(period)), start - 1);
}

/** The same period a year earlier. 29 February becomes 28 February. */
export function yearAgo(period: Period): Period {
  const { grain, start, end } = period;
  if (grain === 'quarter' || grain === 'half' || grain === 'year') {
    const fiscal = fiscalShifted(period, -12 / monthsOf[grain]);
    if (fiscal) return fiscal;
  }
  if (grain === 'week') return { ...periodOf(start - 364, 'week') };
  const [from, to] = [dayYearAgo(start), dayYearAgo(end)];
  if (grain === 'range' || grain === 'all') return rangeOf(from, end === monthEnd(end) ? monthEnd(to) : to);
  return periodOf(from, grain);
}

function dayYearAgo(day: Day): Day {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return dayOf(year - 1, month, Math.min(dayOfMonth, daysInMonth(year - 1, month))) ?? day;
}

/** A range named by months where it consists of whole ones, else by days. */
export function rangeOf(start: Day, end: Day): Period {
  const isWholeMonths = start === monthStart(start) && end === monthEnd(end);
  const name = (day: Day) => (isWholeMonths ? formatDay(day).slice(0, 7) : formatDay(day));
  return { id: `${name(start)}..${name(end)}`, grain: 'range', start, end };
}

/** The calendar period of just these days, else their range. */
export function calendarSpan(start: Day, end: Day): Period {
  const grains = ['month', 'quarter', 'half', 'year'] as const;
  const found = grains
    .map((grain) => periodOf(start, grain))
    .find((period) => period.start === start && period.end === end);
  return found ?? rangeOf(start, end);
}

/** All days of `part` are days of `whole`. */
export function liesIn(part: Span, whole: Span): boolean {
  return part.start >= whole.start && part.end <= whole.end;
}

/** Calendar months that the period touches. */
export function monthsIn({ start, end }: Span): number {
  const [a, b] = [civilOf(start), civilOf(end)];
  return (b.year - a.year) * 12 + b.month - a.month + 1;
}

/** The periods of `grain` from the one of `start` to the one of `end`, without gaps; `firstMonth` as of `periodOf`. */
export function periodsBetween(start: Day, end: Day, grain: Grain, firstMonth = 1): Period[] {
  const periods: Period[] = [];
  for (let period = periodOf(start, grain, firstMonth); ; period = periodOf(period.end + 1, grain, firstMonth)) {
    periods.push(period);
    if (period.end >= end) return periods;
  }
}
