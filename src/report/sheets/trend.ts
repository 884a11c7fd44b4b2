/** The headline KPI by sub-period, with targets, running totals of the year and the other KPIs beside it. */
import { add, compare, type Decimal, decimal, divide, round, subtract, zero } from '../../lib/decimal.ts';
import type { Chart } from '../../model/chart.ts';
import type { Area, Cell, Sheet } from '../../model/document.ts';
import type { KpiResult, TrendEntry } from '../../model/evaluation.ts';
import { basisOf } from '../../model/kpi-basis.ts';
import { traitsOf } from '../../model/kpi-traits.ts';
import { liesIn } from '../../model/period.ts';
import { blank, text } from '../cells.ts';
import { trendChart } from '../charts/trend-chart.ts';
import {
  attainedCell,
  changeCell,
  differenceCell,
  headlineTitle,
  kpiOf,
  putHead,
  type ReportContext,
  sideKpis,
  statusCell,
  valueCell,
  valueOrReason,
  valueWords,
} from '../context.ts';
import { attainmentLive, changeLive, gapLive, statusFormula } from '../formulas.ts';
import { address, SheetBuilder } from '../sheet-builder.ts';
import { subPeriod } from '../sub-period.ts';
import { kpiTitle } from '../words.ts';

const top = 5;
/** Columns from 1. */
const at = { period: 1, actual: 2, previous: 3, target: 4, attained: 5, gap: 6, status: 7, sumActual: 8, sumTarget: 9 };

export interface TrendRow {
  readonly period: string;
  readonly kpi: KpiResult;
  readonly kpis: readonly KpiResult[];
  readonly before: Decimal | null;
  readonly isYearStart: boolean;
  readonly sumActual: Decimal | null;
  readonly sumTarget: Decimal | null;
}

export function trendSheet(context: ReportContext): Sheet {
  const { words, evaluation } = context;
  const c = words.report.columns;
  const sheet = new SheetBuilder(words.report.sheets.trend, 'data');
  const rows = trendRows(evaluation.trend, context.headline?.id);
  putHead(context, sheet, trendTitle(context, rows));
  if (rows.length === 0) return sheet.build();
  sheet.put(top - 1, 1, text(runRateText(context) ?? headlineTitle(context), 'section'));
  const table = sheet.table({
    name: 'tblTrend',
    top,
    left: 1,
    columns: [
      c.period,
      c.actual,
      c.previousChange,
      c.target,
      c.attained,
      c.gap,
      c.status,
      c.cumulativeActual,
      c.cumulativeTarget,
    ],
    items: rows,
    row: (item, row) => rowCells(context, item, row),
  });
  pushChecks(context, rows, table.firstRow);
  const chart = trendChartOf(context, { top, left: at.sumTarget + 2, bottom: top + 17, right: at.sumTarget + 9 });
  if (chart !== null) sheet.chart(chart);
  putOthers(context, sheet, rows, Math.max(table.next, chart === null ? 0 : top + 18) + 2);
  sheet.width(1, 12);
  sheet.freeze(top, 1);
  return sheet.build();
}

/** What each of the months that are left must bring; null where nothing says so. */
function runRateText(context: ReportContext): string | null {
  const { runRate } = context.evaluation;
  const { headline, words } = context;
  if (runRate === null || headline === undefined) return null;
  const { until, target, actual, monthsLeft } = runRate;
  const needed = divide(subtract(target, actual), decimal(monthsLeft), 6);
  return words.report.runRate({
    kpi: headlineTitle(context),
    needed: valueWords(context, headline.unit, round(needed, 0)),
    until,
    target: valueWords(context, headline.unit, target),
    months: monthsLeft,
  });
}

/** The other KPIs by sub-period, in a table of their own: beside the headline they would print too small to read. */
function putOthers(context: ReportContext, sheet: SheetBuilder, rows: readonly TrendRow[], row: number): void {
  const { words } = context;
  const ids = sideKpis(context).filter((id) => rows.some(({ kpis }) => kpiOf(kpis, id)?.actual));
  if (ids.length === 0) return;
  sheet.put(row - 1, 1, text(words.report.otherKpis(words.report.columns.period.toLowerCase()), 'section'));
  sheet.table({
    name: 'tblTrendKpis',
    top: row,
    left: 1,
    columns: [words.report.columns.period, ...ids.map((id) => kpiTitle(words, id))],
    items: rows,
    row: ({ period, kpis }) => [text(period), ...ids.map((id) => valueOrReason(context, kpiOf(kpis, id)))],
  });
}

export function trendRows(trend: readonly TrendEntry[], id: string | undefined): TrendRow[] {
  const rows: TrendRow[] = [];
  let before: TrendRow | undefined;
  for (const { period, kpis } of trend) {
    const kpi = id === undefined ? undefined : kpiOf(kpis, id);
    if (!kpi) continue;
    const isYearStart = before?.period.slice(0, 4) !== period.slice(0, 4);
    const row: TrendRow = {
      period,
      kpi,
      kpis,
      before: before?.kpi.actual ?? null,
      isYearStart,
      sumActual: running(before?.sumActual ?? null, kpi.actual, isYearStart),
      sumTarget: running(before?.sumTarget ?? null, kpi.target, isYearStart),
    };
    rows.push(row);
    before = row;
  }
  return rows;
}

