/** Deals or orders, and customers who came and went: two lists side by side; one that is not known is left out. */
import type { Decimal } from '../../lib/decimal.ts';
import type { Cell } from '../../model/document.ts';
import type { CustomerLine, DealLine, PersonReport } from '../../model/people.ts';
import { blank, day, number, text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { SheetBuilder } from '../sheet-builder.ts';
import { page } from './person-page.ts';

/** Cells of one list by row, four columns wide; null continues the cell on its left. */
interface List {
  readonly title: string;
  readonly rows: readonly (readonly (Cell | null)[])[];
}

/** Returns the first row below. */
export function putLists(context: ReportContext, sheet: SheetBuilder, { lists }: PersonReport, top: number): number {
  const { won, openOrLost, orders, customers, gained, lost } = lists;
  const { person: said, columns } = context.words.report;
  const sales = [
    won && dealList(context, said.won, [said.deal, said.day], won, dayCell),
    openOrLost && dealList(context, said.openOrLost, [said.deal, said.stage], openOrLost, stageCell),
    orders && dealList(context, said.orders, [said.order, said.day], orders, dayCell),
    customers && customerList(context, said.customers, columns.amount, customers),
  ];
  const changes = [
    gained && customerList(context, said.gained(gained.count), columns.amount, gained.largest),
    lost && customerList(context, said.lost(lost.count, lost.period), said.moneyThen(lost.period), lost.largest),
  ];
  return putPair(context, sheet, changes, putPair(context, sheet, sales, top));
}

function dayCell(line: DealLine): Cell {
  return line.day === null ? blank('-', { align: 'left' }) : { ...day(line.day), align: 'left' };
}

function stageCell({ stage }: DealLine): Cell {
  return text(stage ?? '-', 'body', { wraps: true });
}

function dealList(
  context: ReportContext,
  title: string,
  [name, second]: readonly [string, string],
  lines: readonly DealLine[],
  secondCell: (line: DealLine) => Cell,
): List {
  const { person: said, columns } = context.words.report;
  const rows = lines.map((line) => [
    text(line.name ?? '-', 'body', { wraps: true }),
    secondCell(line),
    text(line.customer ?? '-', 'body', { wraps: true }),
    moneyCell(context, line.amount),
  ]);
  return { title, rows: [headingsOf([name, second, said.customer, columns.amount]), ...rows] };
}

function customerList(context: ReportContext, title: string, money: string, lines: readonly CustomerLine[]): List {
  const rows = lines.map(({ name, amount }) => [text(name), null, null, moneyCell(context, amount)]);
  return { title, rows: [headingsOf([context.words.report.person.customer, null, null, money]), ...rows] };
}

function headingsOf(names: readonly (string | null)[]): (Cell | null)[] {
  return names.map((name, at) => (name === null ? null : text(name, 'heading', at === 3 ? { align: 'right' } : {})));
}

function moneyCell({ moneyDigits }: ReportContext, amount: Decimal): Cell {
  return number('money', amount, moneyDigits);
}

/** Returns the first row below, with one between. */
function putPair(context: ReportContext, sheet: SheetBuilder, lists: readonly (List | null)[], top: number): number {
  const [left, right] = lists.filter((list) => list !== null);
  if (!left) return top;
  const heights = [putList(context, sheet, left, top, page.left)];
  if (right) heights.push(putList(context, sheet, right, top, page.middle));
  return top + Math.max(...heights) + 1;
}

/** Returns its rows. */
function putList(
  { words }: ReportContext,
  sheet: SheetBuilder,
  { title, rows }: List,
  top: number,
  left: number,
): number {
  sheet.put(top, left, text(title, 'section'));
  const shown = rows.length > 1 ? rows : [...rows, [text(words.report.person.none, 'note'), null, null, text('')]];
  shown.forEach((cells, index) => {
    cells.forEach((cell, at) => {
      sheet.put(top + 1 + index, left + at, cell ?? text('', index === 0 ? 'heading' : 'body'));
    });
    if (cells[1] === null) sheet.merge({ top: top + 1 + index, left, bottom: top + 1 + index, right: left + 2 });
  });
  return shown.length + 1;
}
