/** Which encoding is this text in? By its byte order mark, else by strict proof; never by replacing what does not fit. */
import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { UserError } from '../problems/user-error.ts';
import { Gb18030Check } from './gb18030.ts';
import { type DecodeBytes, decodeUtf8 } from './text-pool.ts';
import { countSequences, cutLength, Utf8Check } from './utf8.ts';

/** `utf-8`, `gb18030` and `windows-1252` are scanned as they are; any other is turned into UTF-8 first. */
export interface Encoding {
  readonly name: string;
  /** Bytes of the byte order mark. */
  readonly markLength: number;
}

const aliases: ReadonlyMap<string, string> = new Map([
  ['utf8', 'utf-8'],
  ['utf-8', 'utf-8'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['utf-8-sig', 'utf-8'],
  ['utf16', 'utf-16le'],
  ['utf-16', 'utf-16le'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['gb', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['cp936', 'gb18030'],
  ['ms936', 'gb18030'],
  ['cp1252', 'windows-1252'],
  ['ansi', 'windows-1252'],
  ['sjis', 'shift_jis'],
  ['big-5', 'big5'],
]);

/** The encoding that `--encoding` names. Throws UserError `usage/wrong-value` for one that nobody knows. */
export function encodingNamed(typed: string): string {
  const wanted = typed.trim().toLowerCase().replaceAll('_', '-');
  try {
    // The label list of the WHATWG encoding standard: latin1 and iso-8859-1 are windows-1252 there.
    const { encoding } = new TextDecoder(aliases.get(wanted) ?? typed.trim());
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch (error) {
    throw new UserError(
      'usage/wrong-value',
      { flag: '--encoding', value: typed, allowed: ['utf-8', 'gb18030', 'windows-1252', 'utf-16le', 'big5'], near: [] },
      { cause: error },
    );
  }
}

/** The byte order mark at the start of `head`, if any. */
export function markOf(head: Uint8Array): Encoding | null {
  const isUtf8At = (at: number): boolean => head[at] === 0xef && head[at + 1] === 0xbb && head[at + 2] === 0xbf;
  // Two marks come from programs that put one before a text that had one.
  if (isUtf8At(0)) return { name: 'utf-8', markLength: isUtf8At(3) ? 6 : 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', markLength: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', markLength: 2 };
  return null;
}

/** UTF-16 without a mark: every other byte of letters, digits and delimiters is NUL. */
export function unmarkedUtf16(head: Uint8Array): string | null {
  const length = Math.min(head.length, 4096) & ~1;
  const nulls = [0, 0];
  for (let i = 0; i < length; i += 1) if (head[i] === 0) nulls[i & 1] = (nulls[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = nulls;
  const many = length / 6;
  if (odd > many && even * 20 < odd) return 'utf-16le';
  if (even > many && odd * 20 < even) return 'utf-16be';
  return null;
}

/**
 * Tells what a text that is not UTF-8 is in, from all its bytes pushed in order: GB18030 where they are Chinese in it, else
 * Windows-1252 where they are defined in it, else nothing that can be known.
 */
export class LegacyEncodingFinder {
  readonly #file: string;
  readonly #gb = new Gb18030Check();
  #undefinedAt: number | undefined;
  #firstWrong: number | undefined;
  #offset = 0;
  #right = 0;
  #wrong = 0;
  /** The start of a sequence that the end of the last piece cut. */
  #cut = Buffer.alloc(0);

  constructor(file: string) {
    this.#file = file;
  }

  push(chunk: Buffer): void {
    this.#gb.push(chunk);
    const bytes = this.#cut.length === 0 ? chunk : Buffer.concat([this.#cut, chunk]);
    const whole = bytes.length - cutLength(bytes);
    if (!isAscii(bytes)) this.#pushHigh(bytes.subarray(0, whole));
    this.#offset += whole;
    this.#cut = Buffer.from(bytes.subarray(whole));
  }

  /** Throws UserError `file/encoding-failed` for damaged UTF-8, `file/encoding-unknown` where nothing fits. */
  finish(): string {
    this.#pushHigh(this.#cut);
    // A few bad bytes in much UTF-8 are damage: as Windows-1252 all its Chinese would turn to gibberish in silence.
    if (this.#right >= 3 && this.#wrong * 3 <= this.#right) {
      throw new UserError('file/encoding-failed', {
        file: this.#file,
        encoding: 'utf-8',
        offset: this.#firstWrong ?? 0,
      });
    }
    if (this.#gb.isWhole() && this.#gb.isPlausible()) return 'gb18030';
    if (this.#undefinedAt === undefined) return 'windows-1252';
    throw new UserError('file/encoding-unknown', { file: this.#file, offset: this.#undefinedAt });
  }

  #pushHigh(chunk: Buffer): void {
    const { right, wrong, firstWrong } = countSequences(chunk);
    this.#right += right;
    this.#wrong += wrong;
    if (firstWrong !== undefined) this.#firstWrong ??= this.#offset + firstWrong;
    const at = chunk.findIndex((byte) => undefinedIn1252.has(byte));
    if (at >= 0) this.#undefinedAt ??= this.#offset + at;
  }
}

const undefinedIn1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** 80-9F of Windows-1252; the rest of it is Latin-1. Node's own decoder has taken it for Latin-1 in some versions. */
const upper1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decode1252: DecodeBytes = (bytes, start, end) =>
  bytes
    .toString('latin1', start, end)
    .replaceAll(/[\u0080-\u009f]/g, (byte) => upper1252[byte.charCodeAt(0) - 0x80] ?? byte);

/** How to turn checked bytes of a scanned encoding into text. */
export function decoderOf(encoding: string): DecodeBytes {
  if (encoding === 'windows-1252') return decode1252;
  if (encoding !== 'gb18030') return decodeUtf8;
  const decoder = new TextDecoder('gb18030', { fatal: true });
  return (bytes, start, end) => decoder.decode(bytes.subarray(start, end));
}

/** Checks bytes against the encoding that the user named, piece by piece; throws UserError `file/encoding-failed`. */
export function strictCheck(encoding: string, file: string): { push(chunk: Buffer): void; finish(): void } {
  const fail = (offset: number): never => {
    throw new UserError('file/encoding-failed', { file, encoding, offset });
  };
  if (encoding === 'gb18030') {
    const gb = new Gb18030Check();
    return {
      push: (chunk) => void (gb.push(chunk) || fail(gb.badAt ?? 0)),
      finish: () => void (gb.isWhole() || fail(gb.badAt ?? 0)),
    };
  }
  if (encoding === 'utf-8') {
    const utf8 = new Utf8Check();
    return {
      push: (chunk) => void (utf8.push(chunk) || fail(utf8.badAt)),
      finish: () => void (utf8.finish() || fail(utf8.badAt)),
    };
  }
  return { push: () => undefined, finish: () => undefined };
}

/** The bytes as UTF-8. Throws UserError `file/encoding-failed` where they are not of the encoding. */
export async function* transcode(
  chunks: AsyncIterable<Buffer>,
  encoding: string,
  file: string,
): AsyncGenerator<Buffer, void> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let offset = 0;
  const decode = (chunk?: Buffer): string => {
    if (encoding === 'windows-1252') return chunk === undefined ? '' : decode1252(chunk, 0, chunk.length);
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (error) {
      throw new UserError('file/encoding-failed', { file, encoding, offset }, { cause: error });
    }
  };
  for await (const chunk of chunks) {
    yield Buffer.from(decode(chunk), 'utf8');
    offset += chunk.length;
  }
  yield Buffer.from(decode(), 'utf8');
}
