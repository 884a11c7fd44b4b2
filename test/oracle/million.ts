/** `npm run oracle [-- rows]`: our KPIs and DuckDB's on generated orders and on a generated company, compared by hash. */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { writeCompany } from '../support/write-company.ts';
import { writeOrdersCsv } from '../support/write-orders.ts';
import { oracleLines } from './duckdb.ts';
import { oracleCompanyLines } from './duckdb-company.ts';
import { differences, hashOf } from './lines.ts';
import { ourCompanyLines } from './our-company.ts';
import { ourLines } from './ours.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const path = join(import.meta.dirname, `../../.bench/oracle-${rows}.csv`);

console.log(`Writing ${rows.toLocaleString('en')} orders`);
await writeOrdersCsv(path, { rows, seed: 42, manner: 'odd' });

const ours = await timed('salesmetrics', () => ourLines(path));
const theirs = await timed('DuckDB', () => oracleLines(path));
const areOrdersEqual = compare(ours, theirs);

const each = Math.ceil(rows / 20);
console.log(`Writing ${each.toLocaleString('en')} deals, orders, payments, tickets and surveys`);
const files = writeCompany(join(import.meta.dirname, `../../.bench/oracle-company-${each}`), { rows: each, seed: 42 });
const theirCompany = await timed('DuckDB', () => oracleCompanyLines(files));
const ourCompany = await timed('salesmetrics', () => ourCompanyLines(files, theirCompany));
process.exitCode = compare(ourCompany, theirCompany) && areOrdersEqual ? 0 : 1;

function compare(mine: readonly string[], others: readonly string[]): boolean {
  const isEqual = hashOf(mine) === hashOf(others);
  for (const line of differences(mine, others)) console.log(line);
  console.log(isEqual ? 'Equal.' : 'DIFFERENT.');
  return isEqual;
}

async function timed(name: string, work: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const start = performance.now();
  const lines = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name.padEnd(14)}${lines.length} results  ${seconds} s  sha256 ${hashOf(lines)}`);
  return lines;
}
