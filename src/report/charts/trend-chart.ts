/** The headline KPI over its sub-periods: columns, with the target as a dash across each where there is one. */
import type { Chart } from '../../model/chart.ts';
import type { Area } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import type { ReportContext } from '../context.ts';
import { openAxis } from './axis.ts';
import { type ChartRows, cellsOf, chartNumbers, chartValue, seriesOf } from './chart-cells.ts';

interface Point {
  readonly period: string;
  readonly kpi: KpiResult;
}

/** Null of fewer than two sub-periods. */
export function trendChart(
  context: ReportContext,
  title: string,
  points: readonly Point[],
  place: {
    readonly rows: ChartRows;
    readonly columns: { readonly period: number; readonly actual: number; readonly target: number };
    readonly area: Area;
  },
): Chart | null {
  const [first] = points;
  const { rows, columns, area } = place;
  if (first === undefined || points.length < 2) return null;
  const c = context.words.report.columns;
  const hasTargets = points.some(({ kpi }) => kpi.target !== null);
  return {
    shape: 'columns',
    title,
    description: points
      .flatMap(({ period, kpi }) => (kpi.actual === null ? [] : [`${period} ${chartValue(kpi, kpi.actual)}`]))
      .join('; '),
    categories: { cells: cellsOf(rows, columns.period), texts: points.map(({ period }) => period) },
    series: [
      seriesOf(
        { name: c.actual, role: 'actual', form: 'columns' },
        rows,
        columns.actual,
        points.map(({ kpi }) => kpi.actual),
      ),
      ...(hasTargets
        ? [
            seriesOf(
              { name: c.target, role: 'target', form: 'dashes' },
              rows,
              columns.target,
              points.map(({ kpi }) => kpi.target),
            ),
          ]
        : []),
    ],
    isStacked: false,
    numbers: chartNumbers(context, first.kpi),
    axis: openAxis,
    area,
  };
}
