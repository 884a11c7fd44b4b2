/** What the spelling of one date says of its column's order, and its day in a given order. */
import { type Day, dayOf } from '../model/day.ts';
import type { DateOrder } from '../model/mapping.ts';

/** Sets of orders, as bits. */
export const orderBit: { readonly [Order in DateOrder]: number } = { dmy: 1, mdy: 2, ymd: 4 };

export interface DateShape {
  /** Orders in which the text is a date; 0 for a date that no order changes (`2024-01-05`, `5-Jan-24`). */
  readonly orders: number;
  /** True where day first and month first give the same day (`03/03/2024`). */
  readonly isSymmetric: boolean;
  /** The mark between the parts: columns of one style settle each other. */
  readonly mark: string;
  readonly hasShortYear: boolean;
  dayIn(order: DateOrder): Day | undefined;
}

const time = String.raw`(?:(?:[T,]|,?\s)\s*(?:上午|下午|中午|晚上|凌晨|[ap]\.?m\.?)?\s*\d{1,2}[:时点]\d{1,2}.*|\s*(?:周|星期)[一二三四五六日天].*)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?${time}$`, 'iu');
const compact = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/;
const yearMonth = /^(\d{4})\s?(?:[-/.]\s?(\d{1,2})|年\s?(\d{1,2})\s?月?)$/u;
const numeric = new RegExp(String.raw`^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})${time}$`, 'iu');
const names = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const named = new RegExp(
  String.raw`^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?[-\s/.]*(${names})[a-z]*\.?[-\s/.,]*(\d{4}|\d{2})|(${names})[a-z]*\.?[-\s/.]*(\d{1,2})(?:st|nd|rd|th)?[-\s/.,]+(\d{4}|\d{2}))${time}$`,
  'iu',
);

/** The shape of a date's text, or null where it is no date at all. */
export function dateShape(text: string): DateShape | null {
  const folded = text.normalize('NFKC').trim();
  const first = yearFirst.exec(folded) ?? compact.exec(folded);
  if (first) return fixed(dayOf(Number(first[1]), Number(first[2]), Number(first[3])));
  const parts = numeric.exec(folded);
  if (parts) return ordered(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '', parts[4] ?? '');
  const month = yearMonth.exec(folded);
  if (month) return fixed(dayOf(Number(month[1]), Number(month[2] ?? month[3]), 1));
  const words = named.exec(folded);
  return words ? fixed(namedDay(words)) : null;
}

function namedDay(words: RegExpExecArray): Day | undefined {
  const [, day, month, year, otherMonth, otherDay, otherYear] = words;
  const name = (month ?? otherMonth ?? '').slice(0, 3).toLowerCase();
  return dayOf(fullYear(year ?? otherYear ?? ''), names.split('|').indexOf(name) + 1, Number(day ?? otherDay));
}

function fixed(day: Day | undefined): DateShape | null {
  if (day === undefined) return null;
  return { orders: 0, isSymmetric: true, mark: '', hasShortYear: false, dayIn: () => day };
}

function ordered(a: string, mark: string, b: string, c: string): DateShape | null {
  const hasShortYear = c.length === 2;
  const dayIn = (order: DateOrder): Day | undefined => {
    if (order === 'ymd') return hasShortYear ? dayOf(fullYear(a), Number(b), Number(c)) : undefined;
    const [day, month] = order === 'dmy' ? [Number(a), Number(b)] : [Number(b), Number(a)];
    return dayOf(fullYear(c), month, day);
  };
  let orders = 0;
  for (const order of ['dmy', 'mdy', 'ymd'] as const) if (dayIn(order) !== undefined) orders |= orderBit[order];
  if (orders === 0) return null;
  return { orders, isSymmetric: Number(a) === Number(b), mark, hasShortYear, dayIn };
}

/** `24` → 2024, `69` … `99` → 19xx, as POSIX has it. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 69 ? 2000 + year : 1900 + year;
}
