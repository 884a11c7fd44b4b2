/** The byte scanner: records of a delimited text file into columns, without a string per cell. */
import type { Limits } from '../../model/options.ts';
import type { RawColumn, ReadNote } from '../../model/raw-table.ts';
import { NumberList } from '../columns.ts';
import { limitError } from '../limits.ts';
import type { DecodeBytes } from '../text-pool.ts';
import { OpenColumn, TextLists, withSingleQuotes } from './open-column.ts';
import { RaggedRows } from './ragged.ts';
import { Records } from './records.ts';
import { holdsRecords } from './swallowed.ts';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;

/** Bytes reserved behind those pushed: a line end that stops every loop, and what is read with it as one word. */
const slack = 4;

/** More characters than this Excel does not keep in a cell. */
const longCell = 32_767;

/** Records whose cells are found before their columns take them in: few enough to stay in the processor's cache. */
const recordsAtOnce = 1024;

/** Returned instead of where a quoted cell ends: it is to be read as it stands, quotes and all, or its end is not there yet. */
const literal = -0x7fffffff;
const cutOff = literal + 1;

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
 * there of the last one is scanned again together with the next piece. The encoding must be one in which quote, delimiter
 * and line ends stand for nothing else: UTF-8, Windows-1252, and GB18030 for every delimiter but `|`.
 *
 * Here cells are only found. Their columns read them some records later, one column after the other: a loop over cells of
 * one kind, with one table of texts in the cache, takes half the time of reading them in the order of the file.
 */
export class RecordScanner {
  readonly #settings: ScanSettings;
  readonly #columns: OpenColumn[] = [];
  readonly #lists = new TextLists();
  readonly #records = new Records();
  readonly #rowNumbers = new NumberList();
  readonly #shownRows = new NumberList();
  readonly #notes = new Map<string, ReadNote>();
  readonly #ragged: RaggedRows;
  /** 1 for the bytes that end an unquoted cell. */
  readonly #ends = new Uint8Array(256);
  readonly #endings = { lf: 0, crlf: 0, cr: 0 };
  /** What was pushed and not yet kept; one byte more is reserved behind `#length`. */
  #bytes = Buffer.alloc(slack);
  #view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, slack);
  #length = 0;
  #isLast = false;
  #row = 0;
  #shown = 0;
  /** Of the record under way: its first line, and line breaks inside its cells. */
  #line: number;
  #breaks = 0;
  /** Of the quoted cell found last: its first byte, and where it ends with its closing quote. */
  #from = 0;
  #next = 0;

