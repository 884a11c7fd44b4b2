/** Every KPI with target, status and comparison; below them what could not be computed and why. */
import { cautionText, detailTexts, kpiWords } from '../../i18n/index.ts';
import { needsText } from '../../i18n/needs-text.ts';
import { compare, type Decimal, divide, round } from '../../lib/decimal.ts';
import type { Cell, Sheet } from '../../model/document.ts';
import type { KpiResult, NotComputed } from '../../model/evaluation.ts';
import { blank, count, number, text } from '../cells.ts';
import {
  attainedCell,
  changeCell,
  differenceCell,
  putHead,
  type ReportContext,
  statusCell,
  valueCell,
} from '../context.ts';
import { attainmentLive, changeLive, gapLive, statusFormula } from '../formulas.ts';
import { denominatorKind, numeratorKind, type PartKind } from '../kpi-parts.ts';
import { quotient } from '../numbers.ts';
import { address, addressOn, SheetBuilder } from '../sheet-builder.ts';
import { kpiTitle } from '../words.ts';
import { hasWeights, putScore, scoreCells } from './kpi-score.ts';

/** Columns of the table, by what stands in them; the summary refers to them. */
export const kpiColumns = {
  name: 1,
  value: 2,
  target: 3,
  attained: 4,
  gap: 5,
  status: 6,
  base: 7,
  change: 8,
  numerator: 11,
  denominator: 12,
  weight: 17,
  score: 18,
};
const firstRow = 6;

/** Sheet row of a KPI. */
export function kpiRow({ evaluation }: ReportContext, id: string): number {
  return firstRow + evaluation.kpis.findIndex((kpi) => kpi.id === id);
}

export function kpisSheet(context: ReportContext): Sheet {
  const { evaluation, words } = context;
  const { report } = words;
  const sheet = new SheetBuilder(report.sheets.kpis, 'data');
  putHead(context, sheet, kpisTitle(context));
  const c = report.columns;
  const base = evaluation.compare ? evaluation.compare.id : report.audit.noCompare;
  const table = sheet.table({
    name: 'tblKpi',
    top: firstRow - 1,
    left: 1,
    columns: [
      c.kpi,
      c.value,
      c.target,
      c.attained,
      c.gap,
      c.status,
      report.versus(base),
      c.change,
      c.unit,
      c.better,
      c.numerator,
      c.denominator,
      c.rowsUsed,
      c.cautions,
      c.how,
      c.id,
      ...(hasWeights(context) ? [c.weight, c.score] : []),
    ],
    items: evaluation.kpis,
    row: (kpi, row) => kpiCells(context, kpi, row),
  });
  if (evaluation.kpis.some(({ cautions }) => cautions.includes('tail-gap')))
    sheet.put(firstRow - 2, 1, text(words.cautions['tail-gap'], 'note'));
  if (hasWeights(context)) putScore(context, sheet, table, kpiColumns);
  putNotComputed(context, sheet, table.next + 2);
  sheet.width(1, 22, 34);
  for (const column of [2, 3, 7]) sheet.width(column, 12, 22);
  // Texts that wrap do not widen their column.
  sheet.width(14, 32, 32);
  sheet.width(15, 38, 38);
  sheet.width(16, 24, 24);
  sheet.freeze(firstRow - 1, 1);
  return sheet.build();
}

export function kpisTitle({ evaluation, words }: ReportContext): string {
  const withTarget = evaluation.kpis.filter(({ target }) => target !== null);
  const { title } = words.report;
  if (withTarget.length === 0) {
    const computed = evaluation.kpis.filter(({ actual }) => actual !== null).length;
    return title.kpisWithoutTargets({ computed, missing: evaluation.notComputed.length });
  }
  return title.kpis({ met: withTarget.filter(({ status }) => status === 'met').length, of: withTarget.length });
}

