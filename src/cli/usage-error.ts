/** What commander refuses, as our own errors, in both languages and with exit code 2. */
import type { Command, CommanderError } from 'commander';
import { closestTo } from '../lib/closest.ts';
import { UserError } from '../problems/user-error.ts';

/** The error that says what commander meant; its wording is English only, so only its code and quoted words are used. */
export function usageError({ code, message }: CommanderError, program: Command, args: readonly string[]): UserError {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? '';
  const command = commandIn(program, args);
  switch (code) {
    case 'commander.unknownOption':
      return new UserError('usage/unknown-option', {
        flag: quoted,
        command: command?.name() ?? '',
        near: closestTo(quoted, flagsOf(program, command)).slice(0, 1),
      });
    case 'commander.unknownCommand':
      return unknownCommand(quoted, program);
    case 'commander.missingArgument':
      return new UserError('usage/missing-argument', { command: command?.name() ?? '', argument: `<${quoted}>` });
    case 'commander.optionMissingArgument':
      return new UserError('usage/missing-value', { flag: quoted, allowed: '' });
    case 'commander.excessArguments':
      return new UserError('usage/too-many-arguments', { command: command?.name() ?? '' });
    default:
      return new UserError('usage/other', { reason: message });
  }
}

function commandIn({ commands }: Command, args: readonly string[]): Command | undefined {
  return args.map((arg) => commands.find((command) => command.name() === arg)).find((command) => command !== undefined);
}

function flagsOf(program: Command, command: Command | undefined): string[] {
  return [program, ...(command ? [command] : [])]
    .flatMap(({ options }) => options.flatMap(({ long, short }) => [long, short]))
    .filter((flag) => typeof flag === 'string');
}

function unknownCommand(name: string, { commands }: Command): UserError {
  const near = closestTo(
    name,
    commands.map((command) => command.name()),
  ).slice(0, 1);
  if (near.length === 0 && /[./\\]/.test(name)) return new UserError('usage/file-as-command', { command: name });
  return new UserError('usage/unknown-command', { command: name, near });
}
