/** What is kept, what is made anew, and what a stop leaves behind: with a pool that only writes small files. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BatchOptions, earlierBatch, prepareFolder, runBatch } from '../../../../src/app/batch/batch.ts';
import { writeIndex } from '../../../../src/app/batch/index-file.ts';
import type { JobReply } from '../../../../src/app/batch/messages.ts';
import type { WorkerPool } from '../../../../src/app/batch/worker-pool.ts';
import type { EvaluateFilesOptions } from '../../../../src/app/options.ts';
import type { BatchFigures, BatchJob } from '../../../../src/model/batch.ts';

let folder = '';
let evaluated: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'salesmetrics-batch-'));
  evaluated = [];
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `${name}.csv`), name);
});
afterEach(() => rmSync(folder, { recursive: true }));

const jobs = (): BatchJob[] =>
  ['a', 'b', 'c'].map((name) => ({
    name: `${name}.csv`,
    files: [join(folder, `${name}.csv`)],
    report: join(folder, 'out', `${name}.xlsx`),
    flags: {},
  }));

const mark = (path: string) => {
  const bytes = readFileSync(path);
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
};

const failing: JobReply = {
  kind: 'failed',
  failure: { code: 'file/empty', params: { file: 'b.csv' }, problem: null },
  problems: { error: 0, warning: 0, info: 0, byCode: {} },
};

function fakePool(fails: readonly string[], onDone: (name: string) => void): WorkerPool {
  return {
    evaluate: async ({ files: [file = ''], options }) => {
      const name = file.slice(-5);
      evaluated.push(name);
      onDone(name);
      if (fails.includes(name)) return failing;
      writeFileSync(options.out ?? '', `report of ${readFileSync(file, 'utf8')}`);
      const figures: BatchFigures = {
        rows: 1,
        period: '2024-Q1',
        currency: null,
        kpi: 'revenue',
        unit: 'money',
        better: 'higher',
        actual: { units: 12345678901234567890123n, scale: 2 },
        target: null,
        attainment: null,
        status: null,
        draft: false,
        missed: false,
      };
      const nothing = { error: 0, warning: 0, info: 0, byCode: {} };
      return {
        kind: 'done',
        figures,
        inputs: [mark(file)],
        problems: nothing,
        output: mark(options.out ?? ''),
        failure: null,
      };
    },
    writeIndex,
    close: async () => undefined,
  };
}

interface Way {
  readonly fails?: readonly string[];
  readonly which?: BatchOptions['which'];
  readonly keepGoing?: boolean;
  readonly compute?: EvaluateFilesOptions['compute'];
  readonly config?: string;
  readonly signal?: AbortSignal;
  readonly onDone?: (name: string) => void;
}

async function run({
  fails = [],
  which = 'changed',
  keepGoing = true,
  compute = {},
  config,
  signal,
  onDone,
}: Way = {}) {
  const outDir = join(folder, 'out');
  evaluated = [];
  await prepareFolder(outDir, jobs(), false);
  const batch = await runBatch(jobs(), await earlierBatch(outDir), {
    outDir,
    lang: 'en',
    flags: {},
    optionsOf: ({ report }) => ({ out: report, compute }),
    threads: 1,
    memoryMb: 512,
    keepGoing,
    which,
    force: false,
    config: config === undefined ? null : { path: 'salesmetrics.yaml', sha256: config },
    now: () => 0,
    signal: signal ?? new AbortController().signal,
    watch: { begins: () => undefined, progress: () => undefined, ends: () => undefined },
    pool: () => fakePool(fails, onDone ?? (() => undefined)),
  });
  return batch.records.map(({ outcome }) => outcome);
}

const record = () => readFileSync(join(folder, 'out/batch.json'), 'utf8');

describe('a second run', () => {
  test('keeps what has not changed, and its overview is the same to the byte', async () => {
    expect(await run()).toEqual(['ok', 'ok', 'ok']);
    const index = readFileSync(join(folder, 'out/index.xlsx'));
    expect(await run()).toEqual(['same', 'same', 'same']);
    expect(evaluated).toEqual([]);
    expect(readFileSync(join(folder, 'out/index.xlsx')).equals(index)).toBe(true);
    const second = record();
    await run();
    expect(record()).toBe(second);
  });

  test('reads amounts of the first back exactly', async () => {
    await run();
    expect(record()).toContain('"actual": 123456789012345678901.23,');
    await run();
    expect(record().match(/"actual": 123456789012345678901\.23,/g)).toHaveLength(3);
  });

  test.each([
    ['an input changed', () => writeFileSync(join(folder, 'b.csv'), 'other')],
    ['a report changed', () => writeFileSync(join(folder, 'out/b.xlsx'), '')],
    ['a report is gone', () => rmSync(join(folder, 'out/b.xlsx'))],
  ])('makes one anew where %s', async (_, change) => {
    await run();
    change();
    expect(await run()).toEqual(['same', 'ok', 'same']);
    expect(evaluated).toEqual(['b.csv']);
  });

  test.each([
    ['a flag', { compute: { period: '2024-Q2' } }],
    ['the config', { config: 'f'.repeat(64) }],
    ['nothing, when asked to', { which: 'all' as const }],
  ])('makes all anew after a change of %s', async (_, way) => {
    await run();
    expect(await run(way)).toEqual(['ok', 'ok', 'ok']);
  });
});

describe('a failure', () => {
  test('leaves the others alone, and is run again alone', async () => {
    expect(await run({ fails: ['b.csv'] })).toEqual(['ok', 'fail', 'ok']);
    expect(JSON.parse(record())).toMatchObject({ ok: false, jobs: [{}, { failure: { code: 'file/empty' } }, {}] });
    // Changed in between, but not what a retry is for.
    writeFileSync(join(folder, 'a.csv'), 'other');
    expect(await run({ which: 'failed' })).toEqual(['same', 'ok', 'same']);
    expect(evaluated).toEqual(['b.csv']);
  });

  test('stops the run where it shall', async () => {
    expect(await run({ fails: ['a.csv'], keepGoing: false })).toEqual(['fail', 'pending', 'pending']);
    expect(await run()).toEqual(['ok', 'ok', 'ok']);
  });
});

describe('a signal', () => {
  test('leaves a record from which the next run goes on', async () => {
    const controller = new AbortController();
    const onDone = (name: string) => (name === 'b.csv' ? controller.abort('SIGINT') : undefined);
    expect(await run({ signal: controller.signal, onDone })).toEqual(['ok', 'ok', 'pending']);
    expect(JSON.parse(record())).toMatchObject({ finished: false });
    expect(existsSync(join(folder, 'out/index.xlsx'))).toBe(false);
    expect(await run()).toEqual(['same', 'same', 'ok']);
  });
});

test('a folder with an overview that is not ours is refused before any work', async () => {
  await run();
  writeFileSync(join(folder, 'out/index.xlsx'), 'mine');
  await expect(run()).rejects.toMatchObject({ code: 'output/exists' });
  expect(evaluated).toEqual([]);
});
