/** Distinct texts of a column (or of a workbook), kept as bytes and decoded once each, when asked for. */
import type { TextPool } from '../model/raw-table.ts';

/** Turns bytes of the file's encoding into text; the bytes are known to be valid. */
export type DecodeBytes = (bytes: Buffer, start: number, end: number) => string;

/** A power of two. */
const firstSlots = 64;

export const decodeUtf8: DecodeBytes = (bytes, start, end) => bytes.toString('utf8', start, end);

/** Whether each text, the first apart, is greater than the one before (1), or smaller (-1); 0 while there is none to compare. */
type Order = -1 | 0 | 1;

/**
 * Interns byte slices: equal bytes get equal indexes, dense from 0. The bytes lie in one arena, so a million distinct ids
 * cost no objects until they are read.
 *
 * Files are often written in the order of one of their columns. As long as every text is the last one again or goes on in the
 * same direction (the first apart: a heading), nothing has to be looked up; then begins open addressing over a hash of the
 * bytes.
 */
export class TextPoolBuilder implements TextPool {
  readonly #decode: DecodeBytes;
  #arena = Buffer.allocUnsafe(1024);
  #used = 0;
  /** Text i lies in the arena from `starts[i]` to `starts[i + 1]`. */
  #starts = new Uint32Array(64);
  #size = 0;
  /**
   * Pairs of mixed hash and index + 1 (0: free). The slot is the hash's upper bits, so that a table twice the size is filled
   * in the order of the old one: growing walks through memory instead of jumping about in it.
   */
  #table = new Int32Array(0);
  #shift = 0;
  #isOrdered = true;
  #order: Order = 0;
  #isPlain = true;
  #isFinished = false;
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

  /** While true `intern` needs no hash, and neither `internHashed` nor `touch` may be called. */
  get isOrdered(): boolean {
    return this.#isOrdered;
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
    if (this.#isOrdered) {
      const index = this.#internInOrder(bytes, start, end);
      if (index >= 0) return index;
      this.#endOrder();
    }
    return this.internHashed(bytes, start, end, hashOf(bytes, start, end));
  }

  /** As `intern`, where the caller has the hash already (`hashOf`). */
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
   * Reads what `internHashed` will have to look at for the first `count` of `hashes`, and does nothing with it: here the waits
   * for memory overlap, and the lookups that follow find everything in the cache. Worth it among many distinct texts only.
   */
  touch(hashes: Int32Array, count: number): number {
    const table = this.#table;
    const shift = this.#shift;
    const starts = this.#starts;
    const arena = this.#arena;
    let sum = 0;
    // Nothing here depends on what was read, or the processor would wait for it: no branch, and a loop for each thing.
    for (let i = 0; i < count; i += 1) sum += table[((spread(hashes[i] ?? 0) >>> shift) << 1) + 1] ?? 0;
    for (let i = 0; i < count; i += 1) {
      const entry = table[((spread(hashes[i] ?? 0) >>> shift) << 1) + 1] ?? 0;
      sum += arena[starts[entry] ?? 0] ?? 0;
    }
    return sum | 0;
  }

  internText(text: string): number {
    const bytes = Buffer.from(text, 'utf8');
    return this.intern(bytes, 0, bytes.length);
  }

  /** Lets go of what only interning needs; the pool can be read but not added to. */
  finish(): TextPool {
    this.#table = new Int32Array(0);
    this.#isFinished = true;
    return this;
  }

  /** -1 for a text out of order. */
  #internInOrder(bytes: Uint8Array, start: number, end: number): number {
    const last = this.#size - 1;
    if (last >= 0 && this.#isEqual(0, bytes, start, end)) return 0;
    if (last >= 1) {
      const order = this.#compare(bytes, start, end, last);
      if (order === 0) return last;
      if (last === 1) this.#order = order;
      else if (order !== this.#order) return -1;
    }
    return this.#add(bytes, start, end);
  }

  /** The order of a text and the one at `index`: a shorter one comes first, those of one length follow their bytes. */
  #compare(bytes: Uint8Array, start: number, end: number, index: number): Order {
    const arena = this.#arena;
    let from = this.#starts[index] ?? 0;
    const longer = end - start - ((this.#starts[index + 1] ?? 0) - from);
    if (longer !== 0) return longer > 0 ? 1 : -1;
    let i = start;
    while (i < end && bytes[i] === arena[from]) {
      i += 1;
      from += 1;
    }
    if (i === end) return 0;
    return (bytes[i] ?? 0) > (arena[from] ?? 0) ? 1 : -1;
  }

  #endOrder(): void {
    this.#isOrdered = false;
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
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
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
