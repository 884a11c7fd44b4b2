import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { putValidation } from '../../../../src/app/validation-text.ts';
import type { Problem } from '../../../../src/model/problem.ts';
import { machineFormats } from '../../../../src/model/validation-formats.ts';
import { problem } from '../../../../src/problems/catalogue.ts';
import { conciseLine } from '../../../../src/report/validation/concise.ts';
import { githubLines } from '../../../../src/report/validation/github.ts';
import { sarifDocument } from '../../../../src/report/validation/sarif.ts';
import { jsonText } from '../../../../src/write/json.ts';

const badCell = (row: number, value = 'x', file = 'q1, 50%:\n.xlsx'): Problem =>
  problem('cell/not-a-number', { file, sheet: 'Orders', row, column: 6 }, { hint: '' }, { heading: 'Amount', value });
const tool = { name: 'salesmetrics', version: '0.1.0' };
const sarifSchema = z.object({
  runs: z.array(
    z.object({
      results: z.array(
        z.object({
          locations: z.array(z.unknown()),
          relatedLocations: z.array(z.unknown()).optional(),
          occurrenceCount: z.number().optional(),
          partialFingerprints: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ),
});
const sarif = (problems: readonly Problem[], keyOf = (_: Problem) => 'SO-1') =>
  sarifSchema.parse(JSON.parse(jsonText(sarifDocument(problems, { lang: 'en', tool, keyOf })))).runs[0]?.results ?? [];

describe('github', () => {
  test('what parts a command is escaped; one annotation per code and file', () => {
    const lines = githubLines([badCell(4, '5%\n::error::'), badCell(9), badCell(2, 'x', 'other.xlsx')], 'en');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^::error file=q1%2C 50%25%3A%0A\.xlsx,line=4,title=cell\/not-a-number not a number::Orders!F4, Orders!F9: "5%25\\n::error::"/,
    );
    expect(lines.join('')).not.toMatch(/[\r\n]/);
  });
});

test('a concise line stays one line whatever stands in a name', () => {
  expect(conciseLine(badCell(4, 'a\nb\u001b[31m'), 'en')).not.toMatch(/\p{Cc}/u);
  expect(conciseLine(badCell(4, '6O0', 'targets-2024.xlsx'), 'en')).toBe(
    'targets-2024.xlsx:Orders!F4: error cell/not-a-number "6O0" in "Amount" is not a number',
  );
});

describe('sarif', () => {
  test('a cell is a line and a column, and by name a logical location', () => {
    const [result] = sarif([badCell(4, 'x', 'a b/q1.xlsx')]);
    expect(result?.locations[0]).toEqual({
      physicalLocation: { artifactLocation: { uri: 'a%20b/q1.xlsx' }, region: { startLine: 4, startColumn: 6 } },
      logicalLocations: [{ fullyQualifiedName: 'Orders!F4', kind: 'member' }],
    });
  });

  test('the fingerprint follows the key, not the row', () => {
    const print = (found: Problem, key: string) => sarif([found], () => key)[0]?.partialFingerprints['salesmetrics/v1'];
    expect(print(badCell(4), 'SO-1')).toBe(print(badCell(99), 'SO-1'));
    expect(print(badCell(4), 'SO-1')).not.toBe(print(badCell(4), 'SO-2'));
    const twins = sarif([badCell(4), badCell(5)]);
    expect(new Set(twins.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))).size).toBe(2);
  });

  test('above 1,000 problems those of one code and file are one result', () => {
    const many = Array.from({ length: 1001 }, (_, row) => badCell(row + 2));
    expect(sarif(many.slice(1))).toHaveLength(1000);
    const results = sarif(many);
    expect(results).toHaveLength(1);
    expect(results[0]?.occurrenceCount).toBe(1001);
    expect(results[0]?.relatedLocations).toHaveLength(100);
  });
});

test('a hundred thousand problems are written in pieces, in every format', { timeout: 60_000 }, () => {
  const problems = Array.from({ length: 100_000 }, (_, row) => badCell(row + 2, `x${row}`));
  const validation = {
    ok: false,
    inputs: [],
    problems,
    leftOut: [],
    sources: [],
    codes: ['cell/not-a-number'],
    excerpts: new Map(),
    drafts: [],
    keys: new Map(),
  };
  for (const format of machineFormats) {
    let longest = 0;
    let length = 0;
    putValidation(validation, format, 'en', (piece) => {
      longest = Math.max(longest, piece.length);
      length += piece.length;
    });
    expect(length).toBeGreaterThan(100);
    expect(longest).toBeLessThan(200_000);
  }
});
