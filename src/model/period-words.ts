/** The words that months, quarters and years go by in headings, titles and cells, English and Chinese. */
import { dayOf } from './day.ts';
import { type Grain, monthEnd, monthStart, type Period, periodOf, rangeOf } from './period.ts';

/** What a label leaves unsaid. */
export interface PeriodContext {
  /** Year that title, sheet, file name or the group above state; null where none does. */
  readonly year: number | null;
  /** First month of the fiscal year; 1 where absent. */
  readonly fiscalYearStart?: number;
}

/** What the parts of a label say; years are whole (`2024`). */
export interface PeriodParts {
  readonly year: number | null;
  readonly isFiscal: boolean;
  readonly half: number | null;
  readonly quarter: number | null;
  readonly month: number | null;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const chineseNumbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** Regular-expression sources; each is one group-free alternative. */
export const patterns = {
  year: '(?:19|20)\\d\\d',
  monthName:
    '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?',
  monthNumber: '(?:0?[1-9]|1[0-2])',
  chineseMonth: '(?:十[一二]?|[一二三四五六七八九])',
  quarter: '[1-4一二三四]',
} as const;

/** Width-folded, lower case, single blanks: how labels are compared. */
export function foldLabel(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/** 1 … 12 of `1`, `01`, `一`, `jan`, `september`; null for anything else. */
export function monthNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null;
  const chinese = chineseNumbers.indexOf(text);
  if (chinese >= 0) return chinese + 1;
  const name = monthNames.indexOf(text.slice(0, 3));
  return name < 0 ? null : name + 1;
}

/** A year of two digits belongs to 1970 … 2069. */
export function wholeYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  return text.length > 2 ? value : value >= 70 ? 1900 + value : 2000 + value;
}

/** The period that the parts name, undefined where the year is nowhere stated. */
export function periodOfParts(parts: PeriodParts, context: PeriodContext): Period | undefined {
  const year = parts.year ?? context.year;
  if (year === null) return undefined;
  const first = context.fiscalYearStart ?? 1;
  if (parts.isFiscal && first !== 1) return fiscalPeriod(parts, year, first);
  const { half, quarter, month } = parts;
  const start = month ?? (quarter ? quarter * 3 - 2 : half ? half * 6 - 5 : 1);
  const day = dayOf(year, start, 1);
  return day === undefined ? undefined : periodOf(day, grainOf(parts));
}

function grainOf({ half, quarter, month }: PeriodParts): Grain {
  return month ? 'month' : quarter ? 'quarter' : half ? 'half' : 'year';
}

// A fiscal year is named after the year in which it ends.
function fiscalPeriod(parts: PeriodParts, year: number, firstMonth: number): Period | undefined {
  const start = dayOf(year - 1, firstMonth, 1);
  if (start === undefined) return undefined;
  if (parts.month) return periodOf(monthStart(start, (parts.month - firstMonth + 12) % 12), 'month');
  const { quarter, half } = parts;
  const [skip, size, suffix] = quarter
    ? [quarter * 3 - 3, 3, `-Q${quarter}`]
    : half
      ? [half * 6 - 6, 6, `-H${half}`]
      : [0, 12, ''];
  const from = monthStart(start, skip);
  return { id: `FY${year}${suffix}`, grain: grainOf(parts), start: from, end: monthStart(from, size) - 1 };
}

/** Whole months as the calendar period they are (January to March: the quarter), else as a range. */
export function periodOfMonths(firstDay: number, lastDay: number): Period {
  const [start, end] = [monthStart(firstDay), monthEnd(lastDay)];
  for (const grain of ['month', 'quarter', 'half', 'year'] as const) {
    const whole = periodOf(start, grain);
    if (whole.start === start && whole.end === end) return whole;
  }
  return rangeOf(start, end);
}
