/** How a run ends (contract §3). The first that applies of signal, 70, 2, 1, 3, 0 wins. */
export const exitCodes = {
  ok: 0,
  /** An error-severity problem, or rows left out beyond what is allowed. */
  problems: 1,
  /** The command, or a file, cannot be used. */
  wrongUse: 2,
  failUnder: 3,
  bug: 70,
  SIGHUP: 129,
  SIGINT: 130,
  SIGTERM: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export type Signal = 'SIGHUP' | 'SIGINT' | 'SIGTERM';
