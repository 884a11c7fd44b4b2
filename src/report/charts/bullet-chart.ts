/** One bar of what was reached upon one as long as the target: a bullet of one measure. */
import { signOf } from '../../lib/decimal.ts';
import type { Chart } from '../../model/chart.ts';
import type { Area } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import { type ReportContext, valueWords } from '../context.ts';
import { kpiTitle } from '../words.ts';
import { axisFromZero } from './axis.ts';
import { type ChartRows, cellsOf, chartNumbers, seriesOf } from './chart-cells.ts';

/** Null without an actual or a target. */
export function bulletChart(
  context: ReportContext,
  kpi: KpiResult,
  place: {
    readonly rows: ChartRows;
    readonly columns: { readonly name: number; readonly actual: number; readonly target: number };
    readonly area: Area;
  },
): Chart | null {
  const { actual, target } = kpi;
  // Bars cannot show what is below zero.
  if (actual === null || target === null || signOf(actual) < 0 || signOf(target) < 0) return null;
  const { words } = context;
  const { rows, columns, area } = place;
  const c = words.report.columns;
  const title = words.report.person.bullet({
    kpi: kpiTitle(words, kpi.id),
    actual: valueWords(context, kpi.unit, actual),
    target: valueWords(context, kpi.unit, target),
  });
  return {
    shape: 'bullet',
    title,
    description: title,
    categories: { cells: cellsOf(rows, columns.name), texts: [kpiTitle(words, kpi.id)] },
    series: [
      seriesOf({ name: c.actual, role: 'actual', form: 'columns' }, rows, columns.actual, [actual]),
      seriesOf({ name: c.target, role: 'target', form: 'columns' }, rows, columns.target, [target]),
    ],
    isStacked: false,
    numbers: chartNumbers(context, kpi),
    axis: axisFromZero([actual, target]),
    area,
  };
}
