/** Distinct texts of a column (or of a workbook), kept as bytes and decoded once each, when asked for. */
import type { TextPool } from '../model/raw-table.ts';
import { NumberedTexts } from './numbered-texts.ts';

/** Turns bytes of the file's encoding into text; the bytes are known to be valid. */
export type DecodeBytes = (bytes: Buffer, start: number, end: number) => string;

/** Slices of some bytes, and room for the index of each. */
export interface Slices {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly indexes: Int32Array;
  readonly count: number;
}

/** A power of two. */
const firstSlots = 8;

export const decodeUtf8: DecodeBytes = (bytes, start, end) => bytes.toString('utf8', start, end);

/** With more distinct texts than this a pool no longer fits a core's own cache. */
const manyTexts = 8192;

/**
 * Interns byte slices: equal bytes get equal indexes, dense from 0. The bytes lie in one arena, so a million distinct ids
 * cost no objects until they are read.
 *
 * Ids are mostly a prefix and a number, and as long as all texts but the first (a heading) are, their number finds them. Then
 * begins open addressing over a hash of the bytes.
 */
export class TextPoolBuilder implements TextPool {
  readonly #decode: DecodeBytes;
  #arena = Buffer.allocUnsafe(32);
  #used = 0;
  /** Text i lies in the arena from `starts[i]` to `starts[i + 1]`. */
  #starts = new Uint32Array(4);
  #size = 0;
  /**
   * Pairs of mixed hash and index + 1 (0: free). The slot is the hash's upper bits, so that a table twice the size is filled
   * in the order of the old one: growing walks through memory instead of jumping about in it.
   */
  #table = new Int32Array(0);
  #shift = 0;
  #numbered: NumberedTexts | undefined;
  #isHashed = false;
  #isPlain = true;
  #isFinished = false;
  /** 1 for the ASCII bytes seen so far. */
  readonly #seen = new Uint8Array(256);
  /** Kept only so that the reads of `#touch` are not left out as useless. */
  #touched = 0;
  readonly #texts: (string | undefined)[] = [];

  /** `decode`: of the bytes given to `intern`; what `internText` adds must be in the same encoding (UTF-8 by default). */
  constructor(decode: DecodeBytes = decodeUtf8) {
    this.#decode = decode;
  }

  get size(): number {
    return this.#size;
  }

  /** Bytes of all distinct texts together. */
  get byteLength(): number {
    return this.#used;
  }

  get touched(): number {
    return this.#touched;
  }

  get isPlain(): boolean {
    return this.#isPlain;
  }

  mayContain(ascii: string): boolean {
    return this.#seen[ascii.charCodeAt(0)] === 1;
  }

