/** Finding the ends of tags and elements in bytes that may be cut off anywhere. */

/** What the scanners need of a tag, by position; reused, so that no object is made for one. */
export class TagSpan {
  /** `'o'` open, `'c'` close, `'x'` a comment, instruction or CDATA section; a document type is `'d'`. */
  kind: 'o' | 'c' | 'x' | 'd' = 'x';
  /** Local name. */
  nameStart = 0;
  nameEnd = 0;
  isEmpty = false;
  /** After the tag's `>`. */
  end = 0;

  /** Reads the tag at `start`, where a `<` stands; false when it is not complete before `end`. */
  read(bytes: Buffer, start: number, end: number): boolean {
    const second = bytes[start + 1];
    if (start + 2 > end) return false;
    if (second === 0x21) return this.#readDeclaration(bytes, start, end);
    if (second === 0x3f) return this.#readUntil(bytes, '?>', start + 2, end);
    const close = tagEnd(bytes, start + 1, end);
    if (close < 0) return false;
    this.kind = second === 0x2f ? 'c' : 'o';
    this.isEmpty = bytes[close - 1] === 0x2f && this.kind === 'o';
    this.#readName(bytes, this.kind === 'c' ? start + 2 : start + 1, this.isEmpty ? close - 1 : close);
    this.end = close + 1;
    return true;
  }

  is(bytes: Buffer, name: Buffer): boolean {
    if (this.nameEnd - this.nameStart !== name.length) return false;
    for (let i = 0; i < name.length; i += 1) {
      if (bytes[this.nameStart + i] !== name[i]) return false;
    }
    return true;
  }

  #readName(bytes: Buffer, from: number, to: number): void {
    this.nameStart = from;
    let at = from;
    for (; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte <= 0x20) break;
      if (byte === 0x3a) this.nameStart = at + 1;
    }
    this.nameEnd = at;
  }

  /** `<!--`, `<![CDATA[` or a document type. */
  #readDeclaration(bytes: Buffer, start: number, end: number): boolean {
    const head = bytes.toString('latin1', start, Math.min(end, start + 9));
    if (head.startsWith('<!--')) return this.#readUntil(bytes, '-->', start + 4, end);
    if (head === '<![CDATA[') return this.#readUntil(bytes, ']]>', start + 9, end);
    if ('<!--'.startsWith(head) || '<![CDATA['.startsWith(head)) return false;
    this.kind = 'd';
    return true;
  }

  #readUntil(bytes: Buffer, mark: string, from: number, end: number): boolean {
    const at = bytes.subarray(0, end).indexOf(mark, from, 'latin1');
    if (at < 0) return false;
    this.kind = 'x';
    this.end = at + mark.length;
    return true;
  }
}

/** Where the tag's `>` stands, not within quotes; -1 when it is not there before `end`. */
function tagEnd(bytes: Buffer, from: number, end: number): number {
  let quote = 0;
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === 0x22 || byte === 0x27) quote = byte;
    else if (byte === 0x3e) return at;
  }
  return -1;
}

const scratch = new TagSpan();

/** After the end of the element that opens at `start`; -1 when it is not complete, -2 when it holds a document type. */
export function elementEnd(bytes: Buffer, start: number, end: number): number {
  let depth = 0;
  for (let at = start; at >= 0 && at < end; at = bytes.indexOf(0x3c, scratch.end)) {
    if (!scratch.read(bytes, at, end)) return -1;
    if (scratch.kind === 'd') return -2;
    depth += depthChange(scratch);
    if (depth <= 0) return scratch.end;
  }
  return -1;
}

function depthChange({ kind, isEmpty }: TagSpan): number {
  if (kind === 'c') return -1;
  return kind === 'o' && !isEmpty ? 1 : 0;
}
