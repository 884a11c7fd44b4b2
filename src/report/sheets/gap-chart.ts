/** The chart of a bridge beside its table. What its columns are high stands in the cells behind it, live. */
import type { Decimal } from '../../lib/decimal.ts';
import type { Cell } from '../../model/document.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import { text } from '../cells.ts';
import { type BridgeColumns, type BridgeStep, bridgeChart, bridgeColumns } from '../charts/bridge-chart.ts';
import { type ReportContext, valueCell } from '../context.ts';
import { address, type PlacedTable, type SheetBuilder } from '../sheet-builder.ts';

/** Columns of the table that the heights follow from. */
const from = { name: 1, amount: 2, running: 3 };
const heights = { base: 8, cut: 9, total: 10, fall: 11, rise: 12 } as const;
/** Rows and columns that the chart covers, whatever the length of the table. */
const chartRows = 16;
const lastColumn = 13;

/** Returns the first row below the chart; the table's own where there is nothing to draw. */
export function putBridgeChart(
  context: ReportContext,
  sheet: SheetBuilder,
  { title, kpi }: { readonly title: string; readonly kpi: KpiResult },
  steps: readonly BridgeStep[],
  table: PlacedTable,
): number {
  const columns = bridgeColumns(steps);
  const rows = { sheet: sheet.name, first: table.firstRow, last: table.lastRow };
  const area = { top: table.top, left: heights.base, bottom: table.top + chartRows - 1, right: lastColumn };
  const chart = bridgeChart(context, { title, kpi }, steps, { rows, columns: { name: from.name, ...heights }, area });
  if (columns === null || chart === null) return table.next;
  for (const [index, step] of steps.entries()) {
    const height = columns[index];
    if (height)
      sheet.putRow(
        table.firstRow + index,
        heights.base,
        heightCells(context, kpi, step, height, table.firstRow + index),
      );
  }
  sheet.chart(chart);
  return Math.max(table.next, area.bottom + 1);
}

function heightCells(
  context: ReportContext,
  kpi: KpiResult,
  { isEnd }: BridgeStep,
  height: BridgeColumns,
  row: number,
): Cell[] {
  const [amount, running, foot] = [address(from.amount, row), address(from.running, row), address(heights.cut, row)];
  const none = text('');
  const cell = (value: Decimal | null, formula: string | null) =>
    value === null ? text('', 'body', { formula }) : valueCell(context, kpi, value, null, formula);
  if (isEnd) {
    const isCut = height.cut !== null;
    return [
      none,
      isCut ? cell(height.cut, null) : none,
      cell(height.total, isCut ? `${amount}-${foot}` : amount),
      none,
      none,
    ];
  }
  return [
    cell(height.base, `IF(${amount}<0,${running},${running}-${amount})`),
    none,
    none,
    cell(height.fall, `IF(${amount}<0,-${amount},"")`),
    cell(height.rise, `IF(${amount}<0,"",${amount})`),
  ];
}
