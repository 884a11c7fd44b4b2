/** Numbers in sentences and the digits that cells show. */

import { grouped } from '../i18n/numbers.ts';
import {
  compare,
  type Decimal,
  decimal,
  decimalFromText,
  divide,
  isZero,
  multiply,
  negate,
  round,
  signOf,
  subtract,
  toFixed,
  toText,
} from '../lib/decimal.ts';
import type { NumberKind } from '../model/document.ts';
import type { Unit } from '../model/kpi.ts';

const one = decimal(1);
const nearly = decimal(8, 1);
const hundred = decimal(100);
/** Quotients of live formulas are cached with as many digits as a double has. */
const doubleDigits = 16;

export function absolute(value: Decimal): Decimal {
  return signOf(value) < 0 ? negate(value) : value;
}

/** `a ÷ b` as a spreadsheet would compute it; null for division by 0. */
export function quotient(a: Decimal, b: Decimal): Decimal | null {
  return isZero(b) ? null : divide(a, b, doubleDigits);
}

/** Percentage points between two ratios. */
export function pointsBetween(a: Decimal, b: Decimal): Decimal {
  return multiply(subtract(a, b), hundred);
}

/** Digits of the percent with which `ratio` is not shown on the other side of a status threshold: 0.99996 needs 3. */
export function percentDigits(ratio: Decimal, thresholds: readonly Decimal[] = [one, nearly]): number {
  for (let digits = 1; digits < 6; digits += 1) {
    const shown = round(ratio, digits + 2);
    if (thresholds.every((limit) => compare(ratio, limit) === compare(shown, limit))) return digits;
  }
  return 6;
}

export function percentText(ratio: Decimal, digits = percentDigits(ratio)): string {
  return `${grouped(toFixed(round(multiply(ratio, hundred), digits)))}%`;
}

/** `+7.8%`, `-4.7%`, `0.0%` */
export function signedPercent(ratio: Decimal): string {
  return plus(ratio) + percentText(ratio, 1);
}

export function plus(value: Decimal): string {
  return signOf(value) > 0 ? '+' : '';
}

/** Digits after the point with which money is shown: none, or two where the data has cents. */
export function moneyText(value: Decimal, digits: number): string {
  return grouped(toFixed(round(value, digits)));
}

/** With two digits only where there are cents: for single amounts in sentences. */
export function amountText(value: Decimal): string {
  return moneyText(value, round(value, 0).units * 10n ** BigInt(value.scale) === value.units ? 0 : 2);
}

export function scaledText(value: Decimal, divisor: number, digits: number): string {
  return grouped(toFixed(round(divide(value, decimal(divisor), digits + 2), digits)));
}

export function atLeast(value: Decimal, limit: string): boolean {
  return compare(absolute(value), decimalFromText(limit)) >= 0;
}

export function hasCents(value: Decimal): boolean {
  return /\./.test(toText(value));
}

const kinds: Readonly<Record<Unit, NumberKind>> = {
  money: 'money',
  'money-per-day': 'money',
  count: 'count',
  ratio: 'ratio',
  days: 'days',
  hours: 'days',
  points: 'days',
};

export function kindOf(unit: Unit): NumberKind {
  return kinds[unit];
}