/** Null once a part is unknown: a running total with a hole would look complete. */
function running(before: Decimal | null, value: Decimal | null, isYearStart: boolean): Decimal | null {
  if (value === null) return null;
  if (isYearStart) return value;
  return before === null ? null : add(before, value);
}

/** Sub-periods that a chart of the first page can tell apart. */
const mostPoints = 25;

/** The sub-periods up to the end of the evaluated one as a chart, over the cells of this sheet. */
export function trendChartOf(context: ReportContext, area: Area): Chart | null {
  const rows = trendRows(context.evaluation.trend, context.headline?.id);
  const ended = rows.filter(
    ({ period }) => (subPeriod(context.evaluation, period)?.start ?? 0) <= context.evaluation.period.end,
  ).length;
  const points = rows.slice(Math.max(0, ended - mostPoints), ended);
  const last = top + ended;
  return trendChart(context, trendTitle(context, rows), points, {
    rows: { sheet: context.words.report.sheets.trend, first: last - points.length + 1, last },
    columns: { period: at.period, actual: at.actual, target: at.target },
    area,
  });
}

export function trendTitle(context: ReportContext, rows: readonly TrendRow[]): string {
  const { title } = context.words.report;
  let best: TrendRow | undefined;
  for (const row of rows) {
    if (row.kpi.actual && (!best?.kpi.actual || compare(row.kpi.actual, best.kpi.actual) > 0)) best = row;
  }
  if (!best?.kpi.actual) return title.noTrend;
  return title.trend({
    kpi: headlineTitle(context),
    best: best.period,
    actual: valueWords(context, best.kpi.unit, best.kpi.actual),
  });
}

function rowCells(context: ReportContext, item: TrendRow, row: number): Cell[] {
  const { kpi } = item;
  const cell = (column: number, line = row) => address(column, line);
  const attained = attainmentLive(kpi, cell(at.actual), cell(at.target));
  const gap = gapLive(kpi, cell(at.actual), cell(at.target));
  return [
    text(item.period),
    valueCell(context, kpi, kpi.actual, kpi.why),
    previousCell(context, item, cell(at.actual), cell(at.actual, row - 1)),
    valueCell(context, kpi, kpi.target, kpi.attainmentWhy ?? 'no-target'),
    attainedCell(context, attained.value, kpi.attainmentWhy, attained.formula),
    gap.value === null ? blank('-') : differenceCell(context, kpi, gap.value, gap.formula),
    statusCell(context, kpi.status, statusFormula(context, kpi, cell(at.attained))),
    sumCell(context, kpi, item.sumActual, runningFormula(item, cell(at.sumActual, row - 1), cell(at.actual))),
    sumCell(context, kpi, item.sumTarget, runningFormula(item, cell(at.sumTarget, row - 1), cell(at.target))),
  ];
}

function runningFormula({ isYearStart }: TrendRow, before: string, value: string): string {
  return isYearStart ? value : `${before}+${value}`;
}

function previousCell(context: ReportContext, { kpi, before }: TrendRow, actual: string, previous: string): Cell {
  const against = { ...kpi, compare: { actual: before, change: null } };
  return changeCell(context, kpi, changeLive(against, actual, previous));
}

function sumCell(context: ReportContext, kpi: KpiResult, value: Decimal | null, formula: string): Cell {
  return value === null || !addsUpOverTime(kpi) ? blank('-') : valueCell(context, kpi, value, null, formula);
}

/** Money and counts of rows add up over periods; a ratio, a distinct count or what stands open on a day does not. */
function addsUpOverTime({ id }: KpiResult): boolean {
  return basisOf(id)?.rollUp === 'sum' && traitsOf(id)?.targets === 'sum';
}

/** The sub-periods that make up the evaluated period must add up to its own number. */
function pushChecks(context: ReportContext, rows: readonly TrendRow[], firstRow: number): void {
  const { evaluation, headline, words, checks } = context;
  if (!headline || headline.actual === null || !addsUpOverTime(headline)) return;
  const inside = rows.map((row, index) => ({ row, index })).filter(({ row }) => isInside(evaluation, row.period));
  const [first, last] = [inside[0], inside.at(-1)];
  const value = inside.reduce<Decimal>((sum, { row }) => add(sum, row.kpi.actual ?? zero), zero);
  if (!first || !last || compare(value, headline.actual) !== 0) return;
  const range = `${address(at.actual, firstRow + first.index)}:${address(at.actual, firstRow + last.index)}`;
  checks.push({
    name: words.report.audit.checkNames.trend(kpiTitle(words, headline.id), evaluation.period.id),
    formula: `SUM('${words.report.sheets.trend}'!${range})`,
    value,
    engine: headline.actual,
    digits: headline.unit === 'money' ? context.checkDigits : 0,
  });
}

/** Is it a part of the evaluated period? */
function isInside(evaluation: ReportContext['evaluation'], id: string): boolean {
  const period = subPeriod(evaluation, id);
  return period !== undefined && liesIn(period, evaluation.period);
}
