/** The command as it is installed: built, bundled, in a process of its own. Everything else runs in-process from source. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

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

test('the same workbook in any zone and locale', () => {
  writeFileSync(join(folder, 'q1.csv'), csv);
  const written = ['Asia/Shanghai', 'America/Los_Angeles'].map((zone) => {
    const { status } = run(['evaluate', 'q1.csv', '--lang', 'en'], { env: { TZ: zone, LANG: 'de_DE.UTF-8' } });
    expect(status).toBe(0);
    return readFileSync(join(folder, 'q1.evaluation.xlsx'));
  });
  expect(written[0]?.equals(written[1] ?? Buffer.alloc(0))).toBe(true);
});

describe('batch', () => {
  const month = (name: string, count: number) => {
    mkdirSync(join(folder, name));
    for (let at = 0; at < count; at += 1)
      writeFileSync(join(folder, name, `b${at}.csv`), csv.replace('100', `${100 + at}`));
  };
  const files = (name: string) => readdirSync(join(folder, name)).map((file) => readFileSync(join(folder, name, file)));

  test('the same bytes however many threads, but for the durations', () => {
    month('many', 4);
    writeFileSync(join(folder, 'many/b9.csv'), 'Name,Phone\na,1\n');
    const [one, three] = ['1', '3'].map((threads) => {
      const { status, stdout } = run(['batch', 'many/*.csv', '--out-dir', 'reports', '-j', threads]);
      expect(status).toBe(1);
      const record = readFileSync(join(folder, 'reports/batch.json'), 'utf8').split('"durations"')[0];
      rmSync(join(folder, 'reports/batch.json'));
      const written = files('reports');
      rmSync(join(folder, 'reports'), { recursive: true });
      return { stdout, record, written };
    });
    expect(three?.record).toBe(one?.record);
    expect(three?.stdout).toBe(one?.stdout);
    expect(one?.written).toHaveLength(5);
    expect(one?.written.every((bytes, at) => three?.written[at]?.equals(bytes) === true)).toBe(true);
  });

  test('killed half-way and started again it finishes the rest', async () => {
    month('killed', 12);
    const args = [join(root, 'bin/salesmetrics.js'), 'batch', 'killed/*.csv', '--out-dir', 'again', '-j', '2'];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    await new Promise<void>((resolve) => {
      let seen = '';
      child.stderr.on('data', (text: Buffer) => {
        seen += text.toString();
        if ((seen.match(/ ok {5}/g) ?? []).length >= 3) child.kill('SIGKILL');
      });
      child.on('close', () => resolve());
    });
    expect(JSON.parse(readFileSync(join(folder, 'again/batch.json'), 'utf8'))).toMatchObject({ finished: false });
    const { status, stderr } = run(['batch', 'killed/*.csv', '--out-dir', 'again', '-j', '2']);
    expect(status).toBe(0);
    expect(stderr).toMatch(/ same {3}b/);
    const record: unknown = JSON.parse(readFileSync(join(folder, 'again/batch.json'), 'utf8'));
    expect(record).toMatchObject({ ok: true, finished: true, counts: { fail: 0, pending: 0 } });
    expect(readdirSync(join(folder, 'again')).filter((name) => name.endsWith('.xlsx'))).toHaveLength(13);
    expect(existsSync(join(folder, 'again/index.xlsx'))).toBe(true);
  });
});
