/** Distinct texts of a column (or of a workbook), kept as bytes and decoded once each, when asked for. */
import type { TextPool } from '../model/raw-table.ts';

/** Turns bytes of the file's encoding into text; the bytes are known to be valid. */
export type DecodeBytes = (bytes: Buffer, start: number, end: number) => string;

/** A power of two. */
const firstSlots = 64;

export const decodeUtf8: DecodeBytes = (bytes, start, end) => bytes.toString('utf8', start, end);

/**
 * Interns byte slices: equal bytes get equal indexes, dense from 0. Open addressing over a hash of the bytes; the bytes
 * lie in one arena, so a million distinct ids cost no objects until they are read.
 */
export class TextPoolBuilder implements TextPool {
  readonly #decode: DecodeBytes;
  #arena = Buffer.allocUnsafe(1024);
  #used = 0;
  /** `ends[i]` is where text i ends in the arena; it starts where text i - 1 ends. */
  #ends = new Uint32Array(64);
  #size = 0;
  /**
   * Pairs of mixed hash and index + 1 (0: free). The slot is the hash's upper bits, so that a table twice the size is filled
   * in the order of the old one: growing walks through memory instead of jumping about in it.
   */
  #table = new Int32Array(2 * firstSlots);
  #shift = 32 - Math.log2(firstSlots);
  #isPlain = true;
  /** 1 for the ASCII bytes seen so far. */
  readonly #seen = new Uint8Array(256);
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
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
    const end = this.#ends[index] ?? 0;
    // ASCII is the same in every encoding we read, and this is the quickest way to it.
    const text = this.#isPlain ? this.#arena.toString('latin1', start, end) : this.#decode(this.#arena, start, end);
    this.#texts[index] = text;
    return text;
  }

  /** The index of the text whose bytes are `bytes[start … end)`. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5 | 0;
    for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
    return this.internHashed(bytes, start, end, hash);
  }

  /** As `intern`, where the caller has the hash already (FNV-1a of the bytes, as a signed 32-bit integer). */
  internHashed(bytes: Uint8Array, start: number, end: number, hash: number): number {
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

  /**
   * Reads what `internHashed` will have to look at, and does nothing with it. Called for many hashes in a row, the waits for
   * memory overlap; the lookups that follow find everything in the cache. Worth it among many distinct texts only.
   */
  touch(hash: number): number {
    const entry = this.#table[((spread(hash) >>> this.#shift) << 1) + 1] ?? 0;
    return entry < 2 ? 0 : (this.#arena[this.#ends[entry - 2] ?? 0] ?? 0);
  }

  internText(text: string): number {
    const bytes = Buffer.from(text, 'utf8');
    return this.intern(bytes, 0, bytes.length);
  }

  /** Lets go of what only interning needs; the pool can be read but not added to. */
  finish(): TextPool {
    this.#table = new Int32Array(0);
    return this;
  }

  #isEqual(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const arena = this.#arena;
    const ends = this.#ends;
    let from = index === 0 ? 0 : (ends[index - 1] ?? 0);
    if ((ends[index] ?? 0) - from !== end - start) return false;
    for (let i = start; i < end; i += 1) {
      if (arena[from] !== bytes[i]) return false;
      from += 1;
    }
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number): number {
    if (this.#table.length === 0) throw new Error('a finished pool takes no more texts');
    const index = this.#size;
    if (index === this.#ends.length) this.#growEnds();
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
    this.#ends[index] = this.#used;
    this.#size = index + 1;
    if (this.#isPlain && !isPlainBytes(bytes, start, end)) this.#isPlain = false;
    return index;
  }

  #growEnds(): void {
    const ends = new Uint32Array(this.#ends.length * 2);
    ends.set(this.#ends);
    this.#ends = ends;
  }

  #growArena(needed: number): void {
    const arena = Buffer.allocUnsafe(Math.max(this.#arena.length * 2, this.#used + needed));
    this.#arena.copy(arena, 0, 0, this.#used);
    this.#arena = arena;
  }

  #growTable(): void {
    const old = this.#table;
    const table = new Int32Array(old.length * 2);
    const last = table.length - 1;
    this.#shift -= 1;
    for (let from = 0; from < old.length; from += 2) {
      const entry = old[from + 1] ?? 0;
      if (entry === 0) continue;
      const mixed = old[from] ?? 0;
      let slot = (mixed >>> this.#shift) << 1;
      while (table[slot + 1] !== 0) slot = (slot + 2) & last;
      table[slot] = mixed;
      table[slot + 1] = entry;
    }
    this.#table = table;
  }
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
