/** Files of the command in a process of its own: full and small disks, signals, pipes, odd inputs and outputs. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildTool, runTool, toolPath } from '../support/built.ts';
import { unpack } from '../support/unpack.ts';
import { workbookBytes } from '../support/zip.ts';

const root = join(import.meta.dirname, '../..');
const csv = 'Order ID,Order Date,Rep,Amount\n1,2024-01-05,Wang,100\n2,2024-01-31,Li,50.5\n';
const old = '{ "schema": "salesmetrics.evaluation/1" }\n';
const save = ['evaluate', 'q1.csv', '-f', 'json', '-o', 'out.json', '--lang', 'en'];
const env = { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' };

let folder = '';
let whole = '';
beforeAll(() => {
  buildTool();
  folder = mkdtempSync(join(tmpdir(), 'salesmetrics-files-'));
  writeFileSync(join(folder, 'q1.csv'), csv);
  expect(runTool(folder, save).status).toBe(0);
  whole = readFileSync(join(folder, 'out.json'), 'utf8');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => writeFileSync(join(folder, 'out.json'), old));

const saved = (at = folder) => readFileSync(join(at, 'out.json'), 'utf8');
const leftovers = (at = folder) => readdirSync(at).filter((name) => name.endsWith('.tmp'));

describe('a signal at ten steps of a write', () => {
  // Of the sixteen: opened, written, sized, its mode set, synced, closed, renamed, each before and after.
  const points = [1, 2, 3, 4, 6, 8, 10, 12, 13, 14];

  async function interrupted(at: string, point: number, signal: string) {
    mkdirSync(at);
    writeFileSync(join(at, 'q1.csv'), csv);
    writeFileSync(join(at, 'out.json'), old);
    const args = ['--import', join(root, 'test/process/interrupt.js'), toolPath, ...save];
    const child = spawn(process.execPath, args, {
      cwd: at,
      stdio: 'ignore',
      env: { ...env, POINT: String(point), SIGNAL: signal },
    });
    return await new Promise<{ readonly code: number | null; readonly killed: string | null }>((resolve) => {
      child.on('close', (code, killed) => resolve({ code, killed }));
    });
  }

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('%s: the old file or the whole new one, no litter, exit %i', async (signal, expected) => {
    const ends = await Promise.all(
      points.map(async (point) => {
        const at = join(folder, `${signal}-${point}`);
        const { code } = await interrupted(at, point, signal);
        return { point, code, text: saved(at), litter: leftovers(at) };
      }),
    );
    expect(ends.filter(({ text }) => text !== old && text !== whole)).toEqual([]);
    expect(ends.filter(({ litter }) => litter.length > 0)).toEqual([]);
    expect(ends.filter(({ code }) => code !== expected)).toEqual([]);
    expect(new Set(ends.map(({ text }) => text))).toEqual(new Set([old, whole]));
  });

  test('SIGKILL: the old file or the whole new one, and the next run removes what was left', async () => {
    const ends = await Promise.all(
      points.map(async (point) => {
        const at = join(folder, `SIGKILL-${point}`);
        const { killed } = await interrupted(at, point, 'SIGKILL');
        return { point, at, killed, text: saved(at), litter: leftovers(at) };
      }),
    );
    expect(ends.filter(({ killed }) => killed !== 'SIGKILL')).toEqual([]);
    expect(ends.filter(({ text }) => text !== old && text !== whole)).toEqual([]);
    expect(ends.filter(({ litter }) => litter.length > 1)).toEqual([]);
    const littered = ends.filter(({ litter }) => litter.length === 1);
    expect(littered.length).toBeGreaterThan(5);
    const [{ at = '' } = {}] = littered;
    expect(runTool(at, save).status).toBe(0);
    expect([saved(at) === whole, leftovers(at)]).toEqual([true, []]);
  });
});

describe('no room', () => {
  const limited = (blocks: number) => {
    const script = `trap "" XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`;
    return spawnSync('bash', ['-c', script, process.execPath, toolPath, ...save], {
      cwd: folder,
      encoding: 'utf8',
      env,
    });
  };

  // Blocks of 1024 bytes; the document has more than eight.
  test.each([0, 1, 4, 8])('a file may have %i KiB: the old one stays', (blocks) => {
    expect(whole.length).toBeGreaterThan(8 * 1024);
    const { status, stderr } = limited(blocks);
    expect(stderr).toContain('error[output/failed]: out.json');
    expect(status).toBe(2);
    expect([saved(), leftovers()]).toEqual([old, []]);
  });

  const disk = mkdtempSync(join(tmpdir(), 'salesmetrics-disk-'));
  const mounted = (size: string) =>
    process.platform === 'linux' &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]).status === 0;
  const canMount = mounted('4k');
  if (canMount) spawnSync('umount', [disk]);
  else process.stderr.write('skipped: small disks, which only root may mount\n');
  afterAll(() => rmSync(disk, { recursive: true }));

  test.runIf(canMount).each(['4k', '8k'])('a disk of %s', (size) => {
    expect(mounted(size)).toBe(true);
    try {
      writeFileSync(join(disk, 'out.json'), old);
      const { status, stderr } = runTool(folder, ['evaluate', 'q1.csv', '-f', 'json', '-o', join(disk, 'out.json')]);
      expect(stderr).toContain('no space left on the disk');
      expect(status).toBe(2);
      expect([saved(disk), leftovers(disk)]).toEqual([old, []]);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  test('standard output onto a full disk is a failure', () => {
    const script = 'exec "$0" "$@" > /dev/full';
    const args = ['-c', script, process.execPath, toolPath, 'evaluate', 'q1.csv', '--no-report', '--json'];
    const { status, stderr } = spawnSync('bash', args, { cwd: folder, encoding: 'utf8', env });
    expect(stderr).toContain('output/stdout-failed');
    expect(status).toBe(2);
  });
});

test('a reader that has seen enough: nothing went wrong, and nothing is said', async () => {
  const rows = Array.from({ length: 3_000 }, (_, at) => `${at},2024-01-05,Rep ${at},1\n`);
  writeFileSync(join(folder, 'many.csv'), `Order ID,Order Date,Rep,Amount\n${rows.join('')}`);
  const args = [toolPath, 'evaluate', 'many.csv', '--no-report', '--json', '--by', 'rep', '-q'];
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  child.stderr.on('data', (text: Buffer) => {
    told += text.toString();
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => {
    child.on('close', resolve);
  });
  expect([code, told]).toEqual([0, '']);
});

test('two runs at once onto one output: one whole file, no litter', async () => {
  const ends = await Promise.all(
    ['2024-01', 'all'].map(
      (period) =>
        new Promise<number | null>((resolve) => {
          const args = [toolPath, 'evaluate', 'q1.csv', '-o', 'both.xlsx', '--period', period];
          spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' }).on('close', resolve);
        }),
    ),
  );
  expect(ends).toContain(0);
  expect(ends.filter((code) => code !== 0 && code !== 2)).toEqual([]);
  expect(unpack(readFileSync(join(folder, 'both.xlsx'))).has('xl/workbook.xml')).toBe(true);
  expect(leftovers()).toEqual([]);
});

/** An orders workbook, as an input that an output may name. */
function orders(): Buffer {
  const rows = csv.trimEnd().split('\n');
  const cells = (row: string) => row.split(',').map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return workbookBytes({
    sheets: [{ name: 'Orders', rows: rows.map((row) => `<row>${cells(row).join('')}</row>`).join('') }],
  });
}

