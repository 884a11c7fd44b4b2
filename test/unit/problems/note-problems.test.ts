import { expect, test } from 'vitest';
import { noteProblems } from '../../../src/problems/note-problems.ts';
import { readBytes } from '../../support/read-cells.ts';

test('notes of the readers become problems with the severity of the catalogue', async () => {
  const file = await readBytes('a,b,c\n1,2,3\n1,2\n3,"oops,\n');
  expect(noteProblems([file])).toMatchObject([
    { code: 'file/unclosed-quote', severity: 'error', place: { file: 't.csv', sheet: null, row: 4, column: null } },
    { code: 'row/ragged', severity: 'warning', place: { row: 3 }, params: { found: 2, expected: 3, rows: 2 } },
  ]);
});

test('a note that the catalogue does not know is a bug', async () => {
  const file = await readBytes('a\n');
  const notes = [{ code: 'file/odd', sheet: null, row: null, params: {} }];
  expect(() => noteProblems([{ ...file, notes }])).toThrow('file/odd');
});
