import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  decimal,
  decimalFromDouble,
  decimalFromText,
  divide,
  multiply,
  round,
  subtract,
  toFixed,
  toNumber,
  toText,
} from '../../../src/lib/decimal.ts';

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 15 }))
  .map(([units, scale]) => decimal(units, scale));

describe('decimal', () => {
  test('text and back is the same value', () => {
    fc.assert(
      fc.property(anyDecimal, (value) => {
        expect(compare(decimalFromText(toText(value)), value)).toBe(0);
        expect(compare(decimalFromText(toFixed(value)), value)).toBe(0);
      }),
    );
  });

  test('a + b − b is a, and multiplication distributes', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, anyDecimal, (a, b, c) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        expect(compare(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(0);
      }),
    );
  });

  test.each([
    ['1', '3', '0.333333'],
    ['2', '3', '0.666667'],
    ['-2', '3', '-0.666667'],
    ['1', '8000000', '0'],
    ['5', '10000000', '0.000001'],
    ['-5', '10000000', '-0.000001'],
    ['10577000', '11500000', '0.919739'],
  ])('%s ÷ %s is %s, half away from zero', (a, b, expected) => {
    expect(toText(divide(decimalFromText(a), decimalFromText(b)))).toBe(expected);
  });

  test('division by zero throws, it never is Infinity', () => {
    expect(() => divide(decimal(1), decimal(0))).toThrow(RangeError);
  });

  test.each([
    [731.9399999999999, '731.94'],
    [0.1 + 0.2, '0.3'],
    [1e21, '1000000000000000000000'],
    [1.5e-10, '0.00000000015'],
    [-0, '0'],
    [123456789012345680, '123456789012346000'],
  ])('the double %d is %s: 15 significant digits', (value, expected) => {
    expect(toText(decimalFromDouble(value))).toBe(expected);
  });

  test('rounds half away from zero', () => {
    expect(toFixed(round(decimalFromText('2.345'), 2))).toBe('2.35');
    expect(toFixed(round(decimalFromText('-2.345'), 2))).toBe('-2.35');
    expect(toFixed(round(decimalFromText('2'), 2))).toBe('2.00');
    expect(toNumber(decimalFromText('-12.5'))).toBe(-12.5);
  });

  test.each(['1e5', '1,000', '', '.5', '5.', '+1', ' 1'])('%j is no plain decimal', (text) => {
    expect(() => decimalFromText(text)).toThrow(RangeError);
  });
});
