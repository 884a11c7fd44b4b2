import { availableParallelism, totalmem } from 'node:os';
import {
  type BatchOptions,
  batchToRetry,
  earlierBatch,
  prepareFolder,
  recordPath,
  runBatch,
} from '../../app/batch/batch.ts';
import { indexPath } from '../../app/batch/index-file.ts';
import { planJobs } from '../../app/batch/plan-jobs.ts';
import { batchJson } from '../../app/documents.ts';
import type { EarlierBatch } from '../../config/batch-record.ts';
import { wordsOf } from '../../i18n/index.ts';
import { given } from '../../lib/given.ts';
import { visible } from '../../lib/visible.ts';
import { type Batch, type BatchJob, bugCode, countBatch } from '../../model/batch.ts';
import { UserError } from '../../problems/user-error.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { acceptListOf } from '../flags/accept.ts';
import { flagTexts, jobOptions, namedBeside } from '../flags/batch-flags.ts';
import { isJson } from '../flags/format.ts';
import type { BatchFlags } from '../flags/raw-flags.ts';
import { wholeNumber } from '../flags/values.ts';
import { type Opened, openSession } from '../open-session.ts';
import { batchEnd } from '../present/batch-end.ts';
import { batchTalk } from '../present/batch-talk.ts';
import { type Session, sessionOf } from '../session.ts';
import type { World } from '../world.ts';

/** What is to be done, before anything is. */
interface Plan {
  readonly outDir: string;
  readonly jobs: readonly BatchJob[];
  readonly ownFiles: readonly string[];
  readonly earlier: EarlierBatch | null;
}

/** `batch`: one report per file, `index.xlsx` and `batch.json`; what is wrong with one file is told, and the others go on. */
export async function batchCommand(inputs: readonly string[], flags: BatchFlags, world: World): Promise<ExitCode> {
  sessionOf(flags, world);
  const wantsJson = isJson(flags);
  const threads = Math.min(wholeNumber('--jobs', flags.jobs, 1) ?? availableParallelism(), mostThreads);
  const plan = flags.retry === undefined ? await newPlan(inputs, flags) : await retryPlan(inputs, flags, flags.retry);
  const { jobs, earlier } = plan;
  const { session, settings } = await openSession(jobs[0]?.files ?? [], flags, world);
  const options = await optionsOf(plan, flags, threads, { session, settings });
  // A wrong flag, of the command or of a manifest, ends the run before it begins.
  for (const job of jobs) options.optionsOf(job);
  if (flags.dryRun === true) return dryRun(jobs, session);
  await prepareFolder(plan.outDir, jobs, flags.force === true);
  const talk = await batchTalk(session, {
    jobs,
    threads: options.threads,
    config: settings?.source.path ?? null,
    ownFiles: plan.ownFiles.length,
  });
  try {
    const batch = await runBatch(jobs, earlier, { ...options, watch: talk.watch });
    const code = endingOf(batch);
    talk.done(batch, code);
    world.out(wantsJson ? batchJson(batch) : `${batchEnd(batch, session).join('\n')}\n`);
    if (!session.isQuiet && batch.finished) tellWritten(batch, session);
    return code;
  } finally {
    talk.stop();
  }
}

/** A retry goes on as the batch was told, unless a flag now says otherwise. */
async function optionsOf(
  { outDir, jobs, earlier }: Plan,
  flags: BatchFlags,
  mostAtATime: number,
  { session: { lang, world }, settings }: Opened,
): Promise<Omit<BatchOptions, 'watch'>> {
  const before = flags.retry === undefined ? null : earlier;
  const all = {
    flags: { ...before?.flags, ...flagTexts(flags) },
    lang: flags.lang === undefined ? (before?.lang ?? lang) : lang,
    force: flags.force === true,
    today: world.today,
    fiscalYearStart: settings?.compute.fiscalYearStart,
  };
  const threads = Math.min(mostAtATime, jobs.length);
  const { accept: listed } = all.flags;
  const list = await acceptListOf(typeof listed === 'string' ? listed : undefined);
  const accept = list && { ...list, isShared: true };
  return {
    ...all,
    outDir,
    config: settings?.source ?? null,
    optionsOf: (job) => ({ ...jobOptions(job, all), settings, ...given({ accept }) }),
    threads,
    memoryMb: memoryFor(threads),
    keepGoing: flags.keepGoing !== false,
    which: whichOf(flags),
    now: world.now,
    signal: world.signal,
  };
}

function whichOf({ retry, changedOnly }: BatchFlags): BatchOptions['which'] {
  if (retry !== undefined) return 'failed';
  return changedOnly === false ? 'all' : 'changed';
}

const mostThreads = 64;

/** A thread may have its share of three quarters of the memory, but never so little that an ordinary file fails. */
function memoryFor(threads: number): number {
  const share = Math.floor((totalmem() * 0.75) / threads / 1024 ** 2);
  return Math.min(4096, Math.max(512, share));
}

async function newPlan(inputs: readonly string[], flags: BatchFlags): Promise<Plan> {
  const { outDir } = flags;
  if (inputs.length === 0) throw new UserError('usage/missing-argument', { command: 'batch', argument: '<files...>' });
  if (outDir === undefined || outDir === '') throw new UserError('batch/no-out-dir');
  if (inputs.includes('-')) throw new UserError('batch/stdin');
  const { jobs, ownFiles } = await planJobs(inputs, outDir, namedBeside(flags));
  return { outDir, jobs, ownFiles, earlier: await earlierBatch(outDir) };
}

async function retryPlan(inputs: readonly string[], flags: BatchFlags, record: string): Promise<Plan> {
  const [first] = inputs;
  if (first !== undefined) throw new UserError('usage/conflict', { flag: `--retry ${record}`, other: first });
  if (flags.outDir !== undefined)
    throw new UserError('usage/conflict', { flag: `--retry ${record}`, other: '--out-dir' });
  const earlier = await batchToRetry(record);
  return { outDir: earlier.outDir, jobs: earlier.records.map(({ job }) => job), ownFiles: [], earlier };
}

function dryRun(jobs: readonly BatchJob[], { world, words, lang }: Session): ExitCode {
  const { batch } = wordsOf(lang);
  for (const { files, report } of jobs) {
    world.out(`${batch.wouldWrite(files.map((file) => visible(file)).join(words.comma), visible(report))}\n`);
  }
  world.err(`${batch.dryRun(jobs.length)}\n`);
  return exitCodes.ok;
}

function endingOf({ records }: Batch): ExitCode {
  const { fail, pending, draft } = countBatch(records);
  if (records.some(({ failure }) => failure?.code === bugCode)) return exitCodes.bug;
  if (fail + pending + draft > 0) return exitCodes.problems;
  return records.some(({ figures }) => figures?.missed === true) ? exitCodes.failUnder : exitCodes.ok;
}

function tellWritten({ outDir, records }: Batch, { world, lang }: Session): void {
  const { batch } = wordsOf(lang);
  const record = visible(recordPath(outDir));
  world.err(`${batch.wrote(visible(indexPath(outDir)), record)}\n`);
  const { fail, pending } = countBatch(records);
  if (fail + pending > 0) world.err(`${fail + pending === 1 ? batch.retryOne(record) : batch.retrySome(record)}\n`);
}
