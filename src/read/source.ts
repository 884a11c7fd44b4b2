/** An opened input: its bytes in chunks, by range or whole, and its fingerprint from the first complete pass. */
import { createHash } from 'node:crypto';
import { constants, read as readCallback, type Stats } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { distance } from 'fastest-levenshtein';
import type { ReadOptions } from '../model/options.ts';
import { UserError } from '../problems/user-error.ts';
import { limitError, limitsFor } from './limits.ts';

export const defaultChunkSize = 1 << 20;

export interface Source {
  /** Path as typed; `-`, or the name given to it, for standard input. */
  readonly path: string;
  readonly size: number;
  /**
   * The bytes from `start` (0) to the end in order. A chunk is only valid until the next one is asked for. Lets waiting
   * events (signals) run between chunks; throws the signal's reason when it is aborted.
   */
  chunks(options?: { readonly start?: number; readonly chunkSize?: number }): AsyncIterable<Buffer>;
  /** Up to `length` bytes from `start`: fewer only at the end of the file. */
  range(start: number, length: number): Promise<Buffer>;
  /** All bytes at once; keeps none of them. */
  whole(): Promise<Buffer>;
  /** Lower-case hex; costs a pass of its own only when `chunks` from 0 and `whole` have not yet been read to the end. */
  sha256(): Promise<string>;
  /** Throws `file/changed` when the file is no longer what was opened. */
  checkUnchanged(): Promise<void>;
  /** Throws `file/changed` too. */
  close(): Promise<void>;
}

type OpenOptions = Pick<ReadOptions, 'limits' | 'signal' | 'stdinName'>;

/**
 * Opens `path` for reading (`-`: standard input, taken wholly into memory). Throws UserError `file/not-found`,
 * `file/is-folder`, `file/not-a-file` (FIFO, device, socket), `file/unreadable`, `file/empty`, `limit/input`.
 */
export async function openSource(path: string, options: OpenOptions = {}): Promise<Source> {
  const source =
    path === '-'
      ? memorySource(options.stdinName ?? path, await readStandardInput(options), options)
      : await fileSource(path, options);
  if (source.size === 0) {
    await source.close();
    throw new UserError('file/empty', { file: path });
  }
  return source;
}

/** A source over bytes in memory: standard input, and tests. */
export function memorySource(path: string, bytes: Uint8Array, options: OpenOptions = {}): Source {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sha256: string | undefined;
  return {
    path,
    size: buffer.length,
    async *chunks({ start = 0, chunkSize = defaultChunkSize } = {}) {
      for (let at = start; at < buffer.length; at += chunkSize) {
        await nextTurn();
        options.signal?.throwIfAborted();
        yield buffer.subarray(at, at + chunkSize);
      }
    },
    range: (start, length) => Promise.resolve(buffer.subarray(start, start + length)),
    whole: () => Promise.resolve(buffer),
    sha256: () => {
      sha256 ??= createHash('sha256').update(buffer).digest('hex');
      return Promise.resolve(sha256);
    },
    checkUnchanged: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

async function fileSource(path: string, options: OpenOptions): Promise<Source> {
  const before = await statOf(path);
  if (before.isDirectory()) throw new UserError('file/is-folder', { file: path });
  // Opening a FIFO would wait for a writer for ever.
  if (!before.isFile()) throw new UserError('file/not-a-file', { file: path });
  const limits = limitsFor('text', options.limits);
  if (before.size > limits.maxInput) throw limitError('maxInput', limits, { file: path, found: before.size });
  const handle = await openFor(path);
  return new FileSource(path, before, handle, options.signal);
}

async function statOf(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') {
      throw new UserError('file/not-found', { file: path, near: await namesNear(path) }, { cause: error });
    }
    throw unreadable(path, error);
  }
}

