/** Exports as bytes: text files with the marks of their program, workbooks, GBK. */
import ExcelJS from 'exceljs';
import { parseIsoDay } from '../../../src/model/day.ts';
import type { DealFigures, OrderFigures } from './records.ts';

export type Row = readonly string[];

/** An export of one system, with what is to come of it. */
export interface ExportFile {
  readonly title: string;
  readonly path: string;
  /** Heading rows, then data; footers and blank lines as `after`. */
  readonly headings: readonly Row[];
  readonly rows: readonly Row[];
  readonly before?: readonly Row[];
  readonly after?: readonly Row[];
  readonly form?: TextForm | 'xlsx';
  readonly preset: string;
  readonly dataset: string | null;
  /** `field` → heading of what matters. */
  readonly fields: Readonly<Record<string, string>>;
  readonly figures?: DealFigures | OrderFigures;
  /** Targets of 2024-Q1 in all. */
  readonly target?: number;
  /** Title of the export that it is read beside, where it means nothing alone. */
  readonly beside?: string;
  /** Code of the one problem that is planted in it. */
  readonly planted: string;
}

export interface TextForm {
  readonly delimiter?: string;
  readonly newline?: string;
  readonly quotesAll?: boolean;
  readonly encoding?: 'utf-8' | 'utf-8-bom' | 'gbk';
}

/** `shuffled`: the same table with its columns in another order and a custom column among them. */
export async function bytesOf(file: ExportFile): Promise<Uint8Array> {
  const rows = [...(file.before ?? []), ...file.headings, ...file.rows, ...(file.after ?? [])];
  return file.form === 'xlsx' ? await workbookBytes(rows) : textBytes(rows, file.form ?? {});
}

/** The columns in another order, with columns of the user's own among them. */
export function shuffled(file: ExportFile, order: (width: number) => readonly number[], custom: string): ExportFile {
  const width = Math.max(...file.headings.map((row) => row.length));
  const places = order(width);
  const moved = (row: Row, own: string): Row => {
    const cells = places.map((index) => row[index] ?? '');
    return [...cells.slice(0, 2), own, ...cells.slice(2)];
  };
  return {
    ...file,
    headings: file.headings.map((row) => moved(row, custom)),
    rows: file.rows.map((row) => moved(row, 'x')),
  };
}

function textBytes(rows: readonly Row[], form: TextForm): Uint8Array {
  const { delimiter = ',', newline = '\n', quotesAll = false, encoding = 'utf-8' } = form;
  const cell = (text: string) =>
    quotesAll || text.includes(delimiter) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = rows.map((row) => (row.length === 0 ? '' : row.map(cell).join(delimiter)));
  const text = `${lines.join(newline)}${newline}`;
  if (encoding === 'gbk') return gbkBytes(text);
  return Buffer.from(encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
}

/** Dates and plain numbers are typed cells; ids stay text. */
async function workbookBytes(rows: readonly Row[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  for (const row of rows) sheet.addRow(row.map(typed));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function typed(text: string): string | number | Date | null {
  if (text === '') return null;
  const day = parseIsoDay(text);
  if (day !== undefined) return new Date(day * 86_400_000);
  return /^-?(?:0|[1-9]\d{0,9})(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

let codes: ReadonlyMap<string, readonly [number, number]> | undefined;

/** Two bytes per character, found by decoding them all. */
function gbkBytes(text: string): Uint8Array {
  codes ??= gbkCodes();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const pair = codes.get(character);
    if (point < 0x80) bytes.push(point);
    else if (pair) bytes.push(...pair);
    else throw new RangeError(`GBK has no ${character}`);
  }
  return Uint8Array.from(bytes);
}

function gbkCodes(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && text !== '\ufffd') found.set(text, [lead, trail]);
    }
  }
  return found;
}