  text(index: number): string {
    const known = this.#texts[index];
    if (known !== undefined) return known;
    if (index < 0 || index >= this.#size) throw new RangeError(`no text ${index} in a pool of ${this.#size}`);
    const start = this.#starts[index] ?? 0;
    const end = this.#starts[index + 1] ?? 0;
    // ASCII is the same in every encoding we read, and this is the quickest way to it.
    const text = this.#isPlain ? this.#arena.toString('latin1', start, end) : this.#decode(this.#arena, start, end);
    this.#texts[index] = text;
    return text;
  }

  /** The index of the text whose bytes are `bytes[start … end)`. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    if (!this.#isHashed) {
      const index = this.#internNumbered(bytes, start, end);
      if (index >= 0) return index;
      this.#hashAll();
    }
    return this.#internHashed(bytes, start, end, hashOf(bytes, start, end));
  }

  /** Interns many slices in their order: `indexes[i]` becomes the index of `bytes[starts[i] … ends[i])`, for the first `count`. */
  internAll(bytes: Uint8Array, { starts, ends, indexes, count }: Slices): void {
    let done = 0;
    for (; done < count && !this.#isHashed; done += 1) {
      indexes[done] = this.intern(bytes, starts[done] ?? 0, ends[done] ?? 0);
    }
    // The room for indexes holds hashes until these are used.
    for (let i = done; i < count; i += 1) indexes[i] = hashOf(bytes, starts[i] ?? 0, ends[i] ?? 0);
    if (this.#size > manyTexts) this.#touch(indexes, done, count);
    for (let i = done; i < count; i += 1) {
      indexes[i] = this.#internHashed(bytes, starts[i] ?? 0, ends[i] ?? 0, indexes[i] ?? 0);
    }
  }

  /**
   * Reads what `#internHashed` will have to look at, and does nothing with it: here the waits for memory overlap, as nothing
   * depends on what was read, and the lookups that follow find all of it in the cache.
   */
  #touch(hashes: Int32Array, from: number, to: number): void {
    const table = this.#table;
    const shift = this.#shift;
    const starts = this.#starts;
    const arena = this.#arena;
    let sum = 0;
    for (let i = from; i < to; i += 1) sum ^= table[((spread(hashes[i] ?? 0) >>> shift) << 1) + 1] ?? 0;
    for (let i = from; i < to; i += 1) {
      const entry = table[((spread(hashes[i] ?? 0) >>> shift) << 1) + 1] ?? 0;
      sum ^= arena[starts[entry] ?? 0] ?? 0;
    }
    this.#touched = sum;
  }

  #internHashed(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const table = this.#table;
    const last = table.length - 1;
    const mixed = spread(hash);
    let slot = (mixed >>> this.#shift) << 1;
    for (;;) {
      const entry = table[slot + 1] ?? 0;
      if (entry === 0) break;
      if (table[slot] === mixed && this.#isEqual(entry - 1, bytes, start, end)) return entry - 1;
      slot = (slot + 2) & last;
    }
    const index = this.#add(bytes, start, end);
    table[slot] = mixed;
    table[slot + 1] = index + 1;
    if (this.#size * 4 > table.length) this.#growTable();
    return index;
  }

  internText(text: string): number {
    const bytes = Buffer.from(text, 'utf8');
    return this.intern(bytes, 0, bytes.length);
  }

  /** Lets go of what only interning needs; the pool can be read but not added to. */
  finish(): TextPool {
    this.#table = new Int32Array(0);
    this.#numbered = undefined;
    this.#isFinished = true;
    return this;
  }

  /** -1 where something stands in the way of finding texts by their number. */
  #internNumbered(bytes: Uint8Array, start: number, end: number): number {
    if (this.#size === 0) return this.#add(bytes, start, end);
    if (this.#isEqual(0, bytes, start, end)) return 0;
    if (this.#size === 1) this.#numbered = NumberedTexts.like(bytes.subarray(start, end));
    const place = this.#numbered?.placeOf(bytes, start, end, this.#size) ?? -1;
    if (place < 0 || !this.#numbered) return -1;
    const entry = this.#numbered.entryAt(place);
    if (entry > 0) return entry - 1;
    const index = this.#add(bytes, start, end);
    this.#numbered.put(place, index + 1);
    return index;
  }

  #hashAll(): void {
    this.#isHashed = true;
    this.#numbered = undefined;
    const slots = Math.max(firstSlots, 2 ** Math.ceil(Math.log2(this.#size * 2 + 1)));
    const table = new Int32Array(2 * slots);
    this.#shift = 32 - Math.log2(slots);
    for (let index = 0; index < this.#size; index += 1) {
      const hash = hashOf(this.#arena, this.#starts[index] ?? 0, this.#starts[index + 1] ?? 0);
      put(table, this.#shift, spread(hash), index + 1);
    }
    this.#table = table;
  }

  #isEqual(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const arena = this.#arena;
    const starts = this.#starts;
    let from = starts[index] ?? 0;
    if ((starts[index + 1] ?? 0) - from !== end - start) return false;
    for (let i = start; i < end; i += 1) {
      if (arena[from] !== bytes[i]) return false;
      from += 1;
    }
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number): number {
    if (this.#isFinished) throw new Error('a finished pool takes no more texts');
    const index = this.#size;
    if (index + 1 === this.#starts.length) this.#growStarts();
    if (this.#used + end - start > this.#arena.length) this.#growArena(end - start);
    const arena = this.#arena;
    const seen = this.#seen;
    let to = this.#used;
    for (let i = start; i < end; i += 1) {
      const byte = bytes[i] ?? 0;
      arena[to] = byte;
      seen[byte] = 1;
      to += 1;
    }
    this.#used = to;
    this.#size = index + 1;
    this.#starts[this.#size] = this.#used;
    if (this.#isPlain && !isPlainBytes(bytes, start, end)) this.#isPlain = false;
    return index;
  }

  #growStarts(): void {
    const starts = new Uint32Array(this.#starts.length * 2);
    starts.set(this.#starts);
    this.#starts = starts;
  }

  #growArena(needed: number): void {
    const arena = Buffer.allocUnsafe(Math.max(this.#arena.length * 2, this.#used + needed));
    this.#arena.copy(arena, 0, 0, this.#used);
    this.#arena = arena;
  }

  #growTable(): void {
    const old = this.#table;
    const table = new Int32Array(old.length * 2);
    this.#shift -= 1;
    for (let from = 0; from < old.length; from += 2) {
      const entry = old[from + 1] ?? 0;
      if (entry !== 0) put(table, this.#shift, old[from] ?? 0, entry);
    }
    this.#table = table;
  }
}

/** Puts what is not yet there into a table. */
function put(table: Int32Array, shift: number, mixed: number, entry: number): void {
  const last = table.length - 1;
  let slot = (mixed >>> shift) << 1;
  while (table[slot + 1] !== 0) slot = (slot + 2) & last;
  table[slot] = mixed;
  table[slot + 1] = entry;
}

/** FNV-1a, as a signed 32-bit integer: an unsigned one would make loops work on doubles. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash;
}

/** Spreads FNV's bits over the whole word (the finish of MurmurHash 3): ids that differ in the last digit lie apart. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/** Printable ASCII without blank at either end. */
function isPlainBytes(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end || bytes[start] === 0x20 || bytes[end - 1] === 0x20) return false;
  for (let i = start; i < end; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x20 || byte > 0x7e) return false;
  }
  return true;
}
