/** Actual by member: as bars upon their targets, or where one is negative as columns with a dash across each. */
import { signOf } from '../../lib/decimal.ts';
import type { Chart } from '../../model/chart.ts';
import type { Area } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import type { ReportContext } from '../context.ts';
import { axisFromZero, openAxis } from './axis.ts';
import { type ChartRows, cellsOf, chartNumbers, chartValue, seriesOf } from './chart-cells.ts';

interface Shown {
  readonly name: string;
  readonly kpi: KpiResult;
}

interface Columns {
  readonly name: number;
  readonly actual: number;
  /** Null without targets. */
  readonly target: number | null;
}

/** Null where there is nothing to compare: fewer than two members. */
export function memberChart(
  context: ReportContext,
  title: string,
  members: readonly Shown[],
  { rows, columns, area }: { readonly rows: ChartRows; readonly columns: Columns; readonly area: Area },
): Chart | null {
  const [first] = members;
  if (first === undefined || members.length < 2) return null;
  const c = context.words.report.columns;
  const actual = seriesOf(
    { name: c.actual, role: 'actual', form: 'columns' },
    rows,
    columns.actual,
    members.map(({ kpi }) => kpi.actual),
  );
  const values = members.flatMap(({ kpi }) => [kpi.actual, kpi.target].filter((value) => value !== null));
  const isBullet = columns.target !== null && values.every((value) => signOf(value) >= 0);
  const target =
    columns.target === null
      ? []
      : [
          seriesOf(
            { name: c.target, role: 'target', form: isBullet ? 'columns' : 'dashes' },
            rows,
            columns.target,
            members.map(({ kpi }) => kpi.target),
          ),
        ];
  return {
    shape: isBullet ? 'bullet' : 'columns',
    title,
    description: members.map(({ name, kpi }) => saidOf(context, name, kpi)).join('; '),
    categories: { cells: cellsOf(rows, columns.name), texts: members.map(({ name }) => name) },
    series: [actual, ...target],
    isStacked: false,
    numbers: chartNumbers(context, first.kpi),
    axis: isBullet ? axisFromZero(values) : openAxis,
    area,
  };
}

function saidOf({ words }: ReportContext, name: string, kpi: KpiResult): string {
  const actual = kpi.actual === null ? words.whys[kpi.why ?? 'no-data'] : chartValue(kpi, kpi.actual);
  const target = kpi.target === null ? '' : ` / ${chartValue(kpi, kpi.target)}`;
  return `${name} ${actual}${target}`;
}
