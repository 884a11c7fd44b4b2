/** What every sheet of one report needs: the evaluation, its words, digits, checks, and where things stand. */

import { fieldTitle, whyText } from '../i18n/index.ts';
import { type Decimal, decimal, round, signOf } from '../lib/decimal.ts';
import { formatDay } from '../model/day.ts';
import type { Cell, Link } from '../model/document.ts';
import type { Evaluation, KpiResult } from '../model/evaluation.ts';
import type { Status, Unit, Why } from '../model/kpi.ts';
import { headlineKpis } from '../model/kpi-basis.ts';
import type { PersonReport } from '../model/people.ts';
import { blank, linked, number, signed, status, text } from './cells.ts';
import type { Live } from './live.ts';
import {
  absolute,
  amountText,
  atLeast,
  hasCents,
  isRelative,
  kindOf,
  percentDigits,
  percentText,
  plus,
  pointsBetween,
  scaledText,
  signedPercent,
} from './numbers.ts';
import type { SheetBuilder } from './sheet-builder.ts';
import { sheetNames } from './sheet-names.ts';
import { kpiTitle, type Words } from './words.ts';

/** A number of the workbook that must agree with the engine's own. */
export interface Check {
  readonly name: string;
  /** Formula that computes it from the sheets. */
  readonly formula: string;
  /** What that formula gives with the cached values. */
  readonly value: Decimal;
  readonly engine: Decimal;
  readonly digits: number;
}

export interface ReportContext {
  readonly evaluation: Evaluation;
  readonly words: Words;
  /** Digits after the point of money: 2 where the data has cents. */
  readonly moneyDigits: number;
  /** The same for checks: whatever a page shows, they compare what the data has. */
  readonly checkDigits: number;
  readonly headline: KpiResult | undefined;
  readonly checks: Check[];
  /** People with a sheet of their own, and its name. */
  readonly people: readonly PersonSheet[];
}

export interface PersonSheet {
  readonly person: PersonReport;
  readonly sheet: string;
}

export function contextOf(evaluation: Evaluation, words: Words): ReportContext {
  const moneyDigits = moneyDigitsOf(evaluation);
  return {
    evaluation,
    words,
    headline: evaluation.kpis[0],
    moneyDigits,
    checkDigits: moneyDigits,
    checks: [],
    people: personSheets(evaluation, words),
  };
}

function personSheets({ people }: Evaluation, { report }: Words): PersonSheet[] {
  const list = people?.list ?? [];
  const names = sheetNames(
    list.map(({ name }) => name),
    Object.values(report.sheets),
    report.person.unnamed,
  );
  return list.map((person, place) => ({ person, sheet: names[place] ?? '' }));
}

/** Leads to the sheet of a person; null where nobody, or more than one, is called so. */
export function linkToPerson({ people }: ReportContext, rep: string): Link | null {
  const [found, ...others] = people.filter(({ person }) => person.by['rep'] === rep);
  return found === undefined || others.length > 0 ? null : { kind: 'sheet', sheet: found.sheet, cell: 'B2' };
}

function moneyDigitsOf({ kpis, breakdown }: Evaluation): number {
  const sums = [...kpis, ...breakdown.flatMap((entry) => entry.kpis)].filter(
    ({ unit, denominator }) => unit === 'money' && denominator === null,
  );
  return sums.some(({ actual, target }) => (actual && hasCents(actual)) || (target && hasCents(target))) ? 2 : 0;
}

/** Digits after the point of a KPI's values. */
export function digitsOf(context: ReportContext, unit: Unit, isQuotient: boolean): number {
  if (unit === 'money') return isQuotient ? 2 : context.moneyDigits;
  if (unit === 'money-per-day') return 2;
  return unit === 'count' ? 0 : 1;
}

/** A value of a KPI, or why it has none. */
export function valueCell(
  context: ReportContext,
  kpi: KpiResult,
  value: Decimal | null,
  why: Why | null,
  formula: string | null = null,
): Cell {
  if (value === null) return blank(why === null ? '-' : whyText(kpi.id, why, context.words.lang));
  const digits = kpi.unit === 'count' && hasCents(value) ? 1 : digitsOf(context, kpi.unit, kpi.denominator !== null);
  return number(kindOf(kpi.unit), value, digits, { formula });
}

/** The value of a KPI that a part may not have. */
export function valueOrReason(context: ReportContext, kpi: KpiResult | undefined | null): Cell {
  return kpi ? valueCell(context, kpi, kpi.actual, kpi.why) : blank('-');
}

export function attainedCell(
  context: ReportContext,
  value: Decimal | null,
  why: Why | null,
  formula: string | null,
): Cell {
  if (value === null) return blank(why === null ? '-' : context.words.whys[why]);
  return number('ratio', value, percentDigits(value), { formula });
}

/** A gap or change of a KPI: in its own unit, of ratios in percentage points. */
export function differenceCell(context: ReportContext, kpi: KpiResult, value: Decimal, formula: string | null): Cell {
  if (kpi.unit === 'ratio') return signed('points', value, 1, { formula });
  return signed(kindOf(kpi.unit), value, digitsOf(context, kpi.unit, kpi.denominator !== null), { formula });
}

/** A change: relative of money and counts, in points of ratios, else in the KPI's own unit. */
export function changeCell(context: ReportContext, kpi: KpiResult, { value, formula }: Live): Cell {
  if (value === null) return blank('-');
  if (isRelative(kpi.unit)) return signed('ratio', value, 1, { formula });
  return differenceCell(context, kpi, value, formula);
}

