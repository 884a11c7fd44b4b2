/** Strict UTF-8, checked piece by piece. */
import { isUtf8 } from 'node:buffer';

/** Longest sequence less one: what may be cut off at the end of a piece. */
const maxCut = 3;

/** Says whether all bytes pushed so far can be UTF-8; a sequence may be cut anywhere between pieces. */
export class Utf8Check {
  #isValid = true;
  #badAt = 0;
  /** Bytes pushed before the present piece. */
  #offset = 0;
  #cut = Buffer.alloc(0);

  get isValid(): boolean {
    return this.#isValid;
  }

  /** Offset of the first bad sequence, once `push` or `finish` has said false. */
  get badAt(): number {
    return this.#badAt;
  }

  /** False from the first bad byte on. */
  push(chunk: Buffer): boolean {
    let start = 0;
    if (this.#cut.length > 0) {
      start = sequenceLength(this.#cut[0] ?? 0) - this.#cut.length;
      const sequence = Buffer.concat([this.#cut, chunk.subarray(0, start)]);
      if (chunk.length < start) {
        this.#cut = sequence;
        this.#offset += chunk.length;
        return this.#isValid;
      }
      this.#check(sequence, this.#offset - this.#cut.length);
    }
    const end = chunk.length - cutLength(chunk.subarray(start));
    this.#check(chunk.subarray(start, end), this.#offset + start);
    this.#cut = Buffer.from(chunk.subarray(end));
    this.#offset += chunk.length;
    return this.#isValid;
  }

  /** Whether all of it was UTF-8, no sequence cut at the end. */
  finish(): boolean {
    this.#check(this.#cut, this.#offset - this.#cut.length);
    return this.#isValid;
  }

  #check(bytes: Buffer, offset: number): void {
    if (!this.#isValid || isUtf8(bytes)) return;
    this.#isValid = false;
    this.#badAt = offset + (countSequences(bytes).firstWrong ?? 0);
  }
}

/** Bytes at the end of `chunk` that begin a sequence which goes on behind it. */
export function cutLength(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(maxCut, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** By its first byte; 1 for what cannot be one. */
function sequenceLength(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Sequences of several bytes in `bytes`, right and wrong ones, and the offset of the first wrong one. */
export function countSequences(bytes: Buffer): {
  readonly right: number;
  readonly wrong: number;
  readonly firstWrong: number | undefined;
} {
  let right = 0;
  let wrong = 0;
  let firstWrong: number | undefined;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length = sequenceLength(lead);
    if (lead < 0x80) {
      at += 1;
    } else if (length > 1 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length))) {
      right += 1;
      at += length;
    } else {
      wrong += 1;
      firstWrong ??= at;
      at += 1;
    }
  }
  return { right, wrong, firstWrong };
}
