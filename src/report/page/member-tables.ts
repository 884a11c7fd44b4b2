/** Parts as tables: all of a breakdown with their total, and the few numbers that a chart shows. */
import { zero } from '../../lib/decimal.ts';
import type { Cell } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import type { PageTable } from '../../model/page.ts';
import { blank, number, text } from '../cells.ts';
import {
  attainedCell,
  differenceCell,
  dimensionsText,
  headlineTitle,
  kpiOf,
  type ReportContext,
  statusCell,
  valueCell,
} from '../context.ts';
import { attainmentLive, gapLive } from '../formulas.ts';
import { type Breakdown, listed, type Member } from '../members.ts';
import { quotient } from '../numbers.ts';
import { versusCells } from '../sheets/summary.ts';
import { dimensionTitle, kpiTitle } from '../words.ts';
import type { Shown } from './member-charts.ts';
import { pageTable } from './table.ts';

/** Longer tables are for spreadsheets. */
export const mostRows = 200;
const extraKpis = ['orders', 'active-customers', 'average-order-value', 'gross-margin', 'units'];
const mostExtra = 3;

export function memberTable(context: ReportContext, breakdown: Breakdown): PageTable {
  const { evaluation, words } = context;
  const { report } = words;
  const c = report.columns;
  const { dimensions, hasTargets, addsUp } = breakdown;
  const extra = extraKpis.filter((id) => kpiOf(evaluation.kpis, id)?.actual).slice(0, mostExtra);
  const shown = listed(context, breakdown).slice(0, mostRows);
  const numbersOf = (kpi: KpiResult) => (hasTargets ? targetCells(context, kpi) : shareCells(context, kpi, addsUp));
  const rest = (kpi: KpiResult, kpis: readonly KpiResult[]) => [
    ...versusCells(context, kpi),
    ...extra.map((id) => extraCell(context, kpiOf(kpis, id))),
  ];
  const rowOf = ({ values, kpi, kpis }: Member) => [
    ...values.map((value) => text(value)),
    ...numbersOf(kpi),
    ...rest(kpi, kpis),
  ];
  return pageTable(words, {
    caption: report.attainmentBy(headlineTitle(context), dimensionsText(context, dimensions)),
    isCaptionShown: false,
    headingColumns: dimensions.length,
    headings: [
      ...dimensions.map((dimension) => dimensionTitle(words, dimension)),
      ...(hasTargets ? [c.target, c.actual, c.attained, c.gap, c.status] : [c.actual, c.share]),
      ...(evaluation.compare ? [report.versus(evaluation.compare.id)] : []),
      ...extra.map((id) => kpiTitle(words, id)),
    ],
    rows: shown.map(rowOf),
    total: totalOf(context, breakdown, (kpi) => [...numbersOf(kpi), ...rest(kpi, evaluation.kpis)]),
  });
}

/** The whole's own numbers, where the parts add up to it. */
function totalOf(
  { headline, words }: ReportContext,
  { addsUp, dimensions }: Breakdown,
  cellsOf: (kpi: KpiResult) => readonly Cell[],
): Cell[] | null {
  if (!addsUp || headline === undefined) return null;
  const names = dimensions.map((_, index) => text(index === 0 ? words.report.total : ''));
  return [...names, ...cellsOf(headline)];
}

/** Target, actual, attained, gap and status of any KPI. */
export function targetCells(context: ReportContext, kpi: KpiResult): Cell[] {
  const gap = gapLive(kpi, '', '').value;
  // Most KPIs have none: the heading says already what is missing.
  const why = kpi.attainmentWhy === 'no-target' ? null : kpi.attainmentWhy;
  return [
    valueCell(context, kpi, kpi.target, why),
    valueCell(context, kpi, kpi.actual, kpi.why),
    attainedCell(context, attainmentLive(kpi, '', '').value, why, null),
    gap === null ? blank('-') : differenceCell(context, kpi, gap, null),
    statusCell(context, kpi.status),
  ];
}

function shareCells(context: ReportContext, kpi: KpiResult, addsUp: boolean): Cell[] {
  const share = addsUp && kpi.actual ? quotient(kpi.actual, context.headline?.actual ?? zero) : null;
  return [valueCell(context, kpi, kpi.actual, kpi.why), share === null ? blank('-') : number('ratio', share, 1)];
}

function extraCell(context: ReportContext, kpi: KpiResult | undefined): Cell {
  return kpi ? valueCell(context, kpi, kpi.actual, kpi.why) : blank('-');
}

/** The numbers of a chart of parts, in full. */
export function shownTable(context: ReportContext, caption: string, by: string, shown: readonly Shown[]): PageTable {
  const { headline, words } = context;
  const c = words.report.columns;
  const hasTargets = shown.some(({ kpi }) => kpi.target !== null);
  const value = (amount: KpiResult['actual']) => (headline ? valueCell(context, headline, amount, null) : blank('-'));
  return pageTable(words, {
    caption,
    headings: [by, ...(hasTargets ? [c.target] : []), c.actual, ...(hasTargets ? [c.attained, c.status] : [])],
    rows: shown.map(({ name, kpi }) => [
      text(name),
      ...(hasTargets ? [value(kpi.target)] : []),
      value(kpi.actual),
      ...(hasTargets ? [attainedCell(context, kpi.attainment, null, null), statusCell(context, kpi.status)] : []),
    ]),
  });
}
