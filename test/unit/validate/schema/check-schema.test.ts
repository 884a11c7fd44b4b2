import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validateFiles } from '../../../../src/app/validate.ts';
import { cellName } from '../../../../src/model/place.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salesmetrics-schema-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** `code cell value` of every schema problem in files of no dataset. */
async function found(files: Readonly<Record<string, string>>, schema: string): Promise<string[]> {
  const at = (name: string) => join(folder, name);
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
  writeFileSync(at('schema.yaml'), schema);
  const { problems } = await validateFiles(Object.keys(files).map(at), { schema: at('schema.yaml') });
  return problems
    .filter(({ code }) => code.startsWith('schema/'))
    .map(({ code, place, value }) => `${code.slice(7)} ${cellName(place) ?? place.row ?? '-'} ${value ?? ''}`.trim());
}

const phones = (fields: string, more = '') => `version: 1\ntables:\n  phones:\n${more}    fields:\n${fields}`;
const rows = 'Name,Phone,Since,Seats,Active\n';

test('a sound file has nothing to say', async () => {
  const schema = phones(
    '      name: { headings: [Name], required: true, unique: true }\n      Phone: { pattern: "[0-9 ]+" }\n      since: { type: date, min: 2020-01-01 }\n      seats: { type: integer, min: 1, max: 10 }\n      active: { type: boolean }\n',
  );
  expect(await found({ 'p.csv': `${rows}Ann,021 5,2024-01-31,3,yes\nBob,010 5,2024-02-29,10,no\n` }, schema)).toEqual(
    [],
  );
});

test.each([
  ['required', 'Phone: { required: true }', 'Ann,,2024-01-31,3,yes', 'required B2'],
  ['type', 'Since: { type: date }', 'Ann,1,2024-02-30,3,yes', 'type C2 2024-02-30'],
  ['a whole number', 'Seats: { type: integer }', 'Ann,1,2024-02-28,3.5,yes', 'type D2 3.5'],
  ['yes or no', 'Active: { type: boolean }', 'Ann,1,2024-02-28,3,maybe', 'type E2 maybe'],
  ['enum', 'Name: { enum: [Ann, Bob] }', 'Anne,1,2024-02-28,3,yes', 'enum A2 Anne'],
  ['enum of numbers', 'Seats: { type: number, enum: [1, 2] }', 'Ann,1,2024-02-28,3,yes', 'enum D2 3'],
  ['pattern', 'Phone: { pattern: "\\\\d{3}" }', 'Ann,1x,2024-02-28,3,yes', 'pattern B2 1x'],
  ['range', 'Seats: { type: number, max: 2.5 }', 'Ann,1,2024-02-28,3,yes', 'range D2 3'],
  ['days', 'Since: { type: date, min: 2024-03-01 }', 'Ann,1,2024-02-28,3,yes', 'range C2 2024-02-28'],
  ['a missing column', 'Email: { required: true }', 'Ann,1,2024-02-28,3,yes', 'missing-column 1'],
])('%s', async (_, field, row, expected) => {
  const text = `${rows}${row}\nBob,333,2024-03-02,2,no\n`.replace('Bob', field.includes('Name') ? 'Bob' : 'Bo');
  expect(await found({ 'p.csv': text }, phones(`      ${field}\n`, '    file: "p.*"\n'))).toEqual([expected]);
});

test('unique counts one field or several together, folded, without empty cells', async () => {
  const text = `${rows}Ann,1,2024-01-01,1,yes\n Ａnn ,2,2024-01-01,1,yes\n,3,,1,yes\n,3,,1,yes\n`;
  const one = phones('      Name: { unique: true }\n', '    file: p.csv\n');
  expect(await found({ 'p.csv': text }, one)).toEqual(['unique A3  Ａnn']);
  const both = phones(
    '      Since: { type: date }\n      Seats: {}\n',
    '    file: p.csv\n    unique: [[Since, Seats]]\n',
  );
  expect(await found({ 'p.csv': text }, both)).toEqual(['unique C3 2024-01-01']);
});

test('a foreign key is looked up in the other table, which must be there', async () => {
  const schema =
    'version: 1\ntables:\n  teams:\n    file: teams.csv\n    fields: { Team: { unique: true } }\n  members:\n    file: members.csv\n    fields:\n      Team: { references: { table: teams, field: Team } }\n';
  const teams = 'Team,Floor\nNorth,1\nSouth,2\n';
  const members = 'Member,Team\nAnn,North\nBob,Nroth\nCid,\n';
  expect(await found({ 'teams.csv': teams, 'members.csv': members }, schema)).toEqual(['foreign-key B3 Nroth']);
  expect(await found({ 'members.csv': members }, schema)).toEqual(['missing-table -']);
});

test('a cell that is told already is not told again', async () => {
  const text = 'Order no.,Order date,Amount\nSO-1,2024-03-01,6O0\nSO-2,2024-03-02,12\n';
  const schema =
    'version: 1\ntables:\n  orders:\n    dataset: orders\n    fields:\n      amount: { type: money, required: true, min: 50 }\n';
  expect(await found({ 'o.csv': text }, schema)).toEqual(['range C3 12']);
});
