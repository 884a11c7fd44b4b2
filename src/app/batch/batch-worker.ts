/** The worker that evaluates the jobs of a batch one after the other. */
import { worker, workerEmit } from 'workerpool';
import type { Batch } from '../../model/batch.ts';
import { evaluateJob } from './evaluate-job.ts';
import { writeIndex } from './index-file.ts';
import type { JobReply, JobTask } from './messages.ts';

worker({
  evaluate: (task: JobTask): Promise<JobReply> => evaluateJob(task, workerEmit),
  // Here the writer of workbooks is loaded and warm.
  writeIndex: (batch: Batch, force: boolean): Promise<void> => writeIndex(batch, force),
});
