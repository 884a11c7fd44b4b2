import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNames } from '../../../src/lib/file-names.ts';

const one = (stem: string) => fileNames([stem], '.xlsx')[0];

describe('a name of a person becomes a name of a file', () => {
  test.each([
    ['Liu Wei 2024-Q1', 'Liu Wei 2024-Q1.xlsx'],
    ['欧阳明日', '欧阳明日.xlsx'],
    ['../../etc/passwd', 'etc-passwd.xlsx'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j.xlsx'],
    ['C:\\Windows', 'C--Windows.xlsx'],
    ['CON', '_CON.xlsx'],
    ['nul.txt', '_nul.txt.xlsx'],
    ['COM1 2024', 'COM1 2024.xlsx'],
    ['name. . ', 'name.xlsx'],
    ['.hidden', 'hidden.xlsx'],
    ['~$open', 'open.xlsx'],
    ['-F', 'F.xlsx'],
    ['a\u0000b\nc\u202ed', 'abcd.xlsx'],
    ['   ', '_.xlsx'],
    ['', '_.xlsx'],
    ['..', '_.xlsx'],
  ])('%j -> %j', (stem, expected) => {
    expect(one(stem)).toBe(expected);
  });

  test('cut to whole characters', () => {
    expect(one('王'.repeat(300))).toBe(`${'王'.repeat(40)}.xlsx`);
    expect(one('😀'.repeat(100))).toBe(`${'😀'.repeat(30)}.xlsx`);
  });

  test('apart from one that differs in case, in width or in how letters are composed', () => {
    expect(fileNames(['Ann', 'ANN', 'ann', 'Ａnn'], '.x')).toEqual(['Ann.x', 'ANN (2).x', 'ann (3).x', 'Ａnn (4).x']);
    expect(fileNames(['\u00e9', 'e\u0301'], '.x')).toEqual(['\u00e9.x', '\u00e9 (2).x']);
    // What a number would make is taken already.
    expect(fileNames(['A (2)', 'A', 'A'], '.x')).toEqual(['A (2).x', 'A.x', 'A (3).x']);
  });
});

test('whatever people are called, names are safe and different', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 12 }), (stems) => {
      const names = fileNames(stems, '.xlsx');
      expect(new Set(names.map((name) => name.normalize('NFKC').toLowerCase())).size).toBe(stems.length);
      for (const name of names) {
        expect(name).toMatch(/^[^\s.\-~/\\<>:"|?*\p{Cc}][^/\\<>:"|?*\p{Cc}]*\.xlsx$|^_.*\.xlsx$/u);
        expect(name).not.toMatch(/[\s.]\.xlsx$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThan(200);
      }
    }),
  );
});
