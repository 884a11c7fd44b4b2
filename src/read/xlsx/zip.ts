/** An opened zip archive: parts by name, inflated as a stream, every byte checked and counted. */
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { groupBy } from '../../lib/group-by.ts';
import type { Limits } from '../../model/options.ts';
import type { UserError } from '../../problems/user-error.ts';
import { limitError } from '../limits.ts';
import type { Source } from '../source.ts';
import { damaged } from './damaged.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

const localSignature = 0x04034b50;
const localSize = 30;
const readSize = 1 << 20;
// Node's default of 16 KiB costs two to three times as long (measured on 458 MB of XML).
const inflateSize = 256 << 10;
/** Up to four chunks wait while one is scanned. */
const inflateOptions = { chunkSize: inflateSize, readableHighWaterMark: 4 * inflateSize };

export interface ZipOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the packed bytes taken in so far. */
  readonly onProgress?: (packedBytes: number) => void;
}

/** Opens the archive in `source`. Throws UserError `file/damaged` or a limit. */
export async function openZip(source: Source, limits: Limits, options: ZipOptions = {}): Promise<ZipArchive> {
  const archive = new ZipArchive(source, limits, await readDirectory(source, limits), options);
  await archive.checkHeaders();
  return archive;
}

export class ZipArchive {
  readonly file: string;
  readonly entries: readonly ZipEntry[];
  readonly limits: Limits;
  readonly #source: Source;
  readonly #byName: ReadonlyMap<string, ZipEntry>;
  readonly #byFoldedName: ReadonlyMap<string, readonly ZipEntry[]>;
  readonly #dataStart = new Map<ZipEntry, number>();
  readonly #done = new Set<ZipEntry>();
  readonly #options: ZipOptions;
  #inflated = 0;
  #compressed = 0;

  constructor(source: Source, limits: Limits, entries: readonly ZipEntry[], options: ZipOptions) {
    this.file = source.path;
    this.entries = entries;
    this.limits = limits;
    this.#source = source;
    this.#options = options;
    this.#byName = new Map(entries.map((entry) => [entry.name, entry]));
    this.#byFoldedName = groupBy(entries, ({ name }) => name.toLowerCase());
  }

  /** The entry of that name; part names match without regard to case where no entry is spelled exactly so. */
  find(name: string): ZipEntry | undefined {
    const exact = this.#byName.get(name);
    if (exact) return exact;
    const found = this.#byFoldedName.get(name.toLowerCase()) ?? [];
    if (found.length > 1) throw damaged(this.file, `the archive holds ${name} twice`);
    return found[0];
  }

  /** Compares every local header with the directory: an archive whose two lists differ shows two readers two files. */
  async checkHeaders(): Promise<void> {
    for (const entry of this.entries) {
      const header = await this.#source.range(entry.offset, localSize + entry.rawName.length);
      const problem = headerProblem(entry, header);
      if (problem !== undefined) throw damaged(this.file, `${entry.name}: ${problem}`);
      this.#dataStart.set(entry, entry.offset + header.length + header.readUInt16LE(28));
    }
    this.#checkSpans();
  }

