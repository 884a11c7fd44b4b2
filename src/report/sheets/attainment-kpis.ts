/** The other KPIs of each part, in a table of their own: beside the attainment they would print too small to read. */
import { text, withRole } from '../cells.ts';
import { dimensionsText, kpiOf, type ReportContext, sideKpis, valueOrReason } from '../context.ts';
import type { Breakdown } from '../members.ts';
import type { SheetBuilder } from '../sheet-builder.ts';
import { dimensionTitle, kpiTitle } from '../words.ts';

/** Returns the first free row. */
export function putOtherKpis(
  context: ReportContext,
  sheet: SheetBuilder,
  { dimensions, members }: Breakdown,
  { row, index }: { readonly row: number; readonly index: number },
): number {
  const { words, evaluation } = context;
  const ids = sideKpis(context).filter((id) => kpiOf(evaluation.kpis, id)?.actual);
  if (ids.length === 0) return row;
  sheet.put(row - 1, 1, text(words.report.otherKpis(dimensionsText(context, dimensions)), 'section'));
  const table = sheet.table({
    name: index === 0 ? 'tblMemberKpis' : `tblMemberKpis${index + 1}`,
    top: row,
    left: 1,
    columns: [
      ...dimensions.map((dimension) => dimensionTitle(words, dimension)),
      ...ids.map((id) => kpiTitle(words, id)),
    ],
    items: members,
    row: ({ values, kpis }) => [
      ...values.map((value) => text(value)),
      ...ids.map((id) => valueOrReason(context, kpiOf(kpis, id))),
    ],
  });
  const whole = [
    text(words.report.total),
    ...dimensions.slice(1).map(() => text('')),
    ...ids.map((id) => valueOrReason(context, kpiOf(evaluation.kpis, id))),
  ];
  sheet.putRow(
    table.next,
    1,
    whole.map((cell) => withRole(cell, 'total')),
  );
  return table.next + 4;
}
