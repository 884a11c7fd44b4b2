/** The rows of a change, and that what each of them adds makes up the whole difference. */
import { datasetTitle, fieldTitle, wordsOf } from '../../i18n/index.ts';
import { compare, type Decimal, sum, zero } from '../../lib/decimal.ts';
import type { Against, ChangedRow, KpiDifference } from '../../model/against.ts';
import { parseIsoDay } from '../../model/day.ts';
import type { Cell, Link } from '../../model/document.ts';
import { cellName, type Place } from '../../model/place.ts';
import { blank, day, linked, signed, text, withRole } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import { kindOf } from '../numbers.ts';
import { address, addressOn, type SheetBuilder, tableColumn } from '../sheet-builder.ts';
import { kpiTitle } from '../words.ts';

/** More are not read in a spreadsheet; what they add stands in one row, and each of them in `--json`. */
const mostRows = 20_000;
const mostLinks = 2_000;
const effectColumn = 2;
const columnCount = 9;

/** The KPI whose difference is told row by row. */
export interface Told {
  readonly kpi: KpiDifference;
  readonly digits: number;
  /** Where the difference stands. */
  readonly cell: string;
}

/** The first KPI that is moved by single rows: not by orders that some rows have in common. */
export function toldByRows({ kpis, rows }: Against): KpiDifference | undefined {
  return kpis.find(
    ({ id, parts, difference }) =>
      parts !== null && difference !== null && compare(sum(rows.map((row) => effectOn(row, id))), difference) === 0,
  );
}

function effectOn({ effects }: ChangedRow, id: string): Decimal {
  return effects.get(id) ?? zero;
}

/** What does not fit in the sheet stands in its last row, so that the sum stays the difference. */
export function putRows(
  context: ReportContext,
  sheet: SheetBuilder,
  rows: readonly ChangedRow[],
  top: number,
  told: Told | null,
): void {
  const { words } = context;
  const said = wordsOf(words.lang).against;
  const kpi = told?.kpi.id ?? '';
  const shown = rows.slice(0, mostRows);
  const rest = rows.slice(mostRows);
  const effect = (value: Decimal) => (told ? signed(kindOf(told.kpi.unit), value, told.digits) : text(''));
  const c = said.columns;
  sheet.put(top - 1, 1, text(said.rowsTitle, 'section'));
  const table = sheet.table({
    name: 'tblChanges',
    top,
    left: 1,
    columns: [
      c.what,
      told ? c.effect(kpiTitle(words, kpi)) : '',
      c.person,
      c.day,
      c.id,
      c.dataset,
      c.now,
      c.was,
      c.fields,
    ],
    items: [...shown, ...(rest.length > 0 ? [null] : [])],
    row: (item, _, index) => {
      if (item === null)
        return furtherCells(said.others(rest.length), effect(sum(rest.map((row) => effectOn(row, kpi)))));
      const [what, ...cells] = rowCells(context, item, index < mostLinks);
      return [what ?? text(''), effect(effectOn(item, kpi)), ...cells];
    },
  });
  const formula = `SUM(${tableColumn(table.name, table.headings[effectColumn - 1] ?? '')})`;
  if (told) putSum(context, sheet, table.next, told, formula);
}

function furtherCells(label: string, effect: Cell): Cell[] {
  return [text(label), effect, ...Array.from({ length: columnCount - effectColumn }, () => text(''))];
}

function putSum(
  { words, checks }: ReportContext,
  sheet: SheetBuilder,
  row: number,
  { kpi, digits, cell }: Told,
  formula: string,
): void {
  const said = wordsOf(words.lang).against;
  const { ok, failed } = words.report.check;
  const value = kpi.difference ?? zero;
  sheet.putRow(
    row,
    1,
    [
      text(said.sum),
      signed(kindOf(kpi.unit), value, digits, { formula }),
      text(ok, 'body', { formula: `IF(ABS(${address(effectColumn, row)}-${cell})<0.005,"${ok}","${failed}")` }),
    ].map((of) => withRole(of, 'total')),
  );
  checks.push({
    name: said.checkRows(kpiTitle(words, kpi.id)),
    formula: addressOn(words.report.sheets.changes, effectColumn, row),
    value,
    engine: value,
    digits,
  });
}

function rowCells({ words }: ReportContext, row: ChangedRow, isLinked: boolean): Cell[] {
  const { lang } = words;
  const said = wordsOf(lang).against;
  const on = parseIsoDay(row.day);
  const isSame = row.was !== null && row.now !== null && row.fields.length === 0;
  const fields = row.fields.map(({ field, was, now }) =>
    field === 'leftOut' ? said.leftOut(now === 'yes') : said.change(fieldTitle(field, lang), was, now),
  );
  return [
    text(said.kindList(row.kinds)),
    text(row.rep === '' ? said.nobody : row.rep),
    on === undefined ? blank('-', { align: 'left' }) : day(on),
    text(row.id),
    text(datasetTitle(row.dataset, lang)),
    placeCell(row.now, isLinked),
    placeCell(row.was, isLinked),
    text(isSame ? said.same : fields.join(said.and), 'body', { wraps: true }),
  ];
}

function placeCell(place: Place | null, isLinked: boolean): Cell {
  if (place === null) return blank('-', { align: 'left' });
  const { file, sheet, row } = place;
  const cell = cellName(place) ?? (row === null ? null : `A${row}`);
  const link: Link | null = isLinked ? { kind: 'file', path: file, sheet, cell } : null;
  return linked(text(`${file}${sheet === null ? '' : `!${sheet}`}:${row ?? ''}`), link);
}
