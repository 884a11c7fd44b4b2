/** Runs one command line in-process in a folder, as the sessions and the tests of commands do. */
import { readdirSync } from 'node:fs';
import { run } from '../../src/cli/run.ts';
import type { World } from '../../src/cli/world.ts';

export interface SessionResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Both streams in the order written; each line of standard error starts with `! `. */
  readonly both: string;
  /** Files that were not there before. */
  readonly written: readonly string[];
}

export interface Terminal {
  readonly columns?: number;
  readonly isTty?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** `args` as a shell would hand them over; the run sees a fixed clock and no colour unless a terminal is asked for. */
export async function runSession(
  folder: string,
  args: readonly string[],
  terminal: Terminal = {},
): Promise<SessionResult> {
  const before = new Set(readdirSync(folder));
  const [out, err, both]: string[][] = [[], [], []];
  const world: World = {
    out: (text) => {
      out?.push(text);
      both?.push(text);
    },
    err: (text) => {
      err?.push(text);
      both?.push(text.replaceAll(/^(?=[^\n])/gm, '! ').replaceAll(/^$(?=\n)/gm, '!'));
    },
    isOutTty: terminal.isTty === true,
    isErrTty: terminal.isTty === true,
    columns: terminal.isTty === true ? terminal.columns : undefined,
    env: { ...(terminal.columns === undefined ? {} : { COLUMNS: String(terminal.columns) }), ...terminal.env },
    locale: () => 'en-GB',
    now: () => 0,
    today: () => '2026-06-30',
    stamp: () => '2026-06-30T09:00:00Z',
    signal: new AbortController().signal,
  };
  const here = process.cwd();
  process.chdir(folder);
  try {
    const code = await run(args, world);
    const written = readdirSync(folder).filter((name) => !before.has(name));
    return { code, out: out?.join('') ?? '', err: err?.join('') ?? '', both: both?.join('') ?? '', written };
  } finally {
    process.chdir(here);
  }
}

/** Words of a command line; double quotes hold blanks together. `NAME=value` words in front are settings. */
export function commandWords(line: string): {
  readonly settings: ReadonlyMap<string, string>;
  readonly args: string[];
} {
  const words = [...line.trim().matchAll(/"([^"]*)"|([^\s"]+(?:"[^"]*"[^\s"]*)*)/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? '').replaceAll('"', ''),
  );
  const settings = new Map<string, string>();
  while (words[0] !== undefined && /^[A-Z_]+=/.test(words[0])) {
    const [name = '', value = ''] = (words.shift() ?? '').split('=');
    settings.set(name, value);
  }
  if (words[0] === 'salesmetrics') words.shift();
  return { settings, args: words };
}