test.each([
  ['the input', 'orders.xlsx', 'output/is-input'],
  ['a link to the input', 'link.xlsx', 'output/is-input'],
  ['a folder', 'sub.xlsx', 'output/is-folder'],
  ['a folder that is not there', 'none/out.xlsx', 'output/no-folder'],
  ['a place where nothing can be written', '/proc/out.xlsx', 'output/'],
  ['a pipe', 'pipe.xlsx', 'output/'],
])('an output onto %s is refused, and nothing has changed', (_, target, code) => {
  const input = orders();
  writeFileSync(join(folder, 'orders.xlsx'), input);
  mkdirSync(join(folder, 'sub.xlsx'), { recursive: true });
  rmSync(join(folder, 'link.xlsx'), { force: true });
  symlinkSync('orders.xlsx', join(folder, 'link.xlsx'));
  spawnSync('mkfifo', [join(folder, 'pipe.xlsx')]);
  const { status, stderr } = runTool(folder, ['evaluate', 'orders.xlsx', '-o', target, '-F'], { timeout: 20_000 });
  expect(stderr).toContain(`error[${code}`);
  expect(stderr).toContain(target);
  expect(status).toBe(2);
  expect(readFileSync(join(folder, 'orders.xlsx')).equals(input)).toBe(true);
  expect(readdirSync(join(folder, 'sub.xlsx'))).toEqual([]);
  expect(leftovers()).toEqual([]);
});

test.each(['pipe.csv', '/dev/zero', '/dev/null', 'sub.xlsx'])('%s as an input is refused without waiting', (input) => {
  mkdirSync(join(folder, 'sub.xlsx'), { recursive: true });
  spawnSync('mkfifo', [join(folder, 'pipe.csv')]);
  for (const command of ['evaluate', 'validate', 'inspect']) {
    const { status, stderr } = runTool(folder, [command, input], { timeout: 20_000 });
    expect(stderr).toContain(input);
    expect(status).toBe(2);
  }
});
