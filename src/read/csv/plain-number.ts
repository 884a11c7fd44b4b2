/** Numbers of a text file that can be kept as numbers. */
import { cellKind, maxDecimals } from '../../model/raw-table.ts';

const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
const nine = 0x39;

/**
 * Sets `row` where `bytes[start … end)` is a number in the one spelling that can be rebuilt to the letter; false for any
 * other text.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a loop over bytes; calls in it would cost half the speed
export function setNumber(
  bytes: Buffer,
  start: number,
  end: number,
  kinds: Uint8Array,
  values: Float64Array,
  row: number,
): boolean {
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
  kinds[row] = cellKind.decimal + Math.max(decimals, 0);
  values[row] = isNegative ? -value : value;
  return true;
}
