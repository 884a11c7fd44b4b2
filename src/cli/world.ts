import type { Signal } from './exit-codes.ts';

/** All that a run takes from outside itself and leaves there; tests bring their own. Files are the app's. */
export interface World {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isOutTty: boolean;
  readonly isErrTty: boolean;
  /** Width of the terminal behind standard output; undefined where there is none. */
  readonly columns: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The system's language, for `--lang auto` (`zh-CN`). */
  readonly locale: () => string;
  /** Milliseconds on any clock; only for how long things took and for progress. */
  readonly now: () => number;
  /** `2024-01-31`, for `--as-of today`. */
  readonly today: () => string;
  /** `2024-04-02T09:00:01Z`: only for lines of a log. */
  readonly stamp: () => string;
  /** Aborted by a signal; its reason is the signal's name. */
  readonly signal: AbortSignal;
}

/** Name of the signal that ended the run, as far as one did. */
export function signalOf({ signal }: World): Signal | null {
  const reason: unknown = signal.aborted ? signal.reason : null;
  return reason === 'SIGHUP' || reason === 'SIGINT' || reason === 'SIGTERM' ? reason : null;
}
