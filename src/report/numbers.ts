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
import { fraction } from '../lib/fraction.ts';
import { shownPercent } from '../lib/percent.ts';
import type { NumberKind } from '../model/document.ts';
import type { KpiResult } from '../model/evaluation.ts';
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

export function percentText(ratio: Decimal, digits = 1): string {
  return `${grouped(toFixed(round(multiply(ratio, hundred), digits)))}%`;
}

/** An attainment in a sentence: 99.96 % is 99.9 %, never 100 % before it is reached. */
export function attainmentText({
  actual,
  target,
  better,
  attainment,
}: Pick<KpiResult, 'actual' | 'target' | 'better' | 'attainment'>): string {
  if (!actual || !target) return attainment ? percentText(attainment) : '-';
  const [top, bottom] = better === 'higher' ? [actual, target] : [target, actual];
  if (isZero(bottom)) return attainment ? percentText(attainment) : '-';
  return `${grouped(toFixed(shownPercent(fraction(top, bottom), [one, nearly])))}%`;
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

/** For sentences: cents only of amounts below a thousand. */
export function amountText(value: Decimal): string {
  return moneyText(value, hasCents(value) && !atLeast(value, '1000') ? 2 : 0);
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

/** Changes of money and counts are relative, of everything else differences (contract §5). */
export function isRelative(unit: Unit): boolean {
  return unit === 'money' || unit === 'count';
}

export function kindOf(unit: Unit): NumberKind {
  return kinds[unit];
}
