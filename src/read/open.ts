/** Opens any input: sniffs what it is and gives it to its reader, or refuses it by name with the way out. */
import { extname } from 'node:path';
import type { ReadOptions } from '../model/options.ts';
import type { RawFile, ReadNote } from '../model/raw-table.ts';
import { UserError } from '../problems/user-error.ts';
import { limitsFor } from './limits.ts';
import { looksBinary, type ReadableKind, sniff, sniffLength, sniffPackage } from './sniff.ts';
import { openSource, type Source } from './source.ts';
import { compoundKind, compoundNames } from './xls/compound.ts';
import { damaged } from './xlsx/damaged.ts';
import { readDirectory } from './xlsx/zip-directory.ts';

/**
 * The cells of the file at `path` (`-`: standard input), as it holds them. Throws UserError `file/*`, `limit/*` and
 * `usage/*`; `options.signal` stops it with its own reason.
 */
export async function openFile(path: string, options: ReadOptions = {}): Promise<RawFile> {
  const source = await openSource(path, options);
  let file: RawFile;
  try {
    file = await readSource(source, options);
  } catch (error) {
    // The first failure is the one to tell.
    await source.close().catch(() => undefined);
    throw error;
  }
  await source.close();
  return file;
}

async function readSource(source: Source, options: ReadOptions): Promise<RawFile> {
  const head = await source.range(0, sniffLength);
  const sniffed = sniff(head);
  if (sniffed.kind === 'unsupported') throw unsupported(source.path, sniffed.format);
  const extension = extensionOf(source.path);
  if (sniffed.kind === 'text' && workbookNames.has(extension) && looksBinary(head)) {
    throw damaged(source.path, 'it is named as a workbook but begins like none');
  }
  const file = await readers[sniffed.kind](source, options);
  const note = nameNote(extension, file);
  return note ? { ...file, notes: [note, ...file.notes] } : file;
}

// Each reader is loaded when a file needs it: `--help` and a CSV must not wait for a workbook library.
const readers: { readonly [Kind in ReadableKind]: (source: Source, options: ReadOptions) => Promise<RawFile> } = {
  zip: async (source, options) => {
    const entries = await readDirectory(source, limitsFor('workbook', options.limits));
    const found = sniffPackage(entries.map(({ name }) => name));
    if (found !== 'workbook') throw unsupported(source.path, found);
    const { readWorkbook } = await import('./xlsx/read-workbook.ts');
    return await readWorkbook(source, options);
  },
  compound: async (source, options) => {
    const kind = compoundKind(await compoundNames(source));
    if (kind === 'encrypted') throw new UserError('file/encrypted', { file: source.path });
    if (kind === 'broken') throw damaged(source.path, 'its container (OLE2) holds no workbook that can be read');
    if (typeof kind === 'object') throw unsupported(source.path, kind.format);
    return await readers.biff(source, options);
  },
  biff: async (source, options) => {
    const { readXls } = await import('./xls/read-xls.ts');
    return await readXls(source, options);
  },
  html: async (source, options) => {
    const { readHtml } = await import('./html.ts');
    return await readHtml(source, options);
  },
  text: async (source, options) => {
    const { readText } = await import('./csv/read-text.ts');
    return await readText(source, options);
  },
};

function unsupported(file: string, format: string): UserError {
  return new UserError('file/unsupported', { file, format });
}

function extensionOf(path: string): string {
  return extname(path).slice(1).toLowerCase();
}

const workbookNames: ReadonlySet<string> = new Set([
  'xlsx',
  'xlsm',
  'xltx',
  'xltm',
  'xlam',
  'xls',
  'xlt',
  'xlsb',
  'ods',
]);
const textNames: ReadonlySet<string> = new Set([
  'csv',
  'tsv',
  'tab',
  'txt',
  'psv',
  'ssv',
  'prn',
  'dat',
  'asc',
  'text',
  'log',
]);
const zipNames: ReadonlySet<string> = new Set(['xlsx', 'xlsm', 'xltx', 'xltm', 'xlam']);

/** What to say where content and name differ; names that promise nothing known are never wrong. */
function nameNote(extension: string, file: RawFile): ReadNote | undefined {
  const isText = file.format === 'csv' || file.format === 'tsv';
  const isKnown = workbookNames.has(extension) || textNames.has(extension) || extension.startsWith('htm');
  if (!isKnown || isAsNamed(extension, file.format, isText)) return undefined;
  const note = { sheet: null, row: null };
  if (file.format === 'html' && extension === 'xls') return { ...note, code: 'file/html-named-xls', params: {} };
  if (isText && workbookNames.has(extension)) return { ...note, code: 'file/text-named-xls', params: {} };
  return { ...note, code: 'file/content-differs', params: { expected: extension, found: file.format } };
}

function isAsNamed(extension: string, format: RawFile['format'], isText: boolean): boolean {
  if (isText) return textNames.has(extension);
  if (format === 'html') return extension.startsWith('htm');
  if (format === 'xls') return extension === 'xls' || extension === 'xlt';
  return zipNames.has(extension);
}
