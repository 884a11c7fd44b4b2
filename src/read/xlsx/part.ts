/** Parts as UTF-8: BOM dropped, UTF-16 and other declared encodings transcoded, document types refused. */
import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { damaged } from './damaged.ts';
import type { ZipArchive } from './zip.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Parts that are taken as one text: everything but sheets and shared strings. */
const maxSmallPart = 32 << 20;
/** Enough for a byte order mark and an XML declaration. */
const headSize = 256;

/** The UTF-8 bytes of an XML part in chunks, without BOM. */
export function xmlChunks(archive: ZipArchive, entry: ZipEntry): AsyncGenerator<Buffer> {
  return decodeXml(archive.read(entry), archive.file, entry.name);
}

/** The same text in UTF-8, whatever it came in; `file` and `part` are for the refusal of what cannot be decoded. */
export async function* decodeXml(chunks: AsyncIterable<Buffer>, file: string, part: string): AsyncGenerator<Buffer> {
  let decode: ((bytes: Buffer, isLast: boolean) => Buffer) | undefined;
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (decode) {
      yield decode(chunk, false);
      continue;
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head.length < headSize) continue;
    decode = decoderFor(file, part, head);
    yield decode(head, false);
  }
  if (decode) yield decode(Buffer.alloc(0), true);
  else if (head.length > 0) yield decoderFor(file, part, head)(head, true);
}

/** A small XML part as text. */
export async function xmlText(archive: ZipArchive, entry: ZipEntry): Promise<string> {
  if (entry.size > maxSmallPart) throw damaged(archive.file, `${entry.name} is too large`);
  const chunks: Buffer[] = [];
  for await (const chunk of xmlChunks(archive, entry)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (!isUtf8(bytes)) throw damaged(archive.file, `${entry.name} is not valid UTF-8`);
  return bytes.toString('utf8');
}

function decoderFor(file: string, part: string, head: Buffer): (bytes: Buffer, isLast: boolean) => Buffer {
  const encoding = encodingOf(head);
  if (encoding === 'utf-8') {
    let isFirst = true;
    return (bytes) => {
      const hasBom = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      isFirst = false;
      return hasBom ? bytes.subarray(3) : bytes;
    };
  }
  const decoder = textDecoder(file, part, encoding);
  return (bytes, isLast) => {
    try {
      return Buffer.from(decoder.decode(bytes, { stream: !isLast }), 'utf8');
    } catch (error) {
      throw damaged(file, `${part} is not valid ${encoding}`, error);
    }
  };
}

function textDecoder(file: string, part: string, encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    throw damaged(file, `${part} is in an unknown encoding (${encoding.slice(0, 40)})`, error);
  }
}

function encodingOf(head: Buffer): string {
  const [a, b] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,100}?encoding\s*=\s*["']([^"']{1,40})["']/.exec(
    head.toString('latin1', 0, headSize),
  );
  const name = (declared?.[1] ?? 'utf-8').toLowerCase();
  // A part that says UTF-16 in bytes of eight bits is what its bytes are.
  return name === 'us-ascii' || name === 'ascii' || name === 'utf8' || name.startsWith('utf-16') ? 'utf-8' : name;
}