/** KPIs that stand beside the headline where there is little room: those with a target and a first selection. */
export function sideKpis({ evaluation, headline }: ReportContext): string[] {
  const isAsked = Object.hasOwn(evaluation.options, 'kpi');
  return evaluation.kpis
    .filter(({ id, target }) => id !== headline?.id && (isAsked || target !== null || headlineKpis.has(id)))
    .map(({ id }) => id);
}

export function statusCell(context: ReportContext, value: Status | null, formula: string | null = null): Cell {
  return value === null ? text('') : status(value, context.words.statuses[value], { formula });
}

/** Money in a sentence: `CNY 923,000`, in Chinese above a million `92.3 万元`. The sign is dropped. */
export function moneyWords(context: ReportContext, value: Decimal): string {
  return context.words.report.money(scaledMoney(context, absolute(value)), context.evaluation.currency);
}

/** The same with its sign and without the currency, for lists. */
export function signedMoneyWords(context: ReportContext, value: Decimal): string {
  const sign = signOf(value) > 0 ? '+' : signOf(value) < 0 ? '-' : '';
  return `${sign}${scaledMoney(context, absolute(value))}`;
}

/** One unit for all sentences of a report: that of the headline's size. */
function scaledMoney({ words, headline }: ReportContext, value: Decimal): string {
  const { from, divisor, suffix } = words.report.sentenceUnit;
  if (from === null || !atLeast(headline?.actual ?? value, from)) return amountText(value);
  return `${scaledText(value, divisor, 1)}${suffix}`;
}

/** Any value of a KPI in a sentence. */
export function valueWords(context: ReportContext, unit: Unit, value: Decimal): string {
  if (unit === 'money') return moneyWords(context, value);
  return unit === 'ratio' ? percentText(value, 1) : amountText(value);
}

/** A difference of a KPI in a sentence: in percent, of ratios in percentage points. */
export function changeWords({ words }: ReportContext, unit: Unit, change: Decimal): string {
  if (unit === 'ratio')
    return words.report.pointsText(`${plus(change)}${amountText(round(pointsBetween(change, decimal(0)), 1))}`);
  return isRelative(unit) ? signedPercent(change) : `${plus(change)}${amountText(round(change, 1))}`;
}

/** Names of the dimensions of one `--by`, in words. */
export function dimensionsText({ words }: ReportContext, dimensions: readonly string[]): string {
  return dimensions.map((dimension) => fieldTitle(dimension, words.lang)).join(' x ');
}

export function headlineTitle({ words, headline }: ReportContext): string {
  return headline ? kpiTitle(words, headline.id) : '';
}

/** Title, subtitle and the way back: rows 1 to 3 of every sheet but the first. */
export function putHead(context: ReportContext, sheet: SheetBuilder, title: string): void {
  const { report } = context.words;
  const link: Link = { kind: 'sheet', sheet: report.sheets.summary, cell: 'B2' };
  sheet.put(1, 1, linked(text(report.backToSummary, 'note'), link));
  sheet.put(2, 1, text(context.evaluation.draft ? `${title}  [${report.draft}]` : title, 'title'));
  sheet.put(3, 1, text(subtitle(context), context.evaluation.draft ? 'warning' : 'subtitle'));
  sheet.height(2, 26);
}

/** Period, currency, tax, sources and as-of; of a draft why it is one. */
export function subtitle(context: ReportContext): string {
  return context.evaluation.draft ? draftReason(context) : factsLine(context);
}

export function draftReason({ evaluation, words }: ReportContext): string {
  const { leftOut, problems } = evaluation;
  if (leftOut.rows > 0)
    return words.report.draftBecause(leftOut.rows, words.report.money(amountText(leftOut.amount), evaluation.currency));
  return words.report.draftProblems(problems.filter(({ severity }) => severity === 'error').length);
}

export function factsLine(context: ReportContext): string {
  return factsOf(context).join('  |  ');
}

/** Period, currency and tax, sources, as-of: those that are known. */
export function factsOf(context: ReportContext): string[] {
  const { evaluation, words } = context;
  const { report } = words;
  const { period, taxBasis, currency, inputs } = evaluation;
  const tables = inputs.flatMap((input) => input.tables);
  const facts = tables.filter(({ factRows }) => factRows !== null);
  const rows = facts.reduce((sum, { inPeriod }) => sum + inPeriod, 0);
  const first = inputs[0]?.path ?? '';
  const money = [currency, taxBasis.actual === null ? null : report.tax[taxBasis.actual]].filter(
    (part) => part !== null,
  );
  const parts = [
    `${report.period({ start: formatDay(period.start), end: formatDay(period.end) })}${words.lang === 'en' ? ', ' : '，'}${period.complete ? report.complete : report.incomplete}`,
    money.join(words.lang === 'en' ? ', ' : '，'),
    `${inputs.length > 1 ? report.files(inputs.length) : first}${words.lang === 'en' ? ', ' : '，'}${report.rows(rows)}`,
    report.asOf(formatDay(evaluation.asOf)),
  ];
  return parts.filter((part) => part !== '');
}

export function kpiOf(kpis: readonly KpiResult[], id: string): KpiResult | undefined {
  return kpis.find((kpi) => kpi.id === id);
}
