/** Period labels as people write them in headings and cells (`Apr-18`, `1Q24`, `2024年第一季度`) → periods. */
import { dayOf } from './day.ts';
import { type Period, parsePeriod, periodOf } from './period.ts';
import {
  foldLabel,
  monthNumber,
  type PeriodContext,
  patterns,
  periodOfMonths,
  periodOfParts,
  wholeYear,
} from './period-words.ts';

export type { PeriodContext } from './period-words.ts';

const { year, monthName, monthNumber: mm, chineseMonth, quarter } = patterns;
const gap = "[-\\s'/.,_]*";
const fiscal = `(?:fy${gap}|财年)`;

/**
 * Whole labels, folded. Groups: y year, f fiscal year, m month, q quarter, h half, w week, d day; u, n the last
 * month (and its year) of a range.
 */
const labels: readonly RegExp[] = [
  // days
  `(?<y>${year})([-/.])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})`,
  `(?<y>${year})年(?<m>\\d{1,2})月(?<d>\\d{1,2})日?`,
  `(?<y>${year})(?<m>\\d\\d)(?<d>\\d\\d)`,
  // months; `Apr-18` is April 2018, never 18 April
  `(?<y>${year})[-/.](?<m>${mm})`,
  `(?<y>${year})(?<m>0[1-9]|1[0-2])`,
  `(?<y>${year})${gap}m${gap}(?<m>${mm})`,
  `(?<y>${year}|\\d\\d)年度? ?(?<m>${mm}|${chineseMonth})月份?`,
  `(?<m>${monthName})${gap}(?<y>${year}|\\d\\d)`,
  `(?<y>${year})${gap}(?<m>${monthName})`,
  `(?<m>${mm})[-/](?<y>${year})`,
  `(?<m>${mm}|${chineseMonth})月份?`,
  `m(?<m>${mm})`,
  `month (?<m>${mm})`,
  `(?<m>${monthName})`,
  // quarters
  `(?:(?<y>${year}|\\d\\d)${gap})?q(?:tr|uarter)?${gap}(?<q>[1-4])`,
  `q(?<q>[1-4])${gap}(?<y>${year}|\\d\\d)`,
  `(?<q>[1-4])q(?:${gap}(?<y>${year}|\\d\\d))?`,
  `(?:(?<y>${year})年?度?${gap})?第?(?<q>${quarter})季度?`,
  `(?<q>[1-4])(?:st|nd|rd|th) quarter(?:${gap}(?<y>${year}))?`,
  // halves
  `(?:(?<y>${year})${gap})?h(?<h>[12])`,
  `h(?<h>[12])${gap}(?<y>${year}|\\d\\d)`,
  `(?<h>[12])h${gap}(?<y>${year}|\\d\\d)`,
  `(?:(?<y>${year})年?度?${gap})?(?<h>[上下])半年度?`,
  // fiscal years
  `${fiscal}(?<f>${year}|\\d\\d)(?:${gap}q(?<q>[1-4])|${gap}h(?<h>[12]))?`,
  `q(?<q>[1-4])${gap}${fiscal}(?<f>${year}|\\d\\d)`,
  `(?<f>${year})财年`,
  // years
  `(?<y>${year})(?:年度?)?(?:全年)?`,
  '(?<all>全年|年度|全年度|full[- ]?year|annual|year|fy)',
  // weeks and runs of months
  `(?<y>${year})${gap}w(?<w>\\d\\d?)`,
  `(?:(?<y>${year})年)?(?<m>${mm})月? ?[-~至到—–] ?(?<u>${mm})月份?`,
  `(?<y>${year})[-/.](?<m>${mm}) ?(?:~|至|到|to|—|–|\\.\\.) ?(?<n>${year})[-/.](?<u>${mm})`,
  `(?<m>${monthName}) ?[-~—–] ?(?<u>${monthName})(?:${gap}(?<y>${year}|\\d\\d))?`,
].map((source) => new RegExp(`^(?:${source})$`, 'u'));

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * The period that a whole label names, or undefined for anything else and for one without a year where the context
 * has none. `Apr-18` is April 2018; `24-Jan` could be a day or a month and is undefined.
 */
export function parsePeriodLabel(text: string, context: PeriodContext = { year: null }): Period | undefined {
  const folded = foldLabel(text);
  if (folded === '' || folded.length > 40) return undefined;
  for (const label of labels) {
    const found = label.exec(folded);
    if (found) return periodOfGroups(found.groups ?? {}, context);
  }
  return undefined;
}

/** True where the label is a period of a year that is not said (`1月`, `Q1`, `全年`). */
export function isYearlessLabel(text: string): boolean {
  return parsePeriodLabel(text) === undefined && parsePeriodLabel(text, { year: 2024 }) !== undefined;
}

/** The period of the named groups of a label's match. */
export function periodOfGroups(groups: Groups, context: PeriodContext): Period | undefined {
  const stated = wholeYear(groups['f'] ?? groups['y']);
  const month = monthNumber(groups['m']);
  if (groups['m'] !== undefined && month === null) return undefined;
  if (groups['d'] !== undefined) return dayPeriod(stated, month, Number(groups['d']));
  if (groups['w'] !== undefined) return weekPeriod(stated, Number(groups['w']));
  if (groups['u'] !== undefined) return runOfMonths(groups, stated ?? context.year);
  return periodOfParts(
    {
      year: stated,
      isFiscal: groups['f'] !== undefined,
      month,
      quarter: monthNumber(groups['q']),
      half: halfOf(groups['h']),
    },
    context,
  );
}

function halfOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return text === '1' || text === '上' ? 1 : 2;
}

function dayPeriod(year: number | null, month: number | null, day: number): Period | undefined {
  const found = year === null || month === null ? undefined : dayOf(year, month, day);
  return found === undefined ? undefined : periodOf(found, 'day');
}

function weekPeriod(year: number | null, week: number): Period | undefined {
  const fourth = year === null ? undefined : dayOf(year, 1, 4);
  if (fourth === undefined || week < 1) return undefined;
  const period = periodOf(fourth + (week - 1) * 7, 'week');
  return period.id.startsWith(`${year}-`) ? period : undefined;
}

function runOfMonths(groups: Groups, year: number | null): Period | undefined {
  const [first, last] = [monthNumber(groups['m']), monthNumber(groups['u'])];
  const lastYear = wholeYear(groups['n']) ?? year;
  if (year === null || lastYear === null || first === null || last === null) return undefined;
  const [start, end] = [dayOf(year, first, 1), dayOf(lastYear, last, 1)];
  return start === undefined || end === undefined || end <= start ? undefined : periodOfMonths(start, end);
}

/** An id of our own (`2024-01..2024-03`) or any label. */
export function parsePeriodText(text: string, context: PeriodContext = { year: null }): Period | undefined {
  return parsePeriod(text.trim()) ?? parsePeriodLabel(text, context);
}
