/** Days as people write them, in the order that the column settled; time of day and offset are read past. */
import { foldText } from '../../lib/fold-text.ts';
import { type Day, dayOf, daysInMonth, formatDay } from '../../model/day.ts';
import type { DateOrder } from '../../model/mapping.ts';

export type DayReading =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'none' }
  | { readonly kind: 'error' }
  /** Looks like a date but names no day; `hint`: the day that was probably meant, or ''. */
  | { readonly kind: 'no-such-date'; readonly hint: string }
  /** Day 0 of January 1900: what a spreadsheet shows for an empty date. */
  | { readonly kind: 'implausible' }
  | { readonly kind: 'bad' };

const nullWords = new Set([
  '',
  '-',
  '--',
  '—',
  '–',
  '/',
  'null',
  'none',
  'nil',
  'na',
  'n/a',
  '无',
  '暂无',
  '未填写',
  '(空)',
  '空',
]);

const bad: DayReading = { kind: 'bad' };

/** The day that a cell's text names. */
export function readDay(text: string, order: DateOrder | null): DayReading {
  const folded = foldText(text);
  if (nullWords.has(folded.toLowerCase())) return { kind: 'none' };
  if (/^#[A-Z]/i.test(folded)) return { kind: 'error' };
  return readNumeric(folded, order) ?? readNamed(folded) ?? readCompact(folded) ?? bad;
}

// A blank or T and a time of day, with fraction, AM/PM before or after, zone or offset: `T08:00:00.000+08:00`, ` 上午9:30`, `, 2:15 PM`.
const time = String.raw`(?:(?:[T,]\s*|\s+)\s*(?:上午|下午|中午|晚上|凌晨|[AP]\.?M\.?)?\s*\d{1,2}[:时点]\d{1,2}.*|\s*(?:周|星期)[一二三四五六日天].*)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})\s?([-/.年])\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?${time}$`, 'i');
const yearMonth = /^(\d{4})\s?(?:[-/.]\s?(\d{1,2})|年\s?(\d{1,2})\s?月?)$/;
const shortParts = new RegExp(String.raw`^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{1,2})${time}$`, 'i');
const shortChinese = new RegExp(String.raw`^(\d{2})年(\d{1,2})月(\d{1,2})日?${time}$`);

function readNumeric(text: string, order: DateOrder | null): DayReading | undefined {
  const first = yearFirst.exec(text) ?? shortChinese.exec(text);
  if (first) {
    const parts = first.length > 4 ? [first[1], first[3], first[4]] : [first[1], first[2], first[3]];
    return dayReading(fullYear(parts[0] ?? ''), Number(parts[1]), Number(parts[2]));
  }
  const month = yearMonth.exec(text);
  if (month) return dayReading(Number(month[1]), Number(month[2] ?? month[3]), 1);
  const short = shortParts.exec(text);
  if (!short) return undefined;
  const [, a = '', b = '', c = ''] = short;
  return c.length === 4 ? readOrdered(a, b, c, order) : readShortYear(a, b, c, order);
}

function readOrdered(a: string, b: string, year: string, order: DateOrder | null): DayReading {
  const isDayFirst = order === 'dmy' || (order !== 'mdy' && Number(a) > 12);
  const [day, month] = isDayFirst ? [Number(a), Number(b)] : [Number(b), Number(a)];
  const reading = dayReading(fullYear(year), month, day);
  if (reading.kind !== 'no-such-date') return reading;
  const other = dayOf(fullYear(year), day, month);
  return other === undefined ? reading : { kind: 'no-such-date', hint: formatDay(other) };
}

function readShortYear(a: string, b: string, c: string, order: DateOrder | null): DayReading {
  if (c.length === 1 && a.length === 1) return bad;
  if (order === 'ymd' || c.length === 1) return dayReading(fullYear(a), Number(b), Number(c));
  return readOrdered(a, b, c, order);
}

const monthNames: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?';
const dayNameYear = new RegExp(
  `^${weekday}(\\d{1,2})(?:st|nd|rd|th)?[-\\s/.]*${monthName}[-\\s/.,]*(\\d{4}|\\d{2})${time}$`,
  'i',
);
const nameDayYear = new RegExp(
  `^${weekday}${monthName}[-\\s/.]*(\\d{1,2})(?:st|nd|rd|th)?[-\\s/.,]+(\\d{4}|\\d{2})${time}$`,
  'i',
);
const yearNameDay = new RegExp(`^(\\d{4})[-\\s/.]*${monthName}[-\\s/.]*(\\d{1,2})${time}$`, 'i');

function readNamed(text: string): DayReading | undefined {
  const a = dayNameYear.exec(text);
  if (a) return dayReading(fullYear(a[3] ?? ''), monthOf(a[2]), Number(a[1]));
  const b = nameDayYear.exec(text);
  if (b) return dayReading(fullYear(b[3] ?? ''), monthOf(b[1]), Number(b[2]));
  const c = yearNameDay.exec(text);
  return c ? dayReading(Number(c[1]), monthOf(c[2]), Number(c[3])) : undefined;
}

/** Digits only, in text: `20240105`, `20240105083000`, a serial with a fraction. */
function readCompact(text: string): DayReading | undefined {
  if (/^\d{8}(?:\d{6})?$/.test(text)) {
    return dayReading(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8)));
  }
  return /^\d{5}(?:\.\d+)?$/.test(text) ? readDayNumber(Number(text)) : undefined;
}

const serialOfEpoch = 25569;

/** The day that a bare number stands for: `20240105`, `202401`, a spreadsheet's serial, seconds or milliseconds since 1970. */
export function readDayNumber(value: number): DayReading {
  const whole = Math.floor(value);
  if (whole >= 19000101 && whole <= 99991231 && value === whole) {
    return dayReading(Math.floor(whole / 10000), Math.floor(whole / 100) % 100, whole % 100);
  }
  if (whole >= 190001 && whole <= 299912 && value === whole) return dayReading(Math.floor(whole / 100), whole % 100, 1);
  // 1927 … 2119; smaller numbers are years, counts and typing errors.
  if (whole >= 10000 && whole < 80000) return { kind: 'day', day: whole - serialOfEpoch };
  if (whole === 0) return { kind: 'implausible' };
  if (whole >= 3e8 && whole < 5e9) return { kind: 'day', day: Math.floor(whole / 86_400) };
  if (whole >= 3e11 && whole < 5e12) return { kind: 'day', day: Math.floor(whole / 86_400_000) };
  return bad;
}

function monthOf(name: string | undefined): number {
  return monthNames[(name ?? '').slice(0, 3).toLowerCase()] ?? 0;
}

/** `24` → 2024, `69` … `99` → 19xx, as POSIX has it. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 69 ? 2000 + year : 1900 + year;
}

function dayReading(year: number, month: number, day: number): DayReading {
  if (year === 1900 && month <= 1 && day === 0) return { kind: 'implausible' };
  const found = year === 0 ? undefined : dayOf(year, month, day);
  if (found !== undefined) return { kind: 'day', day: found };
  const last =
    month >= 1 && month <= 12 && day > 28 && day <= 31 ? dayOf(year, month, daysInMonth(year, month)) : undefined;
  return { kind: 'no-such-date', hint: last === undefined ? '' : formatDay(last) };
}
