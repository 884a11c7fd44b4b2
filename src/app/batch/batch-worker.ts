/** The worker that evaluates the jobs of a batch one after the other. */
import { worker, workerEmit } from 'workerpool';
import { evaluateJob } from './evaluate-job.ts';
import type { JobReply, JobTask } from './messages.ts';

worker({ evaluate: (task: JobTask): Promise<JobReply> => evaluateJob(task, workerEmit) });
