import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, type ToJudge } from '../../../src/compute/attainment.ts';
import { decimal, decimalFromText, toText } from '../../../src/lib/decimal.ts';
import { attainmentPercent } from '../../../src/model/exact-value.ts';

const figure: ToJudge = {
  actual: decimal(0),
  target: decimal(100),
  targetWhy: null,
  unit: 'money',
  better: 'higher',
  cautions: [],
  pace: null,
};

function judged(actual: string, target: string, more: Partial<ToJudge> = {}) {
  const result = judge({ ...figure, actual: decimalFromText(actual), target: decimalFromText(target), ...more });
  return {
    attainment: result.attainment && toText(result.attainment),
    why: result.attainmentWhy,
    gap: result.gap && toText(result.gap),
    status: result.status,
  };
}

describe('more is better', () => {
  test.each([
    ['10577000', '11500000', '0.919739', '-923000', 'near'],
    ['100', '100', '1', '0', 'met'],
    ['80', '100', '0.8', '-20', 'near'],
    ['79.99', '100', '0.7999', '-20.01', 'below'],
    ['0', '100', '0', '-100', 'below'],
    ['-5', '100', '-0.05', '-105', 'below'],
    // 99.99999999 %: the rounded ratio is 1, the target is missed all the same
    ['9999999999', '10000000000', '1', '-1', 'near'],
  ])('%s of %s is %s, gap %s, %s', (actual, target, attainment, gap, status) => {
    expect(judged(actual, target)).toEqual({ attainment, why: null, gap, status });
  });

  test('a target of 0 has no attainment', () => {
    expect(judged('5', '0')).toEqual({ attainment: null, why: 'target-is-zero', gap: '5', status: null });
  });
});

describe('less is better', () => {
  const lower = { better: 'lower', unit: 'days' } as const;
  test.each([
    ['41.2', '45', '1.092233', 'met'],
    ['45', '45', '1', 'met'],
    ['56.25', '45', '0.8', 'near'],
    ['56.26', '45', '0.799858', 'below'],
  ])('%s against %s is %s, %s', (actual, target, attainment, status) => {
    expect(judged(actual, target, lower)).toMatchObject({ attainment, status });
  });

  test('an actual of 0 is met without an attainment', () => {
    expect(judged('0', '45', lower)).toEqual({ attainment: null, why: 'zero-actual', gap: '-45', status: 'met' });
  });
});

describe('ratios are near within 5 points', () => {
  const ratio = { unit: 'ratio' } as const;
  test.each([
    ['0.874', '0.9', 'near'],
    ['0.85', '0.9', 'near'],
    ['0.849999', '0.9', 'below'],
    ['0.9', '0.9', 'met'],
  ])('%s against %s is %s', (actual, target, status) => {
    expect(judged(actual, target, ratio).status).toBe(status);
  });

  test('the parts decide, not the rounded quotient', () => {
    const third = { ...ratio, numerator: decimal(1), denominator: decimal(3) };
    expect(judged('0.333333', '0.3333333', third).status).toBe('met');
    expect(judged('0.333333', '0.3333334', third).status).toBe('near');
  });

  test('the better side of lower ratios', () => {
    expect(judged('0.15', '0.1', { unit: 'ratio', better: 'lower' }).status).toBe('near');
    expect(judged('0.1501', '0.1', { unit: 'ratio', better: 'lower' }).status).toBe('below');
  });
});

test('a flattered figure is unconfirmed instead of met', () => {
  expect(judged('120', '100', { cautions: ['short-history'] }).status).toBe('unconfirmed');
  expect(judged('90', '100', { cautions: ['short-history'] }).status).toBe('near');
  expect(judged('120', '100', { cautions: ['tail-gap'] }).status).toBe('met');
});

test('a running period is told by its pace', () => {
  expect(judged('20', '100', { pace: 'on-track' }).status).toBe('on-track');
  expect(judged('120', '100', { pace: 'behind' }).status).toBe('behind');
});

test('without target or actual there is a reason', () => {
  expect(judge({ ...figure, target: null, targetWhy: 'target-incomplete' })).toEqual({
    target: null,
    attainment: null,
    attainmentWhy: 'target-incomplete',
    gap: null,
    status: null,
  });
  expect(judge({ ...figure, actual: null, why: 'left-censored' })).toMatchObject({
    target: decimal(100),
    attainment: null,
    attainmentWhy: 'left-censored',
    status: null,
  });
});

test('the shown percent follows the exact values', () => {
  const result = { numerator: null, denominator: null, better: 'higher', unit: 'money' } as const;
  const almost = { ...result, actual: decimal(9_999_999_999), target: decimal(10_000_000_000), attainment: decimal(1) };
  expect(toText(attainmentPercent(almost) ?? decimal(0))).toBe('99.9');
  const met = { ...result, actual: decimal(106), target: decimal(100), attainment: decimalFromText('1.06') };
  expect(toText(attainmentPercent(met) ?? decimal(0))).toBe('106');
});

test('attainment times target is the actual', () => {
  fc.assert(
    fc.property(fc.bigInt(-1_000_000n, 1_000_000n), fc.bigInt(1n, 1_000n), (n, d) => {
      const { attainment } = judge({ ...figure, actual: decimal(n * d), target: decimal(d) });
      expect(attainment && toText(attainment)).toBe(n.toString());
    }),
  );
});
