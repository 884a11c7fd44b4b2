/** The byte scanner: records of a delimited text file into columns, without a string per cell. */
import type { Limits } from '../../model/options.ts';
import { cellKind, maxDecimals, type RawColumn, type ReadNote } from '../../model/raw-table.ts';
import { NumberList } from '../columns.ts';
import { limitError } from '../limits.ts';
import type { DecodeBytes } from '../text-pool.ts';
import { OpenColumn } from './open-column.ts';
import { RaggedRows } from './ragged.ts';
import { holdsRecords } from './swallowed.ts';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
const nine = 0x39;

/** More characters than this Excel does not keep in a cell. */
const longCell = 32_767;

/** FNV-1a, as the pool computes it. */
// A signed 32-bit integer: an unsigned one would make the loops work on doubles.
const hashBasis = 0x811c9dc5 | 0;
const hashPrime = 0x01000193;

/** Returned for a cell that is to be read as it stands, quotes and all. */
const literal = -2;

/** Text goes on after a closing quote: not the dialect that this scanner speaks. */
export class MalformedQuote extends Error {
  /** Physical line on which the record starts. */
  readonly line: number;

  constructor(line: number) {
    super(`text after a closing quote in the record of line ${line}`);
    this.line = line;
  }
}

export interface ScanSettings {
  readonly file: string;
  /** One byte. */
  readonly delimiter: number;
  readonly decode: DecodeBytes;
  readonly limits: Limits;
  /** Cells that a record of the table has; records that differ are counted as ragged. */
  readonly width: number;
  /** Physical line of the first byte. */
  readonly firstLine: number;
  /** About how many rows to make room for. */
  readonly expectedRows?: number;
}

export type LineEnding = 'LF' | 'CRLF' | 'CR' | 'mixed' | null;

export interface ScannedTable {
  readonly rowCount: number;
  readonly rowNumbers: Uint32Array;
  readonly shownRows: Uint32Array;
  readonly columns: readonly RawColumn[];
  readonly notes: readonly ReadNote[];
  readonly lineEnding: LineEnding;
}

/**
 * Feed it the bytes of a file in pieces of any size with `push`, then call `finish`. Only whole records are kept: what is
 * there of the last one is scanned again together with the next piece (its cells are then set once more, to the same).
 * The encoding must be one in which quote, delimiter and line ends stand for nothing else: UTF-8, Windows-1252, and
 * GB18030 for every delimiter but `|`.
 *
 * A step per byte and a few calls per cell: nothing here allocates per cell, and a method that the loops need is not split.
 */
export class RecordScanner {
  readonly #settings: ScanSettings;
  readonly #columns: OpenColumn[] = [];
  readonly #rowNumbers = new NumberList();
  readonly #shownRows = new NumberList();
  readonly #notes = new Map<string, ReadNote>();
  readonly #ragged: RaggedRows;
  /** 1 for the bytes that end an unquoted cell. */
  readonly #ends = new Uint8Array(256);
  readonly #endings = { lf: 0, crlf: 0, cr: 0 };
  /** What was pushed and not yet kept; one byte more is reserved behind `#length`. */
  #bytes = Buffer.alloc(1);
  #length = 0;
  #isLast = false;
  #row = 0;
  #shown = 0;
  /** Of the record under way: its first line, line breaks inside its cells, cells up to the last that is not empty. */
  #line: number;
  #breaks = 0;
  #filled = 0;

  constructor(settings: ScanSettings) {
    this.#settings = settings;
    this.#ragged = new RaggedRows(settings.width);
    this.#line = settings.firstLine;
    for (const byte of [settings.delimiter, lineFeed, carriageReturn]) this.#ends[byte] = 1;
  }

  get rowCount(): number {
    return this.#row;
  }

