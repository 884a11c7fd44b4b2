/** The headline KPI over time, the target across each column. */
import type { Cell } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import type { PageSection } from '../../model/page.ts';
import type { ColumnsChart, LegendItem } from '../../model/page-chart.ts';
import { liesIn } from '../../model/period.ts';
import { text } from '../cells.ts';
import { attainedCell, changeCell, headlineTitle, type ReportContext, statusCell, valueCell } from '../context.ts';
import { attainmentLive, changeLive } from '../formulas.ts';
import { type TrendRow, trendRows, trendTitle } from '../sheets/trend.ts';
import { subPeriod } from '../sub-period.ts';
import { finestOf, scaled, scaleOf } from './scale.ts';
import { pageTable } from './table.ts';
import { ticksFor } from './ticks.ts';

/** Two years of months and the one before them. */
const mostColumns = 25;
type Look = ColumnsChart['columns'][number]['look'];

/** Null of fewer than two sub-periods. */
export function trendSection(context: ReportContext): PageSection | null {
  const { evaluation, headline, words } = context;
  const rows = trendRows(evaluation.trend, headline?.id);
  if (headline === undefined || rows.length < 2) return null;
  const shown = rows.slice(-mostColumns);
  const title = trendTitle(context, rows);
  return {
    label: words.report.sheets.trend,
    heading: title,
    isHalf: true,
    parts: [{ kind: 'chart', chart: columnsChart(context, headline, shown), numbers: numbersOf(context, shown) }],
  };
}

function columnsChart(context: ReportContext, headline: KpiResult, rows: readonly TrendRow[]): ColumnsChart {
  const { onPage: page } = context.words.report;
  const values = rows.flatMap(({ kpi }) => [kpi.actual, kpi.target]);
  const scale = scaleOf(context, headline, values, true);
  const columns = rows.map(({ period, kpi }) => ({
    name: period,
    label: kpi.actual === null ? '' : scaled(kpi.actual, scale),
    value: kpi.actual,
    target: kpi.target,
    look: lookOf(context, period),
  }));
  const said = columns.map(({ name, label, target }) => {
    const against = target === null ? '' : ` / ${scaled(target, scale)}`;
    return `${name} ${label === '' ? '-' : label}${against}`;
  });
  return {
    kind: 'columns',
    columns,
    ticks: ticksFor(values, finestOf(scale)).map((value) => ({ value, label: scaled(value, scale) })),
    description: [...(scale.unit === '' ? [] : [scale.unit]), said.join(page.semicolon)].join(
      context.words.report.colon,
    ),
    legend: legendOf(context, columns),
    note: scale.unit,
  };
}

/** A sub-period that is not over would look like a fall. Of those after as-of nothing is known. */
function lookOf({ evaluation }: ReportContext, id: string): Look {
  const period = subPeriod(evaluation, id);
  if (period === undefined) return 'actual';
  const { asOf, period: whole } = evaluation;
  const isInside = liesIn(period, whole);
  if (period.start <= asOf && asOf < period.end && !(isInside && whole.complete)) return 'running';
  return isInside ? 'actual' : 'earlier';
}

function legendOf({ evaluation, words }: ReportContext, columns: ColumnsChart['columns']): LegendItem[] {
  const { columns: c, onPage: page } = words.report;
  const has = (look: Look) => columns.some((column) => column.look === look);
  const items: readonly (LegendItem | false)[] = [
    has('actual') && { look: 'actual', text: evaluation.period.id },
    has('earlier') && { look: 'earlier', text: page.otherPeriods },
    has('running') && { look: 'running', text: page.running },
    columns.some(({ target }) => target !== null) && { look: 'target', text: c.target },
  ];
  const shown = items.filter((item) => item !== false);
  return shown.length > 1 ? shown : [];
}

function numbersOf(context: ReportContext, rows: readonly TrendRow[]) {
  const { words } = context;
  const c = words.report.columns;
  const hasTargets = rows.some(({ kpi }) => kpi.target !== null);
  return pageTable(words, {
    caption: headlineTitle(context),
    headings: [c.period, c.actual, ...(hasTargets ? [c.target, c.attained, c.status] : []), c.previousChange],
    rows: rows.map((row) => [
      text(row.period),
      valueCell(context, row.kpi, row.kpi.actual, row.kpi.why),
      ...(hasTargets ? targetCells(context, row.kpi) : []),
      changeCell(context, row.kpi, changeLive({ ...row.kpi, compare: { actual: row.before, change: null } }, '', '')),
    ]),
  });
}

function targetCells(context: ReportContext, kpi: KpiResult): Cell[] {
  const why = kpi.attainmentWhy === 'no-target' ? null : kpi.attainmentWhy;
  return [
    valueCell(context, kpi, kpi.target, why),
    attainedCell(context, attainmentLive(kpi, '', '').value, why, null),
    statusCell(context, kpi.status),
  ];
}
