import { expect, test } from 'vitest';
import { checkTextBytes, limitError, limitsFor } from '../../../src/read/limits.ts';

test('what the user says wins over the default of the kind of file', () => {
  expect(limitsFor('workbook').maxRows).toBe(1_048_576);
  expect(limitsFor('text').maxRows).toBe(10_000_000);
  expect(limitsFor('text', { maxRows: 5 })).toEqual({ ...limitsFor('text'), maxRows: 5 });
});

test('a refusal names limit, finding, flag and file', () => {
  const { code, params } = limitError('maxCell', limitsFor('text'), { file: 'a.csv', found: 2_000_000, row: 7 });
  expect(code).toBe('limit/cell');
  expect(params).toEqual({ file: 'a.csv', limit: 1_048_576, found: 2_000_000, flag: '--max-cell', row: 7 });
});

test('a text has more cells than a workbook only where it has bytes for them', () => {
  expect(limitsFor('workbook', {}, 2 ** 40).maxCells).toBe(50_000_000);
  expect([0, 120_000_000, 2 ** 40].map((bytes) => limitsFor('text', {}, bytes).maxCells)).toEqual([
    50_000_000, 120_000_000, 130_000_000,
  ]);
  expect(limitsFor('text', { maxCells: 7 }, 2 ** 40).maxCells).toBe(7);
});

test('text that is kept is counted, and more texts allowed allow more of it', () => {
  const limits = limitsFor('workbook', { maxStrings: 2 ** 21 });
  expect(() => checkTextBytes(2 ** 25, limits, 'a.xlsx')).not.toThrow();
  expect(() => checkTextBytes(2 ** 25 + 1, limits, 'a.xlsx')).toThrow(
    expect.objectContaining({ code: 'limit/text', params: textParams(2 ** 25, 2 ** 25 + 1) }),
  );
});

function textParams(limit: number, found: number) {
  return { file: 'a.xlsx', limit, found, flag: '--max-strings' };
}
