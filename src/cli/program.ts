/** The command tree. Each command file is light; what a command needs is loaded when it runs. */
import { Command, Option } from 'commander';
import { tool } from '../app/version.ts';
import { wordsOf } from '../i18n/index.ts';
import type { Lang } from '../i18n/shape.ts';
import { textWidth } from '../lib/text-width.ts';
import { addBatchCommand } from './commands/batch.ts';
import { addCompletionCommands } from './commands/completion.ts';
import { addEvaluateCommand } from './commands/evaluate.ts';
import { addExplainCommand } from './commands/explain.ts';
import { addInitCommand } from './commands/init.ts';
import { addInspectCommand } from './commands/inspect.ts';
import { addTargetsCommand } from './commands/targets.ts';
import { addValidateCommand } from './commands/validate.ts';
import type { ExitCode } from './exit-codes.ts';
import { addCommonFlags } from './flags/define.ts';
import { breakText } from './present/break-text.ts';
import type { World } from './world.ts';

/** Told by a command which files it starts with and how it ended. */
export interface Course {
  readonly begins: (files: readonly string[]) => void;
  readonly ends: (code: ExitCode) => void;
}

/** The program with all commands, speaking `lang` in its help; nothing has run yet. */
export function programOf(world: World, lang: Lang, course: Course): Command {
  const program = programWithoutCompletion(world, lang, course);
  const { help } = wordsOf(lang);
  program.commandsGroup(help.groups.setUp);
  addCompletionCommands(program, world, course, help, () => programWithoutCompletion(world, lang, course));
  // The program's own help lists it; under a command it would stand in whichever group came last.
  for (const command of program.commands) command.addHelpOption(new Option('-h, --help', help.flags.help).hideHelp());
  return program;
}

function programWithoutCompletion(world: World, lang: Lang, course: Course): Command {
  const { help } = wordsOf(lang);
  const program = new Command('salesmetrics')
    .description(help.description)
    .usage('<command> [files...] [flags]')
    .version(tool.version, '-V, --version', help.flags.version)
    .helpOption('-h, --help', help.flags.help)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: world.out,
      // Errors are worded by `run`.
      writeErr: () => undefined,
      getOutHelpWidth: () => Math.min(world.columns ?? 80, 100),
      getOutHasColors: () => false,
    })
    .configureHelp({
      // string-width takes longer to load than all the rest of the help together.
      displayWidth: textWidth,
      styleTitle: (title) => titleIn(help.titles, title),
      boxWrap: (text, width) => breakText(text, width, textWidth).join('\n'),
      showGlobalOptions: true,
    });
  addCommonFlags(program, help);
  program.commandsGroup(help.groups.day);
  addEvaluateCommand(program, world, course, help);
  addValidateCommand(program, world, course, help);
  addInspectCommand(program, world, course, help);
  program.commandsGroup(help.groups.goals);
  addTargetsCommand(program, world, course, help);
  program.commandsGroup(help.groups.setUp);
  addBatchCommand(program, world, course, help);
  addInitCommand(program, world, course, help);
  program.commandsGroup(help.groups.learn);
  addExplainCommand(program, world, course, help);
  program.addHelpText(
    'after',
    `\n${help.examples}\n${help.programExamples.map((line) => `  ${line}`).join('\n')}\n${help.inspectFirst}`,
  );
  return program;
}

function titleIn(titles: Readonly<Record<string, string>>, title: string): string {
  return Object.hasOwn(titles, title) ? (titles[title] ?? title) : title;
}
