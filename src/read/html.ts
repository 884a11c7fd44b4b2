/** Tables of HTML pages, which many systems export under the name .xls: each table's cells as the page shows them. */
import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { ReadOptions } from '../model/options.ts';
import { isOwnPage } from '../model/own-page.ts';
import type { RawFile, RawTable } from '../model/raw-table.ts';
import { UserError } from '../problems/user-error.ts';
import { encodingNamed, LegacyEncodingFinder, markOf } from './encoding.ts';
import { findTables } from './html-tables.ts';
import { limitError, limitsFor } from './limits.ts';
import type { Source } from './source.ts';

/** Larger pages would not fit a string with all that is made of it. */
const maxPage = 256 << 20;

/** One table per `<table>` with cells; `Table 1`, `Table 2` … where there are several. Throws UserError `file/damaged`. */
export async function readHtml(source: Source, options: ReadOptions = {}): Promise<RawFile> {
  const limits = limitsFor('workbook', options.limits);
  const capped = { ...limits, maxInput: Math.min(limits.maxInput, maxPage) };
  if (source.size > capped.maxInput) throw limitError('maxInput', capped, { file: source.path, found: source.size });
  const bytes = await source.whole();
  const { encoding, text } = decode(source.path, bytes, options.encoding);
  const isOwn = isOwnPage(text);
  const found = findTables(text, source.path, limits);
  if (found.length === 0)
    throw new UserError('file/unsupported', { file: source.path, format: 'a web page without tables' });
  const tables = found.map((table, index): RawTable => {
    const sheet = found.length === 1 ? null : `Table ${index + 1}`;
    return { ...table, file: source.path, sheet, isHidden: false, isOwn, isTyped: false };
  });
  return {
    path: source.path,
    sha256: await source.sha256(),
    bytes: source.size,
    format: 'html',
    encoding,
    delimiter: null,
    lineEnding: null,
    tables,
    notes: [],
  };
}

function decode(file: string, bytes: Buffer, named: string | undefined): { encoding: string; text: string } {
  const encoding = named === undefined ? encodingOf(file, bytes) : encodingNamed(named);
  try {
    return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch (error) {
    throw new UserError('file/encoding-failed', { file, encoding }, { cause: error });
  }
}

/** Byte order mark, else what the page says, else what its bytes prove. */
function encodingOf(file: string, bytes: Buffer): string {
  const mark = markOf(bytes);
  if (mark) return mark.name;
  const declared = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})/i.exec(bytes.toString('latin1', 0, 4096))?.[1];
  const encoding = declared === undefined ? undefined : known(declared);
  if (encoding !== undefined && !encoding.startsWith('utf-')) return encoding;
  if (isUtf8(bytes)) return 'utf-8';
  const finder = new LegacyEncodingFinder(file);
  finder.push(bytes);
  return finder.finish();
}

function known(label: string): string | undefined {
  try {
    return encodingNamed(label);
  } catch {
    return undefined;
  }
}
