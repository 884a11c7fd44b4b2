import { describe, expect, test } from 'vitest';
import {
  attainmentText,
  moneyInSentence,
  moneyScale,
  moneyText,
  pointsText,
  signedPercent,
} from '../../../src/cli/present/figures.ts';
import { decimalFromText as d } from '../../../src/lib/decimal.ts';

describe('attainment', () => {
  test.each([
    ['0.919739', '92.0%'],
    ['0.9996', '99.9%'],
    ['0.99951', '99.9%'],
    ['1', '100.0%'],
    ['1.0004', '100.0%'],
    ['0.79996', '79.9%'],
    ['0.8', '80.0%'],
    ['12.5', '1,250.0%'],
  ])('%s shows as %s: never rounded across a threshold', (ratio, shown) => {
    expect(attainmentText(d(ratio))).toBe(shown);
  });
});

describe('money', () => {
  test('Chinese shows 万 from a million up, English never', () => {
    const values = [d('10577000'), d('300.55')];
    expect(moneyText(d('10577000'), moneyScale(values, 'zh-CN'))).toBe('1,057.7');
    expect(moneyText(d('10577000'), moneyScale(values, 'en'))).toBe('10,577,000');
    expect(moneyText(d('999999'), moneyScale([d('999999')], 'zh-CN'))).toBe('999,999');
  });

  test('cents show in small amounts only', () => {
    expect(moneyText(d('9999.99'), moneyScale([d('9999.99')], 'en'))).toBe('9,999.99');
    expect(moneyText(d('10000.01'), moneyScale([d('10000.01')], 'en'))).toBe('10,000');
    expect(moneyText(d('500'), moneyScale([d('500')], 'en'))).toBe('500');
  });

  test('in sentences the currency stands as each language has it', () => {
    const scale = moneyScale([d('11500000')], 'zh-CN');
    expect(moneyInSentence(d('923000'), scale, 'CNY', 'zh-CN')).toBe('92.3 万元');
    expect(moneyInSentence(d('923000'), scale, 'USD', 'zh-CN')).toBe('92.3 万 USD');
    expect(moneyInSentence(d('923000'), scale, null, 'zh-CN')).toBe('92.3 万');
    expect(moneyInSentence(d('923000'), moneyScale([d('11500000')], 'en'), 'CNY', 'en')).toBe('CNY 923,000');
  });
});

test('signs: plus for what grew, none for what stayed, a plain hyphen for what fell', () => {
  expect(signedPercent(d('0.0780'))).toBe('+7.8%');
  expect(signedPercent(d('0.0001'))).toBe('0.0%');
  expect(pointsText(d('-0.026'))).toBe('-2.6');
});
