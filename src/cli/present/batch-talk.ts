/** What `batch` tells while it runs, on standard error: lines and a live display on a terminal, a log elsewhere. */

import type { Watch } from '../../app/batch/run-jobs.ts';
import { wordsOf } from '../../i18n/index.ts';
import { visible } from '../../lib/visible.ts';
import type { Batch, BatchJob } from '../../model/batch.ts';
import type { Session } from '../session.ts';
import { courseLines, labelOf, nameWidth, recordLine, type Step } from './batch-lines.ts';
import { doneLine, eventLine, startLine } from './batch-log.ts';

export interface Talk {
  readonly watch: Watch;
  /** All files are done. */
  readonly done: (batch: Batch, code: number) => void;
  /** Takes the live display away; may be called twice. */
  readonly stop: () => void;
}

export interface Begin {
  readonly jobs: readonly BatchJob[];
  readonly threads: number;
  readonly config: string | null;
  readonly ownFiles: number;
}

const silent: Watch = { begins: () => undefined, progress: () => undefined, ends: () => undefined };

export async function batchTalk(session: Session, begin: Begin): Promise<Talk> {
  return session.world.isErrTty && !session.isQuiet ? await liveTalk(session, begin) : logTalk(session, begin);
}

/** Even when quiet a file that failed is named. */
function logTalk(session: Session, { jobs, config }: Begin): Talk {
  const { world, isQuiet } = session;
  const started = world.now();
  if (!isQuiet) world.err(startLine(jobs.length, visible(config ?? ''), session));
  return {
    watch: {
      ...silent,
      ends: (record) => {
        const label = labelOf(record);
        if (!isQuiet || label === 'fail' || label === 'draft') world.err(eventLine(record, session));
      },
    },
    done: (batch, code) => {
      if (!isQuiet) world.err(doneLine(batch, world.now() - started, code, session));
    },
    stop: () => undefined,
  };
}

const patience = 300;
const interval = 200;

async function liveTalk(session: Session, { jobs, threads, config, ownFiles }: Begin): Promise<Talk> {
  const { world, lang } = session;
  const { batch: own } = wordsOf(lang);
  const { logUpdateStderr: display } = await import('log-update');
  const names = nameWidth(jobs);
  const started = world.now();
  const running = new Map<BatchJob, Step>();
  let [done, last, isShown] = [0, started, false];
  const hide = () => {
    if (isShown) display.clear();
    isShown = false;
  };
  const show = () => {
    const now = world.now();
    if (done === jobs.length || now - started < patience || now - last < interval) return;
    last = now;
    isShown = true;
    display(
      courseLines({ done, all: jobs.length, ms: now - started, running: [...running.values()] }, session).join('\n'),
    );
  };
  const timer = setInterval(show, interval);
  timer.unref();
  world.err(
    `${[own.found(jobs.length, threads, visible(config ?? '')), ...(ownFiles > 0 ? [own.ownFiles(ownFiles)] : [])].join(own.between)}\n\n`,
  );
  return {
    watch: {
      begins: (job) => {
        running.set(job, { name: job.name, share: 0 });
      },
      progress: (job, { share }) => {
        running.set(job, { name: job.name, share });
      },
      ends: (record) => {
        running.delete(record.job);
        done += 1;
        hide();
        world.err(`${recordLine(record, names, session)}\n`);
        show();
      },
    },
    done: () => {
      hide();
      world.err('\n');
    },
    stop: () => {
      clearInterval(timer);
      hide();
      display.done();
    },
  };
}
