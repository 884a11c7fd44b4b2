/** KPIs against SQL in another engine, on generated orders with everything that makes real ones awkward. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeOrdersCsv } from '../support/write-orders.ts';
import { differences, hashOf } from './lines.ts';
import { ourLines } from './ours.ts';

const oracle = await import('./duckdb.ts').catch((error: unknown) => {
  console.warn(`SKIPPED: DuckDB does not load here, so no KPI is checked against it (${String(error)})`);
  return null;
});

const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-oracle-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.skipIf(oracle === null).each([1, 2, 3])('orders of seed %i', async (seed) => {
  const path = join(folder, `orders-${seed}.csv`);
  await writeOrdersCsv(path, { rows: 4_000, seed, manner: 'odd' });
  const [ours, theirs] = [await ourLines(path), (await oracle?.oracleLines(path)) ?? []];
  expect(differences(ours, theirs)).toEqual([]);
  expect(hashOf(ours)).toBe(hashOf(theirs));
  expect(ours.length).toBeGreaterThan(500);
});
