/** The same few hundred broken files in every run of the tests; `npm run fuzz` looks further. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseOf, checkSeed } from './check.ts';

const count = 250;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salesmetrics-fuzz-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('broken files', () => {
  test('end as they should, none crashes', async () => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= count; seed += 1) {
      const { kinds: found, broken, command } = await checkSeed(seed, folder);
      expect(broken, `seed ${seed}: ${command}`).toEqual([]);
      for (const kind of found) kinds.add(kind);
    }
    // A fuzzer whose files are all refused, or never compared, finds nothing.
    expect([...kinds]).toEqual(
      expect.arrayContaining(['broken.csv evaluate 1', 'broken.xlsx validate 1', 'cells equal']),
    );
  });

  test('are the same for a seed', () => {
    expect(caseOf(7).bytes.equals(caseOf(7).bytes)).toBe(true);
    expect(caseOf(7).bytes.equals(caseOf(8).bytes)).toBe(false);
  });
});