async function openFor(path: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): UserError {
  return new UserError('file/unreadable', { file: path, reason: codeOf(error) ?? String(error) }, { cause: error });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Up to three files of the same folder whose names are close to the one typed, closest first. */
async function namesNear(path: string): Promise<string[]> {
  const wanted = basename(path).toLowerCase();
  const names = await readdir(dirname(path)).catch(() => []);
  return names
    .map((name) => ({ name, far: distance(name.toLowerCase(), wanted) }))
    .filter(({ far }) => far <= Math.max(2, Math.floor(wanted.length / 3)))
    .toSorted((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

class FileSource implements Source {
  readonly path: string;
  readonly size: number;
  readonly #before: Stats;
  readonly #handle: FileHandle;
  readonly #signal: AbortSignal | undefined;
  #sha256: string | undefined;

  constructor(path: string, before: Stats, handle: FileHandle, signal: AbortSignal | undefined) {
    this.path = path;
    this.size = before.size;
    this.#before = before;
    this.#handle = handle;
    this.#signal = signal;
  }

  async *chunks({ start = 0, chunkSize = defaultChunkSize } = {}): AsyncGenerator<Buffer> {
    const hash = start === 0 && this.#sha256 === undefined ? createHash('sha256') : undefined;
    // Two buffers in turn: the next chunk is read while the caller works on this one.
    let current = Buffer.allocUnsafe(Math.min(chunkSize, Math.max(1, this.size)));
    let other = Buffer.allocUnsafe(current.length);
    let pending = this.#prefetch(current, start);
    try {
      for (let at = start; at < this.size; ) {
        await nextTurn();
        this.#signal?.throwIfAborted();
        const length = await pending;
        const chunk = current.subarray(0, length);
        at += length;
        [current, other] = [other, current];
        pending = this.#prefetch(current, at);
        hash?.update(chunk);
        yield chunk;
      }
      if (hash) this.#sha256 = hash.digest('hex');
    } finally {
      await pending.catch(() => undefined);
    }
  }

  async range(start: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, this.size - start));
    const buffer = Buffer.allocUnsafe(wanted);
    await this.#fill(buffer, start);
    return buffer;
  }

  async whole(): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(this.size);
    let at = 0;
    for await (const chunk of this.chunks({ chunkSize: 4 * defaultChunkSize })) {
      chunk.copy(buffer, at);
      at += chunk.length;
    }
    return buffer;
  }

  async sha256(): Promise<string> {
    if (this.#sha256 === undefined) {
      const pass = this.chunks({ chunkSize: 4 * defaultChunkSize });
      while ((await pass.next()).done !== true);
    }
    return this.#sha256 ?? '';
  }

  async checkUnchanged(): Promise<void> {
    this.#compare(await this.#handle.stat());
  }

  async close(): Promise<void> {
    const now = await this.#handle.stat();
    await this.#handle.close();
    this.#compare(now);
  }

  #compare(now: Stats): void {
    if (now.size !== this.size || now.mtimeMs !== this.#before.mtimeMs) {
      throw new UserError('file/changed', { file: this.path });
    }
  }

  /** As `#fill`, begun ahead of the wait for it: a failure must not count as unhandled meanwhile. */
  #prefetch(buffer: Buffer, position: number): Promise<number> {
    const filled = this.#fill(buffer, position);
    filled.catch(() => undefined);
    return filled;
  }

  /** Fills `buffer` from `position` on; returns its length or, at the end of the file, what was left. */
  async #fill(buffer: Buffer, position: number): Promise<number> {
    const wanted = Math.min(buffer.length, Math.max(0, this.size - position));
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await this.#readAt(buffer, filled, wanted - filled, position + filled);
      if (bytesRead === 0) throw new UserError('file/changed', { file: this.path });
      filled += bytesRead;
    }
    return filled;
  }

  async #readAt(buffer: Buffer, offset: number, length: number, position: number): Promise<{ bytesRead: number }> {
    try {
      return await this.#handle.read(buffer, offset, length, position);
    } catch (error) {
      throw unreadable(this.path, error);
    }
  }
}

const readDescriptor = promisify(readCallback);

async function readStandardInput({ limits: given, signal }: OpenOptions): Promise<Buffer> {
  const limits = limitsFor('text', given);
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    signal?.throwIfAborted();
    const buffer = Buffer.allocUnsafe(defaultChunkSize / 4);
    const bytesRead = await readNext(buffer);
    if (bytesRead === 0) return Buffer.concat(chunks, size);
    size += bytesRead;
    if (size > limits.maxInput) throw limitError('maxInput', limits, { file: '-', found: size });
    chunks.push(Buffer.from(buffer.subarray(0, bytesRead)));
  }
}

async function readNext(buffer: Buffer): Promise<number> {
  for (;;) {
    try {
      return (await readDescriptor(0, buffer, 0, buffer.length, null)).bytesRead;
    } catch (error) {
      if (codeOf(error) === 'EOF') return 0;
      if (codeOf(error) === 'EISDIR') throw new UserError('file/is-folder', { file: '-' }, { cause: error });
      // A pipe whose other end set it non-blocking has nothing for us yet.
      if (codeOf(error) !== 'EAGAIN') throw unreadable('-', error);
      await delay(5);
    }
  }
}
