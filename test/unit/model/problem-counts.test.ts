import { expect, test } from 'vitest';
import { countProblems } from '../../../src/model/problem-counts.ts';
import { problem } from '../../../src/problems/catalogue.ts';

test('what is only counted counts as what it is', () => {
  const place = { file: 'a.csv', sheet: null, row: 2, column: 3 };
  const bad = problem('cell/not-a-number', place, { hint: '' });
  const more = problem('table/more-problems', place, { what: bad.code, count: 41 }, { severity: bad.severity });
  expect(countProblems([bad, more])).toEqual({ error: 42, warning: 0, info: 0, byCode: { 'cell/not-a-number': 42 } });
});
