/** Numbers from bytes as the decimal of 15 significant digits of their double, without a string for each. */
import { cellKind, maxDecimals } from '../../model/raw-table.ts';

const maxDigits = 15;
const beyond = 10 ** maxDigits;
const powers = Float64Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

/**
 * Parses `-12.50`, `1.5E-7`, ` +3 `. A text of at most 15 digits is its double's decimal to the letter. Of a longer one
 * the 16th and 17th digit decide how the 15th is rounded, but where the double itself could round otherwise than its
 * text (it is at most half a unit of its 53rd bit away) the text goes through Number().
 */
export class NumberParser {
  /** `cellKind.decimal + d` or `cellKind.double`, after `parse` returned true. */
  kind = 0;
  /** What goes with `kind`. */
  value = 0;

  /** False when the bytes from `start` to `stop` spell no finite number. */
  // One loop over the bytes on purpose: it runs once for every number of a workbook.
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a hot loop, split in no place that would not cost a call
  parse(bytes: Uint8Array, start: number, stop: number): boolean {
    let at = start;
    let end = stop;
    while (at < end && isBlank(bytes[at])) at += 1;
    while (end > at && isBlank(bytes[end - 1])) end -= 1;
    const sign = bytes[at];
    if (sign === 0x2d || sign === 0x2b) at += 1;
    const first = at;
    let mantissa = 0;
    let digits = 0;
    let scale = 0;
    let rest = 0;
    let restDigits = 0;
    let point = -1;
    for (; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      const digit = byte - 0x30;
      if (digit >= 0 && digit <= 9) {
        if (digits < maxDigits) {
          mantissa = mantissa * 10 + digit;
          if (mantissa !== 0) digits += 1;
          if (point >= 0) scale += 1;
        } else {
          if (restDigits < 2) {
            rest = rest * 10 + digit;
            restDigits += 1;
          }
          if (point < 0) scale -= 1;
        }
      } else if (byte === 0x2e && point < 0) point = at;
      else break;
    }
    if (at - first === (point < 0 ? 0 : 1)) return false;
    if (at < end) {
      const exponent = exponentOf(bytes, at, end);
      if (Number.isNaN(exponent)) return false;
      scale -= exponent;
    }
    if (restDigits > 0) {
      if (restDigits === 1) rest *= 10;
      // Half of 2^-52 of the mantissa, in units of the 17th digit, and one for the digits not looked at.
      const unsure = mantissa * 1.2e-14 + 1;
      if (Math.abs(rest - 50) <= unsure) return this.#viaDouble(bytes, start, stop);
      if (rest > 50) mantissa += 1;
      if (mantissa === beyond) {
        mantissa = beyond / 10;
        scale -= 1;
      }
    }
    return this.#finish(sign === 0x2d ? -mantissa : mantissa, scale) || this.#asDouble(bytes, start, stop);
  }

  /** A double that is there already, as `.xls` files hold them. False when it is not finite. */
  fromDouble(value: number): boolean {
    if (!Number.isFinite(value)) return false;
    if (Number.isInteger(value) && Math.abs(value) < beyond) {
      this.kind = cellKind.decimal;
      this.value = value === 0 ? 0 : value;
      return true;
    }
    const text = value.toExponential(maxDigits - 1);
    const exponentAt = text.indexOf('e');
    const mantissa = Number(text.slice(0, exponentAt).replace('.', ''));
    if (this.#finish(mantissa, maxDigits - 1 - Number(text.slice(exponentAt + 1)))) return true;
    this.kind = cellKind.double;
    this.value = value;
    return true;
  }

  /** Takes `mantissa × 10^-scale` if it fits a decimal kind. */
  #finish(mantissa: number, scale: number): boolean {
    let [value, decimals] = [mantissa, scale];
    if (value === 0) decimals = 0;
    while (decimals > 0 && value % 10 === 0) {
      value /= 10;
      decimals -= 1;
    }
    if (decimals < 0) {
      value *= 10 ** Math.min(-decimals, maxDigits);
      decimals = 0;
      if (Math.abs(value) >= beyond) return false;
    }
    if (decimals > maxDecimals) return false;
    this.kind = cellKind.decimal + decimals;
    this.value = value === 0 ? 0 : value;
    return true;
  }

  #viaDouble(bytes: Uint8Array, start: number, stop: number): boolean {
    return this.fromDouble(doubleIn(bytes, start, stop));
  }

  #asDouble(bytes: Uint8Array, start: number, stop: number): boolean {
    this.kind = cellKind.double;
    this.value = doubleIn(bytes, start, stop);
    return Number.isFinite(this.value);
  }
}

/** The number of a `decimal + d` or `double` cell as a double. */
export function doubleOf(kind: number, value: number): number {
  if (kind === cellKind.double) return value;
  const power = powers[kind - cellKind.decimal];
  return power === undefined ? Number(`${value}e-${kind - cellKind.decimal}`) : value / power;
}

function doubleIn(bytes: Uint8Array, start: number, stop: number): number {
  return Number(Buffer.from(bytes.buffer, bytes.byteOffset + start, stop - start).toString('latin1'));
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** The exponent spelled from `E` on to `end`; NaN where there is none. */
function exponentOf(bytes: Uint8Array, start: number, end: number): number {
  const mark = bytes[start];
  if (mark !== 0x45 && mark !== 0x65) return Number.NaN;
  let at = start + 1;
  const sign = bytes[at];
  if (sign === 0x2d || sign === 0x2b) at += 1;
  if (at === end) return Number.NaN;
  let exponent = 0;
  for (; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    exponent = Math.min(exponent * 10 + digit, 9999);
  }
  return sign === 0x2d ? -exponent : exponent;
}
