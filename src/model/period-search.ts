/** The period that a title, a sheet name or a file name states somewhere in its text. */
import type { Period } from './period.ts';
import { periodOfGroups } from './period-labels.ts';
import { type PeriodContext, patterns } from './period-words.ts';

const { year, monthName, monthNumber: mm, quarter } = patterns;
const before = '(?<![\\p{L}\\p{N}])';
const after = '(?![\\p{L}\\p{N}])';
const gap = "[-\\s'_.]?";

/** A calendar date or a date stamp says when, not for which period. */
const dates: readonly RegExp[] = [
  /(?<!\d)(?:19|20)\d\d([-/._])\d{1,2}\1\d{1,2}(?!\d)/gu,
  /(?:19|20)\d\d年\d{1,2}月\d{1,2}日?/gu,
  /(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:19|20)?\d\d(?!\d)/gu,
  /(?<!\d)(?:19|20)\d\d[01]\d[0-3]\d(?:\d{4}|\d{6})?(?!\d)/gu,
];

/** Classes of phrases, the most specific first; groups as in period-labels.ts. */
const classes: readonly (readonly string[])[] = [
  [
    `(?<y>${year})年(?<m>${mm})月?[-~至到—–](?<u>${mm})月`,
    `${before}(?<y>${year})[-/.](?<m>0[1-9]|1[0-2]) ?(?:~|至|到|to|—|–|\\.\\.) ?(?<n>${year})[-/.](?<u>0[1-9]|1[0-2])${after}`,
  ],
  [
    `(?<y>${year})年(?<m>${mm})月`,
    `${before}(?<y>${year})[-_.](?<m>0[1-9]|1[0-2])(?![-_.]?\\d)${after}`,
    `${before}(?<y>20[0-4]\\d)(?<m>0[1-9]|1[0-2])${after}`,
    `${before}(?<m>${monthName})[-\\s',_]{0,2}(?<y>${year})${after}`,
    `${before}(?<y>${year})[-\\s_](?<m>${monthName})${after}`,
  ],
  [
    `(?<y>${year})年?度?第?(?<q>${quarter})季度?`,
    `(?<!\\p{N})(?<y>${year})年?${gap}q(?<q>[1-4])${after}`,
    `${before}q(?<q>[1-4])${gap}(?<y>${year})${after}`,
    `${before}(?<q>[1-4])q${gap}(?<y>${year})${after}`,
    `${before}fy${gap}(?<f>${year}|\\d\\d)${gap}q(?<q>[1-4])${after}`,
    `${before}q(?<q>[1-4])${gap}fy${gap}(?<f>${year}|\\d\\d)${after}`,
  ],
  [
    `(?<y>${year})年?度?(?<h>[上下])半年`,
    `${before}(?<y>${year})${gap}h(?<h>[12])${after}`,
    `${before}h(?<h>[12])${gap}(?<y>${year})${after}`,
  ],
  [`${before}fy${gap}(?<f>${year}|\\d\\d)${after}`, `(?<f>${year})财年`],
  [
    `(?<![\\d.,¥$€£])(?<y>${year})年`,
    // a bare number is a year only at an end of the text or set off by a mark: `targets-2024.xlsx`, not `order 2000 items`
    `(?:^|(?<!\\p{N})[-_(])(?<y>${year})(?![-~/.,]? ?\\p{N}|\\p{L})`,
    `(?<![\\p{L}\\p{N}]|\\p{N}[-~/.,]|[.,¥$€£])(?<y>${year})(?:$|[-_)](?!\\p{N})|\\.\\p{L})`,
  ],
];

const searches = classes.map((sources) => sources.map((source) => new RegExp(source, 'gu')));

/**
 * The one period that `text` states (`2024年第一季度销售目标`, `sales-2024-Q1`), or undefined: nothing found, or two
 * different ones. Calendar dates are passed over.
 */
export function findPeriodIn(text: string, context: PeriodContext = { year: null }): Period | undefined {
  let rest = text.normalize('NFKC').toLowerCase();
  for (const date of dates) rest = rest.replaceAll(date, ' ');
  for (const phrases of searches) {
    const found = phrases.flatMap((phrase) => periodsOf(rest, phrase, context));
    if (found.length > 0) return theOnly(found);
  }
  return undefined;
}

function periodsOf(text: string, phrase: RegExp, context: PeriodContext): Period[] {
  return [...text.matchAll(phrase)].flatMap((match) => periodOfGroups(match.groups ?? {}, context) ?? []);
}

function theOnly(periods: readonly Period[]): Period | undefined {
  return periods.every(({ id }) => id === periods[0]?.id) ? periods[0] : undefined;
}

/** The year that the first of `texts` with a period states: what `1月` in its table belongs to. */
export function yearStatedIn(texts: readonly (string | null)[]): number | null {
  for (const text of texts) {
    const years = new Set(
      [...(text ?? '').normalize('NFKC').matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/gu)].map(([year]) => year),
    );
    if (years.size === 1) return Number([...years][0]);
  }
  return null;
}
