/** Who buys again: customers by the period of their first purchase, as shares and as counts. Only when asked for. */
import { add, type Decimal, decimal, zero } from '../../lib/decimal.ts';
import type { Cell, Sheet } from '../../model/document.ts';
import type { Cohort, Cohorts } from '../../model/evaluation.ts';
import { blank, count, number, text, withRole } from '../cells.ts';
import { putHead, type ReportContext } from '../context.ts';
import { percentText, quotient } from '../numbers.ts';
import { address, type PlacedTable, SheetBuilder } from '../sheet-builder.ts';

const top = 6;
const sizeColumn = 2;
/** More columns than that would print too small to read. */
const mostLaters = 24;

export function cohortsSheet(context: ReportContext, cohorts: Cohorts): Sheet {
  const { report } = context.words;
  const sheet = new SheetBuilder(report.sheets.cohorts, 'data');
  const shown = cohorts.list.filter(({ leftCensored }) => !leftCensored);
  const hidden = cohorts.list.filter(({ leftCensored }) => leftCensored).map(({ period }) => period);
  putHead(context, sheet, cohortsTitle(context, cohorts, shown));
  if (hidden.length > 0) sheet.put(4, 1, text(report.cohorts.hidden(hidden.join(', ')), 'note'));
  if (shown.length > 0) putTables(context, sheet, cohorts, shown);
  sheet.freeze(top, sizeColumn);
  return sheet.build();
}

/** The finding: how many come back in the next period, over all cohorts that can tell. */
export function cohortsTitle({ words }: ReportContext, { grain }: Cohorts, shown: readonly Cohort[]): string {
  const { cohorts } = words.report;
  const share = shareOfAll(shown, 1);
  return share === null ? cohorts.tooEarly : cohorts.title(percentText(share), grain);
}

export function shareOfAll(cohorts: readonly Cohort[], later: number): Decimal | null {
  const known = cohorts.filter(({ mature }) => later < mature);
  const total = (place: number) =>
    known.reduce<Decimal>((sum, { active }) => add(sum, decimal(active[place] ?? 0)), zero);
  return quotient(total(later), total(0));
}

function putTables(context: ReportContext, sheet: SheetBuilder, cohorts: Cohorts, shown: readonly Cohort[]): void {
  const { cohorts: said } = context.words.report;
  const most = Math.min(mostLaters, Math.max(0, ...shown.map(({ mature }) => mature - 1)));
  const laters = Array.from({ length: most }, (_, index) => index + 1);
  const columns = [said.first(cohorts.grain), said.size, ...laters.map((later) => `+${later}`)];
  // One row for all cohorts, a blank one and a heading stand between the tables.
  const countsTop = top + shown.length + 4;
  const offset = countsTop - top;
  sheet.put(top - 1, 1, text(said.shares, 'section'));
  const shares = sheet.table({
    name: 'tblCohorts',
    top,
    left: 1,
    columns,
    items: shown,
    row: (cohort, row) => [
      text(cohort.period),
      count(cohort.active[0] ?? 0, { formula: address(sizeColumn, row + offset) }),
      ...laters.map((later) => shareCell(cohort, later, row + offset)),
    ],
  });
  sheet.putRow(shares.next, 1, totalCells(context, shares, shown, laters, offset));
  sheet.put(countsTop - 1, 1, text(said.counts, 'section'));
  sheet.table({
    name: 'tblCohortCounts',
    top: countsTop,
    left: 1,
    columns,
    items: shown,
    row: (cohort) => [
      text(cohort.period),
      count(cohort.active[0] ?? 0),
      ...laters.map((later) => (later < cohort.mature ? count(cohort.active[later] ?? 0) : text(''))),
    ],
  });
  if (most > 0) {
    sheet.shade({ top: shares.firstRow, left: sizeColumn + 1, bottom: shares.next, right: sizeColumn + most });
  }
  sheet.width(1, 12);
  for (const later of laters) sheet.width(sizeColumn + later, 7, 7);
}

/** Empty where the period is not over: what is not known yet is not 0. */
function shareCell({ active, mature }: Cohort, later: number, countsRow: number): Cell {
  if (later >= mature) return text('');
  const share = quotient(decimal(active[later] ?? 0), decimal(active[0] ?? 0));
  if (share === null) return blank('-');
  const [part, size] = [address(sizeColumn + later, countsRow), address(sizeColumn, countsRow)];
  return number('ratio', share, 0, { formula: `IF(${size}=0,"",${part}/${size})` });
}

/** All cohorts together, each period over those that have reached it. */
function totalCells(
  { words }: ReportContext,
  { firstRow, lastRow }: PlacedTable,
  shown: readonly Cohort[],
  laters: readonly number[],
  offset: number,
): Cell[] {
  const range = (column: number) => `${address(column, firstRow + offset)}:${address(column, lastRow + offset)}`;
  const size = shown.reduce((sum, { active }) => sum + (active[0] ?? 0), 0);
  const shares = laters.map((later) => {
    const share = shareOfAll(shown, later);
    const whole = `SUMIF(${range(sizeColumn + later)},">=0",${range(sizeColumn)})`;
    const formula = `IF(${whole}=0,"",SUM(${range(sizeColumn + later)})/${whole})`;
    return share === null ? text('') : number('ratio', share, 0, { formula });
  });
  const cells = [text(words.report.cohorts.all), count(size, { formula: `SUM(${range(sizeColumn)})` }), ...shares];
  return cells.map((cell) => withRole(cell, 'total'));
}
