import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { barHeading, barOf } from '../../../src/cli/present/bar.ts';
import { decimal, decimalFromText } from '../../../src/lib/decimal.ts';

const blocks = { cells: 12, over: 3, isAscii: false };
const ascii = { ...blocks, isAscii: true };

// The bars of ux.md 3.1 and 3.2.
test.each([
  ['0.919739', '███████████ │', '=========== |'],
  ['1.06', '████████████│▋', '============|='],
  ['0.971', '███████████▋│', '=========== |'],
  ['1.195', '████████████│██▎', '============|=='],
  ['0.87', '██████████▍ │', '==========  |'],
  ['0.55', '██████▌     │', '=======     |'],
  ['0', '            │', '            |'],
])('%s', (ratio, block, plain) => {
  expect(barOf(decimalFromText(ratio), blocks)).toBe(block);
  expect(barOf(decimalFromText(ratio), ascii)).toBe(plain);
});

test('a bar below 100 % never touches the mark, none is wider than its room', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2_000_000, max: 90_000_000 }), fc.boolean(), (millionths, isAscii) => {
      const bar = barOf(decimal(millionths, 6), { ...blocks, isAscii });
      expect(stringWidth(bar)).toBeLessThanOrEqual(16);
      if (millionths < 1_000_000) expect(bar).not.toMatch(/[█=][│|]/);
    }),
  );
});

test('the heading puts 100% around the mark', () => {
  expect(barHeading(blocks)).toBe('0%        100%');
});
