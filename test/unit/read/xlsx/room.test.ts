import { expect, test } from 'vitest';
import { limitsFor } from '../../../../src/read/limits.ts';
import { WorkbookRoom } from '../../../../src/read/xlsx/room.ts';

const room = (maxCells: number) => new WorkbookRoom(limitsFor('workbook', { maxCells }), 'a.xlsx');
const tooMany = /^limit\/cells /;

test('sheets count together, rows by columns', () => {
  const two = room(12);
  two.take(2, 3);
  two.check(2, 3);
  expect(() => two.check(7, 1)).toThrow(tooMany);
  two.take(2, 3);
  expect(() => two.check(1, 1)).toThrow(tooMany);
});

test('columns and merged ranges cost something only where they are many', () => {
  const few = room(20_000);
  few.take(1, 16_384);
  for (let at = 0; at < 10_000; at += 1) few.takeMerge();
  expect(() => few.check(1, 10)).toThrow(tooMany);
  for (let at = 0; at < 56; at += 1) few.takeMerge();
  expect(() => few.takeMerge()).toThrow(tooMany);
});
