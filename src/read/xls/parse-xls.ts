/** .xls bytes to columns by SheetJS; runs in a worker. */
import { type CellObject, type Range, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Limits } from '../../model/options.ts';
import { cellKind, type MergedRange } from '../../model/raw-table.ts';
import { ColumnBuilder } from '../columns.ts';
import { doubleOf, NumberParser } from '../xlsx/number-bytes.ts';
import { dayOfSerial } from '../xlsx/serial.ts';
import { type CellFormat, cellFormat, generalFormat } from '../xlsx/styles.ts';
import type { XlsColumn, XlsReply, XlsRequest, XlsSheet } from './message.ts';

type Limited = Extract<XlsReply, { readonly kind: 'limit' }>;

/** Errors by their code in BIFF ([MS-XLS] 2.5.10). */
const errorNames: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/** Never throws: what cannot be read is told. */
export function parseXls({ bytes, limits }: XlsRequest): XlsReply {
  let book: WorkBook;
  try {
    book = read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellFormula: false,
      cellText: false,
      cellHTML: false,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) return { kind: 'encrypted' };
    return { kind: 'damaged', reason: `its records make no sense (${message.slice(0, 80)})` };
  }
  try {
    return convert(book, limits);
  } catch (error) {
    if (error instanceof OverLimit) return error.reply;
    return {
      kind: 'damaged',
      reason: `its sheets make no sense (${error instanceof Error ? error.message.slice(0, 80) : ''})`,
    };
  }
}

class OverLimit extends Error {
  readonly reply: Limited;

  constructor(what: Limited['what'], found: number) {
    super(`${what} ${found}`);
    this.reply = { kind: 'limit', what, found };
  }
}

function convert(book: WorkBook, limits: Limits): XlsReply {
  if (book.SheetNames.length === 0) return { kind: 'damaged', reason: 'it holds no sheets' };
  if (book.SheetNames.length > limits.maxSheets) throw new OverLimit('maxSheets', book.SheetNames.length);
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.map((name, index): XlsSheet => {
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return { name, isHidden, ...convertSheet(book.Sheets[name] ?? {}, is1904, limits) };
  });
  return { kind: 'sheets', sheets };
}

function convertSheet(sheet: WorkSheet, is1904: boolean, limits: Limits): Omit<XlsSheet, 'name' | 'isHidden'> {
  // Rows may be missing altogether.
  const rows = [...(sheet['!data'] ?? []).entries()].filter(([, row]) => Array.isArray(row) && row.some(hasValue));
  const rowNumbers = rows.map(([index]) => index + 1);
  const width = rows.reduce((widest, [, row]) => Math.max(widest, row.length), 0);
  checkSize(rowNumbers, width, limits);
  const columns = Array.from({ length: width }, () => new Column(is1904));
  for (const [stored, [, row]] of rows.entries()) {
    for (const [column, cell] of row.entries()) if (hasValue(cell)) columns[column]?.set(stored, cell);
  }
  return {
    rowNumbers: Uint32Array.from(rowNumbers),
    columns: columns.map((column) => column.finish(rowNumbers.length)),
    merges: (sheet['!merges'] ?? []).map(mergedRange),
    hiddenRows: rowNumbers.filter((row) => sheet['!rows']?.[row - 1]?.hidden === true),
  };
}

function checkSize(rowNumbers: readonly number[], width: number, limits: Limits): void {
  const last = rowNumbers.at(-1) ?? 0;
  if (last > limits.maxRows) throw new OverLimit('maxRows', last);
  if (width > limits.maxColumns) throw new OverLimit('maxColumns', width);
  if (width * rowNumbers.length > limits.maxCells) throw new OverLimit('maxCells', width * rowNumbers.length);
}

function hasValue(cell: CellObject | undefined): cell is CellObject {
  return cell !== undefined && cell !== null && cell.v !== undefined && cell.v !== '' && cell.t !== 'z';
}

function mergedRange({ s, e }: Range): MergedRange {
  return { top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 };
}

const formats = new Map<string, CellFormat>();

function formatOf(code: string | number | undefined): CellFormat {
  if (typeof code !== 'string') return generalFormat;
  const format = formats.get(code) ?? cellFormat(code);
  formats.set(code, format);
  return format;
}

class Column {
  readonly #is1904: boolean;
  readonly #cells = new ColumnBuilder();
  readonly #texts = new Map<string, number>();
  readonly #formats = new Map<string, number>();
  readonly #number = new NumberParser();

  constructor(is1904: boolean) {
    this.#is1904 = is1904;
  }

  set(row: number, cell: CellObject): void {
    const { t: type, v: value } = cell;
    if (type === 'e') this.#cells.set(row, cellKind.error, this.#text(errorNames.get(value) ?? '#VALUE!'));
    else if (typeof value === 'boolean') this.#cells.set(row, cellKind.boolean, value ? 1 : 0);
    else if (typeof value === 'number') this.#setNumber(row, value, formatOf(cell.z));
    else this.#cells.set(row, cellKind.text, this.#text(String(value)));
  }

  finish(rowCount: number): XlsColumn {
    const { kinds, values } = this.#cells.finish(rowCount, { size: 0, isPlain: true, text: () => '' });
    return { kinds: kinds.slice(), values: values.slice(), texts: [...this.#texts.keys()], formats: this.#formats };
  }

  #setNumber(row: number, value: number, format: CellFormat): void {
    if (!this.#number.fromDouble(value)) {
      this.#cells.set(row, cellKind.error, this.#text('#NUM!'));
      return;
    }
    this.#formats.set(format.code, (this.#formats.get(format.code) ?? 0) + 1);
    const day = dayOfSerial(doubleOf(this.#number.kind, this.#number.value), format.kind, this.#is1904);
    if (day === undefined) this.#cells.set(row, this.#number.kind, this.#number.value);
    else this.#cells.set(row, cellKind.date, day);
  }

  #text(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size);
    return this.#texts.size - 1;
  }
}
