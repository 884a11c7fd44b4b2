/** The headline KPI of each member over the last sub-periods: the cells of the sparklines on the first page. */
import { signOf, zero } from '../../lib/decimal.ts';
import type { Sparkline } from '../../model/document.ts';
import { columnLetters } from '../../model/place.ts';
import { blank, text } from '../cells.ts';
import { dimensionsText, headlineTitle, type ReportContext, valueCell } from '../context.ts';
import type { Breakdown } from '../members.ts';
import { type SheetBuilder, sheetReference } from '../sheet-builder.ts';
import { dimensionTitle } from '../words.ts';

/** Where the table of the first breakdown stands: below its members and their total. */
function topOf({ members }: Breakdown): number {
  return membersTop + members.length + 5;
}

/** The header row of the members' own table. */
const membersTop = 5;

/** Returns the first free row; `row` itself where nothing is known of the last sub-periods. */
export function putRecent(context: ReportContext, sheet: SheetBuilder, breakdown: Breakdown, row: number): number {
  const { evaluation, words, headline } = context;
  const { periods, entries } = evaluation.recent;
  if (!headline || !isShown(context)) return row;
  const { dimensions } = breakdown;
  const title = words.report.recent(headlineTitle(context), dimensionsText(context, dimensions));
  const top = topOf(breakdown);
  sheet.put(top - 1, 1, text(title, 'section'));
  const table = sheet.table({
    name: 'tblRecent',
    top,
    left: 1,
    columns: [...dimensions.map((dimension) => dimensionTitle(words, dimension)), ...periods],
    items: entries,
    row: ({ by, points }) => [
      ...dimensions.map((dimension) => text(by[dimension] ?? '')),
      ...points.map(({ actual }) => (actual === null ? blank('-') : valueCell(context, headline, actual, null))),
    ],
  });
  return table.next + 3;
}

/** A sparkline of one point says nothing. */
function isShown({ evaluation }: ReportContext): boolean {
  const { periods, entries } = evaluation.recent;
  return periods.length > 1 && entries.length > 0;
}

/** The sparkline of member number `index` of the breakdown, for a cell of another sheet. */
export function sparklineOf(
  context: ReportContext,
  breakdown: Breakdown,
  index: number,
  place: { readonly row: number; readonly column: number },
): Sparkline | null {
  const { periods, entries } = context.evaluation.recent;
  const entry = entries[index];
  if (!isShown(context) || entry === undefined) return null;
  const row = topOf(breakdown) + 1 + index;
  const { length: names } = breakdown.dimensions;
  const [from, to] = [columnLetters(names + 1), columnLetters(names + periods.length)];
  return {
    ...place,
    cells: `${sheetReference(context.words.report.sheets.attainment)}!$${from}$${row}:$${to}$${row}`,
    isFromZero: entries.every(({ points }) => points.every(({ actual }) => signOf(actual ?? zero) >= 0)),
  };
}
