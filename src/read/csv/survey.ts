/** How a sample would fall into records if it were written in a certain dialect. */

export interface Dialect {
  /** One ASCII character each. */
  readonly delimiter: string;
  readonly quote: '"' | "'";
  /** What makes a quote inside a quoted cell: the quote itself, doubled, or a backslash. */
  readonly escape: '"' | "'" | '\\';
}

export interface Survey {
  readonly dialect: Dialect;
  /** Cells per record; records without any content left out. */
  readonly widths: readonly number[];
  /** Cells that were quoted. */
  readonly quoted: number;
  /** Quoted cells that went on after their closing quote, or were never closed. */
  readonly malformed: number;
  /** Quotes that a backslash escaped inside quoted cells. */
  readonly escaped: number;
  /** Whether any cell but the first of a record has content. */
  readonly hasSecond: boolean;
}

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/** Surveys `bytes` (of an encoding in which ASCII bytes are themselves; whole records). */
export function survey(bytes: Uint8Array, dialect: Dialect): Survey {
  return new Surveyor(bytes, dialect).run();
}

class Surveyor {
  readonly #bytes: Uint8Array;
  readonly #dialect: Dialect;
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #escape: number;
  readonly #widths: number[] = [];
  #quoted = 0;
  #malformed = 0;
  #escaped = 0;
  #hasSecond = false;

  constructor(bytes: Uint8Array, dialect: Dialect) {
    this.#bytes = bytes;
    this.#dialect = dialect;
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#quote = dialect.quote.charCodeAt(0);
    this.#escape = dialect.escape.charCodeAt(0);
  }

  run(): Survey {
    const bytes = this.#bytes;
    let at = 0;
    while (at < bytes.length) {
      let width = 0;
      let hasContent = false;
      for (;;) {
        const end = this.#cell(at);
        width += 1;
        if (end > at) {
          hasContent = true;
          this.#hasSecond ||= width > 1;
        }
        at = end + 1;
        if (bytes[end] !== this.#delimiter) break;
      }
      if (hasContent) this.#widths.push(width);
    }
    return {
      dialect: this.#dialect,
      widths: this.#widths,
      quoted: this.#quoted,
      malformed: this.#malformed,
      escaped: this.#escaped,
      hasSecond: this.#hasSecond,
    };
  }

  /** Where the cell that starts at `at` ends: at a delimiter, a line end or the end of the sample. */
  #cell(at: number): number {
    let start = at;
    while (this.#bytes[start] === space) start += 1;
    if (this.#bytes[start] !== this.#quote) return this.#unquoted(at);
    this.#quoted += 1;
    let end = this.#closing(start + 1) + 1;
    while (this.#bytes[end] === space) end += 1;
    if (end <= this.#bytes.length && this.#isEnd(end)) return end;
    this.#malformed += 1;
    return this.#unquoted(at);
  }

  #unquoted(at: number): number {
    let end = at;
    while (!this.#isEnd(end)) end += 1;
    return end;
  }

  #isEnd(at: number): boolean {
    const byte = this.#bytes[at];
    return byte === undefined || byte === this.#delimiter || byte === lineFeed || byte === carriageReturn;
  }

  /** Where the quote that closes a cell is, or the end of the sample. */
  #closing(at: number): number {
    const bytes = this.#bytes;
    const isDoubled = this.#escape === this.#quote;
    let i = at;
    while (i < bytes.length) {
      const isPair = bytes[i] === this.#escape && bytes[i + 1] === this.#quote;
      if (bytes[i] === this.#quote && !(isPair && isDoubled)) return i;
      if (isPair && !isDoubled) this.#escaped += 1;
      i += isPair ? 2 : 1;
    }
    return i;
  }
}

/** The commonest width of records, its records, and of these how many there are among those from the first on to the last. */
export interface Shape {
  readonly width: number;
  /** Of all records. */
  readonly coverage: number;
  /** Of the records from the first to the last of that width: title lines and footers do not count. */
  readonly consistency: number;
}

/** The commonest width of two cells or more (the larger of two equally common); width 1 where there is none. */
export function shapeOf(widths: readonly number[]): Shape {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [candidate, count] of counts) {
    if (candidate < 2 || count < most || (count === most && candidate < width)) continue;
    width = candidate;
    most = count;
  }
  if (most === 0) return { width: 1, coverage: 1, consistency: 1 };
  const span = widths.lastIndexOf(width) - widths.indexOf(width) + 1;
  return { width, coverage: most / widths.length, consistency: most / span };
}
