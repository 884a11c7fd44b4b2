import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, decimalFromDouble, toText } from '../../../../src/lib/decimal.ts';
import { cellKind } from '../../../../src/model/raw-table.ts';
import { doubleOf, NumberParser } from '../../../../src/read/xlsx/number-bytes.ts';

function parsed(text: string): string | undefined {
  const parser = new NumberParser();
  const bytes = Buffer.from(`<${text}>`);
  if (!parser.parse(bytes, 1, bytes.length - 1)) return undefined;
  if (parser.kind === cellKind.double) return toText(decimalFromDouble(parser.value));
  return toText(decimal(parser.value, parser.kind - cellKind.decimal));
}

/** What the number is by way of its double: the slow, sure road. */
function viaDouble(text: string): string {
  return toText(decimalFromDouble(Number(text)));
}

test('any double, as programs write them, is its decimal of 15 digits', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e14, max: 1e14, noNaN: true }), (value) => {
      fc.pre(value === 0 || Math.abs(value) > 1e-12);
      for (const text of [String(value), value.toExponential(16), value.toPrecision(17)]) {
        expect(parsed(text)).toBe(viaDouble(text));
      }
    }),
    { numRuns: 3000 },
  );
});

test('long texts near a rounding border go the sure way', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 10n ** 16n, max: 10n ** 17n - 1n }),
      fc.integer({ min: 0, max: 14 }),
      (digits, point) => {
        const all = String((digits / 100n) * 100n + 50n + (digits % 31n) - 15n);
        const text = `${all.slice(0, point + 1)}.${all.slice(point + 1)}`;
        expect(parsed(text)).toBe(viaDouble(text));
      },
    ),
    { numRuns: 3000 },
  );
});

test.each([
  ['0', '0'],
  ['-0', '0'],
  ['-0.000', '0'],
  ['1.50', '1.5'],
  ['100', '100'],
  ['1E5', '100000'],
  ['1.5e+2', '150'],
  ['25E-1', '2.5'],
  ['  -12.25\n', '-12.25'],
  ['999999999999999', '999999999999999'],
  ['999999999999999.9', '1000000000000000'],
  ['1e15', '1000000000000000'],
  ['1234567890123456789', '1234567890123460000'],
  ['1e-30', '0.000000000000000000000000000001'],
  ['1e-40', `0.${'0'.repeat(39)}1`],
  ['1e30', `1${'0'.repeat(30)}`],
  ['0.30000000000000004', '0.3'],
  ['2.2999999999999998', '2.3'],
])('%s is %s', (text, wanted) => {
  expect(parsed(text)).toBe(wanted);
});

test.each([
  '',
  ' ',
  '.',
  '-',
  '+',
  'e5',
  '1e',
  '1e+',
  '--1',
  '1.2.3',
  '1,5',
  '12a',
  '1 2',
  'NaN',
  'Infinity',
  '1e999',
  '0x10',
  '１',
])('%s is no number', (text) => {
  expect(parsed(text)).toBeUndefined();
});

test('a double given as such', () => {
  const parser = new NumberParser();
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(parser.fromDouble(value)).toBe(true);
      const back = doubleOf(parser.kind, parser.value);
      expect(Number(back.toPrecision(15))).toBe(Number(value.toPrecision(15)) + 0);
    }),
  );
  expect(parser.fromDouble(Number.NaN)).toBe(false);
  expect(parser.fromDouble(Number.POSITIVE_INFINITY)).toBe(false);
});
