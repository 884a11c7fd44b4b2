/** Shared strings: the texts of all items in one arena of UTF-8, found by number. */
import { isUtf8 } from 'node:buffer';
import type { Limits } from '../../model/options.ts';
import { checkTextBytes, limitError } from '../limits.ts';
import { scanChunks } from './chunk-scanner.ts';
import { damaged } from './damaged.ts';
import { elementEnd, TagSpan } from './elements.ts';
import { textOfItem } from './rich-text.ts';
import { XmlError } from './xml.ts';

export interface SharedStrings {
  readonly count: number;
  readonly bytes: Buffer;
  start(index: number): number;
  end(index: number): number;
}

export const noSharedStrings: SharedStrings = { count: 0, bytes: Buffer.alloc(0), start: () => 0, end: () => 0 };

const itemName = Buffer.from('si');
const openItem = Buffer.from('<si><t>');
const openSpaced = Buffer.from('<si><t xml:space="preserve">');
const closeItem = Buffer.from('</t></si>');
/** Longer items are refused: Excel's cells end at 32,767 characters. */
const maxItem = 16 << 20;

/** Reads the part from its UTF-8 chunks. Throws UserError `file/damaged`, `limit/strings`. */
export async function readSharedStrings(
  chunks: AsyncIterable<Buffer>,
  { file, part, limits }: { readonly file: string; readonly part: string; readonly limits: Limits },
): Promise<SharedStrings> {
  const builder = new SharedStringsBuilder(file, part, limits);
  const left = await scanChunks(
    chunks,
    (buffer, end) => builder.scan(buffer, end),
    maxItem,
    (pending) => limitError('maxCell', { ...limits, maxCell: maxItem }, { file, found: pending }),
  );
  return builder.finish(left);
}

class SharedStringsBuilder {
  readonly #file: string;
  readonly #part: string;
  readonly #limits: Limits;
  readonly #tag = new TagSpan();
  #arena = Buffer.allocUnsafe(1 << 12);
  #used = 0;
  #starts = new Uint32Array(1 << 8);
  #count = 0;
  #depth = 0;
  #hasRoot = false;

  constructor(file: string, part: string, limits: Limits) {
    this.#file = file;
    this.#part = part;
    this.#limits = limits;
  }

  scan(bytes: Buffer, end: number): number {
    let at = 0;
    for (;;) {
      const start = bytes.indexOf(0x3c, at);
      if (start < 0 || start >= end) return end;
      const next = this.#plainItem(bytes, start, end) || this.#step(bytes, start, end);
      if (next < 0) return start;
      at = next;
    }
  }

  finish(left: number): SharedStrings {
    if (left > 0 || this.#depth !== 0 || !this.#hasRoot) throw damaged(this.#file, `${this.#part} is cut off`);
    this.#startNext();
    this.#count -= 1;
    const bytes = this.#arena.subarray(0, this.#used);
    if (!isUtf8(bytes)) throw damaged(this.#file, `${this.#part} is not valid UTF-8`);
    const starts = this.#starts;
    return {
      count: this.#count,
      bytes,
      start: (index) => starts[index] ?? 0,
      end: (index) => (starts[index + 1] ?? 1) - 1,
    };
  }

  /** `<si><t>text</t></si>` without anything to decode, as nearly all are; 0 for all else. */
  #plainItem(bytes: Buffer, start: number, end: number): number {
    if (this.#depth !== 1) return 0;
    const from = afterMark(bytes, start, openItem) || afterMark(bytes, start, openSpaced);
    if (from === 0) return 0;
    let at = from;
    for (; at < end; at += 1) {
      const byte = bytes[at];
      if (byte === 0x3c) break;
      if (byte === 0x26 || byte === 0x0d || (byte === 0x5f && bytes[at + 1] === 0x78)) return 0;
    }
    const next = afterMark(bytes, at, closeItem);
    if (next === 0 || next > end) return 0;
    this.#add(bytes, from, at);
    return next;
  }

  /** Any other tag; -1 when it (or the item that it opens) is not complete. */
  #step(bytes: Buffer, start: number, end: number): number {
    const tag = this.#tag;
    if (!tag.read(bytes, start, end)) return -1;
    if (tag.kind === 'd') throw damaged(this.#file, `${this.#part} holds a document type (DOCTYPE)`);
    if (tag.kind === 'x') return tag.end;
    if (tag.kind === 'c') {
      this.#depth -= 1;
      if (this.#depth < 0) throw damaged(this.#file, `${this.#part} closes what is not open`);
      return tag.end;
    }
    if (this.#depth === 1 && tag.is(bytes, itemName)) return this.#item(bytes, start, end);
    if (!tag.isEmpty) this.#depth += 1;
    this.#hasRoot = true;
    return tag.end;
  }

  #item(bytes: Buffer, start: number, end: number): number {
    const next = elementEnd(bytes, start, end);
    if (next === -2) throw damaged(this.#file, `${this.#part} holds a document type (DOCTYPE)`);
    if (next < 0) return -1;
    if (!isUtf8(bytes.subarray(start, next))) throw damaged(this.#file, `${this.#part} is not valid UTF-8`);
    const text = Buffer.from(this.#decode(bytes.toString('utf8', start, next)), 'utf8');
    this.#add(text, 0, text.length);
    return next;
  }

  #decode(xml: string): string {
    try {
      return textOfItem(xml);
    } catch (error) {
      if (error instanceof XmlError) throw damaged(this.#file, `${this.#part}: ${error.message}`, error);
      throw error;
    }
  }

  #add(bytes: Buffer, from: number, to: number): void {
    if (this.#count >= this.#limits.maxStrings) {
      throw limitError('maxStrings', this.#limits, { file: this.#file, found: this.#count + 1 });
    }
    this.#startNext();
    const length = to - from;
    checkTextBytes(this.#used + length, this.#limits, this.#file);
    if (this.#used + length + 1 > this.#arena.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.#arena.length * 2, this.#used + length + 1));
      this.#arena.copy(grown, 0, 0, this.#used);
      this.#arena = grown;
    }
    if (length > 32) bytes.copy(this.#arena, this.#used, from, to);
    else for (let i = 0; i < length; i += 1) this.#arena[this.#used + i] = bytes[from + i] ?? 0;
    this.#used += length;
    // A byte between texts: two halves of a character must not make a valid one.
    this.#arena[this.#used] = 0;
    this.#used += 1;
  }

  #startNext(): void {
    if (this.#count === this.#starts.length) {
      const grown = new Uint32Array(this.#starts.length * 2);
      grown.set(this.#starts);
      this.#starts = grown;
    }
    this.#starts[this.#count] = this.#used;
    this.#count += 1;
  }
}

/** Where `mark`, expected at `at`, ends; 0 when it is not there. */
function afterMark(bytes: Buffer, at: number, mark: Buffer): number {
  for (let i = 0; i < mark.length; i += 1) {
    if (bytes[at + i] !== mark[i]) return 0;
  }
  return at + mark.length;
}
