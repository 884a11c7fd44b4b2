/**
 * A bridge from one amount to another as stacked columns: an invisible base lifts each step to where the one before
 * ended. Excel's own waterfall is drawn by neither LibreOffice nor older WPS.
 */
import { add, type Decimal, decimal, isZero, multiply, signOf, subtract, zero } from '../../lib/decimal.ts';
import type { Chart } from '../../model/chart.ts';
import type { Area } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import type { ReportContext } from '../context.ts';
import { type Axis, axisAround } from './axis.ts';
import { type ChartRows, cellsOf, chartNumbers, chartValue, seriesOf } from './chart-cells.ts';

export interface BridgeStep {
  readonly name: string;
  /** True for the two ends, which stand on the axis. */
  readonly isEnd: boolean;
  readonly amount: Decimal;
  /** Where the bridge stands after the step. */
  readonly running: Decimal;
}

/** What the columns of one step are high; null is not drawn. */
export interface BridgeColumns {
  /** Of the two ends where the axis does not begin at zero: the hatched foot that says so. */
  readonly cut: Decimal | null;
  readonly base: Decimal | null;
  readonly total: Decimal | null;
  readonly fall: Decimal | null;
  readonly rise: Decimal | null;
}

/** The bridge's axis: cut where the steps would be too small to see. */
function bridgeAxis(steps: readonly BridgeStep[]): Axis {
  return axisAround(steps.map(({ running }) => running));
}

/** How high the foot of a cut column is, from zero: a tenth of what is shown. */
function footOf({ from, to }: Axis): Decimal | null {
  if (from === null || to === null || isZero(from)) return null;
  return add(from, multiply(subtract(to, from), decimal(8, 2)));
}

/** Null where the bridge goes below zero: stacked columns cannot show it. */
export function bridgeColumns(steps: readonly BridgeStep[]): readonly BridgeColumns[] | null {
  if (steps.length < 3 || steps.some(({ running }) => signOf(running) < 0)) return null;
  const foot = footOf(bridgeAxis(steps));
  return steps.map((step) => (step.isEnd ? endColumns(step, foot) : partColumns(step)));
}

function endColumns({ amount }: BridgeStep, foot: Decimal | null): BridgeColumns {
  return { cut: foot, base: null, total: foot === null ? amount : subtract(amount, foot), fall: null, rise: null };
}

function partColumns({ amount, running }: BridgeStep): BridgeColumns {
  const none = { cut: null, total: null };
  return signOf(amount) < 0
    ? { ...none, base: running, fall: subtract(zero, amount), rise: null }
    : { ...none, base: subtract(running, amount), fall: null, rise: amount };
}

/** `columns`: where names and heights stand. */
export function bridgeChart(
  context: ReportContext,
  { title, kpi }: { readonly title: string; readonly kpi: KpiResult },
  steps: readonly BridgeStep[],
  place: {
    readonly rows: ChartRows;
    readonly columns: { readonly name: number } & Readonly<Record<keyof BridgeColumns, number>>;
    readonly area: Area;
  },
): Chart | null {
  const heights = bridgeColumns(steps);
  if (heights === null) return null;
  const { rows, columns, area } = place;
  const { chart } = context.words.report;
  const axis = bridgeAxis(steps);
  const isCut = axis.from !== null && !isZero(axis.from);
  const names = { ...chart, cut: isCut ? chart.cut(chartValue(kpi, axis.from)) : '' };
  const roles = (['base', 'cut', 'total', 'fall', 'rise'] as const).filter((role) => role !== 'cut' || isCut);
  return {
    shape: 'columns',
    title,
    description: steps.map(({ name, amount }) => `${name} ${chartValue(kpi, amount)}`).join('; '),
    categories: { cells: cellsOf(rows, columns.name), texts: steps.map(({ name }) => name) },
    series: roles.map((role) =>
      seriesOf(
        { name: names[role], role, form: 'columns' },
        rows,
        columns[role],
        heights.map((height) => height[role]),
      ),
    ),
    isStacked: true,
    numbers: chartNumbers(context, kpi),
    axis,
    area,
  };
}
