/** KPIs against SQL in another engine, on generated orders with everything that makes real ones awkward. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeCompany } from '../support/write-company.ts';
import { writeOrdersCsv } from '../support/write-orders.ts';
import { differences, hashOf } from './lines.ts';
import { ourCompanyLines } from './our-company.ts';
import { ourLines } from './ours.ts';

const oracle = await import('./duckdb.ts').catch((error: unknown) => {
  console.warn(`SKIPPED: DuckDB does not load here, so no KPI is checked against it (${String(error)})`);
  return null;
});

const company = await import('./duckdb-company.ts').catch(() => null);

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

test.skipIf(company === null).each([1, 2, 3])('deals, payments, service and market of seed %i', async (seed) => {
  const files = writeCompany(join(folder, `company-${seed}`), { rows: 1_500, seed });
  const theirs = (await company?.oracleCompanyLines(files)) ?? [];
  const ours = await ourCompanyLines(files, theirs);
  expect(differences(ours, theirs)).toEqual([]);
  expect(ours).toHaveLength(theirs.length);
  expect(kpisIn(ours)).toEqual(companyKpis);
});

function kpisIn(lines: readonly string[]): readonly string[] {
  return [...new Set(lines.map((line) => line.split('|')[2] ?? ''))].toSorted();
}

const companyKpis = [
  'average-deal-size',
  'collected',
  'collection-rate',
  'created-win-rate',
  'csat',
  'deals-created',
  'deals-lost',
  'deals-won',
  'first-response-time',
  'market-share',
  'nps',
  'open-pipeline',
  'overdue',
  'pipeline-coverage',
  'receivable',
  'resolution-time',
  'sales-cycle',
  'sales-cycle-mean',
  'sales-velocity',
  'weighted-pipeline',
  'win-rate',
  'win-rate-by-value',
];
