/** Jobs → records: what is unchanged is kept, the rest goes to the threads. */
import { type BatchJob, bugCode, type JobRecord, noProblems } from '../../model/batch.ts';
import type { EvaluateFilesOptions } from '../options.ts';
import { inputMarks, isIntact, isKept, jobKey } from './job-key.ts';
import type { JobProgress, JobReply } from './messages.ts';
import type { WorkerPool } from './worker-pool.ts';

/** A job with its options, and what is known of it from an earlier run. */
export interface JobToRun {
  readonly job: BatchJob;
  readonly options: EvaluateFilesOptions;
  readonly before: JobRecord | undefined;
}

export interface Watch {
  readonly begins: (job: BatchJob) => void;
  readonly progress: (job: BatchJob, progress: JobProgress) => void;
  readonly ends: (record: JobRecord) => void;
}

export interface RunOptions {
  readonly threads: number;
  readonly keepGoing: boolean;
  /**
   * `changed`: all but reports that would come out the same · `failed`: all but those that have a report ·
   * `all`: every one
   */
  readonly which: 'changed' | 'failed' | 'all';
  readonly configHash: string | null;
  readonly pool: () => WorkerPool;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly watch: Watch;
  readonly note: (at: number, record: JobRecord) => void;
}

/** Ends early, with the rest pending, on an aborted signal, and without `keepGoing` after a failure. */
export async function runJobs(jobs: readonly JobToRun[], options: RunOptions): Promise<void> {
  const stop = new SharedArrayBuffer(1);
  let next = 0;
  let isOver = options.signal.aborted;
  const end = () => {
    isOver = true;
    Atomics.store(new Uint8Array(stop), 0, 1);
  };
  options.signal.addEventListener('abort', end, { once: true });
  const running: Running = { ...options, stop };
  const line = async () => {
    for (let at = next++; !isOver && at < jobs.length; at = next++) {
      const record = await recordOf(jobs[at], running);
      if (record === null) continue;
      options.note(at, record);
      options.watch.ends(record);
      isOver ||= record.outcome === 'fail' && !options.keepGoing;
    }
  };
  try {
    const lines = Promise.all(Array.from({ length: Math.min(options.threads, jobs.length) }, line));
    await Promise.race([lines, abandoned(options.signal)]);
  } finally {
    options.signal.removeEventListener('abort', end);
  }
}

/** After a signal threads have so long to take their temporary files along: less than the run itself has. */
const patience = 700;

function abandoned(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => setTimeout(resolve, patience).unref(), { once: true });
  });
}

interface Running extends RunOptions {
  readonly stop: SharedArrayBuffer;
}

/** Null where the run was stopped before the job was done. */
async function recordOf(one: JobToRun | undefined, run: Running): Promise<JobRecord | null> {
  if (one === undefined) return null;
  const { job, options, before } = one;
  if (run.which === 'failed' && before !== undefined && hadReport(before) && (await isIntact(before))) {
    return { ...before, outcome: 'same' };
  }
  const inputs = await inputMarks(job.files, options);
  const key = inputs && jobKey(inputs, options, run.configHash);
  if (before !== undefined && run.which !== 'all' && (await isKept(before, key))) return { ...before, outcome: 'same' };
  run.watch.begins(job);
  const started = run.now();
  const reply = await run
    .pool()
    .evaluate({ files: job.files, options, stop: run.stop }, (progress) => run.watch.progress(job, progress));
  // A thread that was ended with the run has not failed.
  if (run.signal.aborted && reply.kind !== 'done') return null;
  return recorded(job, reply, { key, inputs: inputs ?? [], ms: Math.round(run.now() - started) });
}

function hadReport({ outcome, output }: JobRecord): boolean {
  return output !== null && (outcome === 'ok' || outcome === 'same');
}

function recorded(job: BatchJob, reply: JobReply, known: Pick<JobRecord, 'key' | 'inputs' | 'ms'>): JobRecord | null {
  const nothing = { output: null, figures: null, problems: noProblems, failure: null };
  switch (reply.kind) {
    case 'stopped':
      return null;
    case 'failed':
      return {
        ...nothing,
        job,
        ...known,
        key: null,
        outcome: 'fail',
        problems: reply.problems,
        failure: reply.failure,
      };
    case 'done': {
      const { figures, problems, inputs, output, failure } = reply;
      if (output === null) {
        const why = failure ?? { code: bugCode, params: { reason: 'no report' }, problem: null };
        return { ...nothing, job, ...known, key: null, outcome: 'fail', problems, failure: why };
      }
      // A file that changed between the hash and the read gives a report, but not one to keep.
      const isSame = inputs.every(({ path, sha256 }) =>
        known.inputs.some((mark) => mark.path === path && mark.sha256 === sha256),
      );
      const key = isSame ? known.key : null;
      return {
        job,
        ...known,
        key,
        inputs,
        outcome: 'ok',
        output,
        figures,
        problems,
        failure: figures.draft ? failure : null,
      };
    }
  }
}
