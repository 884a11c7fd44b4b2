/** Threads that work off jobs: what one of them does to itself, the others do not notice. */
import { fileURLToPath } from 'node:url';
import workerpool from 'workerpool';
import { workerScript } from '../../lib/worker-script.ts';
import { type Batch, type BatchFailure, bugCode, noProblems } from '../../model/batch.ts';
import { failureOf } from './failure.ts';
import { writeIndex } from './index-file.ts';
import type { JobProgress, JobReply, JobTask } from './messages.ts';

export interface WorkerPool {
  /** Never rejects: a thread that died is a failure with its reason. */
  readonly evaluate: (task: JobTask, onProgress: (progress: JobProgress) => void) => Promise<JobReply>;
  /** The overview, by a thread that has written reports; else here. Throws UserErrors `output/…`. */
  readonly writeIndex: (batch: Batch, force: boolean) => Promise<void>;
  /** Ends all threads, at once. */
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  readonly threads: number;
  /** What a thread may take for objects and texts; columns of numbers lie outside. */
  readonly memoryMb: number;
  /** Code to run instead of the batch worker, for tests. */
  readonly code?: string;
}

const youngMb = 64;

export function startPool({ threads, memoryMb, code }: PoolOptions): WorkerPool {
  const { script, ...how } =
    code === undefined ? workerScript('batch-worker', import.meta.url) : { script: code, eval: true };
  const pool = workerpool.pool(typeof script === 'string' ? script : fileURLToPath(script), {
    workerType: 'thread',
    maxWorkers: threads,
    workerTerminateTimeout: 100,
    workerThreadOpts: {
      ...how,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb, stackSizeMb: 4 },
    },
  });
  const once = async (task: JobTask, on: (progress: JobProgress) => void): Promise<JobReply> =>
    await pool.exec<(task: JobTask) => Promise<JobReply>>('evaluate', [task], { on });
  return {
    evaluate: async (task, onProgress) => {
      try {
        return await once(task, onProgress).catch((error: unknown) => {
          // It died between two jobs, by what the one before left behind: this job has not begun.
          if (error instanceof Error && error.message === 'Worker is terminated') return once(task, onProgress);
          throw error;
        });
      } catch (error) {
        return { kind: 'failed', failure: deathOf(error), problems: noProblems };
      }
    },
    writeIndex: async (batch, force) => {
      try {
        await pool.exec<typeof writeIndex>('writeIndex', [batch, force]);
      } catch {
        // Whatever went wrong there is told properly here.
        await writeIndex(batch, force);
      }
    },
    close: async () => {
      // Threads that hang are ended all the same; nothing is left to be told.
      await Promise.resolve(pool.terminate(true, 1000)).catch(() => undefined);
    },
  };
}

function deathOf(error: unknown): BatchFailure {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return { code: 'batch/out-of-memory', params: {}, problem: null };
  if (cause !== undefined) return failureOf(cause);
  const exit = /exitCode: `(-?\d+)`/.exec(error instanceof Error ? error.message : '')?.[1];
  if (exit !== undefined) return { code: 'batch/worker-died', params: { exit }, problem: null };
  return { code: bugCode, params: { reason: String(error).slice(0, 500) }, problem: null };
}