  /** Takes in the next bytes. Throws MalformedQuote and UserErrors `limit/*`. */
  push(chunk: Buffer): void {
    const needed = this.#length + chunk.length + 1;
    if (needed > this.#bytes.length) {
      const bytes = Buffer.allocUnsafe(Math.max(needed, this.#length * 2));
      this.#bytes.copy(bytes, 0, 0, this.#length);
      this.#bytes = bytes;
    }
    chunk.copy(this.#bytes, this.#length);
    this.#length += chunk.length;
    this.#scan();
  }

  /** Takes in the last record, with or without a line end, and hands over the table. */
  finish(): ScannedTable {
    this.#isLast = true;
    this.#scan();
    const { note } = this.#ragged;
    if (note) {
      this.#note('row/ragged', note.line, { found: note.found, expected: this.#settings.width, rows: note.rows });
    }
    return {
      rowCount: this.#row,
      rowNumbers: this.#rowNumbers.finish(),
      shownRows: this.#shownRows.finish(),
      columns: this.#columns.map((column) => column.finish(this.#row)),
      notes: [...this.#notes.values()],
      lineEnding: lineEndingOf(this.#endings),
    };
  }

  #scan(): void {
    const length = this.#length;
    // A line end behind the last byte stops every loop over unquoted bytes, so that none has to look where it is.
    this.#bytes[length] = lineFeed;
    let at = 0;
    while (at < length) {
      const next = this.#record(at);
      if (next < 0) break;
      at = next;
    }
    for (const column of this.#columns) column.takeIn(this.#bytes, this.#row);
    this.#bytes.copyWithin(0, at, length);
    this.#length = length - at;
    this.#checkRecord(this.#length);
  }

  #checkRecord(found: number): void {
    const { limits, file } = this.#settings;
    if (found > limits.maxRecord) throw limitError('maxRecord', limits, { file, found, row: this.#line });
  }

  /** Takes in the record that starts at `start`; returns where the next one starts, or -1 where the bytes do not suffice. */
  #record(start: number): number {
    const bytes = this.#bytes;
    const { delimiter } = this.#settings;
    this.#breaks = 0;
    this.#filled = 0;
    let at = start;
    for (let column = 0; ; column += 1) {
      const end = this.#cell(at, column);
      if (end < 0) return -1;
      if (bytes[end] !== delimiter) return this.#endRecord(start, end, column + 1);
      at = end + 1;
    }
  }

  /** Takes in the cell that starts at `at`; returns where it ends, or -1 where the bytes do not suffice. */
  #cell(at: number, column: number): number {
    const byte = this.#bytes[at] ?? 0;
    if (byte === quote) return this.#quoted(at, column);
    if (byte === space) {
      const open = this.#skipSpaces(at);
      if (this.#bytes[open] === quote) {
        const end = this.#quoted(open, column, true);
        if (end !== literal) return end;
      }
    }
    return this.#unquoted(at, column);
  }

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a loop over bytes; calls in it would cost half the speed
  #unquoted(at: number, column: number): number {
    const bytes = this.#bytes;
    const ends = this.#ends;
    let byte = bytes[at] ?? 0;
    let end = at;
    if (byte === minus || (byte >= zero && byte <= nine)) {
      end = this.#number(at, column, false);
      if (end >= 0) return this.#isCut(end) ? -1 : end;
      end = at;
    }
    let hash = hashBasis;
    while (ends[byte] === 0) {
      hash = Math.imul(hash ^ byte, hashPrime);
      end += 1;
      byte = bytes[end] ?? 0;
    }
    if (this.#isCut(end)) return -1;
    if (end > at) this.#setText(column, bytes, at, end, hash);
    return end;
  }

  /** Whether a cell that ends at `end` might go on in bytes that are not there yet. */
  #isCut(end: number): boolean {
    return end >= this.#length && !this.#isLast;
  }

  /**
   * Sets the cell at `at` where it is a number in the one spelling that can be rebuilt to the letter, and returns where it
   * ends (at a quote when `isQuoted`, else at a delimiter or line end); -1 for any other text.
   */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a loop over bytes; calls in it would cost half the speed
  #number(at: number, column: number, isQuoted: boolean): number {
    const bytes = this.#bytes;
    const isNegative = bytes[at] === minus;
    let i = isNegative ? at + 1 : at;
    const first = i;
    let value = 0;
    let byte = bytes[i] ?? 0;
    if (byte === zero) {
      i += 1;
      byte = bytes[i] ?? 0;
    } else {
      while (byte >= zero && byte <= nine) {
        value = value * 10 + (byte - zero);
        i += 1;
        byte = bytes[i] ?? 0;
      }
    }
    if (i === first) return -1;
    let decimals = 0;
    if (byte === point) {
      const afterPoint = i + 1;
      i = afterPoint;
      byte = bytes[i] ?? 0;
      while (byte >= zero && byte <= nine) {
        value = value * 10 + (byte - zero);
        i += 1;
        byte = bytes[i] ?? 0;
      }
      decimals = i - afterPoint;
      if (decimals === 0 || decimals > maxDecimals) return -1;
    }
    if (isQuoted ? byte !== quote : this.#ends[byte] === 0) return -1;
    if (value >= 1e15 || (isNegative && value === 0)) return -1;
    this.#filled = column + 1;
    this.#column(column).set(this.#row, cellKind.decimal + decimals, isNegative ? -value : value);
    return i;
  }

  /** As `#cell`, of a cell whose quote opens at `open`; `literal` where a quote behind blanks turns out to be text. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a loop over bytes; calls in it would cost half the speed
  #quoted(open: number, column: number, isAfterBlanks = false): number {
    const bytes = this.#bytes;
    const length = this.#length;
    const start = open + 1;
    let hash = hashBasis;
    let doubled = 0;
    let breaks = 0;
    let i = start;
    for (; i < length; i += 1) {
      const byte = bytes[i] ?? 0;
      if (byte === quote) {
        if (i + 1 >= length || bytes[i + 1] !== quote) break;
        doubled += 1;
        i += 1;
      } else if (byte === lineFeed || (byte === carriageReturn && bytes[i + 1] !== lineFeed)) breaks += 1;
      hash = Math.imul(hash ^ byte, hashPrime);
    }
    if (i + 1 >= length && !this.#isLast) return -1;
    const end = i < length ? this.#skipSpaces(i + 1) : i;
    if (i >= length) {
      this.#noteUnclosed(breaks);
    } else if (end === length && !this.#isLast) {
      return -1;
    } else if (this.#ends[bytes[end] ?? 0] === 0) {
      if (isAfterBlanks) return literal;
      throw new MalformedQuote(this.#line);
    } else if (breaks > 2 && i - start <= longCell * 8 && holdsRecords(bytes, start, i, this.#settings)) {
      this.#noteUnclosed(breaks);
    }
    this.#breaks += breaks;
    if (doubled > 0) this.#setDoubled(column, start, i, hash);
    else if (i > start && this.#number(start, column, true) !== i) this.#setText(column, bytes, start, i, hash);
    return end;
  }

  #skipSpaces(at: number): number {
    let i = at;
    while (this.#bytes[i] === space) i += 1;
    return i;
  }

  /** Sets the text of `#bytes[start … end)` with one quote for each two. */
  #setDoubled(column: number, start: number, end: number, hash: number): void {
    const text = Buffer.allocUnsafe(end - start);
    let length = 0;
    for (let i = start; i < end; i += 1) {
      const byte = this.#bytes[i] ?? 0;
      if (byte === quote) i += 1;
      text[length] = byte;
      length += 1;
    }
    if (length > longCell) this.#checkLength(text, 0, length);
    this.#filled = column + 1;
    this.#column(column).setText(this.#row, text.subarray(0, length), hash);
  }

  #setText(column: number, bytes: Buffer, start: number, end: number, hash: number): void {
    if (end - start > longCell) this.#checkLength(bytes, start, end);
    this.#filled = column + 1;
    this.#column(column).addText(this.#row, start, end, hash);
  }

  #checkLength(bytes: Buffer, start: number, end: number): void {
    const { decode, limits, file } = this.#settings;
    const { length } = decode(bytes, start, end);
    if (length > limits.maxCell) throw limitError('maxCell', limits, { file, found: length, row: this.#line });
    if (length > longCell) this.#note('cell/too-long', this.#line, { length });
  }

  #column(column: number): OpenColumn {
    return this.#columns[column] ?? this.#addColumns(column);
  }

  #addColumns(column: number): OpenColumn {
    const { limits, file, decode, expectedRows = 0 } = this.#settings;
    if (column >= limits.maxColumns) {
      throw limitError('maxColumns', limits, { file, found: column + 1, row: this.#line });
    }
    for (;;) {
      const added = new OpenColumn(decode, expectedRows);
      this.#columns.push(added);
      if (this.#columns.length > column) return added;
    }
  }

  #endRecord(start: number, end: number, cells: number): number {
    let next = end + 1;
    if (end >= this.#length) {
      next = end;
    } else if (this.#bytes[end] === carriageReturn) {
      if (this.#isCut(next)) return -1;
      if (next < this.#length && this.#bytes[next] === lineFeed) {
        next += 1;
        this.#endings.crlf += 1;
      } else this.#endings.cr += 1;
    } else this.#endings.lf += 1;
    this.#checkRecord(end - start);
    if (this.#filled > 0) this.#keepRow(cells);
    else if (this.#shown > 0) this.#shown += 1;
    this.#line += 1 + this.#breaks;
    return next;
  }

  #keepRow(cells: number): void {
    this.#ragged.see(this.#line, cells, this.#filled);
    this.#shown += 1;
    this.#rowNumbers.push(this.#line);
    this.#shownRows.push(this.#shown);
    this.#row += 1;
    const { limits, file } = this.#settings;
    if (this.#row > limits.maxRows) throw limitError('maxRows', limits, { file, found: this.#row, row: this.#line });
    const found = this.#row * this.#columns.length;
    if (found > limits.maxCells) throw limitError('maxCells', limits, { file, found, row: this.#line });
  }

  #noteUnclosed(breaks: number): void {
    this.#note('file/unclosed-quote', this.#line, { lines: breaks + 1 });
  }

  /** One note of a code per file: the first. */
  #note(code: string, row: number, params: ReadNote['params']): void {
    if (!this.#notes.has(code)) this.#notes.set(code, { code, sheet: null, row, params });
  }
}

function lineEndingOf({
  lf,
  crlf,
  cr,
}: {
  readonly lf: number;
  readonly crlf: number;
  readonly cr: number;
}): LineEnding {
  const found = [lf > 0 ? 'LF' : null, crlf > 0 ? 'CRLF' : null, cr > 0 ? 'CR' : null] as const;
  const kinds = found.filter((kind) => kind !== null);
  return kinds.length > 1 ? 'mixed' : (kinds[0] ?? null);
}
