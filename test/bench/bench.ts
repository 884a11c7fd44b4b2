/**
 * `npm run bench [-- --rows N] [--rounds N]`: medians, ratios and peak memory of contenders in their own processes,
 * interleaved. No test and no exit code: machines differ, so only ratios within one run mean anything.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { orderHeadings } from '../support/generated-orders.ts';
import { writeOrdersCsv } from '../support/write-orders.ts';
import { bars, type Contender, contendersOf, type Files } from './contenders.ts';
import { measure, median, type Run } from './measure.ts';
import { writeOrdersXlsx } from './write-xlsx.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '5' } },
});
const rows = Number(values.rows);
const rounds = Number(values.rounds);
const root = join(import.meta.dirname, '../..');
const columns = 12;
const seed = 7;
/** A sheet holds 1,048,576 rows, headings included. */
const sheetRows = 1_048_575;

console.log('Building');
execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
const contenders = contendersOf(await makeFiles());
const runs = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]));
for (let round = 1; round <= rounds; round += 1) {
  console.log(`Round ${round} of ${rounds}`);
  for (const contender of contenders) await runOne(contender);
}
printMedians();
printRatios();

async function makeFiles(): Promise<Files> {
  const at = (name: string) => join(root, '.bench', name);
  const csv = at(`orders-${rows}.csv`);
  const tenthCsv = at(`orders-${Math.round(rows / 10)}.csv`);
  const xlsx = rows <= sheetRows ? at(`orders-${rows}.xlsx`) : null;
  const smallXlsx = at('orders-10000.xlsx');
  await makeCsv(csv, rows);
  await makeCsv(tenthCsv, Math.round(rows / 10));
  if (xlsx !== null) await makeXlsx(xlsx, rows);
  await makeXlsx(smallXlsx, 10_000);
  return { csv, tenthCsv, xlsx, smallXlsx, report: at('report.xlsx') };
}

async function makeCsv(path: string, count: number): Promise<void> {
  if (existsSync(path)) return;
  console.log(`Writing ${path}`);
  await writeOrdersCsv(path, { rows: count, seed, manner: 'plain', columns });
}

async function makeXlsx(path: string, count: number): Promise<void> {
  if (existsSync(path)) return;
  console.log(`Writing ${path}`);
  await writeOrdersXlsx(path, { headings: orderHeadings.slice(0, columns), rows: count, seed });
}

async function runOne({ name, args, isBare = false }: Contender): Promise<void> {
  // What lasts milliseconds is run more often, or its median would be noise.
  for (let times = isBare ? 5 : 1; times > 0; times -= 1) {
    const run = await measure(args, isBare);
    if (run !== null) runs.get(name)?.push(run);
  }
}

function printMedians(): void {
  console.log(`\n${rows.toLocaleString('en')} rows × ${columns} columns, median of ${rounds} rounds`);
  console.log(`${''.padEnd(44)}${'s'.padStart(9)}${'peak MiB'.padStart(10)}`);
  for (const [name, list] of runs) {
    if (list.length === 0) console.log(`${name.padEnd(44)}   absent`);
    else console.log(`${name.padEnd(44)}${secondsOf(name).toFixed(3).padStart(9)}${peakOf(name).padStart(10)}`);
  }
}

function printRatios(): void {
  console.log(`\n${'ratio of medians'.padEnd(44)}${'found'.padStart(9)}${'bar'.padStart(10)}${'aim'.padStart(10)}`);
  for (const { what, ours, other, bar, aim } of bars) {
    const ratio = secondsOf(ours) / secondsOf(other);
    if (Number.isNaN(ratio)) console.log(`${what.padEnd(44)}   absent`);
    else
      console.log(
        `${what.padEnd(44)}${[ratio, bar, aim].map((x, i) => x.toFixed(3).padStart(i === 0 ? 9 : 10)).join('')}  ${wordOf(ratio, bar, aim)}`,
      );
  }
}

function wordOf(ratio: number, bar: number, aim: number): string {
  if (ratio <= aim) return 'aim reached';
  return ratio <= bar ? 'bar reached' : 'ABOVE THE BAR';
}

function secondsOf(name: string): number {
  return median((runs.get(name) ?? []).map(({ seconds }) => seconds));
}

function peakOf(name: string): string {
  const peaks = (runs.get(name) ?? []).flatMap(({ peakMiB }) => (peakMiB === null ? [] : [peakMiB]));
  return peaks.length === 0 ? '' : median(peaks).toFixed(0);
}
