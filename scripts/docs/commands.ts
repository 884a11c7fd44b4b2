/** `commands.md`: commander's tree as a page, with exit codes and environment. */
import type { Command, Option } from 'commander';
import { programOf } from '../../src/cli/program.ts';
import type { World } from '../../src/cli/world.ts';
import { wordsOf } from '../../src/i18n/index.ts';
import type { Lang } from '../../src/i18n/shape.ts';
import { groupBy } from '../../src/lib/group-by.ts';
import { code, plain, table } from './markdown.ts';
import { docWords } from './words.ts';

/** Help asks the world for its width only. */
const world: World = {
  out: () => undefined,
  err: () => undefined,
  isOutTty: false,
  isErrTty: false,
  columns: 80,
  env: {},
  locale: () => 'en',
  now: () => 0,
  today: () => '',
  stamp: () => '',
  signal: new AbortController().signal,
};

export function commandsPage(lang: Lang): string[] {
  const words = docWords(lang);
  const { terminal, environment } = wordsOf(lang);
  const program = programOf(world, lang, { begins: () => undefined, ends: () => undefined });
  const exits = Object.entries(terminal.explain.exitCodes);
  return [
    `# ${words.commands}`,
    words.commandsLead,
    ...visible(program).flatMap((command) => commandBlocks(command, '##', lang)),
    `## ${words.everywhere}`,
    flagTable(program.options, lang),
    `## ${words.exitCodes}`,
    table(
      [words.exitCode, words.meaning],
      exits.map(([exit, meaning]) => [exit, plain(meaning)]),
    ),
    `## ${words.environment}`,
    table(
      [words.variable, words.meaning],
      environment.map(([name, meaning]) => [name, plain(meaning)]),
    ),
  ];
}

function visible(command: Command): readonly Command[] {
  return command.createHelp().visibleCommands(command);
}

function commandBlocks(command: Command, mark: string, lang: Lang): string[] {
  const words = docWords(lang);
  const name = command.createHelp().commandUsage(command);
  const given = command.registeredArguments;
  return [
    `${mark} ${fullName(command)}`,
    plain(command.description()),
    code(name),
    given.length === 0
      ? ''
      : table(
          [words.argument, words.meaning],
          given.map((argument) => [code(argument.name()), plain(argument.description)]),
        ),
    ...groupsOf(command).flatMap(([group, options]) => [
      `**${group.replace(/[:：]$/, '')}**`,
      flagTable(options, lang),
    ]),
    ...visible(command).flatMap((child) => commandBlocks(child, `${mark}#`, lang)),
  ];
}

function fullName(command: Command): string {
  const { parent } = command;
  return parent?.parent ? `${fullName(parent)} ${command.name()}` : command.name();
}

/** Options under the headings that `--help` has. */
function groupsOf(command: Command): readonly (readonly [string, readonly Option[]])[] {
  const options = command.createHelp().visibleOptions(command);
  const groups = groupBy(options, ({ helpGroupHeading }) => helpGroupHeading ?? '');
  return [...groups].filter(([group]) => group !== '');
}

function flagTable(options: readonly Option[], lang: Lang): string {
  const words = docWords(lang);
  return table(
    [words.flag, words.meaning],
    options.map(({ flags, description }) => [code(flags), plain(description)]),
  );
}
