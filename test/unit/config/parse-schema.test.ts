import { expect, test } from 'vitest';
import { parseSchema } from '../../../src/config/schema/parse-schema.ts';
import { UserError } from '../../../src/problems/user-error.ts';

const table = (fields: string) => `version: 1\ntables:\n  people:\n    fields:\n${fields}`;

function refusal(text: string) {
  try {
    parseSchema(text, 's.yaml');
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, ...error.params };
    throw error;
  }
  return null;
}

test('defaults are filled in; JSON is YAML', () => {
  const { tables } = parseSchema('{"version": 1, "tables": {"people": {"fields": {"rep": {}}}}}', 's.json');
  expect(tables['people']?.fields['rep']).toEqual({ type: 'text', required: false, unique: false });
});

test('an unknown key is told with its line, its column and the nearest', () => {
  expect(refusal(table('      rep: { type: text,\n        requird: true }\n'))).toMatchObject({
    code: 'config/unknown-key',
    line: 6,
    column: 9,
    key: 'requird',
    near: ['required'],
  });
  expect(refusal('version: 1\ntabels: {}\n')).toMatchObject({ line: 2, column: 1, near: ['tables'] });
});

test.each([
  ['      rep: { pattern: "(a" }\n', 5, 23],
  ['      rep: { type: date, min: 5 }\n', 5, 31],
  ['      rep: { type: number, min: 5, max: 1 }\n', 5, 41],
  ['      rep: { references: { table: nobody, field: rep } }\n', 5, 26],
  ['      rep: { pattern: "a*", type: date }\n', 5, 23],
])('a wrong value is told where it stands: %s', (fields, line, column) => {
  expect(refusal(table(fields))).toMatchObject({ code: 'config/wrong-value', line, column });
});

test('a word that is not allowed is told with those that are', () => {
  const found = refusal(table('      rep: { type: txt }\n'));
  expect(found).toMatchObject({ code: 'config/not-allowed', line: 5, column: 20, near: ['text'] });
});

test('broken YAML, keys given twice and aliases that explode are refused', () => {
  expect(refusal('version: 1\ntables: [')).toMatchObject({ code: 'config/not-yaml', line: 2 });
  expect(refusal('version: 1\nversion: 1\n')).toMatchObject({ code: 'config/not-yaml', line: 2 });
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...[...'bcdefg'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdef'[i]}`).join(',')}]`),
  ].join('\n');
  expect(refusal(bomb)).toMatchObject({ code: 'config/not-yaml' });
});
