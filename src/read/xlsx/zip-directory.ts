/**
 * The central directory of a zip archive, read strictly (APPNOTE.TXT 6.3.10, sections 4.3 and 4.5): sizes and offsets
 * come from here only, and an archive that two readers could understand differently is refused.
 */
import type { Limits } from '../../model/options.ts';
import { limitError } from '../limits.ts';
import type { Source } from '../source.ts';
import { damaged } from './damaged.ts';
import { entryNameOf } from './entry-name.ts';

export interface ZipEntry {
  /** Forward slashes, as spelled. */
  readonly name: string;
  /** The name's bytes, to be found again in the local header. */
  readonly rawName: Buffer;
  readonly flags: number;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the local header starts. */
  readonly offset: number;
}

interface DirectoryPlace {
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
  /** Where what follows the directory starts: it must end right there. */
  readonly end: number;
}

const endSignature = 0x06054b50;
const zip64EndSignature = 0x06064b50;
const zip64LocatorSignature = 0x07064b50;
const centralSignature = 0x02014b50;
const endSize = 22;
const centralSize = 46;
const maxDirectory = 64 << 20;

/** All entries, folders left out, in the order of the directory. Throws UserError `file/damaged`, `limit/entries`. */
export async function readDirectory(source: Source, limits: Limits): Promise<readonly ZipEntry[]> {
  const place = await findDirectory(source);
  if (place.entries > limits.maxEntries) {
    throw limitError('maxEntries', limits, { file: source.path, found: place.entries });
  }
  if (place.size > maxDirectory || place.offset + place.size !== place.end) {
    throw damaged(source.path, 'the directory of the archive is not where its end record says');
  }
  const entries = parseDirectory(source.path, await source.range(place.offset, place.size), place);
  checkOverlap(source.path, entries, place.offset);
  return entries.filter(({ name }) => !name.endsWith('/'));
}

async function findDirectory(source: Source): Promise<DirectoryPlace> {
  const tailStart = Math.max(0, source.size - endSize - 0xffff);
  const tail = await source.range(tailStart, source.size - tailStart);
  const at = findEnd(tail);
  if (at === undefined) throw damaged(source.path, 'the archive has no end record; it may be cut off');
  const end = tailStart + at;
  const disks = [tail.readUInt16LE(at + 4), tail.readUInt16LE(at + 6)];
  const place = {
    entries: tail.readUInt16LE(at + 10),
    size: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
    end,
  };
  const isZip64 = place.entries === 0xffff || place.size === 0xffffffff || place.offset === 0xffffffff;
  if (isZip64) return await findZip64Directory(source, end);
  if (disks.some((disk) => disk !== 0) || tail.readUInt16LE(at + 8) !== place.entries) {
    throw damaged(source.path, 'the archive is one part of several');
  }
  return place;
}

/** The last end record whose comment ends exactly with the file. */
function findEnd(tail: Buffer): number | undefined {
  for (let at = tail.length - endSize; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === endSignature && at + endSize + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return undefined;
}

async function findZip64Directory(source: Source, end: number): Promise<DirectoryPlace> {
  const locator = await source.range(end - 20, 20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== zip64LocatorSignature) {
    throw damaged(source.path, 'the archive has no zip64 end record');
  }
  const at = Number(locator.readBigUInt64LE(8));
  const record = at + 56 <= end - 20 ? await source.range(at, 56) : Buffer.alloc(0);
  if (record.length < 56 || record.readUInt32LE(0) !== zip64EndSignature) {
    throw damaged(source.path, 'the zip64 end record is not where its locator says');
  }
  if (record.readUInt32LE(16) !== 0 || record.readUInt32LE(20) !== 0 || locator.readUInt32LE(16) > 1) {
    throw damaged(source.path, 'the archive is one part of several');
  }
  return {
    entries: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
    end: at,
  };
}

function parseDirectory(file: string, bytes: Buffer, { entries: count }: DirectoryPlace): ZipEntry[] {
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + centralSize > bytes.length || bytes.readUInt32LE(at) !== centralSignature) {
      throw damaged(file, `entry ${index + 1} of the archive's directory is broken`);
    }
    const length =
      centralSize + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (at + length > bytes.length) throw damaged(file, `entry ${index + 1} of the archive's directory is cut off`);
    const entry = parseEntry(file, bytes.subarray(at, at + length));
    if (names.has(entry.name)) throw damaged(file, `the archive holds ${entry.name} twice`);
    names.add(entry.name);
    entries.push(entry);
    at += length;
  }
  if (at !== bytes.length) throw damaged(file, "the archive's directory has more than its entries");
  return entries;
}

function parseEntry(file: string, record: Buffer): ZipEntry {
  const flags = record.readUInt16LE(8);
  const nameEnd = centralSize + record.readUInt16LE(28);
  const rawName = Buffer.from(record.subarray(centralSize, nameEnd));
  const name = entryNameOf(rawName);
  if (name === undefined) throw damaged(file, 'the archive holds an entry with a name that leads elsewhere');
  const method = record.readUInt16LE(10);
  // Bits 0, 6 and 13: encrypted data, strong encryption, masked headers.
  if ((flags & 0x2041) !== 0) throw damaged(file, `${name} is encrypted in the archive`);
  if (method !== 0 && method !== 8) throw damaged(file, `${name} is packed by an unknown method (${method})`);
  const extra = record.subarray(nameEnd, nameEnd + record.readUInt16LE(30));
  const sizes = entrySizes(record, extra);
  if (sizes === undefined) throw damaged(file, `the zip64 sizes of ${name} are missing`);
  if (method === 0 && sizes.size !== sizes.compressedSize) throw damaged(file, `${name} has two sizes`);
  return { name, rawName, flags, method, crc: record.readUInt32LE(16), ...sizes };
}

/** Sizes and offset, from the zip64 extra field (4.5.3) where the record itself has no room for them. */
function entrySizes(record: Buffer, extra: Buffer): Pick<ZipEntry, 'size' | 'compressedSize' | 'offset'> | undefined {
  const values = [record.readUInt32LE(24), record.readUInt32LE(20), record.readUInt32LE(42)];
  const disk = record.readUInt16LE(34);
  if (disk !== 0 && disk !== 0xffff) return undefined;
  if (values.includes(0xffffffff)) {
    const field = zip64Field(extra);
    let at = 0;
    for (const [index, value] of values.entries()) {
      if (value !== 0xffffffff) continue;
      if (field === undefined || at + 8 > field.length) return undefined;
      values[index] = Number(field.readBigUInt64LE(at));
      at += 8;
    }
  }
  const [size = 0, compressedSize = 0, offset = 0] = values;
  return { size, compressedSize, offset };
}

function zip64Field(extra: Buffer): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}

/** No byte may belong to two entries: one stream under many names is a bomb, and a way to show two readers two files. */
function checkOverlap(file: string, entries: readonly ZipEntry[], directoryOffset: number): void {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset);
  for (const [index, entry] of sorted.entries()) {
    const next = sorted[index + 1]?.offset ?? directoryOffset;
    if (entry.offset + 30 + entry.rawName.length + entry.compressedSize > next) {
      throw damaged(file, `${entry.name} overlaps with what follows it in the archive`);
    }
  }
}
