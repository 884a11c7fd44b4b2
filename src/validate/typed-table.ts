/** One recognised table with typed columns, made when asked for, and every fault of their cells. */

import { type Decimal, multiply } from '../lib/decimal.ts';
import { foldName } from '../lib/fold-text.ts';
import { type DatasetName, type FieldKind, fieldKind } from '../model/fields.ts';
import type { MappedColumn, RecognisedTable } from '../model/mapping.ts';
import type { Place } from '../model/place.ts';
import { cellKind, type RawColumn } from '../model/raw-table.ts';
import type { AmountColumn, Column, DayColumn, TextColumn } from '../model/table.ts';
import { type AmountCells, amountCells } from './cells/amount.ts';
import { type DayCells, dayCells, describeBounds } from './cells/day.ts';
import { type Faults, noFaults } from './cells/fault.ts';
import { type TextCells, textCells } from './cells/text.ts';
import { isMissing, noRow, pick } from './columns.ts';
import { withoutCompany } from './company-names.ts';
import { filledRows, fillMerged, findHeads, headFields } from './filling-down.ts';
import { distinctNames, type Frame, Memo } from './frame.ts';
import { builtInMeanings, type Meanings } from './meanings.ts';
import { type StatusWords, statusWordsOf } from './status-words.ts';

type Cells = AmountCells | DayCells | TextCells;

/** Fields that name a thing: digits lost there make two of them one. */
const idFields: ReadonlySet<string> = new Set(['orderId', 'customerId', 'employeeId', 'dealId', 'ticketId']);

const unusable: ReadonlySet<string> = new Set([
  'cell/ambiguous-date',
  'cell/ambiguous-number',
  'header/ambiguous-column',
]);

export class TypedTable implements Frame {
  readonly table: RecognisedTable;
  readonly dataset: DatasetName | null;
  /** Stored rows that are data. */
  readonly rows: Uint32Array;
  readonly rowCount: number;
  /** 1 where the row is used; rules clear it. */
  readonly included: Uint8Array;
  /** Statuses of the program that wrote it, and those of the config. */
  readonly statusWords: StatusWords;
  fields: readonly string[];
  names: readonly string[];
  readonly #replaced = new Map<string, Column>();
  readonly #byField: ReadonlyMap<string, MappedColumn>;
  readonly #byHeading: ReadonlyMap<string, MappedColumn>;
  readonly #cells = new Memo<Cells | undefined>();
  readonly #columns = new Memo<Column | undefined>();
  readonly #dimensions = new Memo<TextColumn | undefined>();
  readonly #raw: RawColumn[] = [];
  #heads: { readonly rows: Int32Array | undefined } | undefined;

  readonly meanings: Meanings;

