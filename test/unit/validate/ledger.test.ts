import { expect, test } from 'vitest';
import { problem } from '../../../src/problems/catalogue.ts';
import { Ledger } from '../../../src/validate/ledger.ts';

const at = (row: number) => ({ file: 'a.csv', sheet: null, row, column: 1 });

test('problems beyond those listed are counted by code, with the place of the first', () => {
  const ledger = new Ledger(2);
  for (let row = 2; row < 8; row += 1) {
    const found = problem(row % 2 === 0 ? 'cell/error-value' : 'cell/required', at(row), {});
    if (!ledger.countMore(found.code)) ledger.report(found);
  }
  expect(ledger.problems.map(({ code, severity, place, params }) => [code, severity, place.row, params])).toEqual([
    ['cell/error-value', 'error', 2, {}],
    ['cell/required', 'error', 3, {}],
    ['table/more-problems', 'error', 4, { what: 'cell/error-value', count: 2 }],
    ['table/more-problems', 'error', 5, { what: 'cell/required', count: 2 }],
  ]);
  expect(ledger.has(({ code }) => code === 'cell/required')).toBe(true);
});

test('without more of them there is nothing to add', () => {
  const ledger = new Ledger();
  ledger.report(problem('cell/required', at(2), {}));
  expect(ledger.problems).toHaveLength(1);
});
