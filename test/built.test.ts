/** The command as it is installed: built, bundled, in a process of its own. Everything else runs in-process from source. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { blocksOf } from './support/readme.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-built-'));

beforeAll(() => {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'ignore' });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

interface Surroundings {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Flags of Node itself. */
  readonly node?: readonly string[];
}

function run(args: readonly string[], { input = '', env = {}, node = [] }: Surroundings = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...node, join(root, 'bin/salesmetrics.js'), ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      input,
      env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', ...env },
    },
  );
  return { status, stdout, stderr };
}

const csv = 'Order ID,Order Date,Rep,Amount\n1,2024-01-05,Wang,100\n2,2024-01-31,Li,50.5\n';

test('--version and --help', () => {
  expect(run(['--version'])).toEqual({ status: 0, stdout: '0.1.0\n', stderr: '' });
  expect(run(['--help']).stdout).toContain('evaluate');
});

test('a GB18030 export and a wide target workbook', () => {
  const files = ['orders.csv', 'targets.xlsx'].map((name) => join(root, 'examples/02-chinese-crm-export', name));
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

test('names of parts of objects, where no object lets itself be extended by them', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const rows = names.map((name, at) => `${at},2024-01-0${at + 1},10,${name},${name},${name},${name}`);
  writeFileSync(
    join(folder, 'names.csv'),
    `Order ID,Order Date,Amount,Rep,${names.slice(0, 3).join(',')}\n${rows.join('\n')}\n`,
  );
  const node = ['--disable-proto=throw'];
  const by = ['--by', 'rep', '--by', '__proto__', '--by', 'constructor'];
  const { status, stdout } = run(['evaluate', 'names.csv', '--json', ...by], { node });
  expect(status).toBe(0);
  expect(stdout.match(/"by": \{/g)).toHaveLength(3 * names.length);
  for (const name of names) expect(stdout.split(`"${name}"`).length).toBeGreaterThan(3);
  expect(run(['evaluate', 'names.csv', '-o', 'names.xlsx', ...by], { node }).status).toBe(0);
  expect(run(['validate', 'names.csv', '--json'], { node }).status).toBe(0);
  expect(run(['inspect', 'names.csv', '-v'], { node }).status).toBe(0);
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

describe('completion in a shell', () => {
  const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;
  const shim = (name: string) => {
    writeFileSync(
      join(folder, name),
      `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin/salesmetrics.js')}" "$@"\n`,
      {
        mode: 0o755,
      },
    );
  };

  test.runIf(has('bash'))('bash: sourced twice, it completes flags, values and nothing else', () => {
    shim('salesmetrics');
    const script = `
      PATH="$PWD:$PATH"
      source <(salesmetrics completion bash); source <(salesmetrics completion bash)
      ask() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); __salesmetrics_complete 2>/dev/null; echo "\${COMPREPLY[@]}"; }
      ask salesmetrics ev; ask salesmetrics evaluate --kpi revenue-; ask salesmetrics evaluate --tax ''
      complete -p salesmetrics`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      'evaluate',
      'revenue-per-customer',
      'included excluded',
      'complete -o default -F __salesmetrics_complete salesmetrics',
    ]);
  });

  test.runIf(has('zsh'))('zsh: the script is sound', () => {
    const { stdout } = run(['completion', 'zsh']);
    expect(spawnSync('zsh', ['-n'], { input: stdout, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  test.runIf(has('fish'))('fish: the script is sound', () => {
    const { stdout } = run(['completion', 'fish']);
    expect(spawnSync('fish', ['--no-execute'], { input: stdout, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });
});

const packing = z.array(
  z.object({ filename: z.string(), files: z.array(z.object({ path: z.string(), size: z.number() })) }),
);

/** Packs into `place`, which holds the tarball afterwards. */
function pack(place: string): { readonly tarball: string; readonly files: readonly string[] } {
  mkdirSync(place, { recursive: true });
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', place];
  const printed = execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [made] = packing.parse(JSON.parse(printed));
  return { tarball: join(place, made?.filename ?? ''), files: (made?.files ?? []).map(({ path }) => path) };
}

test('packed twice it has one checksum; it holds the bundle, templates and examples, nothing of source and tests', () => {
  const [first, second] = ['once', 'twice'].map((name) => pack(join(folder, name)));
  const hashes = [first, second].map((made) =>
    createHash('sha256')
      .update(readFileSync(made?.tarball ?? ''))
      .digest('hex'),
  );
  expect(hashes[1]).toBe(hashes[0]);
  const files = first?.files ?? [];
  expect(files).toEqual(
    expect.arrayContaining(['bin/salesmetrics.js', 'dist/main.js', 'dist/index.js', 'dist/index.d.ts']),
  );
  const known =
    /^(?:bin|dist|templates|examples)\/|^(?:package\.json|LICENSE|(?:README|README\.zh-CN|SECURITY|CHANGELOG)\.md)$/;
  expect(files.filter((path) => !known.test(path))).toEqual([]);
  expect(files.filter((path) => /\.(?:map|tsbuildinfo)$|(?<!\.d)\.ts$|^dist\/\.types\//.test(path))).toEqual([]);
  expect(files.length).toBeLessThan(400);
});

describe('packed and installed alone in an empty folder', () => {
  const place = join(folder, 'installed');
  const installed = join(place, 'node_modules/salesmetrics');
  const inside = (...args: readonly string[]) =>
    spawnSync(process.execPath, args, {
      cwd: place,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' },
    });
  const command = (...args: readonly string[]) => inside(join(installed, 'bin/salesmetrics.js'), ...args);

  beforeAll(() => {
    // All that the package needs is inside its bundle: no registry is asked, and nothing else is installed beside it.
    execFileSync('tar', ['-xzf', pack(place).tarball, '-C', place]);
    mkdirSync(join(place, 'node_modules'));
    renameSync(join(place, 'package'), installed);
  }, 60_000);

  test('it evaluates the example', () => {
    expect(command('init', 'demo')).toMatchObject({ status: 0, stdout: 'Wrote demo/q1.xlsx\n' });
    const { status, stdout } = command('evaluate', 'demo/q1.xlsx');
    expect([status, stdout.split('\n')[0]]).toEqual([
      0,
      '2024-Q1 reached 92.1% of its revenue target: CNY 910,155 short',
    ]);
    expect(command('batch', 'demo/q1.xlsx', '--out-dir', 'out')).toMatchObject({
      status: 0,
      stdout: '1 report; 6,122 rows\n',
    });
    expect(command('init', 'targets').status).toBe(0);
  });

  test('programs import it by its name', () => {
    const library = `import { evaluate } from 'salesmetrics'; console.log((await evaluate(['node_modules/salesmetrics/examples/first-run/q1.xlsx'])).period.id)`;
    expect(inside('--input-type=module', '-e', library).stdout).toBe('2024-Q1\n');
    // The example is inside the package, where `salesmetrics` is the package itself.
    const [shown] = blocksOf(readFileSync(join(root, 'examples/library/README.md'), 'utf8'));
    const program = inside(join(installed, 'examples/library/quarter.mjs'));
    expect(program).toMatchObject({ status: 0, stdout: shown?.output, stderr: '' });
  });

  test('a strict compiler knows its types', () => {
    expect(compiled(place)).toMatchObject({ status: 0, stdout: '' });
  }, 60_000);
});

/** What a strict compiler says of a program that uses the library by its shipped declarations. */
function compiled(place: string) {
  for (const name of ['zod', '@types/node', 'undici-types']) {
    mkdirSync(dirname(join(place, 'node_modules', name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(place, 'node_modules', name));
  }
  const program = `
    import { evaluate, explain, type EvaluationDocument, UserError } from 'salesmetrics';
    const document: EvaluationDocument = await evaluate(['q1.xlsx'], { period: '2024-Q1', by: ['rep'] });
    export const revenue: number | null | undefined = document.kpis[0]?.actual;
    export const code = (error: unknown): string => (error instanceof UserError ? error.code : '');
    export const rows: number | undefined = (await explain('revenue', ['q1.xlsx'])).groups[0]?.terms[0]?.rows?.length;
    // @ts-expect-error: a number is no text
    export const wrong: string = document.period.complete;
    // @ts-expect-error: there is no such option
    await evaluate(['q1.xlsx'], { perod: '2024-Q1' });
  `;
  writeFileSync(join(place, 'program.mts'), program);
  const flags = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    'node',
  ];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [tsc, ...flags, 'program.mts'], { cwd: place, encoding: 'utf8' });
}
