/** A batch: many files, one report each, and what became of every one. */
import type { Decimal } from '../lib/decimal.ts';
import type { Status, Unit } from './kpi.ts';
import type { Problem, ProblemParams } from './problem.ts';

/** Flags by the names of their settings (`asOf`), as texts that a command line could hold. */
export type FlagTexts = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Files that are one data set, and where their report goes. */
export interface BatchJob {
  /** Unique in its batch: the file's name, or the one that the manifest gives. */
  readonly name: string;
  readonly files: readonly string[];
  readonly report: string;
  /** Said for this job alone, by the manifest. */
  readonly flags: FlagTexts;
}

/** A file as it was when it was read or written. */
export interface FileMark {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What stands side by side in the overview: of the headline KPI. */
export interface BatchFigures {
  /** Data rows of all facts. */
  readonly rows: number;
  readonly period: string;
  readonly currency: string | null;
  readonly kpi: string | null;
  readonly unit: Unit | null;
  readonly better: 'higher' | 'lower';
  readonly actual: Decimal | null;
  readonly target: Decimal | null;
  readonly attainment: Decimal | null;
  readonly status: Status | null;
  readonly draft: boolean;
  /** `--fail-under` was asked for and not reached. */
  readonly missed: boolean;
}

export interface ProblemCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly byCode: Readonly<Record<string, number>>;
}

/** Why a job has no report, or only a draft: a problem or a user error by its code and parameters. */
export interface BatchFailure {
  readonly code: string;
  readonly params: ProblemParams;
  /** The cell that is to blame, where one is. */
  readonly problem: Problem | null;
}

/**
 * - ok: the report was written · same: nothing changed since it was, kept · fail: there is none, `failure` says why
 * - pending: not done yet, or left alone after a failure
 */
export type Outcome = 'ok' | 'same' | 'fail' | 'pending';

export interface JobRecord {
  readonly job: BatchJob;
  readonly outcome: Outcome;
  /** Hash of all that the report follows from: inputs, options, config, version. */
  readonly key: string | null;
  readonly inputs: readonly FileMark[];
  /** The report as written. */
  readonly output: FileMark | null;
  readonly figures: BatchFigures | null;
  readonly problems: ProblemCounts;
  /** Of a draft the first error in its data. */
  readonly failure: BatchFailure | null;
  /** How long it took, in whole milliseconds; of a kept report, how long it took when it was made. */
  readonly ms: number | null;
}

export interface Batch {
  readonly tool: { readonly name: string; readonly version: string };
  readonly lang: 'en' | 'zh-CN';
  readonly config: { readonly path: string; readonly sha256: string } | null;
  readonly outDir: string;
  /** Said for all jobs. */
  readonly flags: FlagTexts;
  /** False while it runs, and after it was interrupted. */
  readonly finished: boolean;
  /** In the order of the manifest, else of their paths. */
  readonly records: readonly JobRecord[];
  readonly totalMs: number | null;
}

/** The code of a job that ended by a fault of ours. */
export const bugCode = 'batch/bug';

export const noProblems: ProblemCounts = { error: 0, warning: 0, info: 0, byCode: {} };

export function hasReport({ outcome }: JobRecord): boolean {
  return outcome === 'ok' || outcome === 'same';
}

export interface BatchCounts {
  readonly ok: number;
  readonly same: number;
  readonly fail: number;
  readonly pending: number;
  /** Of the reports, kept ones included. */
  readonly draft: number;
  readonly rows: number;
}

export function countBatch(records: readonly JobRecord[]): BatchCounts {
  const of = (outcome: Outcome) => records.filter((record) => record.outcome === outcome).length;
  const reports = records.filter(hasReport);
  return {
    ok: of('ok'),
    same: of('same'),
    fail: of('fail'),
    pending: of('pending'),
    draft: reports.filter(({ figures }) => figures?.draft === true).length,
    rows: reports.reduce((sum, { figures }) => sum + (figures?.rows ?? 0), 0),
  };
}
