/** Raw files made by hand, for tests of recognition: rows written `a | b | c`, as a text file or a workbook holds them. */
import { parseIsoDay } from '../../src/model/day.ts';
import { cellKind, type RawColumn, type RawFile, type RawTable } from '../../src/model/raw-table.ts';

type Cell = readonly [kind: number, value: number | string];

const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/;

function textCell(text: string): Cell {
  const match = plainNumber.exec(text);
  if (text === '') return [cellKind.empty, 0];
  if (!match || text === '-0' || text.replaceAll(/\D/g, '').length > 15) return [cellKind.text, text];
  return [cellKind.decimal + (match[1]?.length ?? 0), Number(text.replace('.', ''))];
}

/** In a workbook `2024-01-31` is a date cell and a number has no trailing zeros. */
function typedCell(text: string): Cell {
  const day = parseIsoDay(text);
  if (day !== undefined) return [cellKind.date, day];
  return textCell(plainNumber.test(text) && text.includes('.') ? text.replace(/\.?0+$/, '') : text);
}

function columnOf(cells: readonly Cell[], formats: ReadonlyMap<string, number>): RawColumn {
  const texts = [...new Set(cells.flatMap(([, value]) => (typeof value === 'string' ? [value] : [])))];
  const indexes = new Map(texts.map((text, index) => [text, index]));
  return {
    kinds: Uint8Array.from(cells, ([kind]) => kind),
    values: Float64Array.from(cells, ([, value]) => (typeof value === 'string' ? (indexes.get(value) ?? 0) : value)),
    pool: { size: texts.length, isPlain: false, text: (index) => texts[index] ?? '' },
    formats,
  };
}

export interface TableMaking extends Partial<Omit<RawTable, 'columns'>> {
  /** Number formats by column from 0. */
  readonly formats?: Readonly<Record<number, string>>;
}

/** A table of rows `a | b | c`; a row of nothing is blank and not stored. */
export function tableOf(lines: readonly string[], making: TableMaking = {}): RawTable {
  const { formats = {}, ...rest } = making;
  const isTyped = rest.isTyped ?? false;
  const stored = lines.map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.trim() !== '');
  const rows = stored.map(({ line }) => line.split('|').map((text) => (isTyped ? typedCell : textCell)(text.trim())));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const numbers = Uint32Array.from(stored, ({ number }) => number);
  const columns = Array.from({ length: width }, (_, index) => {
    const format = formats[index];
    return columnOf(
      rows.map((row) => row[index] ?? [cellKind.empty, 0]),
      new Map(format === undefined ? [] : [[format, rows.length]]),
    );
  });
  return {
    file: 'data.csv',
    sheet: null,
    isHidden: false,
    isOwn: false,
    isTyped,
    rowCount: rows.length,
    rowNumbers: numbers,
    shownRows: numbers,
    columns,
    merges: [],
    hiddenRows: new Set(),
    ...rest,
  };
}

/** A text file of one table. */
export function textFile(lines: readonly string[], path = 'data.csv', delimiter = ','): RawFile {
  return fileOf(path, [tableOf(lines, { file: path })], {
    format: 'csv',
    encoding: 'utf-8',
    delimiter,
    lineEnding: 'LF',
  });
}

/** A workbook of sheets; each table's `file` is set to `path`. */
export function workbook(tables: readonly RawTable[], path = 'data.xlsx'): RawFile {
  return fileOf(
    path,
    tables.map((table) => ({ ...table, file: path })),
    { format: 'xlsx', encoding: null, delimiter: null, lineEnding: null },
  );
}

function fileOf(
  path: string,
  tables: readonly RawTable[],
  rest: Pick<RawFile, 'format' | 'encoding' | 'delimiter' | 'lineEnding'>,
): RawFile {
  return { path, sha256: '', bytes: 0, tables, notes: [], ...rest };
}

/** A sheet of a workbook. */
export function sheetOf(sheet: string, lines: readonly string[], making: TableMaking = {}): RawTable {
  return tableOf(lines, { sheet, isTyped: true, ...making });
}
