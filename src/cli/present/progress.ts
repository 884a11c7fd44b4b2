/** A live line on standard error while a long read runs: on a terminal only, and only after 300 ms. */

import { grouped } from '../../i18n/numbers.ts';
import { visible } from '../../lib/visible.ts';
import type { ReadOptions } from '../../model/options.ts';
import type { Session } from '../session.ts';
import { cutTo } from './wrap.ts';

export interface Progress {
  readonly report: NonNullable<ReadOptions['onProgress']>;
  /** Takes the line away; may be called twice. */
  readonly stop: () => void;
}

type Line = typeof import('log-update')['logUpdateStderr'];

const patience = 300;
const interval = 100;

export function startProgress({ world, words, width, isQuiet }: Session): Progress {
  if (!world.isErrTty || isQuiet) return { report: () => undefined, stop: () => undefined };
  const started = world.now();
  let last = started;
  let line: Line | undefined;
  let isStopped = false;
  // Loaded only where a read turns out to be long.
  const load = async () => {
    const { logUpdateStderr } = await import('log-update');
    line = logUpdateStderr;
  };
  let isLoading = false;
  return {
    report: ({ file, bytes, total, rows }) => {
      const now = world.now();
      if (isStopped || now - started < patience || now - last < interval) return;
      last = now;
      if (!isLoading) void load();
      isLoading = true;
      const share = total > 0 ? `${Math.min(100, Math.floor((bytes / total) * 100))}%` : '';
      line?.(cutTo(words.progress(visible(file, 60), share, grouped(String(rows))), width - 1));
    },
    stop: () => {
      isStopped = true;
      line?.clear();
    },
  };
}
