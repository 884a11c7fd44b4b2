/** A delimited text file: encoding, dialect, then its records into columns. */
import type { Limits, ReadOptions } from '../../model/options.ts';
import type { RawFile, RawTable, ReadNote } from '../../model/raw-table.ts';
import { UserError } from '../../problems/user-error.ts';
import {
  decoderOf,
  encodingNamed,
  LegacyEncodingFinder,
  markOf,
  strictCheck,
  transcode,
  unmarkedUtf16,
} from '../encoding.ts';
import { limitError, limitsFor } from '../limits.ts';
import { defaultChunkSize, type Source } from '../source.ts';
import { Utf8Check } from '../utf8.ts';
import { delimiterNamed, type FoundDialect, findDialect } from './dialect.ts';
import { brokenQuote, readOtherDialect } from './other-dialect.ts';
import { MalformedQuote, RecordScanner, type ScannedTable } from './scan.ts';

/** How much of a file its dialect is settled on. */
const sampleSize = 1 << 18;

export interface ReadTextOptions extends ReadOptions {
  /** For tests: results do not depend on it. */
  readonly chunkSize?: number;
}

/**
 * Reads CSV and its kin: one table, its columns filled from the bytes. Two passes at most for UTF-8 (proof of the encoding
 * and fingerprint; scan), three for other encodings. Throws UserErrors `usage/wrong-value` (an encoding or delimiter
 * nobody knows), `file/encoding-failed`, `file/encoding-unknown`, `file/damaged`, `limit/*`.
 */
export async function readText(source: Source, options: ReadTextOptions = {}): Promise<RawFile> {
  const limits = limitsFor('text', options.limits, source.size);
  if (source.size > limits.maxInput) throw limitError('maxInput', limits, { file: source.path, found: source.size });
  const wanted = options.delimiter === undefined ? undefined : delimiterNamed(options.delimiter);
  const text = await openNamingRow(source, options);
  const dialect = findDialect(text.sample, { isWhole: text.isWhole, wanted });
  const nulls = new NullCount();
  const table = await readTable({ source, text, dialect, limits, options, nulls });
  return {
    path: source.path,
    sha256: await source.sha256(),
    bytes: source.size,
    format: dialect.delimiter === '\t' ? 'tsv' : 'csv',
    encoding: text.encoding,
    delimiter: dialect.delimiter,
    lineEnding: table.lineEnding,
    tables: [rawTable(source.path, table)],
    notes: [...table.notes, ...nulls.notes()],
  };
}

/** The text and its encoding; a refusal names the row. */
async function openNamingRow(source: Source, options: ReadTextOptions): Promise<OpenText> {
  try {
    return await openText(source, options);
  } catch (error) {
    const offset = error instanceof UserError ? error.params['offset'] : undefined;
    if (!(error instanceof UserError) || typeof offset !== 'number') throw error;
    const row = await lineAt(source, offset);
    throw new UserError(error.code, { ...error.params, row }, { cause: error });
  }
}

/** Physical line of the byte at `offset`. */
async function lineAt(source: Source, offset: number): Promise<number> {
  let line = 1;
  let at = 0;
  for await (const chunk of source.chunks()) {
    const end = Math.min(chunk.length, offset - at);
    for (let i = chunk.indexOf(10); i >= 0 && i < end; i = chunk.indexOf(10, i + 1)) line += 1;
    at += chunk.length;
    if (at >= offset) break;
  }
  return line;
}

/** A text whose encoding is known. */
interface OpenText {
  readonly encoding: string;
  readonly markLength: number;
  /** The beginning of the text, without mark, in UTF-8 or Windows-1252. */
  readonly sample: Buffer;
  readonly isWhole: boolean;
}

async function openText(source: Source, options: ReadTextOptions): Promise<OpenText> {
  const head = await source.range(0, 4096);
  const mark = markOf(head);
  const named = options.encoding === undefined ? null : encodingNamed(options.encoding);
  const encoding = named ?? mark?.name ?? unmarkedUtf16(head) ?? (await provenEncoding(source, options));
  const isKnown = named !== null || mark !== null;
  const markLength = mark?.name === encoding ? mark.markLength : 0;
  if (isKnown) await check(source, encoding, markLength, options);
  const bytes = await source.range(markLength, sampleSize);
  const isWhole = markLength + bytes.length === source.size;
  return { encoding, markLength, sample: asScanned(bytes, encoding), isWhole };
}

