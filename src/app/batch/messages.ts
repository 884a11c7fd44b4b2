/** What a worker of a batch is asked and answers: plain data that can be handed from thread to thread. */
import type { BatchFailure, BatchFigures, FileMark, ProblemCounts } from '../../model/batch.ts';
import type { EvaluateFilesOptions } from '../options.ts';

export interface JobTask {
  readonly files: readonly string[];
  readonly options: EvaluateFilesOptions;
  /** One byte in shared memory: not 0 as soon as the run is to stop. */
  readonly stop: SharedArrayBuffer;
}

/** Where a job is; `share` of its file is read, in percent. */
export interface JobProgress {
  readonly share: number;
  readonly rows: number;
}

export type JobReply =
  | {
      readonly kind: 'done';
      readonly figures: BatchFigures;
      readonly inputs: readonly FileMark[];
      readonly problems: ProblemCounts;
      readonly output: FileMark | null;
      /** The first error in the data. Where there is no `output`, it was held back for it (`--strict`). */
      readonly failure: BatchFailure | null;
    }
  | { readonly kind: 'failed'; readonly failure: BatchFailure; readonly problems: ProblemCounts }
  | { readonly kind: 'stopped' };