  constructor(table: RecognisedTable, meanings: Meanings = builtInMeanings) {
    this.meanings = meanings;
    this.table = table;
    this.dataset = table.mapping.dataset;
    this.rows = dataRows(table);
    this.rowCount = this.rows.length;
    this.included = new Uint8Array(this.rowCount).fill(1);
    this.statusWords = new Map([...statusWordsOf(table.mapping.statuses), ...meanings.statuses]);
    this.#byField = usableFields(table);
    this.fields = [...this.#byField.keys()];
    this.#byHeading = headingsOf(table.mapping.columns);
    this.names = distinctNames([...this.fields, ...table.mapping.columns.map(({ heading }) => heading)]);
  }

  /** The mapped column of a field, or undefined where the table has none that can be used. */
  mapped(field: string): MappedColumn | undefined {
    return this.#byField.get(field);
  }

  heading(field: string): string | null {
    return this.#byField.get(field)?.heading ?? null;
  }

  fieldOf(heading: string): string | undefined {
    if (this.#byField.has(heading)) return heading;
    const field = this.#byHeading.get(foldName(heading))?.field ?? undefined;
    return field !== undefined && this.#byField.has(field) ? field : undefined;
  }

  /** Puts a computed column in the place of what the file has under a field's name. */
  replace(field: string, column: Column): void {
    this.#replaced.set(field, column);
    if (!this.fields.includes(field)) this.fields = [...this.fields, field];
    if (!this.names.includes(field)) this.names = [field, ...this.names];
  }

  column(field: string): Column | undefined {
    return this.#replaced.get(field) ?? this.#filled(field);
  }

  #filled(field: string): Column | undefined {
    return this.#columns.get(field, () => {
      const column = this.#read(field)?.column;
      const heads = column && headFields.has(field) ? this.heads : undefined;
      return column && heads ? pick(column, filledRows(column, heads)) : column;
    });
  }

  amount(field: string): AmountColumn | undefined {
    const column = this.column(field);
    return column?.kind === 'amount' ? column : undefined;
  }

  day(field: string): DayColumn | undefined {
    const column = this.column(field);
    return column?.kind === 'day' ? column : undefined;
  }

  text(field: string): TextColumn | undefined {
    const column = this.column(field);
    return column?.kind === 'text' ? column : undefined;
  }

  /** Faults of a field's cells, in the order of the rows. */
  faults(field: string): Faults {
    return this.#read(field)?.faults ?? noFaults;
  }

  /** What else was seen while a field's amounts were read. */
  amountCells(field: string): AmountCells | undefined {
    const cells = this.#read(field);
    return cells && 'currencies' in cells ? cells : undefined;
  }

  dimension(name: string): TextColumn | undefined {
    return this.#dimensions.get(foldName(name), () => this.#dimension(name));
  }

  placeOf(row: number): Place {
    return this.place(row, null);
  }

  /** Place of a cell: data row `row` in the column of `field`; of the row where `field` is null. */
  place(row: number, field: string | null): Place {
    const index = field === null ? undefined : this.#byField.get(field)?.index;
    return this.cellPlace(row, index === undefined ? null : index + 1);
  }

  /** The same by the number of the column (from 1). */
  cellPlace(row: number, column: number | null): Place {
    const { file, sheet, rowNumbers } = this.table.raw;
    return { file, sheet, row: rowNumbers[this.rows[row] ?? 0] ?? null, column };
  }

  /** Place of the whole table, or of a whole column. */
  tablePlace(field: string | null = null): Place {
    return { ...this.place(0, field), row: null };
  }

  isHidden(row: number): boolean {
    const { raw } = this.table;
    return raw.hiddenRows.has(raw.rowNumbers[this.rows[row] ?? 0] ?? 0);
  }

  /** For each row the head whose order it continues, or `noRow`; undefined where no row does. */
  get heads(): Int32Array | undefined {
    this.#heads ??= { rows: this.#findHeads() };
    return this.#heads.rows;
  }

  #findHeads(): Int32Array | undefined {
    if (this.dataset !== 'orders' && this.dataset !== 'order-lines') return undefined;
    const key = this.#read(this.dataset === 'orders' ? 'orderDate' : 'orderId')?.column;
    const linesRepeatDate = this.table.mapping.quirks.has('lines-repeat-date');
    if (!key || !(linesRepeatDate || hasMissing(key))) return undefined;
    const columns = new Map<string, Column>();
    for (const field of this.fields) {
      const column = this.#read(field)?.column;
      if (column) columns.set(field, column);
    }
    const dateFaults = this.faults('orderDate').marked(this.rowCount);
    return findHeads({ columns, rowCount: this.rowCount, dateFaults, linesRepeatDate });
  }

  #read(field: string): Cells | undefined {
    return this.#cells.get(field, () => {
      const mapped = this.#byField.get(field);
      const kind = this.dataset && mapped ? fieldKind(this.dataset, field) : undefined;
      const raw = mapped && this.#rawColumn(mapped.index, kind);
      return raw && kind && this.#typed(raw, mapped, kind, field);
    });
  }

  /** Amounts are never filled down: a total merged over the lines of an order would count once per line. */
  #rawColumn(index: number, kind: FieldKind | undefined): RawColumn | undefined {
    if (kind === 'amount') return this.table.raw.columns[index];
    const column = this.#raw[index] ?? fillMerged(this.table.raw, index);
    if (column) this.#raw[index] = column;
    return column;
  }

  #typed(raw: RawColumn, mapped: MappedColumn, kind: FieldKind, field: string): Cells {
    if (kind === 'text') return this.#texts(raw, field);
    if (kind === 'amount')
      return amountCells(raw, this.rows, { format: mapped.numberFormat, unit: unitOf(raw, this.rows, mapped, field) });
    const cells = dayCells(raw, this.rows, mapped.dateOrder);
    return { column: cells.column, faults: describeBounds(cells) };
  }

  #texts(raw: RawColumn, field: string): TextCells {
    const cells = textCells(raw, this.rows, idFields.has(field));
    if (field !== 'rep' || !this.table.mapping.quirks.has('company-before-name')) return cells;
    return { ...cells, column: withoutCompany(cells.column) };
  }

  #dimension(name: string): TextColumn | undefined {
    const field = this.fieldOf(name);
    const own = this.text(field ?? name);
    if (own) return own;
    const mapped = field === undefined ? this.#byHeading.get(foldName(name)) : this.#byField.get(field);
    const raw = mapped && this.#rawColumn(mapped.index, undefined);
    if (!raw) return undefined;
    const { column } = textCells(raw, this.rows);
    const heads = this.heads;
    return heads && isBlankOnLines(column, heads) ? pick(column, filledRows(column, heads)) : column;
  }
}

