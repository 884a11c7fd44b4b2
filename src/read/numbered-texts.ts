/** Texts of one form, a prefix and a number (`SO-000017`): found by their number, without hashing or comparing them. */

const zero = 0x30;

/** With a 1 in front of them the digits stay below 2^31, and `7`, `07` and `007` differ. */
const maxDigits = 9;

/** Places of the table that may be free, whatever number a text has; later so many for each text. */
const fewPlaces = 1 << 16;
const placesPerText = 32;

export class NumberedTexts {
  readonly #prefix: Uint8Array;
  /** Number of the first place. */
  readonly #base: number;
  #entries = new Int32Array(16);

  /** Texts of the form of `text`; undefined where it does not end with a number. */
  static like(text: Uint8Array): NumberedTexts | undefined {
    let prefix = text.length;
    while (prefix > 0 && isDigit(text[prefix - 1] ?? 0)) prefix -= 1;
    const digits = text.length - prefix;
    return digits === 0 || digits > maxDigits ? undefined : new NumberedTexts(text, prefix);
  }

  private constructor(text: Uint8Array, prefix: number) {
    // A copy: `slice` of a Buffer would still be the scanner's bytes, which change.
    this.#prefix = Uint8Array.from(text.subarray(0, prefix));
    const number = numberIn(text, prefix, text.length);
    // Somewhat below the first: ids need not begin with the lowest.
    this.#base = number - (number % fewPlaces);
  }

  /** The place of a text in a table of `size` texts, or -1 where it is of another form, or far from all of these. */
  placeOf(bytes: Uint8Array, start: number, end: number, size: number): number {
    const prefix = this.#prefix;
    const from = start + prefix.length;
    if (end <= from || end - from > maxDigits) return -1;
    for (let i = 0; i < prefix.length; i += 1) if (bytes[start + i] !== prefix[i]) return -1;
    const number = numberIn(bytes, from, end);
    const place = number - this.#base;
    return number >= 0 && place < Math.max(2 * fewPlaces, size * placesPerText) ? place : -1;
  }

  /** What was put at a place; 0 for nothing. */
  entryAt(place: number): number {
    return this.#entries[place] ?? 0;
  }

  put(place: number, entry: number): void {
    if (place >= this.#entries.length) {
      const entries = new Int32Array(Math.max(place + 1, this.#entries.length * 2));
      entries.set(this.#entries);
      this.#entries = entries;
    }
    this.#entries[place] = entry;
  }
}

/** The digits of `bytes[start … end)` with a 1 in front of them; -1 where something else stands among them. */
function numberIn(bytes: Uint8Array, start: number, end: number): number {
  let number = 1;
  for (let i = start; i < end; i += 1) {
    const digit = (bytes[i] ?? 0) - zero;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function isDigit(byte: number): boolean {
  return byte >= zero && byte < zero + 10;
}
