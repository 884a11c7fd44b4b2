/** A workbook of generated orders, written as a stream: no library writes a million rows within a laptop's memory. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32, createDeflateRaw } from 'node:zlib';
import { parseIsoDay } from '../../src/model/day.ts';
import { generateOrders } from '../support/generated-orders.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Days between 1899-12-30, Excel's day 0, and 1970-01-01. */
const excelEpoch = 25569;

export interface SheetSource {
  readonly headings: readonly string[];
  readonly rows: number;
  readonly seed: number;
}

export async function writeOrdersXlsx(path: string, source: SheetSource): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const zip = new ZipFile(path);
  const strings = collectStrings(source);
  for (const [name, content] of Object.entries(smallParts)) await zip.add(name, [content]);
  await zip.add('xl/sharedStrings.xml', stringsXml(strings));
  await zip.add('xl/worksheets/sheet1.xml', sheetXml(source, strings));
  zip.close();
}

const smallParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${sheetType}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

function collectStrings({ headings, rows, seed }: SheetSource): ReadonlyMap<string, number> {
  const strings = new Map<string, number>();
  const add = (text: string) => {
    if (!strings.has(text)) strings.set(text, strings.size);
  };
  headings.forEach(add);
  for (const cells of generateOrders(rows, seed, 'plain')) {
    for (let column = 0; column < headings.length; column += 1) if (isText(column)) add(cells[column] ?? '');
  }
  return strings;
}

/** Ids and names; dates and numbers are not texts. */
function isText(column: number): boolean {
  return column !== 1 && column < 7;
}

function* stringsXml(strings: ReadonlyMap<string, number>): Generator<string> {
  yield `${xml}<sst xmlns="${main}" uniqueCount="${strings.size}">`;
  for (const text of strings.keys()) yield `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`;
  yield '</sst>';
}

function* sheetXml(source: SheetSource, strings: ReadonlyMap<string, number>): Generator<string> {
  const { headings, rows, seed } = source;
  yield `${xml}<worksheet xmlns="${main}"><sheetData><row r="1">`;
  yield headings.map((text, at) => `<c r="${letterOf(at)}1" t="s"><v>${strings.get(text)}</v></c>`).join('');
  yield '</row>';
  let row = 1;
  for (const cells of generateOrders(rows, seed, 'plain')) {
    row += 1;
    let text = `<row r="${row}" spans="1:${headings.length}">`;
    for (let column = 0; column < headings.length; column += 1)
      text += cellXml(column, row, cells[column] ?? '', strings);
    yield `${text}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function cellXml(column: number, row: number, text: string, strings: ReadonlyMap<string, number>): string {
  if (text === '') return '';
  const reference = `${letterOf(column)}${row}`;
  if (isText(column)) return `<c r="${reference}" t="s"><v>${strings.get(text)}</v></c>`;
  if (column === 1) return `<c r="${reference}" s="1"><v>${(parseIsoDay(text) ?? 0) + excelEpoch}</v></c>`;
  return `<c r="${reference}" s="2"><v>${Number(text)}</v></c>`;
}

function letterOf(column: number): string {
  return String.fromCharCode(65 + column);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

interface Entry {
  readonly name: string;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** The plain kind of zip: sizes in the local headers, no zip64, one time for all. */
class ZipFile {
  readonly #handle: number;
  readonly #entries: Entry[] = [];
  #end = 0;

  constructor(path: string) {
    this.#handle = openSync(path, 'w');
  }

  async add(name: string, content: Iterable<string>): Promise<void> {
    const offset = this.#end;
    // The header is written last, when the sizes are known.
    this.#end += 30 + name.length;
    const start = this.#end;
    const deflate = createDeflateRaw({ level: 6 });
    const packing = this.#append(deflate);
    let [crc, size] = [0, 0];
    for (const chunk of batches(content)) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      if (!deflate.write(chunk)) await new Promise((resolve) => deflate.once('drain', resolve));
    }
    deflate.end();
    await packing;
    const entry = { name, crc, size, offset, packed: this.#end - start };
    writeSync(this.#handle, localHeader(entry), 0, undefined, offset);
    this.#entries.push(entry);
  }

  async #append(chunks: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of chunks) this.#write(chunk);
  }

  #write(bytes: Buffer): void {
    writeSync(this.#handle, bytes, 0, bytes.length, this.#end);
    this.#end += bytes.length;
  }

  close(): void {
    const start = this.#end;
    for (const entry of this.#entries) this.#write(centralHeader(entry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(this.#end - start, 12);
    end.writeUInt32LE(start, 16);
    this.#write(end);
    closeSync(this.#handle);
  }
}

function* batches(texts: Iterable<string>): Generator<Buffer> {
  let batch = '';
  for (const text of texts) {
    batch += text;
    if (batch.length < 1 << 20) continue;
    yield Buffer.from(batch);
    batch = '';
  }
  yield Buffer.from(batch);
}

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(30 + entry.name.length);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommon(header, 4, entry);
  header.write(entry.name, 30, 'latin1');
  return header;
}

function centralHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(46 + entry.name.length);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  writeCommon(header, 6, entry);
  header.writeUInt32LE(entry.offset, 42);
  header.write(entry.name, 46, 'latin1');
  return header;
}

/** Version, flags, method, time, CRC, sizes and the name's length: the same run of fields in both headers. */
function writeCommon(header: Buffer, at: number, { name, crc, packed, size }: Entry): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(8, at + 4);
  // 1980-01-01, the first day that a zip can say.
  header.writeUInt16LE(0x21, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}
