import { formatDay } from './day.ts';

/**
 * What a reader hands on: the cells of one sheet or text file as the file holds them, in columns.
 *
 * A column is two typed arrays over the same rows, `kinds` and `values`, so that no object and no string is made
 * for a cell. What `values[row]` means follows from `kinds[row]`:
 *
 * | kind | values[row] |
 * | --- | --- |
 * | `empty` | 0; no cell, an empty cell, or text of no characters |
 * | `text` | index into `pool` |
 * | `date` | days since 1970-01-01, the time of day as fraction (workbooks only: a number with a date format) |
 * | `boolean` | 0 or 1 |
 * | `error` | index into `pool` of the error's text (`#N/A`) |
 * | `noResult` | 0; a formula without a stored result |
 * | `double` | a number that does not fit `decimal` (beyond 15 digits or 2^53) |
 * | `decimal + d` (0 ≤ d ≤ 30) | an integer of at most 15 digits; the cell's number is `values[row] × 10^-d` |
 *
 * In a text file a cell becomes `decimal + d` only when it is spelled exactly so (`-?(0|[1-9]\d*)(\.\d{d})?`, at most
 * 15 digits, `-0` excluded): its text can be rebuilt to the letter. `1.50` is 150 at d = 2. All else is text there.
 * In a workbook a number is the decimal of 15 significant digits of its double, without trailing zeros.
 */
export const cellKind = {
  empty: 0,
  text: 1,
  date: 2,
  boolean: 3,
  error: 4,
  noResult: 5,
  double: 6,
  decimal: 32,
} as const;

/** The largest `d` of `decimal + d`. */
export const maxDecimals = 30;

/** Distinct texts, decoded on demand; indexes are dense from 0. */
export interface TextPool {
  readonly size: number;
  text(index: number): string;
  /** True when every text is printable ASCII without leading or trailing blank: folding would change none of them. */
  readonly isPlain: boolean;
  /** False when no text has this ASCII character, known without decoding any; absent where the pool cannot tell. */
  mayContain?(ascii: string): boolean;
}

/** Whole numbers where the column has nothing but texts: half the memory. */
export type CellValues = Float64Array | Uint32Array;

export interface RawColumn {
  readonly kinds: Uint8Array;
  readonly values: CellValues;
  readonly pool: TextPool;
  /** Number formats of a workbook's numeric and date cells with how many cells bear each; empty for text files. */
  readonly formats: ReadonlyMap<string, number>;
}

/** A merged range in sheet counting (from 1, ends included). */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface RawTable {
  /** Path as typed. */
  readonly file: string;
  readonly sheet: string | null;
  readonly isHidden: boolean;
  /** True for a sheet that salesmetrics wrote. */
  readonly isOwn: boolean;
  /** True in workbooks, where the file itself says what is a number and what a date. */
  readonly isTyped: boolean;
  /** Rows stored: those with at least one cell that is not empty. */
  readonly rowCount: number;
  /** Per stored row the sheet row, or in text the physical line (from 1) on which the record starts. */
  readonly rowNumbers: Uint32Array;
  /**
   * Per stored row the row a spreadsheet program would show it in: the same as `rowNumbers` in workbooks; in text the
   * number of the record, blank lines counted, from the first line with content. Only for naming cells in `inspect`.
   */
  readonly shownRows: Uint32Array;
  /** Column c (from 0) is sheet column c + 1. */
  readonly columns: readonly RawColumn[];
  readonly merges: readonly MergedRange[];
  /** Sheet rows hidden by hand or by a filter. */
  readonly hiddenRows: ReadonlySet<number>;
  /** Codes (`cellCode`) of the cells with a formula, the first `mostFormulas` of a sheet; absent where the reader cannot tell. */
  readonly formulas?: ReadonlySet<number>;
}

/** Tables that people add up by formulas are small: of large ones nobody asks. */
export const mostFormulas = 20_000;

/** One number per cell of a sheet, both from 1. */
export function cellCode(row: number, column: number): number {
  return row * 16_384 + column - 1;
}

export type FileFormat = 'csv' | 'tsv' | 'xlsx' | 'xlsm' | 'xls' | 'html';

/** Something the reader noticed and the user should know; the file was read all the same. */
export interface ReadNote {
  /** `file/html-named-xls`, `file/other-encoding`, `row/ragged` …: a problem code. */
  readonly code: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface RawFile {
  /** Path as typed; `-` for standard input. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: FileFormat;
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, `windows-1252`; null for workbooks. */
  readonly encoding: string | null;
  /** `,` `;` `\t` `|`; null for workbooks. */
  readonly delimiter: string | null;
  readonly lineEnding: 'LF' | 'CRLF' | 'CR' | 'mixed' | null;
  readonly tables: readonly RawTable[];
  readonly notes: readonly ReadNote[];
}

/** The text of a `decimal + decimals` cell, as a text file spells it. */
export function decimalCellText(value: number, decimals: number): string {
  if (decimals === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A workbook's date as people and `inspect` see it: `2024-01-31`, with a time of day `2024-01-31T08:00:00`. */
export function dateCellText(value: number): string {
  const day = Math.floor(value);
  const seconds = Math.round((value - day) * 86_400);
  if (seconds === 0) return formatDay(day);
  if (seconds === 86_400) return formatDay(day + 1);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${formatDay(day)}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The text of a cell: as a text file spells it, of a workbook's number its decimal, of its date ISO; '' for an empty cell. */
export function rawCellText(column: RawColumn, row: number): string {
  const kind = column.kinds[row] ?? cellKind.empty;
  const value = column.values[row] ?? 0;
  if (kind >= cellKind.decimal) return decimalCellText(value, kind - cellKind.decimal);
  switch (kind) {
    case cellKind.text:
    case cellKind.error:
      return column.pool.text(value);
    case cellKind.date:
      return dateCellText(value);
    case cellKind.boolean:
      return value === 0 ? 'FALSE' : 'TRUE';
    case cellKind.double:
      return String(value);
    default:
      return '';
  }
}