/** UTF-8 where all of the file is; else what the bytes allow. */
async function provenEncoding(source: Source, { chunkSize }: ReadTextOptions): Promise<string> {
  const utf8 = new Utf8Check();
  for await (const chunk of source.chunks(chunkSizeOf(chunkSize))) utf8.push(chunk);
  if (utf8.finish()) return 'utf-8';
  const finder = new LegacyEncodingFinder(source.path);
  for await (const chunk of source.chunks(chunkSizeOf(chunkSize))) finder.push(chunk);
  return finder.finish();
}

async function check(source: Source, encoding: string, start: number, { chunkSize }: ReadTextOptions): Promise<void> {
  if (encoding !== 'utf-8' && encoding !== 'gb18030') return;
  const strict = strictCheck(encoding, source.path);
  for await (const chunk of dropFirst(source.chunks(chunkSizeOf(chunkSize)), start)) strict.push(chunk);
  strict.finish();
}

function chunkSizeOf(chunkSize: number | undefined): { readonly chunkSize: number } {
  return { chunkSize: chunkSize ?? defaultChunkSize };
}

/** The sample with ASCII bytes that stand for nothing but themselves; what is cut off at its end does not matter. */
function asScanned(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'utf-8' || encoding === 'windows-1252') return bytes;
  return Buffer.from(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), 'utf8');
}

interface Reading {
  readonly source: Source;
  readonly text: OpenText;
  readonly dialect: FoundDialect;
  readonly limits: Limits;
  readonly options: ReadTextOptions;
  readonly nulls: NullCount;
}

async function readTable(reading: Reading): Promise<ScannedTable> {
  const { source, dialect, limits, text } = reading;
  const settings = { file: source.path, limits, width: dialect.width, firstLine: dialect.skipped > 0 ? 2 : 1 };
  if (dialect.quote !== '"' || dialect.escape !== '"') {
    return readOtherDialect(bytesOf(reading, 'utf-8'), { ...settings, dialect });
  }
  // In GB18030 a second byte may equal `|`, but none of the other delimiters, quotes and line ends.
  const isScannable = text.encoding === 'gb18030' ? dialect.delimiter !== '|' : isSingleOrUtf8(text.encoding);
  const encoding = isScannable ? text.encoding : 'utf-8';
  const scanner = new RecordScanner({
    ...settings,
    delimiter: dialect.delimiter.charCodeAt(0),
    decode: decoderOf(encoding),
    expectedRows: expectedRows(source.size, dialect, limits),
  });
  let bytes = 0;
  try {
    for await (const chunk of bytesOf(reading, encoding)) {
      scanner.push(chunk);
      bytes = Math.min(source.size, bytes + chunk.length);
      reading.options.onProgress?.({ file: source.path, bytes, total: source.size, rows: scanner.rowCount });
    }
    return scanner.finish();
  } catch (error) {
    throw error instanceof MalformedQuote ? brokenQuote(source.path, error.line, error) : error;
  }
}

/** What the sample promises for the whole file, and a little more. */
function expectedRows(size: number, { recordLength, width }: FoundDialect, limits: Limits): number {
  if (recordLength === 0) return 0;
  return Math.ceil(Math.min((size / recordLength) * 1.02, limits.maxRows, limits.maxCells / width));
}

function isSingleOrUtf8(encoding: string): boolean {
  return encoding === 'utf-8' || encoding === 'windows-1252';
}

/** The text behind byte order mark and `sep=` line, as it is or turned into UTF-8. */
async function* bytesOf({ source, text, dialect, options, nulls }: Reading, wanted: string): AsyncGenerator<Buffer> {
  const raw = dropFirst(source.chunks(chunkSizeOf(options.chunkSize)), text.markLength);
  const chunks = text.encoding === wanted ? raw : transcode(raw, text.encoding, source.path);
  for await (const chunk of dropFirst(chunks, dialect.skipped)) {
    nulls.see(chunk);
    yield chunk;
  }
}

async function* dropFirst(chunks: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield left === 0 ? chunk : chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** NUL bytes in a text are a sign of damage that no reader shows. */
class NullCount {
  #count = 0;

  see(chunk: Buffer): void {
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, at + 1)) this.#count += 1;
  }

  notes(): readonly ReadNote[] {
    if (this.#count === 0) return [];
    return [{ code: 'file/null-bytes', sheet: null, row: null, params: { count: this.#count } }];
  }
}

function rawTable(file: string, { rowCount, rowNumbers, shownRows, columns }: ScannedTable): RawTable {
  return {
    file,
    sheet: null,
    isHidden: false,
    isOwn: false,
    isTyped: false,
    rowCount,
    rowNumbers,
    shownRows,
    columns,
    merges: [],
    hiddenRows: new Set(),
  };
}
