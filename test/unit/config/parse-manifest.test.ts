import { expect, test } from 'vitest';
import { parseManifest } from '../../../src/config/manifest/parse-manifest.ts';

const jobs = (...lines: readonly string[]) => parseManifest(['version: 1', 'jobs:', ...lines].join('\n'), 'm.yaml');

test('flags are texts as a command line would hold them', () => {
  const said = 'period: 2024, by: [rep, "rep,region"], headerRow: 3, strict: true, only: region=East';
  expect(jobs(`  - { name: Q1, files: [a.csv, b.csv], ${said} }`)).toEqual([
    {
      name: 'Q1',
      files: ['a.csv', 'b.csv'],
      flags: { period: '2024', by: ['rep', 'rep,region'], headerRow: '3', strict: true, only: ['region=East'] },
    },
  ]);
});

test.each([
  ['{ revenue: 10577000.50, orders: "12" }', ['revenue=10577000.5', 'orders=12']],
  ['revenue=10577000.00@0.01', ['revenue=10577000.00@0.01']],
  ['[revenue=1, orders=2]', ['revenue=1', 'orders=2']],
])('expect: %s', (text, expected) => {
  expect(jobs(`  - { files: a.csv, expect: ${text} }`)[0]?.flags).toEqual({ expect: expected });
});

test.each([
  ['a name twice', ['  - { name: A, files: a.csv }', '  - { name: A, files: b.csv }'], 'batch/name-twice', {}],
  ['no files', ['  - name: A'], 'config/missing-key', { key: 'files', line: 3 }],
  [
    'a number that a double cannot hold',
    ['  - files: a.csv', '    expect: { revenue: 1234567890123456.78 }'],
    'config/long-number',
    { line: 4, column: 24 },
  ],
  [
    'a flag that is misspelt',
    ['  - files: a.csv', '    peroid: 2024'],
    'config/unknown-key',
    { line: 4, column: 5, near: ['period'] },
  ],
  ['no YAML', ['  - files: [a.csv'], 'config/not-yaml', {}],
])('%s is refused with its place', (_, lines, code, params) => {
  const place: unknown = expect.objectContaining(params);
  expect(() => jobs(...lines)).toThrow(expect.objectContaining({ code, params: place }));
});
