/** A zip archive of parts that are packed already: what was not touched keeps its packed bytes. */

import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import type { PackedPart } from '../../model/package-parts.ts';
import { type Content, contentOf } from '../content.ts';

/** 1980-01-01, the first day of zip: same parts, same bytes. */
const day = 0x21;
const utf8 = 0x800;

export function packedPart(name: string, bytes: Uint8Array): PackedPart {
  const packed = contentOf(deflateSync(bytes, { level: 6 }));
  return {
    name,
    rawName: Buffer.from(name, 'utf8'),
    isUtf8: true,
    method: 8,
    crc: crc32(bytes),
    size: bytes.length,
    packedSize: packed.size,
    packed: packed.pieces,
  };
}

/** The archive in pieces; `check` runs after the last part and before the directory: it may still throw. */
export function rawZip(parts: readonly PackedPart[], check: () => Promise<void>): Content {
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    directory.push(central(part, offset));
    offset += localSize + part.rawName.length + part.packedSize;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const tail = Buffer.concat([...directory, end(parts.length, size, offset)]);
  return {
    size: offset + tail.length,
    async *pieces() {
      for (const part of parts) {
        yield local(part);
        yield* part.packed();
      }
      await check();
      yield tail;
    },
  };
}

const localSize = 30;

function local(part: PackedPart): Buffer {
  const header = Buffer.alloc(localSize);
  header.writeUInt32LE(0x04034b50, 0);
  describe(part, header, 4);
  return Buffer.concat([header, part.rawName]);
}

function central(part: PackedPart, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  describe(part, header, 6);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, part.rawName]);
}

/** The fields that both headers have, from `at` on. */
function describe({ rawName, isUtf8, method, crc, size, packedSize }: PackedPart, header: Buffer, at: number): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(isUtf8 ? utf8 : 0, at + 2);
  header.writeUInt16LE(method, at + 4);
  header.writeUInt16LE(0, at + 6);
  header.writeUInt16LE(day, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packedSize, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(rawName.length, at + 22);
}

function end(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
