import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, decimal, decimalFromText, multiply, toText } from '../../../src/lib/decimal.ts';
import { dayOf } from '../../../src/model/day.ts';
import type { Rate } from '../../../src/model/options.ts';
import { RateBook } from '../../../src/validate/rates.ts';

const on = (month: number, day: number) => dayOf(2024, month, day) ?? 0;
const usd = (day: number | null, rate: string): Rate => ({ day, from: 'USD', to: 'CNY', rate: decimalFromText(rate) });
const rates = [usd(on(1, 15), '7.2'), usd(on(1, 1), '7.1'), usd(on(3, 1), '7.4')];
const textOf = (book: RateBook, day: number | null, from = 'USD', to = 'CNY') => {
  const found = book.rate(from, to, day);
  return found && toText(found);
};

test('spot is the latest rate on or before the day, not older than 31 days', () => {
  const book = new RateBook(rates, undefined);
  expect(book.policy).toBe('spot');
  expect([on(1, 1), on(1, 14), on(1, 15), on(2, 15), on(2, 16), on(3, 1)].map((day) => textOf(book, day))).toEqual([
    '7.1',
    '7.1',
    '7.2',
    '7.2',
    null,
    '7.4',
  ]);
  expect(textOf(book, on(1, 1) - 1)).toBeNull();
  expect(textOf(book, null)).toBeNull();
});

test('the average of a month is the mean of the rates dated in it; another month has none', () => {
  const book = new RateBook(rates, 'period-average');
  expect([on(1, 31), on(2, 1), on(3, 31)].map((day) => textOf(book, day))).toEqual(['7.15', null, '7.4']);
});

test('a budget is the undated rate, else the latest of whatever age; undated rates alone are a budget', () => {
  expect(textOf(new RateBook(rates, 'budget'), on(2, 28))).toBe('7.2');
  const undated = new RateBook([usd(null, '7')], undefined);
  expect([undated.policy, textOf(undated, null), textOf(undated, on(6, 1))]).toEqual(['budget', '7', '7']);
});

test('two rates that differ on one day are none; the same twice is one', () => {
  expect(textOf(new RateBook([usd(on(1, 1), '7.1'), usd(on(1, 1), '7.2')], 'spot'), on(1, 1))).toBeNull();
  expect(textOf(new RateBook([usd(on(1, 1), '7.1'), usd(on(1, 1), '7.10')], 'spot'), on(1, 1))).toBe('7.1');
});

test('only the other direction: its inverse to 10 decimals; never through a third currency, never 1', () => {
  const book = new RateBook([usd(on(1, 1), '7.1'), { ...usd(on(1, 1), '2'), from: 'CNY', to: 'JPY' }], 'spot');
  expect(textOf(book, on(1, 1), 'CNY', 'USD')).toBe('0.1408450704');
  expect(textOf(book, on(1, 1), 'USD', 'JPY')).toBeNull();
});

test('an inverse undoes its rate to within what is rounded away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (units) => {
      const rate: Rate = { ...usd(on(1, 1), '1'), rate: decimal(units, 4) };
      const inverse = new RateBook([rate], 'spot').rate('CNY', 'USD', on(1, 1)) ?? decimal(0);
      const product = multiply(rate.rate, inverse);
      const off = { units: product.units - 10n ** BigInt(product.scale), scale: product.scale };
      const most = multiply(rate.rate, decimal(1, 10));
      expect(compare({ ...off, units: off.units < 0n ? -off.units : off.units }, most)).toBeLessThanOrEqual(0);
    }),
  );
});
