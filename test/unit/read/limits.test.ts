import { expect, test } from 'vitest';
import { limitError, limitsFor } from '../../../src/read/limits.ts';

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
