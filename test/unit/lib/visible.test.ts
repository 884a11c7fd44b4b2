import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grouped } from '../../../src/i18n/numbers.ts';
import { visible } from '../../../src/lib/visible.ts';

test.each([
  ['\u001b[31mred', '\\u001b[31mred'],
  ['a\nb\tc\r', 'a\\nb\\tc\\r'],
  ['abc\u202edef', 'abc\\u202edef'],
  ['zero\u200bwidth', 'zero\\u200bwidth'],
  ['\u009b31m', '\\u009b31m'],
  ['王芳 €', '王芳 €'],
  ['lone \ud800', 'lone \\ud800'],
])('%j shows as %s', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('is cut by characters, not by halves of them', () => {
  expect(visible('😀'.repeat(50), 40)).toBe(`${'😀'.repeat(39)}…`);
});

test('never shows a control, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

test.each([
  ['1234567.5', '1,234,567.5'],
  ['-999', '-999'],
  ['-1000', '-1,000'],
  ['0.12345', '0.12345'],
  ['not a number', 'not a number'],
])('groups %s as %s', (text, shown) => {
  expect(grouped(text)).toBe(shown);
});
