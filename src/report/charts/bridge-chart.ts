/**
 * A bridge from one amount to another as stacked columns: an invisible base lifts each step to where the one before
 * ended. Excel's own waterfall is drawn by neither LibreOffice nor older WPS.
 */
import { type Decimal, signOf, subtract, zero } from '../../lib/decimal.ts';
import type { Chart } from '../../model/chart.ts';
import type { Area } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import type { ReportContext } from '../context.ts';
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
  readonly base: Decimal | null;
  readonly total: Decimal | null;
  readonly fall: Decimal | null;
  readonly rise: Decimal | null;
}

/** Null where the bridge goes below zero: stacked columns cannot show it. */
export function bridgeColumns(steps: readonly BridgeStep[]): readonly BridgeColumns[] | null {
  if (steps.length < 3 || steps.some(({ running }) => signOf(running) < 0)) return null;
  return steps.map(({ isEnd, amount, running }) => {
    if (isEnd) return { base: null, total: amount, fall: null, rise: null };
    const isFall = signOf(amount) < 0;
    const height = isFall ? subtract(zero, amount) : amount;
    return {
      base: isFall ? running : subtract(running, amount),
      total: null,
      fall: isFall ? height : null,
      rise: isFall ? null : height,
    };
  });
}

/** `columns`: where names and the four heights stand. */
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
  return {
    title,
    description: steps.map(({ name, amount }) => `${name} ${chartValue(kpi, amount)}`).join('; '),
    categories: { cells: cellsOf(rows, columns.name), texts: steps.map(({ name }) => name) },
    series: (['base', 'total', 'fall', 'rise'] as const).map((role) =>
      seriesOf(
        { name: chart[role], role, form: 'columns' },
        rows,
        columns[role],
        heights.map((height) => height[role]),
      ),
    ),
    isStacked: true,
    numbers: chartNumbers(context, kpi),
    area,
  };
}
