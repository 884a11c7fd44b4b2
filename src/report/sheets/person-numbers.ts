/** What tiles and charts of a person's page stand on: KPIs, and the first of them by sub-period, right of the page. */
import type { Cell } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import type { PersonReport } from '../../model/people.ts';
import { blank, text } from '../cells.ts';
import type { ChartRows } from '../charts/chart-cells.ts';
import {
  attainedCell,
  changeCell,
  differenceCell,
  kpiOf,
  type ReportContext,
  sideKpis,
  statusCell,
  valueCell,
} from '../context.ts';
import { attainmentLive, changeLive, gapLive, statusFormula } from '../formulas.ts';
import { address, type SheetBuilder } from '../sheet-builder.ts';
import { kpiTitle } from '../words.ts';

/** Columns from 1; `name` holds the KPI or the sub-period. */
export const numberColumns = {
  name: 13,
  target: 14,
  actual: 15,
  attained: 16,
  gap: 17,
  status: 18,
  base: 19,
  change: 20,
};
const top = 5;

export interface PlacedNumbers {
  /** KPIs with a row; the headline first. */
  readonly kpis: readonly KpiResult[];
  readonly kpiRows: ChartRows | null;
  readonly trendRows: ChartRows | null;
}

export function putNumbers(
  context: ReportContext,
  sheet: SheetBuilder,
  person: PersonReport,
  index: number,
): PlacedNumbers {
  const kpis = shownKpis(context, person);
  if (kpis.length === 0) return { kpis, kpiRows: null, trendRows: null };
  const { words, evaluation } = context;
  const c = words.report.columns;
  const base = evaluation.compare?.id;
  sheet.put(top - 1, numberColumns.name, text(words.report.person.numbers, 'section'));
  const table = sheet.table({
    name: `tblPerson${index + 1}`,
    top,
    left: numberColumns.name,
    columns: [
      ...[c.kpi, c.target, c.actual, c.attained, c.gap, c.status],
      ...(base === undefined ? [] : [words.report.versus(base), c.change]),
    ],
    items: kpis,
    row: (kpi, row) => [text(kpiTitle(words, kpi.id)), ...kpiCells(context, kpi, row), ...baseCells(context, kpi, row)],
  });
  widths.forEach((width, column) => {
    sheet.width(numberColumns.name + column, width, width);
  });
  return {
    kpis,
    kpiRows: { sheet: sheet.name, first: table.firstRow, last: table.lastRow },
    trendRows: putTrend(context, sheet, person, { top: table.next + 2, index }),
  };
}

const widths = [24, 14, 14, 11, 14, 12, 14, 12];

/** The first KPI, those with a target, and a first selection. */
function shownKpis(context: ReportContext, { kpis }: PersonReport): KpiResult[] {
  const [headline] = kpis;
  const others = sideKpis(context).flatMap((id) => kpiOf(kpis, id) ?? []);
  return headline
    ? [headline, ...others.filter(({ id, actual, target }) => id !== headline.id && (actual ?? target))]
    : [];
}

/** Target to status. */
function kpiCells(context: ReportContext, kpi: KpiResult, row: number): Cell[] {
  const at = (column: number) => address(column, row);
  const { target, actual } = numberColumns;
  const attained = attainmentLive(kpi, at(actual), at(target));
  const gap = gapLive(kpi, at(actual), at(target));
  return [
    valueCell(context, kpi, kpi.target, kpi.attainmentWhy ?? 'no-target'),
    valueCell(context, kpi, kpi.actual, kpi.why),
    attainedCell(context, attained.value, kpi.attainmentWhy, attained.formula),
    gap.value === null ? blank('-') : differenceCell(context, kpi, gap.value, gap.formula),
    statusCell(context, kpi.status, statusFormula(context, kpi, at(numberColumns.attained))),
  ];
}

function baseCells(context: ReportContext, kpi: KpiResult, row: number): Cell[] {
  if (context.evaluation.compare === null) return [];
  const change = changeLive(kpi, address(numberColumns.actual, row), address(numberColumns.base, row));
  return [valueCell(context, kpi, kpi.compare?.actual ?? null, null), changeCell(context, kpi, change)];
}

function putTrend(
  context: ReportContext,
  sheet: SheetBuilder,
  { trend }: PersonReport,
  place: { readonly top: number; readonly index: number },
): ChartRows | null {
  const [first] = trend;
  if (first === undefined) return null;
  const { words } = context;
  const c = words.report.columns;
  sheet.put(place.top - 1, numberColumns.name, text(kpiTitle(words, first.kpi.id), 'section'));
  const table = sheet.table({
    name: `tblPersonTrend${place.index + 1}`,
    top: place.top,
    left: numberColumns.name,
    columns: [c.period, c.target, c.actual, c.attained],
    items: trend,
    row: ({ period, kpi }, row) => [text(period), ...kpiCells(context, kpi, row).slice(0, 3)],
  });
  return { sheet: sheet.name, first: table.firstRow, last: table.lastRow };
}
