/** The same bytes whatever the zone, the locale and the folder of a run (P11). */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTool } from '../support/built.ts';

const zones = [
  'UTC',
  'Asia/Shanghai',
  'America/Los_Angeles',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'Europe/London',
  'America/St_Johns',
  'Pacific/Pago_Pago',
];
const locales = ['C', 'de_DE.UTF-8', 'zh_CN.UTF-8', 'tr_TR.UTF-8'];
const root = join(import.meta.dirname, '../..');
const main = pathToFileURL(join(root, 'dist/main.js')).href;
// Names that locales sort differently, days at the ends of months, and amounts with fractions.
const csv = `Order ID,Order Date,Rep,Region,Amount
1,2024-01-01,Özil,North,1234.50
2,2024-01-31,Zoë,South,0.1
3,2024-02-29,王芳,North,1e3
4,2024-03-31,İpek,South,-12.345
5,2023-12-31,istván,North,7
`;
const commands = [
  ['evaluate', 'q1.csv', '-o', 'report.xlsx', '--html', 'page.html', '--by', 'rep'],
  ['evaluate', 'q1.csv', '-f', 'json', '-o', 'report.json'],
  ['evaluate', 'q1.csv', '-f', 'csv', '-o', 'report.csv'],
];
const outputs = ['report.xlsx', 'page.html', 'report.json', 'report.csv'];
const parents = ['one', 'another folder, 另一个'];

let folder = '';
beforeAll(() => {
  buildTool();
  folder = mkdtempSync(join(tmpdir(), 'salesmetrics-anywhere-'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Writes all outputs in one process: to start it takes longer than to evaluate, and a main module that is asked for by
 * another name runs again.
 */
const script = `
  for (const [at, args] of ${JSON.stringify(commands)}.entries()) {
    process.argv = [process.execPath, 'salesmetrics', ...args, '--lang', 'en'];
    await import(${JSON.stringify(main)} + '?' + at);
  }`;

/** The hash of each output of a run in a folder below `parent`. */
async function hashesOf(zone: string, locale: string, parent: string): Promise<string> {
  const cwd = join(folder, parent, `${zone} ${locale}`.replaceAll('/', '-'));
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'q1.csv'), csv);
  const env = { PATH: process.env['PATH'], TZ: zone, LANG: locale, LC_ALL: locale };
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd, env, stdio: 'ignore' });
  const code = await new Promise((resolve) => {
    child.on('close', resolve);
  });
  expect([zone, locale, code]).toEqual([zone, locale, 0]);
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(cwd, name)))
      .digest('hex');
  return outputs.map((name) => `${name} ${hash(name)}`).join('\n');
}

test('8 zones × 4 locales × 2 folders', { timeout: 300_000 }, async () => {
  // Each zone and each locale is seen in both folders.
  const places = zones.flatMap((zone, row) =>
    locales.map((locale, column) => [zone, locale, parents[(row + column) % 2] ?? ''] as const),
  );
  const hashes = new Set<string>();
  // Two at a time: more would only wait for each other.
  const next = places.values();
  const work = async () => {
    for (const place of next) hashes.add(await hashesOf(...place));
  };
  await Promise.all([work(), work()]);
  expect([...hashes]).toHaveLength(1);
  expect(parents.map((parent) => readdirSync(join(folder, parent)).length)).toEqual([16, 16]);
});
