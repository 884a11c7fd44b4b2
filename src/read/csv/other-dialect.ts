/** Dialects that the scanner does not speak (single quotes, backslash escapes): csv-parse reads them, strictly. */
import { Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import type { Limits } from '../../model/options.ts';
import { cellKind, maxDecimals, type ReadNote } from '../../model/raw-table.ts';
import { UserError } from '../../problems/user-error.ts';
import { ColumnBuilder, NumberList } from '../columns.ts';
import { limitError } from '../limits.ts';
import { TextPoolBuilder } from '../text-pool.ts';
import type { ScannedTable } from './scan.ts';
import type { Dialect } from './survey.ts';

interface OtherSettings {
  readonly file: string;
  readonly dialect: Dialect;
  readonly limits: Limits;
  readonly width: number;
  readonly firstLine: number;
}

/** Reads UTF-8 in another dialect. Throws UserError `file/damaged` where that does not fit either. */
export async function readOtherDialect(chunks: AsyncIterable<Buffer>, settings: OtherSettings): Promise<ScannedTable> {
  const { file, dialect, limits, firstLine } = settings;
  const table = new RecordTable(settings);
  const parser = Readable.from(copies(chunks)).pipe(
    parse({
      delimiter: dialect.delimiter,
      quote: dialect.quote,
      escape: dialect.escape,
      info: true,
      relax_column_count: true,
      max_record_size: limits.maxRecord,
      record_delimiter: ['\r\n', '\n', '\r'],
    }),
  );
  let line = firstLine;
  try {
    for await (const item of parser) {
      const { record, info } = item as { readonly record: readonly string[]; readonly info: Info };
      table.add(record, line);
      line = firstLine + info.lines;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw brokenQuote(file, line, error);
  }
  return table.finish();
}

/** A stream keeps several chunks; a source's are only lent. */
async function* copies(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

/** The refusal of a file whose quotes no dialect explains. */
export function brokenQuote(file: string, row: number, cause?: unknown): UserError {
  const reason = `row ${row} has a quote in a place where none may be; quotes inside quoted cells must be doubled`;
  return new UserError('file/damaged', { file, reason, row }, cause === undefined ? undefined : { cause });
}

class RecordTable {
  readonly #settings: OtherSettings;
  readonly #columns: { readonly cells: ColumnBuilder; readonly pool: TextPoolBuilder }[] = [];
  readonly #rowNumbers = new NumberList();
  readonly #shownRows = new NumberList();
  #shown = 0;

  constructor(settings: OtherSettings) {
    this.#settings = settings;
  }

  add(record: readonly string[], line: number): void {
    const hasContent = record.some((text) => text !== '');
    if (hasContent || this.#shown > 0) this.#shown += 1;
    if (!hasContent) return;
    const { file, limits, width } = this.#settings;
    // Another dialect is only a guess that is borne out when all records come out alike.
    if (width > 1 && record.length !== width) throw brokenQuote(file, line);
    const row = this.#rowNumbers.length;
    if (row >= limits.maxRows) throw limitError('maxRows', limits, { file, found: row + 1, row: line });
    for (const [index, text] of record.entries()) if (text !== '') this.#set(row, index, text, line);
    this.#rowNumbers.push(line);
    this.#shownRows.push(this.#shown);
  }

  finish(): ScannedTable {
    const rowCount = this.#rowNumbers.length;
    const notes: ReadNote[] = [];
    return {
      rowCount,
      rowNumbers: this.#rowNumbers.finish(),
      shownRows: this.#shownRows.finish(),
      columns: this.#columns.map(({ cells, pool }) => cells.finish(rowCount, pool.finish())),
      notes,
      lineEnding: null,
    };
  }

  #set(row: number, index: number, text: string, line: number): void {
    const { file, limits } = this.#settings;
    if (index >= limits.maxColumns) throw limitError('maxColumns', limits, { file, found: index + 1, row: line });
    if (text.length > limits.maxCell) throw limitError('maxCell', limits, { file, found: text.length, row: line });
    while (this.#columns.length <= index) {
      this.#columns.push({ cells: new ColumnBuilder(), pool: new TextPoolBuilder() });
    }
    const column = this.#columns[index];
    if (column === undefined) return;
    const number = plainNumber(text);
    if (number) column.cells.set(row, cellKind.decimal + number.decimals, number.value);
    else column.cells.set(row, cellKind.text, column.pool.internText(text));
  }
}

/** The integer and its decimals that `text` spells in the one way that can be rebuilt to the letter. */
export function plainNumber(text: string): { readonly value: number; readonly decimals: number } | null {
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const value = Number(whole + fraction);
  if (value >= 1e15 || fraction.length > maxDecimals || (sign === '-' && value === 0)) return null;
  return { value: sign === '-' ? -value : value, decimals: fraction.length };
}
