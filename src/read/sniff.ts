/** What kind of file is this? By its first bytes, never by its name. */

/** Kinds that have a reader; `text` is whatever nothing else claims. */
export type ReadableKind = 'zip' | 'compound' | 'biff' | 'html' | 'text';

export type Sniffed =
  | { readonly kind: ReadableKind }
  /** A known format that is not read, by the name that its users give it. */
  | { readonly kind: 'unsupported'; readonly format: string };

const signatures: readonly { readonly bytes: string; readonly format: string; readonly at?: number }[] = [
  { bytes: '%PDF-', format: 'a PDF document' },
  { bytes: '\x89PNG', format: 'a PNG picture' },
  { bytes: 'GIF8', format: 'a GIF picture' },
  { bytes: '\xff\xd8\xff', format: 'a JPEG picture' },
  { bytes: 'II*\0', format: 'a TIFF picture' },
  { bytes: 'MM\0*', format: 'a TIFF picture' },
  { bytes: 'RIFF', format: 'a media file (RIFF)' },
  { bytes: 'SQLite format 3\0', format: 'an SQLite database' },
  { bytes: 'Standard Jet DB', at: 4, format: 'an Access database (.mdb)' },
  { bytes: 'Standard ACE DB', at: 4, format: 'an Access database (.accdb)' },
  { bytes: '\x1f\x8b', format: 'a gzip archive' },
  { bytes: '7z\xbc\xaf\x27\x1c', format: 'a 7-Zip archive' },
  { bytes: 'Rar!\x1a', format: 'a RAR archive' },
  { bytes: 'BZh', format: 'a bzip2 archive' },
  { bytes: '\xfd7zXZ\0', format: 'an xz archive' },
  { bytes: '\x28\xb5\x2f\xfd', format: 'a Zstandard archive' },
  { bytes: 'ustar', at: 257, format: 'a tar archive' },
  { bytes: 'PAR1', format: 'a Parquet file' },
  { bytes: 'ARROW1', format: 'an Arrow file' },
  { bytes: 'ORC', format: 'an ORC file' },
  { bytes: 'Obj\x01', format: 'an Avro file' },
  { bytes: '{\\rtf', format: 'an RTF document' },
  { bytes: '\x7fELF', format: 'a program' },
  { bytes: 'TABLE\r\n0,1', format: 'DIF' },
  { bytes: 'TABLE\n0,1', format: 'DIF' },
  { bytes: 'MIME-Version:', format: 'a web archive (.mht)' },
];

/** A first entry; the end record of an empty archive; the mark of a spanned one. */
const zipStarts = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];
const compound = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** An ID record and one of those that follow it: `ID;P` alone also begins the headings `ID;Produkt;Preis`. */
const sylk = /^ID;P[^;\r\n]*(?:;[A-Z])*(?:\r\n|\r|\n)(?:P;P|[BC];[XY]|[FO];)/;

/** Bytes that `sniff` wants to see. */
export const sniffLength = 8192;

/** Judges by the first `sniffLength` bytes. */
export function sniff(head: Buffer): Sniffed {
  const start = head.toString('latin1');
  if (zipStarts.some((bytes) => start.startsWith(bytes))) return { kind: 'zip' };
  if (start.startsWith(compound)) return { kind: 'compound' };
  if (isBiff(head)) return { kind: 'biff' };
  const known = signatures.find(({ bytes, at = 0 }) => start.startsWith(bytes, at));
  if (sylk.test(start)) return { kind: 'unsupported', format: 'SYLK (.slk)' };
  if (known && !isTextAllTheSame(known.bytes, head)) return { kind: 'unsupported', format: known.format };
  return sniffMarkup(textOf(head));
}

/** Short signatures of letters alone could begin a heading; what they stand for has bytes that no text has. */
function isTextAllTheSame(signature: string, head: Buffer): boolean {
  return /^[A-Za-z0-9]{2,6}$/.test(signature) && !looksBinary(head);
}

/** True where control bytes say that this is no text of eight bits or UTF-16. */
export function looksBinary(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  return head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b));
}

/** BIFF 2 to 8 without a container: a BOF record of 4 to 16 bytes. */
function isBiff(head: Buffer): boolean {
  const [mark, version, length = 0, zero] = head;
  return mark === 0x09 && [0, 2, 4, 8].includes(version ?? -1) && length >= 4 && length <= 16 && zero === 0;
}

function textOf(head: Buffer): string {
  const isUtf16 = head[0] === 0xff && head[1] === 0xfe;
  return head
    .toString(isUtf16 ? 'utf16le' : 'utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
}

const htmlStart =
  /^<(?:!doctype\s+html|html|head|body|table|meta|style|title|div|center|font|p|tr|span|link|script)[\s>/]/i;

function sniffMarkup(text: string): Sniffed {
  if (!text.startsWith('<')) return { kind: 'text' };
  // A comment or an XML declaration may come first.
  const body = text.replace(/^(?:<\?[^>]*>\s*|<!--[\s\S]{0,2000}?-->\s*)+/, '');
  if (htmlStart.test(text) || htmlStart.test(body)) return { kind: 'html' };
  if (/^<(?:\w+:)?Workbook[\s>]/.test(body)) return { kind: 'unsupported', format: 'an XML spreadsheet of Excel 2003' };
  if (/^<(?:\w+:)?document[\s>]/.test(body) && text.includes('opendocument')) {
    return { kind: 'unsupported', format: 'a flat OpenDocument file' };
  }
  return text.startsWith('<?xml') ? { kind: 'unsupported', format: 'an XML file' } : { kind: 'text' };
}

/** What a package holds, by the names of its entries: a workbook, or what it is instead. */
export function sniffPackage(names: readonly string[]): 'workbook' | string {
  const folded = names.map((name) => name.toLowerCase());
  const has = (start: string) => folded.some((name) => name.startsWith(start));
  if (has('xl/workbook.bin')) return 'a binary workbook (.xlsb)';
  if (folded.includes('mimetype') && has('content.xml')) return 'an OpenDocument file (.ods)';
  if (has('word/')) return 'a Word document (.docx)';
  if (has('ppt/')) return 'a PowerPoint presentation (.pptx)';
  if (has('index/') && folded.some((name) => name.endsWith('.iwa'))) return 'a Numbers document';
  if (folded.includes('[content_types].xml') || has('xl/')) return 'workbook';
  return 'a zip archive without a workbook';
}