function kpiCells(context: ReportContext, kpi: KpiResult, row: number): Cell[] {
  const { words } = context;
  const at = (column: number) => address(column, row);
  const { value, target, attained, base } = kpiColumns;
  const attainment = attainmentLive(kpi, at(value), at(target));
  const gap = gapLive(kpi, at(value), at(target));
  const change = changeLive(kpi, at(value), at(base));
  return [
    text(kpiTitle(words, kpi.id)),
    actualCell(context, kpi, row),
    valueCell(context, kpi, kpi.target, kpi.attainmentWhy ?? 'no-target'),
    attainedCell(context, attainment.value, kpi.attainmentWhy, attainment.formula),
    gap.value === null ? blank('-') : differenceCell(context, kpi, gap.value, gap.formula),
    statusCell(context, kpi.status, statusFormula(context, kpi, at(attained))),
    valueCell(context, kpi, kpi.compare?.actual ?? null, null),
    changeCell(context, kpi, change),
    text(unitText(context, kpi)),
    text(words.report.better[kpi.better]),
    partCell(context, kpi, kpi.numerator, numeratorKind(kpi)),
    partCell(context, kpi, kpi.denominator, denominatorKind(kpi)),
    count(kpi.rows),
    text(noteText(context, kpi), 'body', { wraps: true }),
    text(kpiWords(kpi.id, words.lang, words.ownKpis).formula, 'body', { wraps: true }),
    text(kpi.id),
    ...(hasWeights(context) ? scoreCells(context, kpi, at(attained), at(kpiColumns.weight)) : []),
  ];
}

/** Live where the value is the plain quotient of its parts, and then checked against the engine's own. */
function actualCell(context: ReportContext, kpi: KpiResult, row: number): Cell {
  const { actual, numerator, denominator, unit } = kpi;
  const isPlain = numerator === null || denominator === null || unit === 'money-per-day';
  if (actual === null || isPlain) return valueCell(context, kpi, actual, kpi.why);
  const live = quotient(numerator, denominator);
  if (live === null || compare(round(actual, 6), divide(numerator, denominator, 6)) !== 0)
    return valueCell(context, kpi, actual, kpi.why);
  const [top, bottom] = [address(kpiColumns.numerator, row), address(kpiColumns.denominator, row)];
  const { report } = context.words;
  context.checks.push({
    name: report.audit.checkNames.ratio(kpiTitle(context.words, kpi.id)),
    formula: addressOn(report.sheets.kpis, kpiColumns.value, row),
    value: live,
    engine: actual,
    digits: 6,
  });
  return valueCell(context, kpi, live, null, `IF(${bottom}=0,"",${top}/${bottom})`);
}

function unitText({ evaluation, words }: ReportContext, kpi: KpiResult): string {
  const { currency } = evaluation;
  if (currency === null) return words.report.units[kpi.unit];
  if (kpi.unit === 'money-per-day') return words.report.perDay(currency);
  return kpi.unit === 'money' ? currency : words.report.units[kpi.unit];
}

/** The parts of a velocity are products of five numbers that say nothing to anybody. */
function partCell({ moneyDigits }: ReportContext, { unit }: KpiResult, value: Decimal | null, kind: PartKind): Cell {
  if (value === null || unit === 'money-per-day') return blank('-');
  return number(kind, value, kind === 'money' ? moneyDigits : 0);
}

/** What the value has to be read with, and what the KPI tells beside it. */
export function noteText({ words }: ReportContext, { cautions, details }: KpiResult): string {
  // That the period's last days have no rows concerns all of them: it stands above the table.
  const told = cautions
    .filter((caution) => caution !== 'tail-gap')
    .map((caution) => cautionText(caution, details, words.lang));
  return [...told, ...detailTexts(details, words.lang)].join(words.lang === 'en' ? '; ' : '；');
}

function putNotComputed(context: ReportContext, sheet: SheetBuilder, top: number): void {
  const { evaluation, words } = context;
  if (evaluation.notComputed.length === 0) return;
  const c = words.report.columns;
  sheet.put(top, 1, text(words.report.notComputed, 'section'));
  sheet.table({
    name: 'tblNotComputed',
    top: top + 1,
    left: 1,
    columns: [c.kpi, c.why, c.missing],
    items: evaluation.notComputed,
    row: (item) => notComputedCells(context, item),
  });
}

/** What is missing comes last and runs over into the empty cells on its right. */
function notComputedCells({ words }: ReportContext, { id, why, missing }: NotComputed): Cell[] {
  const names = needsText(missing, words.lang);
  return [text(kpiTitle(words, id)), text(words.shortWhys[why]), text(names === '' ? '-' : names, 'note')];
}
