import { expect, test } from 'vitest';
import { Faults } from '../../../../src/validate/cells/fault.ts';

function some(): Faults {
  const faults = new Faults();
  faults.add(1, 'cell/not-a-number', () => 'x', { hint: 'a' });
  faults.add(3, 'cell/error-value', () => '#N/A');
  faults.add(4, 'cell/not-a-number', () => 'y', { hint: '' });
  return faults;
}

test('faults come back as they were added', () => {
  expect([...some()]).toEqual([
    { row: 1, code: 'cell/not-a-number', value: 'x', params: { hint: 'a' } },
    { row: 3, code: 'cell/error-value', value: '#N/A', params: {} },
    { row: 4, code: 'cell/not-a-number', value: 'y', params: { hint: '' } },
  ]);
  expect([some().length, some().has('cell/error-value'), some().has('cell/required')]).toEqual([3, true, false]);
});

test('their rows as marks, some of them, and with other parameters', () => {
  expect([...some().marked(6)]).toEqual([0, 1, 0, 1, 1, 0]);
  expect([...some().filter((row) => row > 3)]).toEqual([
    { row: 4, code: 'cell/not-a-number', value: 'y', params: { hint: '' } },
  ]);
  const told = some().withParams('cell/not-a-number', { hint: 'b' });
  expect([...told].map(({ params }) => params)).toEqual([{ hint: 'b' }, {}, { hint: 'b' }]);
});
