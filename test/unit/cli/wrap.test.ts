import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cutTo, padLeft, wrapText } from '../../../src/cli/present/wrap.ts';

describe('wrapText', () => {
  test('breaks at blanks, and after Chinese characters but not before their marks', () => {
    expect(wrapText('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapText('销售额目标的完成率，已结束。', 10)).toEqual(['销售额目标', '的完成率，', '已结束。']);
  });

  test('keeps all that is not blank', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '王', '，', '-', '.') }),
        fc.integer({ min: 4, max: 40 }),
        (text, width) => {
          expect(wrapText(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });
});

test('cutTo keeps to the width and never halves a wide character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '王', '😀', 'é') }),
      fc.integer({ min: 2, max: 20 }),
      (text, width) => {
        expect(stringWidth(cutTo(text, width))).toBeLessThanOrEqual(width);
      },
    ),
  );
  expect(cutTo('欧阳明日', 7)).toBe('欧阳明…');
  expect(padLeft('王', 4)).toBe('  王');
});
