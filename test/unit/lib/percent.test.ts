import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, decimalFromText, toFixed } from '../../../src/lib/decimal.ts';
import { fraction, whole } from '../../../src/lib/fraction.ts';
import { shownPercent } from '../../../src/lib/percent.ts';

const limits = [decimal(1), decimalFromText('0.8')];

test.each([
  ['0.9196', '92.0'],
  ['0.91974', '92.0'],
  ['0.9996', '99.9'],
  ['0.99999999', '99.9'],
  ['1', '100.0'],
  ['1.0004', '100.0'],
  ['0.7999', '79.9'],
  ['0.8', '80.0'],
  ['-0.5', '-50.0'],
])('%s shows %s %%', (ratio, shown) => {
  expect(toFixed(shownPercent(whole(decimalFromText(ratio)), limits))).toBe(shown);
});

test('a percent never stands on the other side of a limit than its ratio', () => {
  fc.assert(
    fc.property(
      fc.bigInt(0n, 3_000_000n),
      fc.bigInt(1n, 1_000_000n),
      fc.integer({ min: 0, max: 3 }),
      (n, d, digits) => {
        const shown = shownPercent(fraction(decimal(n), decimal(d)), limits, digits);
        const reaches = (percent: bigint) => shown.units >= percent * 10n ** BigInt(shown.scale);
        expect(reaches(100n)).toBe(n >= d);
        expect(reaches(80n)).toBe(10n * n >= 8n * d);
      },
    ),
  );
});