/** The tables of one dataset. */
export function tablesOf(tables: readonly TypedTable[], dataset: DatasetName): TypedTable[] {
  return tables.filter((table) => table.dataset === dataset);
}

/** An unmapped column belongs to the order's head where no further line has a value in it. */
function isBlankOnLines(column: TextColumn, heads: Int32Array): boolean {
  return heads.every((head, row) => head === noRow || isMissing(column, row));
}

function dataRows({ raw, mapping }: RecognisedTable): Uint32Array {
  const first = Math.min(mapping.firstData, raw.rowCount);
  const rows = new Uint32Array(raw.rowCount - first);
  let count = 0;
  for (let row = first; row < raw.rowCount; row += 1) {
    if (mapping.roles.size > 0 && mapping.roles.has(row)) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
}

function usableFields({ mapping }: RecognisedTable): Map<string, MappedColumn> {
  const { dataset } = mapping;
  const blocked = new Set(mapping.problems.flatMap(({ code, place }) => (unusable.has(code) ? [place.column] : [])));
  const fields = new Map<string, MappedColumn>();
  for (const column of mapping.columns) {
    const { field, index } = column;
    if (dataset === null || field === null || fieldKind(dataset, field) === undefined) continue;
    if (!fields.has(field) && !blocked.has(index + 1)) fields.set(field, column);
  }
  return fields;
}

function headingsOf(columns: readonly MappedColumn[]): Map<string, MappedColumn> {
  const headings = new Map<string, MappedColumn>();
  for (const column of columns) {
    const key = foldName(column.heading);
    if (key !== '' && !headings.has(key)) headings.set(key, column);
  }
  return headings;
}

function hasMissing(column: Column): boolean {
  return column.kind === 'text' ? column.codes.includes(0) : column.present.includes(0);
}

const hundredth: Decimal = { units: 1n, scale: 2 };

/** `12` under 折扣率 or 赢率 is 12 %, where nothing in the column's format says that the cells are fractions already. */
function unitOf(raw: RawColumn, rows: Uint32Array, { unit, isPercent }: MappedColumn, field: string): Decimal {
  if (field !== 'probability' && !(field === 'discountRate' && isPercent)) return unit;
  if ([...raw.formats.keys()].some((format) => format.includes('%'))) return unit;
  return rows.some((row) => isOverOne(raw, row)) ? multiply(unit, hundredth) : unit;
}

function isOverOne(raw: RawColumn, row: number): boolean {
  const kind = raw.kinds[row] ?? 0;
  return kind >= cellKind.decimal && Math.abs((raw.values[row] ?? 0) / 10 ** (kind - cellKind.decimal)) > 1;
}
