/** What runs reach for, watched from outside: no network, no other program, no file but those named (P7). */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTool, runTool, toolPath } from '../support/built.ts';

const root = join(import.meta.dirname, '../..');
const csv = 'Order ID,Order Date,Rep,Amount\n1,2024-01-05,Wang,100\n2,2024-01-31,Li,50.5\n';

let folder = '';
beforeAll(() => {
  buildTool();
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'salesmetrics-outside-')));
  writeFileSync(join(folder, 'q1.csv'), csv);
  writeFileSync(join(folder, 'q2.csv'), csv.replaceAll('2024-01', '2024-03'));
  cpSync(join(root, 'examples/first-run/q1.xlsx'), join(folder, 'book.xlsx'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commands: readonly (readonly string[])[] = [
  ['evaluate', 'q1.csv', '-F'],
  ['evaluate', 'q1.csv', '--html', '--no-report', '-F'],
  ['evaluate', 'book.xlsx', '--into', 'book.xlsx', '-F'],
  ['validate', 'book.xlsx', '-o', 'problems.xlsx', '-F'],
  ['validate', 'book.xlsx', '--annotate', 'marked.xlsx', '-F'],
  ['inspect', 'book.xlsx'],
  ['batch', 'q1.csv', 'q2.csv', '--out-dir', 'reports', '-j', '2'],
];

test.each(commands.map((args) => [args.join(' '), args] as const))('%s: nothing is called', (_, args) => {
  const { status, stderr } = runTool(folder, args, { preloads: [join(root, 'test/process/canary.js')] });
  expect(stderr).not.toContain('canary');
  expect(status).toBe(0);
});

test('the canary sings where something is called', () => {
  const script = join(folder, 'calls.mjs');
  writeFileSync(script, "import { lookup } from 'node:dns/promises';\nawait lookup('localhost');\n");
  const canary = join(root, 'test/process/canary.js');
  expect(spawnSync(process.execPath, ['--import', canary, script])).toMatchObject({ status: 99 });
});

const hasStrace = spawnSync('strace', ['-V']).status === 0;
if (!hasStrace) process.stderr.write('skipped: system calls of a run, as strace is not installed\n');

/** Node itself asks the system how it is set up; nothing of that is the user's. */
const ofSystem = /^\/(?:proc|sys|dev|etc\/(?:ssl|ld\.so|localtime|nsswitch)|usr|lib|lib64|bin|opt)(?:\/|\.|$)/;

function tracedCalls(args: readonly string[]): readonly string[] {
  const log = join(folder, 'calls.txt');
  const strace = ['-f', '-qq', '-s', '4096', '-e', 'trace=execve,connect,socket,open,openat,creat', '-o', log];
  const env = { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' };
  const { status } = spawnSync('strace', [...strace, process.execPath, toolPath, ...args], { cwd: folder, env });
  expect(status).toBe(0);
  const calls = readFileSync(log, 'utf8').split('\n');
  rmSync(log);
  return calls;
}

test
  .runIf(hasStrace)
  .each([
    [['evaluate', 'book.xlsx', '-o', 'report.xlsx', '-F']],
    [['inspect', 'q1.csv']],
    [['batch', 'q1.csv', 'q2.csv', '--out-dir', 'reports', '-j', '2']],
  ])('%j opens its input, its output and the package, and connects to nothing', (args) => {
  mkdirSync(join(folder, 'reports'), { recursive: true });
  const calls = tracedCalls(args);
  expect(calls.filter((call) => / (?:connect|socket)\(/.test(call) && !/AF_UNIX|AF_NETLINK/.test(call))).toEqual([]);
  expect(calls.filter((call) => / execve\(/.test(call))).toHaveLength(1);
  const opened = calls.flatMap((call) => {
    const path = / (?:open|openat|creat)\((?:AT_FDCWD, )?"([^"]*)"/.exec(call)?.[1];
    return path === undefined || call.includes('ENOENT') ? [] : [path.startsWith('/') ? path : join(folder, path)];
  });
  const nodeFolder = join(process.execPath, '../..');
  const own = [folder, realpathSync(root), realpathSync(join(root, 'node_modules')), nodeFolder];
  expect(opened.length).toBeGreaterThan(5);
  expect(opened.filter((path) => !ofSystem.test(path) && !own.some((at) => path.startsWith(at)))).toEqual([]);
});
