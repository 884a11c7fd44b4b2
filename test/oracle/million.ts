/** `npm run oracle [-- rows]`: our KPIs and DuckDB's on generated orders, compared by hash. */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { writeOrdersCsv } from '../support/write-orders.ts';
import { oracleLines } from './duckdb.ts';
import { differences, hashOf } from './lines.ts';
import { ourLines } from './ours.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const path = join(import.meta.dirname, `../../.bench/oracle-${rows}.csv`);

console.log(`Writing ${rows.toLocaleString('en')} orders`);
await writeOrdersCsv(path, { rows, seed: 42, manner: 'odd' });

const ours = await timed('salesmetrics', () => ourLines(path));
const theirs = await timed('DuckDB', () => oracleLines(path));
const isEqual = hashOf(ours) === hashOf(theirs);
for (const line of differences(ours, theirs)) console.log(line);
console.log(isEqual ? 'Equal.' : 'DIFFERENT.');
process.exitCode = isEqual ? 0 : 1;

async function timed(name: string, work: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const start = performance.now();
  const lines = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name.padEnd(14)}${lines.length} results  ${seconds} s  sha256 ${hashOf(lines)}`);
  return lines;
}
