/** A tiny zip writer, and the smallest workbook packages around given XML: tests build the odd files they need. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly isStored?: boolean;
  /** Sizes and checksum follow the data (flag bit 3), as streaming writers do. */
  readonly hasDescriptor?: boolean;
  /** Sizes in zip64 extra fields. */
  readonly isZip64?: boolean;
  /** What the local header says instead of the name. */
  readonly localName?: string;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** What the directory says instead of the true size. */
  readonly size?: number;
}

/** The bytes of an archive; `comment` and zip64 end records on request. */
export function zip(parts: readonly ZipPart[], { comment = '', isZip64 = false } = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const entry = describe(part);
    const local = [
      localHeader(part, entry),
      entry.packed,
      part.hasDescriptor === true ? descriptor(entry) : Buffer.alloc(0),
    ];
    directory.push(centralHeader(part, entry, offset));
    bodies.push(...local);
    offset += local.reduce((total, { length }) => total + length, 0);
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([
    ...bodies,
    central,
    endRecords(parts.length, central.length, offset, isZip64),
    endOf(parts.length, central.length, offset, comment, isZip64),
  ]);
}

interface Described {
  readonly packed: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly method: number;
  readonly flags: number;
}

function describe(part: ZipPart): Described {
  const data = Buffer.from(part.data);
  const packed = part.isStored === true ? data : deflateRawSync(data);
  return {
    packed,
    crc: part.crc ?? crc32(data),
    size: part.size ?? data.length,
    method: part.method ?? (part.isStored === true ? 0 : 8),
    flags: part.flags ?? (part.hasDescriptor === true ? 0x808 : 0x800),
  };
}

function localHeader(
  { name, localName = name, hasDescriptor = false, isZip64 = false }: ZipPart,
  entry: Described,
): Buffer {
  const extra = isZip64 ? zip64Extra([entry.size, entry.packed.length]) : Buffer.alloc(0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(entry.flags, 6);
  header.writeUInt16LE(entry.method, 8);
  if (!hasDescriptor) {
    header.writeUInt32LE(entry.crc, 14);
    header.writeUInt32LE(isZip64 ? 0xffffffff : entry.packed.length, 18);
    header.writeUInt32LE(isZip64 ? 0xffffffff : entry.size, 22);
  }
  header.writeUInt16LE(Buffer.byteLength(localName), 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, Buffer.from(localName), extra]);
}

function descriptor({ crc, packed, size }: Described): Buffer {
  const bytes = Buffer.alloc(16);
  for (const [index, value] of [0x08074b50, crc, packed.length, size].entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
}

function centralHeader({ name, isZip64 = false }: ZipPart, entry: Described, offset: number): Buffer {
  const extra = isZip64 ? zip64Extra([entry.size, entry.packed.length, offset]) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(entry.flags, 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(isZip64 ? 0xffffffff : entry.packed.length, 20);
  header.writeUInt32LE(isZip64 ? 0xffffffff : entry.size, 24);
  header.writeUInt16LE(Buffer.byteLength(name), 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(isZip64 ? 0xffffffff : offset, 42);
  return Buffer.concat([header, Buffer.from(name), extra]);
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  return extra;
}

function endRecords(count: number, size: number, offset: number, isZip64: boolean): Buffer {
  if (!isZip64) return Buffer.alloc(0);
  const bytes = Buffer.alloc(76);
  bytes.writeUInt32LE(0x06064b50, 0);
  bytes.writeBigUInt64LE(44n, 4);
  bytes.writeBigUInt64LE(BigInt(count), 24);
  bytes.writeBigUInt64LE(BigInt(count), 32);
  bytes.writeBigUInt64LE(BigInt(size), 40);
  bytes.writeBigUInt64LE(BigInt(offset), 48);
  bytes.writeUInt32LE(0x07064b50, 56);
  bytes.writeBigUInt64LE(BigInt(offset + size), 64);
  bytes.writeUInt32LE(1, 72);
  return bytes;
}

function endOf(count: number, size: number, offset: number, comment: string, isZip64: boolean): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isZip64 ? 0xffff : count, 8);
  end.writeUInt16LE(isZip64 ? 0xffff : count, 10);
  end.writeUInt32LE(isZip64 ? 0xffffffff : size, 12);
  end.writeUInt32LE(isZip64 ? 0xffffffff : offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([end, Buffer.from(comment)]);
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRels = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface TestSheet {
  readonly name: string;
  /** What `sheetData` holds. */
  readonly rows?: string;
  /** What comes behind `sheetData`. */
  readonly after?: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** The whole part, instead of the above. */
  readonly xml?: string | Uint8Array;
}

export interface TestWorkbook {
  readonly sheets?: readonly TestSheet[];
  /** The `si` elements. */
  readonly strings?: string;
  /** Number formats of `cellXfs`, by index of `s`. */
  readonly formats?: readonly string[];
  readonly is1904?: boolean;
  /** Custom document properties by name. */
  readonly properties?: readonly string[];
}

/** The parts of a workbook, in the order in which Excel writes them: shared strings behind the sheets. */
export function workbookParts(book: TestWorkbook): ZipPart[] {
  const { sheets = [{ name: 'Sheet1' }], strings, formats = [], is1904 = false, properties = [] } = book;
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', data: contentTypes(sheets.length) },
    { name: '_rels/.rels', data: rels(['officeDocument:xl/workbook.xml', 'custom-properties:docProps/custom.xml']) },
    { name: 'xl/workbook.xml', data: workbookXml(sheets, is1904) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: rels([
        ...sheets.map((_, index) => `worksheet:worksheets/sheet${index + 1}.xml`),
        'styles:styles.xml',
        'sharedStrings:sharedStrings.xml',
      ]),
    },
    ...sheets.map(({ rows = '', after = '', xml }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: xml ?? `${xmlHead}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
    { name: 'xl/styles.xml', data: stylesXml(formats) },
  ];
  if (strings !== undefined) {
    parts.push({ name: 'xl/sharedStrings.xml', data: `${xmlHead}<sst xmlns="${main}">${strings}</sst>` });
  }
  if (properties.length > 0) parts.push({ name: 'docProps/custom.xml', data: customXml(properties) });
  return parts;
}

/** A whole workbook as bytes. */
export function workbookBytes(book: TestWorkbook): Buffer {
  return zip(workbookParts(book));
}

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${overrides.join('')}</Types>`;
}

/** Relationships from `type:target`, ids rId1, rId2 … */
export function rels(targets: readonly string[]): string {
  const items = targets.map((item, index) => {
    const [type = '', target = ''] = item.split(':');
    return `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`;
  });
  return `${xmlHead}<Relationships xmlns="${packageRels}">${items.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly TestSheet[], is1904: boolean): string {
  const items = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  return `${xmlHead}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${items.join('')}</sheets></workbook>`;
}

function stylesXml(formats: readonly string[]): string {
  const escaped = formats.map((code) =>
    code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'),
  );
  const numFmts = escaped.map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code}"/>`);
  const xfs = formats.map((_, index) => `<xf numFmtId="${170 + index}" fontId="0"/>`);
  return `${xmlHead}<styleSheet xmlns="${main}"><numFmts>${numFmts.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`;
}

function customXml(properties: readonly string[]): string {
  const items = properties.map(
    (name, index) => `<property pid="${index + 2}" name="${name}"><vt:lpwstr>1</vt:lpwstr></property>`,
  );
  return `${xmlHead}<Properties xmlns="urn:p" xmlns:vt="urn:vt">${items.join('')}</Properties>`;
}
