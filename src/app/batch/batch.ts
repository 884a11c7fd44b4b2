/** `batch`: many files, one report each, an overview of all, and a record from which the next run goes on. */
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { EarlierBatch } from '../../config/batch-record.ts';
import { type Batch, type BatchJob, type FlagTexts, type JobRecord, noProblems } from '../../model/batch.ts';
import { UserError } from '../../problems/user-error.ts';
import { makeFolder } from '../../write/folder.ts';
import { checkFile } from '../../write/save.ts';
import type { EvaluateFilesOptions } from '../options.ts';
import { tool } from '../version.ts';
import { indexPath, writeIndex } from './index-file.ts';
import { type JobToRun, runJobs, type Watch } from './run-jobs.ts';
import { savedState } from './saved-state.ts';
import { startPool, type WorkerPool } from './worker-pool.ts';

export interface BatchOptions {
  readonly outDir: string;
  readonly lang: 'en' | 'zh-CN';
  /** Said for all jobs; kept in the record, for `--retry`. */
  readonly flags: FlagTexts;
  /** The options of one job, its own flags among them. */
  readonly optionsOf: (job: BatchJob) => EvaluateFilesOptions;
  readonly threads: number;
  readonly memoryMb: number;
  readonly keepGoing: boolean;
  readonly which: 'changed' | 'failed' | 'all';
  readonly force: boolean;
  /** The config that all jobs follow; its hash is part of what a report follows from. */
  readonly config?: Batch['config'];
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly watch: Watch;
  readonly pool?: (threads: number) => WorkerPool;
}

export function recordPath(outDir: string): string {
  return join(outDir, 'batch.json');
}

/** In a folder that is prepared. Throws UserErrors of writing; what is wrong with one file is in its record. */
export async function runBatch(
  jobs: readonly BatchJob[],
  earlier: EarlierBatch | null,
  options: BatchOptions,
): Promise<Batch> {
  const { outDir, lang, flags, force, now, signal, threads, memoryMb } = options;
  const config = options.config ?? null;
  const known = new Map(earlier?.records.map((record) => [record.job.name, record]));
  const toRun = jobs.map((job) => ({ job, options: options.optionsOf(job), before: knownOf(job, known) }));
  const state = savedState(
    { tool, lang, config, outDir, flags, records: toRun.map((one) => startOf(one, options.which)) },
    { path: recordPath(outDir), force, now },
  );
  const started = now();
  await state.save(false, null);
  const pool = lazily(() => options.pool?.(threads) ?? startPool({ threads, memoryMb }));
  try {
    await runJobs(toRun, {
      threads,
      keepGoing: options.keepGoing,
      which: options.which,
      configHash: config?.sha256 ?? null,
      pool: pool.get,
      now,
      signal,
      watch: options.watch,
      note: state.note,
    });
    const isWhole = !signal.aborted;
    const batch = await state.save(isWhole, isWhole ? Math.round(now() - started) : null);
    if (isWhole) await (pool.started()?.writeIndex(batch, force) ?? writeIndex(batch, force));
    return batch;
  } finally {
    await pool.close();
  }
}

/** Where everything is kept no thread is started. */
function lazily(start: () => WorkerPool) {
  let pool: WorkerPool | undefined;
  return {
    get: () => {
      pool ??= start();
      return pool;
    },
    started: () => pool,
    close: async () => {
      await pool?.close();
    },
  };
}

/** What is known of the very same report; it counts only once it has been looked at. */
function knownOf(job: BatchJob, known: ReadonlyMap<string, JobRecord>): JobRecord | undefined {
  const record = known.get(job.name);
  return record?.job.report === job.report ? { ...record, job } : undefined;
}

/** Until it is looked at a job is pending; what is known of its report stays, in case the run is killed. */
function startOf({ job, before }: JobToRun, which: BatchOptions['which']): JobRecord {
  if (before !== undefined) return which === 'failed' ? before : { ...before, outcome: 'pending' };
  const nothing = { key: null, inputs: [], output: null, figures: null, failure: null, ms: null };
  return { job, outcome: 'pending', ...nothing, problems: noProblems };
}

/** The record of the last run into this folder; null where there is none to go on from. */
export async function earlierBatch(outDir: string): Promise<EarlierBatch | null> {
  try {
    return await parsed(await readFile(recordPath(outDir), 'utf8'));
  } catch {
    return null;
  }
}

/** For `--retry`. Throws UserErrors `file/not-found`, `batch/not-a-record`. */
export async function batchToRetry(path: string): Promise<EarlierBatch> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UserError('file/not-found', { file: path }, { cause });
  });
  const earlier = await parsed(text);
  if (earlier === null) throw new UserError('batch/not-a-record', { file: path });
  return earlier;
}

/** Only where there is a record the schema library is loaded. */
async function parsed(text: string): Promise<EarlierBatch | null> {
  const { parseBatchRecord } = await import('../../config/batch-record.ts');
  return parseBatchRecord(text);
}

/** Makes the folder and sees that the batch may write into it. Throws UserErrors `batch/…`, `output/…`. */
export async function prepareFolder(outDir: string, jobs: readonly BatchJob[], force: boolean): Promise<void> {
  await refuseInputs(jobs);
  await makeFolder(outDir);
  await checkFile(indexPath(outDir), { inputs: [], force });
  await checkFile(recordPath(outDir), { inputs: [], force });
}

/** A report in the place of an input would be refused for each one: once is enough, and before any work is done. */
async function refuseInputs(jobs: readonly BatchJob[]): Promise<void> {
  const inputs = new Map<string, string>();
  for (const { files } of jobs) {
    for (const file of files) {
      const real = await realpath(file).catch(() => null);
      if (real !== null) inputs.set(real, file);
    }
  }
  for (const { report } of jobs) {
    const real = await realpath(report).catch(() => null);
    const file = real === null ? undefined : inputs.get(real);
    if (file !== undefined) throw new UserError('batch/over-input', { file });
  }
}
