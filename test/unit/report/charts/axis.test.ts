/** Ends of axes: round, and never hiding a value. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, decimal, decimalFromText, signOf, toText } from '../../../../src/lib/decimal.ts';
import { axisAround, axisFromZero, roundStep } from '../../../../src/report/charts/axis.ts';

const texts = ({ from, to }: ReturnType<typeof axisAround>) => [from && toText(from), to && toText(to)];
const numbers = (...values: readonly string[]) => values.map(decimalFromText);

test.each([
  ['1', '1'],
  ['3', '5'],
  ['21', '25'],
  ['0.07', '0.1'],
  ['999', '1000'],
  ['0', '1'],
])('a step for %s is %s', (value, step) => {
  expect(toText(roundStep(decimalFromText(value)))).toBe(step);
});

test('values that are close together cut the axis, others do not', () => {
  expect(texts(axisAround(numbers('11500000', '10823116', '10589845')))).toEqual(['10250000', '11500000']);
  expect(texts(axisAround(numbers('100', '20', '60')))).toEqual(['0', '100']);
  expect(texts(axisAround(numbers('50', '50')))).toEqual(['0', '50']);
  expect(texts(axisAround([]))).toEqual(['0', null]);
});

const anyValues = fc.array(
  fc.bigInt({ min: 0n, max: 10n ** 12n }).map((units) => decimal(units, 2)),
  { minLength: 1, maxLength: 9 },
);

test('every value lies on the axis', () => {
  fc.assert(
    fc.property(anyValues, (values) => {
      for (const { from, to } of [axisAround(values), axisFromZero(values)]) {
        expect(from !== null && signOf(from) >= 0).toBe(true);
        for (const value of values) {
          expect(from === null || compare(from, value) <= 0).toBe(true);
          expect(to === null || compare(value, to) <= 0).toBe(true);
        }
      }
    }),
  );
});