  constructor(settings: ScanSettings) {
    this.#settings = settings;
    this.#ragged = new RaggedRows(settings.width);
    this.#line = settings.firstLine;
    for (const list of [this.#rowNumbers, this.#shownRows]) list.reserve(settings.expectedRows ?? 0);
    for (const byte of [settings.delimiter, lineFeed, carriageReturn]) this.#ends[byte] = 1;
  }

  get rowCount(): number {
    return this.#row;
  }

  /** Takes in the next bytes. Throws MalformedQuote and UserErrors `limit/*`. */
  push(chunk: Buffer): void {
    const needed = this.#length + chunk.length + slack;
    if (needed > this.#bytes.length) {
      const bytes = Buffer.allocUnsafe(Math.max(needed, this.#length * 2));
      this.#bytes.copy(bytes, 0, 0, this.#length);
      this.#bytes = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
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
      const next = this.#scanSome(at);
      this.#takeIn();
      if (next === at) break;
      at = next;
    }
    this.#bytes.copyWithin(0, at, length);
    this.#length = length - at;
    this.#checkRecord(this.#length);
  }

  /** Gives the records that wait to their columns. */
  #takeIn(): void {
    const records = this.#records;
    const firstRow = this.#row - records.count;
    for (const [index, column] of this.#columns.entries()) column.takeIn(this.#bytes, records, index, firstRow);
    records.clear();
  }

  #checkRecord(found: number): void {
    const { limits, file } = this.#settings;
    if (found > limits.maxRecord) throw limitError('maxRecord', limits, { file, found, row: this.#line });
  }

  /**
   * Finds the cells of the records from `first` on, as many as are taken in together; returns where the next record starts.
   * Hot: one long function, with names of its own for what it needs in every step.
   */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a loop over cells; calls in it would cost half the speed
  #scanSome(first: number): number {
    const bytes = this.#bytes;
    const view = this.#view;
    const records = this.#records;
    const length = this.#length;
    // A cell that reaches it might go on in bytes that are not there yet.
    const cut = this.#isLast ? length + 1 : length;
    const { delimiter, limits } = this.#settings;
    const { maxColumns } = limits;
    const delimiters = Math.imul(delimiter, 0x01010101);
    let cells: Int32Array = records.cells;
    let to = 0;
    let start = first;
    let at = first;
    let column = 0;
    let filled = 0;
    this.#breaks = 0;
    while (at < cut) {
      let from = at;
      let byte = bytes[at] ?? 0;
      let end = byte === quote || byte === space ? this.#quoted(at) : literal;
      if (end === literal) {
        at = unquotedEnd(view, at, delimiters);
        if (at >= cut) return start;
        end = at;
      } else {
        if (end === cutOff) return start;
        from = this.#from;
        at = this.#next;
      }
      byte = bytes[at] ?? 0;
      column += 1;
      if (end !== from) {
        filled = column;
        if (end - from > longCell || end < 0 || column > maxColumns) this.#checkCell(from, end, column);
      }
      if (to === cells.length) cells = records.growCells();
      cells[to] = from;
      cells[to + 1] = end;
      to += 2;
      if (byte === delimiter) {
        at += 1;
        continue;
      }
      at = this.#endRecord(start, at, column, filled, to);
      if (at < 0) return start;
      if (at >= length || records.count === recordsAtOnce) return at;
      start = at;
      to = records.end;
      column = 0;
      filled = 0;
    }
    return start;
  }

  /**
   * Finds the quoted cell at `at`, blanks before it included. Returns where its text ends (the complement of that where
   * quotes in it are doubled) and sets `#from` and `#next`; `cutOff` where the bytes do not suffice, `literal` where there is
   * no quoted cell.
   */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a loop over bytes; calls in it would cost half the speed
  #quoted(at: number): number {
    const bytes = this.#bytes;
    const length = this.#length;
    const open = this.#skipSpaces(at);
    if (bytes[open] !== quote) return literal;
    const start = open + 1;
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
    }
    if (i + 1 >= length && !this.#isLast) return cutOff;
    const next = i < length ? this.#skipSpaces(i + 1) : i;
    if (i >= length) {
      this.#noteUnclosed(breaks);
    } else if (next === length && !this.#isLast) {
      return cutOff;
    } else if (this.#ends[bytes[next] ?? 0] === 0) {
      if (open > at) return literal;
      throw new MalformedQuote(this.#line);
    } else if (breaks > 2 && i - start <= longCell * 8 && holdsRecords(bytes, start, i, this.#settings)) {
      this.#noteUnclosed(breaks);
    }
    this.#breaks += breaks;
    this.#from = start;
    this.#next = next;
    return doubled > 0 ? ~i : i;
  }

  #skipSpaces(at: number): number {
    let i = at;
    while (this.#bytes[i] === space) i += 1;
    return i;
  }

  /** Looks at a cell that is long, has doubled quotes or stands far to the right. */
  #checkCell(from: number, end: number, column: number): void {
    const text = end < 0 ? withSingleQuotes(this.#bytes, from, ~end) : this.#bytes.subarray(from, end);
    if (text.length > longCell) this.#checkLength(text);
    const { limits, file } = this.#settings;
    if (column >= limits.maxColumns) {
      throw limitError('maxColumns', limits, { file, found: column + 1, row: this.#line });
    }
  }

  #checkLength(text: Buffer): void {
    const { decode, limits, file } = this.#settings;
    const { length } = decode(text, 0, text.length);
    if (length > limits.maxCell) throw limitError('maxCell', limits, { file, found: length, row: this.#line });
    if (length > longCell) this.#note('cell/too-long', this.#line, { length });
  }

  #endRecord(start: number, end: number, cells: number, filled: number, to: number): number {
    let next = end + 1;
    if (end >= this.#length) {
      next = end;
    } else if (this.#bytes[end] === carriageReturn) {
      if (next >= this.#length && !this.#isLast) return -1;
      if (next < this.#length && this.#bytes[next] === lineFeed) {
        next += 1;
        this.#endings.crlf += 1;
      } else this.#endings.cr += 1;
    } else this.#endings.lf += 1;
    this.#checkRecord(end - start);
    if (filled > 0) this.#keepRow(cells, filled, to);
    else if (this.#shown > 0) this.#shown += 1;
    this.#line += 1 + this.#breaks;
    this.#breaks = 0;
    return next;
  }

  #keepRow(cells: number, filled: number, to: number): void {
    this.#ragged.see(this.#line, cells, filled);
    this.#shown += 1;
    this.#rowNumbers.push(this.#line);
    this.#shownRows.push(this.#shown);
    this.#records.add(to);
    this.#row += 1;
    const { limits, file, decode, expectedRows = 0 } = this.#settings;
    while (this.#columns.length < filled) this.#columns.push(new OpenColumn(decode, expectedRows, this.#lists));
    if (this.#row > limits.maxRows) throw limitError('maxRows', limits, { file, found: this.#row, row: this.#line });
    const all = this.#row * this.#columns.length;
    if (all > limits.maxCells) throw limitError('maxCells', limits, { file, found: all, row: this.#line });
  }

  #noteUnclosed(breaks: number): void {
    this.#note('file/unclosed-quote', this.#line, { lines: breaks + 1 });
  }

  /** One note of a code per file: the first. */
  #note(code: string, row: number, params: ReadNote['params']): void {
    if (!this.#notes.has(code)) this.#notes.set(code, { code, sheet: null, row, params });
  }
}

/**
 * Where the first delimiter or line end from `start` on stands. Four bytes are looked at together: a byte of `a`, `b` or `c`
 * is zero where one of them stands, and the lowest such byte is the first to have its upper bit set in `marks`.
 */
function unquotedEnd(view: DataView, start: number, delimiters: number): number {
  // Spelled out: names from outside the function would make numbers of unknown size of all words.
  const ones = 0x01010101;
  let at = start;
  for (;;) {
    const word = view.getInt32(at, true);
    const a = word ^ delimiters;
    const b = word ^ 0x0a0a0a0a;
    const c = word ^ 0x0d0d0d0d;
    const marks = (((a - ones) & ~a) | ((b - ones) & ~b) | ((c - ones) & ~c)) & 0x80808080;
    if (marks !== 0) return at + ((31 - Math.clz32(marks & -marks)) >> 3);
    at += 4;
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
