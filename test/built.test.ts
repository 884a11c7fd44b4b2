/** The command as it is installed: built, bundled, in a process of its own. Everything else runs in-process from source. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-built-'));

beforeAll(() => {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'ignore' });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/salesmetrics.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', ...env },
  });
  return { status, stdout, stderr };
}

const csv = 'Order ID,Order Date,Rep,Amount\n1,2024-01-05,Wang,100\n2,2024-01-31,Li,50.5\n';

test('--version and --help', () => {
  expect(run(['--version'])).toEqual({ status: 0, stdout: '0.1.0\n', stderr: '' });
  expect(run(['--help']).stdout).toContain('evaluate');
});

test('a GB18030 export and a wide target workbook', () => {
  const files = ['orders.csv', 'targets.xlsx'].map((name) => join(root, 'examples/02-chinese', name));
  const { status, stdout } = run(['evaluate', ...files, '--no-report', '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'salesmetrics.evaluation/1', period: { id: '2024-Q1' } });
});

test('an .xls workbook, in its worker', () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(csv.split('\n').map((line) => line.split(','))), 'Orders');
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'biff8' });
  writeFileSync(join(folder, 'orders.xls'), Buffer.isBuffer(bytes) ? bytes : '');
  const { status, stdout } = run(['evaluate', 'orders.xls', '--no-report', '--json', '--period', '2024-01']);
  expect(status).toBe(0);
  expect(stdout).toContain('"actual": 150.5,');
});

test('a dialect that csv-parse reads', () => {
  writeFileSync(join(folder, 'quoted.csv'), "id;name\n1;'a;b'\n2;'c;d'\n3;'e'\n");
  expect(run(['inspect', 'quoted.csv', '--json']).status).toBe(0);
});

test('standard input, and an error that names the file', () => {
  const { status, stdout } = run(['evaluate', '-', '--no-report', '--period', '2024-01'], { input: csv });
  expect([status, stdout.split('\n')[0]]).toEqual([0, '2024-01 revenue: 150.50']);
  const missing = run(['evaluate', 'nope.csv']);
  expect([missing.status, missing.stdout]).toEqual([2, '']);
  expect(missing.stderr).toContain('nope.csv');
});

test('a page with charts, the same in any zone and locale', () => {
  writeFileSync(join(folder, 'q2.csv'), csv);
  const written = ['Asia/Shanghai', 'America/Los_Angeles'].map((zone) => {
    const env = { TZ: zone, LANG: 'de_DE.UTF-8' };
    expect(run(['evaluate', 'q2.csv', '--html', '--no-report', '--lang', 'en'], { env }).status).toBe(0);
    return readFileSync(join(folder, 'q2.evaluation.html'), 'utf8');
  });
  expect(written[0] === written[1]).toBe(true);
  expect(written[0]?.match(/<svg /g)?.length).toBe(2);
});

test('the same workbook in any zone and locale', () => {
  writeFileSync(join(folder, 'q1.csv'), csv);
  const written = ['Asia/Shanghai', 'America/Los_Angeles'].map((zone) => {
    const { status } = run(['evaluate', 'q1.csv', '--lang', 'en'], { env: { TZ: zone, LANG: 'de_DE.UTF-8' } });
    expect(status).toBe(0);
    return readFileSync(join(folder, 'q1.evaluation.xlsx'));
  });
  expect(written[0]?.equals(written[1] ?? Buffer.alloc(0))).toBe(true);
});
