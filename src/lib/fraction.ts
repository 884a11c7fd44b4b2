/** Exact quotients, for comparing: a ratio rounded to 6 digits may have crossed the line that it is held against. */
import { compare, type Decimal, decimal, divide, multiply, negate, signOf } from './decimal.ts';

/** `n ÷ d`, d > 0. */
export interface Fraction {
  readonly n: Decimal;
  readonly d: Decimal;
}

const one = decimal(1);

export function whole(value: Decimal): Fraction {
  return { n: value, d: one };
}

/** `a ÷ b`; throws a RangeError when b is 0. */
export function fraction(a: Decimal, b: Decimal): Fraction {
  const sign = signOf(b);
  if (sign === 0) throw new RangeError('division by zero');
  return sign > 0 ? { n: a, d: b } : { n: negate(a), d: negate(b) };
}

export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  return compare(multiply(a.n, b.d), multiply(b.n, a.d));
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { n: multiply(a.n, b.n), d: multiply(a.d, b.d) };
}

/** `a ÷ b`; throws a RangeError when b is 0. */
export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(multiply(a.n, b.d), multiply(a.d, b.n));
}

/** Rounded half away from zero to `scale` digits. */
export function toDecimal({ n, d }: Fraction, scale = 6): Decimal {
  return divide(n, d, scale);
}