  #checkSpans(): void {
    const sorted = this.entries.toSorted((a, b) => a.offset - b.offset);
    for (const [index, entry] of sorted.entries()) {
      const end = (this.#dataStart.get(entry) ?? 0) + entry.compressedSize;
      if (end > (sorted[index + 1]?.offset ?? this.#source.size)) {
        throw damaged(this.file, `${entry.name} overlaps with what follows it in the archive`);
      }
    }
  }

  /**
   * The bytes of a part in chunks that stay valid. Ends only when size and CRC-32 are those of the directory; throws
   * UserError `file/damaged`, `limit/part`, `limit/inflated`.
   */
  async *read(entry: ZipEntry): AsyncGenerator<Buffer> {
    if (entry.size > this.limits.maxPart) throw this.#tooMuch('maxPart', entry.size);
    let size = 0;
    let crc = 0;
    for await (const chunk of entry.method === 0 ? this.#compressedBytes(entry) : this.#inflatedBytes(entry)) {
      size += chunk.length;
      this.#inflated += chunk.length;
      if (size > entry.size) throw damaged(this.file, `${entry.name} is longer than it should be`);
      if (this.#inflated > this.limits.maxInflated) throw this.#tooMuch('maxInflated', this.#inflated);
      crc = crc32(chunk, crc);
      yield chunk;
    }
    if (size !== entry.size) throw damaged(this.file, `${entry.name} is shorter than it should be`);
    if (crc !== entry.crc) throw damaged(this.file, `the checksum of ${entry.name} is wrong`);
    this.#done.add(entry);
  }

  /** A small part as a whole. */
  async readWhole(entry: ZipEntry, maxBytes: number): Promise<Buffer> {
    if (entry.size > maxBytes) {
      throw limitError('maxPart', { ...this.limits, maxPart: maxBytes }, { file: this.file, found: entry.size });
    }
    const chunks: Buffer[] = [];
    for await (const chunk of this.read(entry)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** The bytes of a part as they are packed, unchecked: `read` is what checks. */
  packed(entry: ZipEntry): AsyncIterable<Buffer> {
    return this.#compressedBytes(entry);
  }

  /** Checks the parts that nobody read, as far as they are small: the archive is sound as a whole, or refused. */
  async checkRest(maxBytes: number): Promise<void> {
    const rest = this.entries.filter((entry) => !this.#done.has(entry));
    if (rest.reduce((total, { size }) => total + size, 0) > maxBytes) return;
    for (const entry of rest) {
      for await (const _ of this.read(entry));
    }
  }

  async *#compressedBytes(entry: ZipEntry): AsyncGenerator<Buffer> {
    const start = this.#dataStart.get(entry) ?? 0;
    for (let at = 0; at < entry.compressedSize; at += readSize) {
      // Lets signals through between chunks.
      await nextTurn();
      this.#options.signal?.throwIfAborted();
      const chunk = await this.#source.range(start + at, Math.min(readSize, entry.compressedSize - at));
      this.#compressed += chunk.length;
      this.#options.onProgress?.(this.#compressed);
      yield chunk;
    }
  }

  /** node:zlib inflates on its own thread while the caller works on the chunk before. */
  async *#inflatedBytes(entry: ZipEntry): AsyncGenerator<Buffer> {
    const inflate = createInflateRaw(inflateOptions);
    const packed = Readable.from(this.#compressedBytes(entry), { highWaterMark: 2 });
    packed.on('error', (error) => inflate.destroy(error));
    packed.pipe(inflate);
    try {
      for await (const chunk of inflate) {
        if (!Buffer.isBuffer(chunk)) throw new TypeError('inflate gave no bytes');
        yield chunk;
      }
    } catch (error) {
      throw zlibProblem(error) ? damaged(this.file, `${entry.name} cannot be unpacked`, error) : error;
    } finally {
      packed.destroy();
      inflate.destroy();
    }
    if (inflate.bytesWritten !== entry.compressedSize) {
      throw damaged(this.file, `${entry.name} ends before its packed bytes do`);
    }
  }

  #tooMuch(what: 'maxPart' | 'maxInflated', found: number): UserError {
    return limitError(what, this.limits, { file: this.file, found });
  }
}

function zlibProblem(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}

function headerProblem(entry: ZipEntry, header: Buffer): string | undefined {
  if (header.length < localSize + entry.rawName.length || header.readUInt32LE(0) !== localSignature) {
    return 'there is no entry where the directory says';
  }
  const isSameName =
    header.readUInt16LE(26) === entry.rawName.length && header.subarray(localSize).equals(entry.rawName);
  if (!isSameName) return 'the entry bears another name';
  if (header.readUInt16LE(8) !== entry.method) return 'the entry is packed otherwise than the directory says';
  if ((header.readUInt16LE(6) & 0x2041) !== 0) return 'the entry is encrypted';
  return hasSameSizes(entry, header) ? undefined : 'sizes or checksum differ from those of the directory';
}

function hasSameSizes(entry: ZipEntry, header: Buffer): boolean {
  // Bit 3: checksum and sizes follow the data, and these fields are zero.
  const isLater = (header.readUInt16LE(6) & 8) !== 0;
  const [crc, compressedSize, size] = [header.readUInt32LE(14), header.readUInt32LE(18), header.readUInt32LE(22)];
  const isCrc = crc === entry.crc || (isLater && crc === 0);
  const isSize = (found: number, wanted: number) =>
    found === wanted || found === 0xffffffff || (isLater && found === 0);
  return isCrc && isSize(compressedSize, entry.compressedSize) && isSize(size, entry.size);
}
