/** Rows that are too many for exceljs and for one string: written as they are asked for, into the sheet that it made. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { escapeXml } from '../../lib/xml-text.ts';
import type { Cell, Document, Sheet, SheetTail } from '../../model/document.ts';
import { beginsLikeFormula, plainValue } from './fill-sheet.ts';
import { namesInOrder, tableBits, zipTime } from './package.ts';
import { editPart, type Parts } from './parts.ts';
import type { StyleBook } from './styles.ts';

/** A sheet's part in front of its tail, the tail, and what comes behind it. */
interface Split {
  readonly before: string;
  readonly rows: () => Iterable<string>;
  readonly after: string;
}

/** Light, as there may be hundreds of megabytes; the other parts are packed as always. */
const tailLevel = 1;
const rowsPerPiece = 500;

/** The file of a document with tails; same document, same bytes. */
export function zipWithTails(parts: Parts, document: Document, styles: StyleBook): Uint8Array {
  const splits = new Map<string, Split>(
    document.sheets.flatMap((sheet, index) =>
      sheet.tail === undefined
        ? []
        : [[`xl/worksheets/sheet${index + 1}.xml`, splitAt(parts, index + 1, sheet, sheet.tail, styles)] as const],
    ),
  );
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const name of namesInOrder(parts)) {
    const split = splits.get(name);
    const file = new ZipDeflate(name, { level: split ? tailLevel : 6, mem: tableBits });
    file.mtime = zipTime;
    zip.add(file);
    for (const piece of split ? piecesOf(split) : []) file.push(strToU8(piece));
    file.push(strToU8(split?.after ?? parts.get(name) ?? ''), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

function* piecesOf({ before, rows }: Split): Generator<string> {
  yield before;
  let piece: string[] = [];
  for (const row of rows()) {
    piece.push(row);
    if (piece.length < rowsPerPiece) continue;
    yield piece.join('');
    piece = [];
  }
  yield piece.join('');
}

function splitAt(parts: Parts, index: number, sheet: Sheet, tail: SheetTail, styles: StyleBook): Split {
  const first = sheet.rows.length + 1;
  const xml = parts.get(`xl/worksheets/sheet${index}.xml`) ?? '';
  const start = xml.indexOf(`<row r="${first}"`);
  const end = xml.indexOf('</row>', start) + '</row>'.length;
  if (start < 0) throw new Error(`no samples in sheet ${index} of the workbook made`);
  const ids = [...xml.slice(start, end).matchAll(/<c [^>]*?s="(\d+)"/g)].map(([, id]) => id ?? '');
  const byLook = new Map(tail.samples.map((cell, i) => [lookOf(cell, styles), ids[i] ?? '']));
  extendTable(parts, sheet, tail);
  return {
    before: xml.slice(0, start).replace(/<dimension ref="[^"]*"\/>/, ''),
    after: xml.slice(end),
    *rows() {
      let row = first;
      for (const cells of tail.rows()) {
        yield `<row r="${row}">${cells.map((cell) => cellXml(cell, byLook.get(lookOf(cell, styles)))).join('')}</row>`;
        row += 1;
      }
    },
  };
}

function lookOf(cell: Cell, styles: StyleBook): object {
  const value = plainValue(cell.value);
  return styles.of(cell, typeof value === 'string' && beginsLikeFormula(value));
}

/** Without its own address: cells follow each other. */
function cellXml(cell: Cell, style: string | undefined): string {
  if (style === undefined) throw new RangeError('a tail has cells of the looks of its samples only');
  const value = plainValue(cell.value);
  if (value === null) return `<c s="${style}"/>`;
  if (typeof value === 'number') return `<c s="${style}"><v>${value}</v></c>`;
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

function extendTable(parts: Parts, { tables }: Sheet, { count }: SheetTail): void {
  const table = tables.at(-1);
  if (table === undefined) return;
  const part = [...parts].find(([name, xml]) => name.startsWith('xl/tables/') && xml.includes(` name="${table.name}"`));
  if (part === undefined) throw new Error(`no table ${table.name} in the workbook made`);
  const { bottom } = table.area;
  editPart(parts, part[0], (xml) =>
    xml.replaceAll(/ ref="([A-Z]+\d+:[A-Z]+)(\d+)"/g, (ref, range: string, last: string) =>
      Number(last) === bottom ? ` ref="${range}${bottom + count}"` : ref,
    ),
  );
}
