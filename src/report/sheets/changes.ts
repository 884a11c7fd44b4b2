/** What has changed since an earlier run: each figure from what it was to what it is, per person, and row by row. */
import { wordsOf } from '../../i18n/index.ts';
import { type Decimal, sum, zero } from '../../lib/decimal.ts';
import { type Against, changeKinds, type KpiDifference } from '../../model/against.ts';
import type { Cell, Sheet } from '../../model/document.ts';
import { blank, number, signed, text, withRole } from '../cells.ts';
import { putHead, type ReportContext } from '../context.ts';
import { hasCents, kindOf } from '../numbers.ts';
import { address, addressOn, type PlacedTable, SheetBuilder, tableColumn } from '../sheet-builder.ts';
import { kpiTitle } from '../words.ts';
import { putRows, toldByRows } from './changed-rows.ts';

const top = 7;
/** Earlier, one column per kind, now, difference. */
const at = { was: 2, parts: 3, now: 7, difference: 8 };

type SplitKpi = KpiDifference & { readonly parts: NonNullable<KpiDifference['parts']> };

export function changesSheet(context: ReportContext, against: Against): Sheet {
  const { words, evaluation } = context;
  const said = wordsOf(words.lang).against;
  const { rows } = against;
  // Without a value then and now there is nothing to tell.
  const kpis = against.kpis.filter(({ was, now }) => was !== null || now !== null);
  const period = evaluation.period.id;
  const sheet = new SheetBuilder(words.report.sheets.changes, 'data');
  putHead(context, sheet, rows.length === 0 ? said.none(against.path, period) : said.title(against.path, period));
  for (const [index, note] of notesOf(context, against).entries()) sheet.put(4 + index, 1, text(note, 'note'));
  const table = putKpis(context, sheet, kpis);
  const headline = kpis.find(isSplit);
  const next = headline === undefined ? table.next : putPeople(context, sheet, against, headline, table.next + 2);
  const told = toldByRows(against);
  const cell = (kpi: KpiDifference) => address(at.difference, table.firstRow + kpis.indexOf(kpi));
  const place = told ? { kpi: told, digits: digitsFor(context, told), cell: cell(told) } : null;
  if (rows.length > 0) putRows(context, sheet, rows, next + 2, place);
  [26, 20, 18, 14, 16, 14, 24, 24, 60].forEach((width, index) => {
    sheet.width(index + 1, width, Math.max(width, 40));
  });
  sheet.freeze(3);
  return sheet.build();
}

function isSplit(kpi: KpiDifference): kpi is SplitKpi {
  return kpi.parts !== null;
}

/** What else the reader must know: two lines at most. */
function notesOf({ words }: ReportContext, { counts, elsewhere, runs }: Against): string[] {
  const said = wordsOf(words.lang).against;
  const outside = said.counts(elsewhere);
  const list = runs.map(({ what, was, now }) => said.run(what, was, now));
  const here = said.counts(counts);
  return [
    [here, outside === '' ? '' : said.elsewhere(outside)].filter((part) => part !== '').join('  |  '),
    list.length === 0 ? '' : said.runs(list),
  ].filter((note) => note !== '');
}

function stepHeads({ words }: ReportContext, first: string): string[] {
  const said = wordsOf(words.lang).against;
  return [first, said.was, ...changeKinds.map((kind) => said.heads[kind]), said.now, said.difference];
}

function putKpis(context: ReportContext, sheet: SheetBuilder, kpis: Against['kpis']): PlacedTable {
  const { words } = context;
  const said = wordsOf(words.lang).against;
  sheet.put(top - 1, 1, text(said.perKpi, 'section'));
  const table = sheet.table({
    name: 'tblChangeKpis',
    top,
    left: 1,
    columns: [...stepHeads(context, words.report.columns.kpi), said.notSplit],
    items: kpis,
    row: (kpi, row) => [
      text(kpiTitle(words, kpi.id)),
      ...stepCells(context, kpi, row),
      text(kpi.why === null ? '' : said.reasons[kpi.why]),
    ],
  });
  for (const [index, kpi] of kpis.entries()) {
    if (isSplit(kpi) && kpi.difference)
      pushCheck(context, kpi.id, partsOf(words.report.sheets.changes, table.firstRow + index), kpi.difference);
  }
  return table;
}

