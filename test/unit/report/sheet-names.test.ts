import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sheetNames } from '../../../src/report/sheet-names.ts';

const names = (list: readonly string[], taken: readonly string[] = []) => sheetNames(list, taken, 'Person');

test.each([
  [['Liu Wei'], ['Liu Wei']],
  [['a[b]c:d*e?f/g\\h'], ['a-b-c-d-e-f-g-h']],
  [
    ["'quoted'", "O'Brien"],
    ['quoted', "O'Brien"],
  ],
  [['History'], ['History (2)']],
  [['summary'], ['summary (2)']],
  [
    ['Ann', 'ANN', 'ann'],
    ['Ann', 'ANN (2)', 'ann (3)'],
  ],
  [
    ['', '  ', "''"],
    ['Person', 'Person (2)', 'Person (3)'],
  ],
  [['a\u0007b\nc'], ['a b c']],
  [['欧阳明日'.repeat(10)], [`${'欧阳明日'.repeat(7)}欧阳明`]],
  [
    ['x'.repeat(40), 'x'.repeat(35)],
    ['x'.repeat(31), `${'x'.repeat(27)} (2)`],
  ],
  // An emoji takes two of the 31 units, and is not cut in half.
  [['😀'.repeat(20)], ['😀'.repeat(15)]],
])('%j', (list, expected) => {
  expect(names(list, ['Summary'])).toEqual(expected);
});

test('whatever people are called, a spreadsheet takes the names', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 50 }), { maxLength: 10 }), (list) => {
      const made = names(list, ['Audit']);
      expect(new Set([...made, 'Audit', 'History'].map((name) => name.toLowerCase())).size).toBe(list.length + 2);
      for (const name of made) {
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).toMatch(/^(?!')[^[\]:*?/\\\p{Cc}]+(?<!')$/u);
      }
    }),
  );
});
