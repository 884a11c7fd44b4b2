/** What the heading of one column says together with the groups above it: its period, and whether it is a target. */
import { kpiNamed } from '../model/kpi-names.ts';
import type { Period } from '../model/period.ts';
import { isYearlessLabel, type PeriodContext, parsePeriodLabel } from '../model/period-labels.ts';
import { type HeadingRole, partsOfHeading, saysTarget } from './target-words.ts';

export interface HeadingPeriod {
  readonly text: string;
  readonly period: Period | undefined;
  readonly role: HeadingRole | null;
  /** A total word stands in it: its period is that of the group above, or what the columns before it add up to. */
  readonly isTotal: boolean;
  /** The total is a part's (`小计`), not everything's. */
  readonly isPart: boolean;
  readonly kpi: string | null;
  readonly saysTarget: boolean;
  /** A period whose year is stated nowhere. */
  readonly isYearless: boolean;
}

interface Reading {
  period: Period | undefined;
  role: HeadingRole | null;
  isTotal: boolean;
  kpi: string | null;
  isYearless: boolean;
  /** Something that is no period, role, unit or KPI stands in it. */
  isOther: boolean;
}

/** Null for a column whose headings (top to bottom) name neither a period nor a total. */
export function periodOfHeading(texts: readonly string[], context: PeriodContext): HeadingPeriod | null {
  const all: Reading = { period: undefined, role: null, isTotal: false, kpi: null, isYearless: false, isOther: false };
  for (const text of texts) if (text !== '') readPart(all, text, context);
  const { period, role, isTotal, kpi, isYearless, isOther } = all;
  if (isOther || (period === undefined && !isTotal && !isYearless)) return null;
  const text = texts.filter((part) => part !== '').join(' ');
  return {
    text,
    period,
    role,
    isTotal,
    isPart: /小计|sub-?total/i.test(text),
    kpi,
    saysTarget: saysTarget(text),
    isYearless,
  };
}

/** Lower headings refine upper ones: the month its quarter, `完成` its month. */
function readPart(all: Reading, text: string, context: PeriodContext): void {
  const { role, isTotal, rest } = partsOfHeading(text);
  if (role !== null) all.role = role === 'subtotal' && all.role !== null ? all.role : role;
  all.isTotal ||= isTotal;
  if (rest === '') return;
  const year = all.period === undefined ? context.year : Number(/\d{4}/.exec(all.period.id)?.[0]);
  const found = splitPeriod(rest, { ...context, year });
  all.isOther = found === undefined;
  if (found === undefined) return;
  all.kpi = found.kpi ?? all.kpi;
  all.period = found.period ?? all.period;
  all.isYearless ||= found.isYearless;
}

interface Split {
  readonly period: Period | undefined;
  readonly kpi: string | null;
  readonly isYearless: boolean;
}

/** No period with a KPI is spelled longer; to try each cut of thousands of long headings would take minutes. */
const longestHeading = 80;

/** `1月`, `新客户数` or `1月新客户数`; undefined where something else stands there. */
function splitPeriod(text: string, context: PeriodContext): Split | undefined {
  if (text.length > longestHeading) return undefined;
  for (let cut = text.length; cut > 0; cut--) {
    if (isInsideWord(text, cut)) continue;
    const found =
      asPeriodAndKpi(text.slice(0, cut), text.slice(cut), context) ??
      asPeriodAndKpi(text.slice(cut), text.slice(0, cut), context);
    if (found) return found;
  }
  const kpi = kpiNamed(text);
  return kpi === undefined ? undefined : { period: undefined, kpi: text, isYearless: false };
}

function isInsideWord(text: string, cut: number): boolean {
  return /[a-z0-9]/.test(text[cut - 1] ?? '') && /[a-z0-9]/.test(text[cut] ?? '');
}

function asPeriodAndKpi(label: string, name: string, context: PeriodContext): Split | undefined {
  const trimmed = name.replaceAll(/^[\s\-_/]+|[\s\-_/]+$/g, '');
  if (trimmed !== '' && kpiNamed(trimmed) === undefined) return undefined;
  const period = parsePeriodLabel(label.replace(/[\s\-_/]+$/, ''), context);
  const isYearless = period === undefined && isYearlessLabel(label);
  if (period === undefined && !isYearless) return undefined;
  return { period, kpi: trimmed === '' ? null : trimmed, isYearless };
}
