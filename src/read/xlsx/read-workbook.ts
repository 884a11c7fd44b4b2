/** A workbook of the .xlsx family: package, styles, shared strings, then every sheet straight into columns. */
import type { ReadOptions } from '../../model/options.ts';
import type { RawFile, RawTable } from '../../model/raw-table.ts';
import { limitError, limitsFor } from '../limits.ts';
import type { Source } from '../source.ts';
import { parsePart } from './package.ts';
import { xmlChunks } from './part.ts';
import { WorkbookRoom } from './room.ts';
import { noSharedStrings, readSharedStrings, type SharedStrings } from './shared-strings.ts';
import type { WorkbookContext } from './sheet-builder.ts';
import { scanSheet } from './sheet-scanner.ts';
import { readStyles } from './styles.ts';
import { readWorkbookParts, type SheetEntry, type WorkbookParts } from './workbook-part.ts';
import { openZip, type ZipArchive } from './zip.ts';

/** Parts that nobody reads are checked all the same as long as they are small together. */
const maxUnreadBytes = 16 << 20;

/** Reads all sheets, hidden ones too. Throws UserError `file/damaged` or a limit. */
export async function readWorkbook(source: Source, options: ReadOptions = {}): Promise<RawFile> {
  const limits = limitsFor('workbook', options.limits);
  if (source.size > limits.maxInput) throw limitError('maxInput', limits, { file: source.path, found: source.size });
  let rows = 0;
  const archive = await openZip(source, limits, {
    signal: options.signal,
    onProgress: (bytes) => {
      options.onProgress?.({ file: source.path, bytes: Math.min(bytes, source.size), total: source.size, rows });
    },
  });
  const parts = await readWorkbookParts(archive);
  if (parts.sheets.length > limits.maxSheets) {
    throw limitError('maxSheets', limits, { file: source.path, found: parts.sheets.length });
  }
  const context = await readContext(archive, parts);
  const tables: RawTable[] = [];
  for (const sheet of parts.sheets) {
    const before = rows;
    tables.push(
      await readSheet(archive, context, sheet, parts.isOwn(sheet.name), (count) => {
        rows = before + count;
      }),
    );
  }
  await archive.checkRest(maxUnreadBytes);
  return {
    path: source.path,
    sha256: await source.sha256(),
    bytes: source.size,
    format: parts.hasMacros ? 'xlsm' : 'xlsx',
    encoding: null,
    delimiter: null,
    lineEnding: null,
    tables,
    notes: [],
  };
}

async function readContext(archive: ZipArchive, parts: WorkbookParts): Promise<WorkbookContext> {
  const formats = parts.styles ? await parsePart(archive, parts.styles, readStyles) : [];
  return {
    file: archive.file,
    formats,
    strings: await readStrings(archive, parts),
    is1904: parts.is1904,
    limits: archive.limits,
    room: new WorkbookRoom(archive.limits, archive.file),
  };
}

async function readStrings(archive: ZipArchive, { sharedStrings }: WorkbookParts): Promise<SharedStrings> {
  if (!sharedStrings) return noSharedStrings;
  return await readSharedStrings(xmlChunks(archive, sharedStrings), {
    file: archive.file,
    part: sharedStrings.name,
    limits: archive.limits,
  });
}

async function readSheet(
  archive: ZipArchive,
  context: WorkbookContext,
  { name, isHidden, entry }: SheetEntry,
  isOwn: boolean,
  onRows: (rows: number) => void,
): Promise<RawTable> {
  const table = { file: archive.file, sheet: name, isHidden, isOwn, isTyped: true };
  if (entry === null) return { ...table, ...emptySheet() };
  return {
    ...table,
    ...(await scanSheet(xmlChunks(archive, entry), context, { sheet: name, part: entry.name, onRows })),
  };
}

function emptySheet(): Pick<RawTable, 'rowCount' | 'rowNumbers' | 'shownRows' | 'columns' | 'merges' | 'hiddenRows'> {
  const none = new Uint32Array(0);
  return { rowCount: 0, rowNumbers: none, shownRows: none, columns: [], merges: [], hiddenRows: new Set() };
}
