/** One run of the command line, from arguments to exit code. */
import { CommanderError } from 'commander';
import { describeError, wordsOf } from '../i18n/index.ts';
import { visible } from '../lib/visible.ts';
import { ConfigError } from '../problems/config-error.ts';
import { UserError } from '../problems/user-error.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { spelledOut } from './flags/optional-values.ts';
import { langOfArguments } from './lang.ts';
import { programOf } from './program.ts';
import { usageError } from './usage-error.ts';
import { signalOf, type World } from './world.ts';

/** Runs the command that `args` name (without node and script) and says how it ended; never throws. */
export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = exitCodes.ok;
  let files: readonly string[] = [];
  const lang = langOfArguments(args, world);
  const program = programOf(world, lang, {
    begins: (named) => {
      files = named;
    },
    ends: (reached) => {
      code = reached;
    },
  });
  if (args.length === 0) {
    program.outputHelp();
    return exitCodes.ok;
  }
  try {
    await Promise.race([program.parseAsync(spelledOut(args), { from: 'user' }), interrupted(world)]);
    return signalOf(world) === null ? code : explain(null, world, { lang, files, isDebug: false });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
    if (error instanceof CommanderError && error.code === 'commander.help') {
      // A command of commands, named alone.
      program.commands.find((command) => args.includes(command.name()))?.outputHelp();
      return exitCodes.ok;
    }
    const told = error instanceof CommanderError ? usageError(error, program, args) : error;
    return explain(told, world, { lang, files, isDebug: args.includes('--debug') });
  }
}

const patience = 1000;

/**
 * Rejects a second after a signal. Until then reader and writer, which know of it, end in order and take their
 * temporary files along; what waits for something else is left behind.
 */
function interrupted({ signal }: World): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => setTimeout(() => reject(signal.reason), patience).unref(), { once: true });
  });
}

interface Saying {
  readonly lang: 'en' | 'zh-CN';
  readonly isDebug: boolean;
  /** What the command was given to read. */
  readonly files: readonly string[];
}

async function explain(error: unknown, world: World, { lang, isDebug, files }: Saying): Promise<ExitCode> {
  const { terminal } = wordsOf(lang);
  const signal = signalOf(world);
  if (signal !== null) {
    world.err(`${terminal.interrupted}\n`);
    return exitCodes[signal];
  }
  if (error instanceof UserError) {
    world.err(await userErrorText(error, world, { lang, files, isDebug }));
    if (isDebug) world.err(`${stackOf(error)}\n`);
    return exitCodes.wrongUse;
  }
  world.err(`${terminal.bug}\n${isDebug ? stackOf(error) : `  ${visible(String(error), 500)}\n  (--debug)`}\n`);
  return exitCodes.bug;
}

/** What is wrong and the way out, with every file that the run was about. */
async function userErrorText(error: UserError, world: World, { lang, files }: Saying): Promise<string> {
  const { terminal } = wordsOf(lang);
  if (error instanceof ConfigError) {
    const { configErrorText } = await import('./present/config-error.ts');
    return configErrorText(error, lang);
  }
  const { message, hint } = describeError(error, lang);
  // Which file a run was about is always said, also where the flag is what is wrong.
  const about = files.some((file) => message.includes(visible(file)))
    ? []
    : files.map((file) => `--> ${visible(file)}`);
  const below = [...(hint === '' ? [] : [hint]), ...about].map((line) => `  ${line}\n`).join('');
  const found = error.problems.length > 0 ? await foundBefore(error, lang, world) : '';
  return `${terminal.errorWord}[${error.code}]${terminal.colon}${message}\n${below}${found}`;
}

/** The errors in the data that the run met before it had to end; information where there are none. */
async function foundBefore({ problems }: UserError, lang: Saying['lang'], world: World): Promise<string> {
  const { sessionOf } = await import('./session.ts');
  const { groupLines, groupProblems } = await import('./present/problem-lines.ts');
  const session = sessionOf({ lang }, world);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const groups = groupProblems(errors.length > 0 ? errors : problems);
  return ['', ...groups.flatMap((group) => groupLines(group, 3, session, session.paintErr))].join('\n');
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? String(error)) : String(error);
}
