/** What charts have in common: the cells that they stand on, and their numbers in words. */
import type { Decimal } from '../../lib/decimal.ts';
import type { ChartSeries } from '../../model/chart.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import { columnLetters } from '../../model/place.ts';
import { digitsOf, type ReportContext } from '../context.ts';
import { amountText, kindOf, percentText } from '../numbers.ts';
import { sheetReference } from '../sheet-builder.ts';

/** Rows of a sheet that a chart shows, from the first to the last. */
export interface ChartRows {
  readonly sheet: string;
  readonly first: number;
  readonly last: number;
}

/** `'Trend'!$B$6:$B$20` */
export function cellsOf({ sheet, first, last }: ChartRows, column: number): string {
  const letters = columnLetters(column);
  return `${sheetReference(sheet)}!$${letters}$${first}:$${letters}$${last}`;
}

export function seriesOf(
  look: Pick<ChartSeries, 'name' | 'role' | 'form'>,
  rows: ChartRows,
  column: number,
  values: readonly (Decimal | null)[],
): ChartSeries {
  return { ...look, cells: cellsOf(rows, column), values };
}

/** How the axis shows values of a KPI. */
export function chartNumbers(context: ReportContext, kpi: KpiResult) {
  return { of: kindOf(kpi.unit), digits: kpi.unit === 'money' ? 0 : digitsOf(context, kpi.unit, false) };
}

export function chartValue(kpi: KpiResult, value: Decimal): string {
  return kpi.unit === 'ratio' ? percentText(value, 1) : amountText(value);
}