function partsOf(sheet: string, row: number): string {
  return `SUM(${addressOn(sheet, at.parts, row)}:${address(at.now - 1, row)})`;
}

function pushCheck({ checks, words }: ReportContext, id: string, formula: string, value: Decimal): void {
  const said = wordsOf(words.lang).against;
  const digits = hasCents(value) ? 2 : 0;
  checks.push({ name: said.check(kpiTitle(words, id)), formula, value, engine: value, digits });
}

/** The difference is what is and was; the parts are held against it. */
function stepCells(context: ReportContext, kpi: KpiDifference, row: number): Cell[] {
  const { was, now, difference, parts } = kpi;
  const [kind, digits] = [kindOf(kpi.unit), digitsFor(context, kpi)];
  const value = (of: Decimal | null) => (of === null ? blank('-') : number(kind, of, digits));
  const change = (of: Decimal | null, formula: string | null = null) => {
    if (of === null) return blank('-');
    if (kpi.unit === 'ratio') return signed('points', inPoints(of), 1, { formula: formula && `100*(${formula})` });
    return signed(kind, of, digits, { formula });
  };
  return [
    value(was),
    ...changeKinds.map((of) => (parts === null ? text('') : change(parts[of]))),
    value(now),
    change(difference, `${address(at.now, row)}-${address(at.was, row)}`),
  ];
}

function inPoints(ratio: Decimal): Decimal {
  return { units: ratio.units * 100n, scale: ratio.scale };
}

function digitsFor({ moneyDigits }: ReportContext, { unit, was, now, parts }: KpiDifference): number {
  const values = [was, now, ...(parts === null ? [] : changeKinds.map((kind) => parts[kind]))];
  if (unit === 'money') return values.some((value) => value !== null && hasCents(value)) ? 2 : moneyDigits;
  if (unit === 'count') return values.some((value) => value !== null && hasCents(value)) ? 2 : 0;
  return unit === 'money-per-day' ? 2 : 1;
}

/** Returns the first free row. */
function putPeople(
  context: ReportContext,
  sheet: SheetBuilder,
  { people }: Against,
  headline: SplitKpi,
  row: number,
): number {
  const said = wordsOf(context.words.lang).against;
  const items = people.flatMap(({ rep, kpis }) => {
    const kpi = kpis.find(({ id }) => id === headline.id);
    return kpi ? [{ rep, kpi }] : [];
  });
  if (items.length === 0) return row - 2;
  sheet.put(row - 1, 1, text(said.people(kpiTitle(context.words, headline.id)), 'section'));
  const table = sheet.table({
    name: 'tblChangePeople',
    top: row,
    left: 1,
    columns: stepHeads(context, said.person),
    items,
    row: ({ rep, kpi }, own) => [text(rep === '' ? said.nobody : rep), ...stepCells(context, kpi, own)],
  });
  const all = (of: (kpi: KpiDifference) => Decimal | null) => sum(items.map(({ kpi }) => of(kpi) ?? zero));
  const totals = [
    all(({ was }) => was),
    ...changeKinds.map((kind) => all(({ parts }) => parts?.[kind] ?? null)),
    all(({ now }) => now),
    all(({ difference }) => difference),
  ];
  const digits = digitsFor(context, headline);
  const cells = totals.map((total, index) => {
    const formula = `SUM(${tableColumn(table.name, table.headings[index + 1] ?? '')})`;
    const isEnd = index === 0 || index === at.now - at.was;
    return (isEnd ? number : signed)(kindOf(headline.unit), total, digits, { formula });
  });
  sheet.putRow(
    table.next,
    1,
    [text(said.together), ...cells].map((cell) => withRole(cell, 'total')),
  );
  return table.next + 1;
}
