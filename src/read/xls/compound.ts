/** The streams of a compound file (OLE2), by name only: enough to tell an .xls from an encrypted workbook or a document. */
import type { Source } from '../source.ts';

const endOfChain = 0xfffffffe;
const entrySize = 128;
const maxSectors = 4096;

/** Names of all streams and storages; undefined where the container is too broken to say ([MS-CFB] 2.2, 2.6). */
export async function compoundNames(source: Source): Promise<readonly string[] | undefined> {
  const header = await source.range(0, 512);
  const shift = header.length === 512 ? header.readUInt16LE(30) : 0;
  if (shift !== 9 && shift !== 12) return undefined;
  const size = 1 << shift;
  const names: string[] = [];
  const seen = new Set<number>();
  for (let at = header.readUInt32LE(48); at < endOfChain; at = await nextSector(source, header, size, at)) {
    if (seen.has(at) || seen.size > maxSectors) return undefined;
    seen.add(at);
    const bytes = await source.range((at + 1) * size, size);
    names.push(...namesIn(bytes));
    // Cut off: what was seen so far is all there is.
    if (bytes.length < size) break;
  }
  return names.length > 0 ? names : undefined;
}

function namesIn(sector: Buffer): string[] {
  const names: string[] = [];
  for (let from = 0; from + entrySize <= sector.length; from += entrySize) names.push(nameOf(sector, from));
  return names.filter((name) => name !== '');
}

/** The sector that follows `at`, by the allocation tables that the header lists (the first 109; directories lie early). */
async function nextSector(source: Source, header: Buffer, size: number, at: number): Promise<number> {
  const perTable = size / 4;
  if (at >= perTable * 109) return endOfChain;
  const table = header.readUInt32LE(76 + 4 * Math.floor(at / perTable));
  if (table >= endOfChain) return endOfChain;
  const entry = await source.range((table + 1) * size + (at % perTable) * 4, 4);
  return entry.length === 4 ? entry.readUInt32LE(0) : endOfChain;
}

function nameOf(bytes: Buffer, from: number): string {
  const length = Math.min(64, bytes.readUInt16LE(from + 64)) - 2;
  return length > 0 ? bytes.toString('utf16le', from, from + length) : '';
}

export type CompoundKind = 'encrypted' | 'xls' | 'broken' | { readonly format: string };

export function compoundKind(names: readonly string[] | undefined): CompoundKind {
  if (names === undefined) return 'broken';
  const folded = new Set(names.map((name) => name.toLowerCase()));
  if (folded.has('encryptedpackage') || folded.has('encryptioninfo')) return 'encrypted';
  if (folded.has('workbook') || folded.has('book')) return 'xls';
  if (folded.has('worddocument')) return { format: 'a Word document (.doc)' };
  if (folded.has('powerpoint document')) return { format: 'a PowerPoint presentation (.ppt)' };
  if ([...folded].some((name) => name.startsWith('__properties_version')))
    return { format: 'an Outlook message (.msg)' };
  if (folded.has('visiodocument')) return { format: 'a Visio drawing' };
  return 'broken';
}
