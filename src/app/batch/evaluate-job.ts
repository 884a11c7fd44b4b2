/** One job, inside a worker: evaluates, writes the report, and tells only what the overview needs. */
import { compare } from '../../lib/decimal.ts';
import type { BatchFailure, BatchFigures } from '../../model/batch.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import type { Problem } from '../../model/problem.ts';
import { countProblems } from '../../model/problem-counts.ts';
import { UserError } from '../../problems/user-error.ts';
import { evaluateFiles } from '../evaluate.ts';
import { failureOf } from './failure.ts';
import { markOf } from './job-key.ts';
import type { JobProgress, JobReply, JobTask } from './messages.ts';

/** Milliseconds between two looks at the stop flag, and between two reports of progress. */
const interval = 100;

/** Never rejects: what goes wrong is part of the reply. */
export async function evaluateJob(task: JobTask, tell: (progress: JobProgress) => void): Promise<JobReply> {
  const controller = new AbortController();
  const flag = new Uint8Array(task.stop);
  const timer = setInterval(() => {
    if (Atomics.load(flag, 0) !== 0) controller.abort(stopped);
  }, interval);
  try {
    return await evaluated(task, controller.signal, tell);
  } catch (error) {
    if (controller.signal.aborted) return { kind: 'stopped' };
    return failed(error);
  } finally {
    clearInterval(timer);
  }
}

const stopped = new Error('stopped');

async function evaluated(
  { files, options }: JobTask,
  signal: AbortSignal,
  tell: (progress: JobProgress) => void,
): Promise<JobReply> {
  const { evaluation } = await evaluateFiles(files, {
    ...options,
    read: {
      ...options.read,
      signal,
      onProgress: ({ bytes, total, rows }) => {
        tell({ share: total > 0 ? Math.min(100, Math.floor((bytes / total) * 100)) : 0, rows });
      },
    },
  });
  const path = evaluation.outputs[0]?.path;
  const problems = countProblems(evaluation.problems);
  return {
    kind: 'done',
    figures: figuresOf(evaluation),
    inputs: evaluation.inputs.map(({ path: of, sha256, bytes }) => ({ path: of, sha256, bytes })),
    problems,
    output: path === undefined ? null : await markOf(path),
    failure: firstError(evaluation.problems),
  };
}

function figuresOf(evaluation: Evaluation): BatchFigures {
  const { period, currency, draft, failUnder, inputs, kpis } = evaluation;
  const tables = inputs.flatMap((input) => input.tables);
  const headline = kpis[0];
  return {
    rows: tables.reduce((rows, table) => rows + (table.factRows === null ? 0 : table.rows), 0),
    period: period.id,
    currency,
    kpi: headline?.id ?? null,
    unit: headline?.unit ?? null,
    better: headline?.better ?? 'higher',
    actual: headline?.actual ?? null,
    target: headline?.target ?? null,
    attainment: headline?.attainment ?? null,
    status: headline?.status ?? null,
    draft,
    missed: failUnder !== null && (failUnder.reached === null || compare(failUnder.reached, failUnder.wanted) < 0),
  };
}

function firstError(problems: readonly Problem[]): BatchFailure | null {
  const found = problems.find(({ severity }) => severity === 'error');
  return found ? { code: found.code, params: found.params, problem: found } : null;
}

function failed(error: unknown): JobReply {
  if (error instanceof UserError) {
    // What the data has wrong says more than that nothing could be computed.
    const { code, params, problems } = error;
    return {
      kind: 'failed',
      failure: firstError(problems) ?? { code, params, problem: null },
      problems: countProblems(problems),
    };
  }
  return { kind: 'failed', failure: failureOf(error), problems: countProblems([]) };
}
