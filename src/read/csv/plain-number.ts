/** Numbers of a text file that can be kept as numbers. */
import { cellKind, maxDecimals } from '../../model/raw-table.ts';

const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
const nine = 0x39;

/** Reads numbers in the one spelling that can be rebuilt to the letter (see `cellKind`). */
export class PlainNumber {
  /** `cellKind.decimal + d`, after `parse` returned true. */
  kind = 0;
  /** What goes with `kind`. */
  value = 0;

  /** False when `bytes[start … end)` is any other text. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a loop over bytes; calls in it would cost half the speed
  parse(bytes: Uint8Array, start: number, end: number): boolean {
    const sign = bytes[start] ?? 0;
    if (sign > nine || (sign < zero && sign !== minus)) return false;
    const isNegative = sign === minus;
    const first = isNegative ? start + 1 : start;
    if (bytes[first] === zero && first + 1 < end && bytes[first + 1] !== point) return false;
    let value = 0;
    let decimals = -1;
    for (let i = first; i < end; i += 1) {
      const byte = bytes[i] ?? 0;
      if (byte >= zero && byte <= nine) value = value * 10 + (byte - zero);
      else if (byte === point && decimals < 0 && i > first) decimals = end - i - 1;
      else return false;
    }
    if (end <= first || decimals === 0 || decimals > maxDecimals) return false;
    if (value >= 1e15 || (isNegative && value === 0)) return false;
    this.kind = cellKind.decimal + Math.max(decimals, 0);
    this.value = isNegative ? -value : value;
    return true;
  }
}
