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
        command: nameOf(command, program),
        near: closestTo(quoted, flagsOf(program, command)).slice(0, 1),
      });
    case 'commander.unknownCommand':
      return unknownCommand(quoted, command?.commands.length ? command : program);
    case 'commander.missingArgument':
      return new UserError('usage/missing-argument', { command: nameOf(command, program), argument: `<${quoted}>` });
    case 'commander.optionMissingArgument':
      return new UserError('usage/missing-value', { flag: quoted, allowed: '' });
    case 'commander.excessArguments':
      return tooMany(command ?? program, program);
    default:
      return new UserError('usage/other', { reason: message });
  }
}

function tooMany(command: Command, program: Command): UserError {
  const most = command.registeredArguments.length;
  const [argument = ''] = command.args.slice(most);
  return new UserError('usage/too-many-arguments', { command: nameOf(command, program), argument });
}

/** The innermost command that the arguments name: of `targets breakdown` the second. */
function commandIn({ commands }: Command, args: readonly string[]): Command | undefined {
  for (const [at, arg] of args.entries()) {
    const command = commands.find((one) => one.name() === arg);
    if (command) return commandIn(command, args.slice(at + 1)) ?? command;
  }
  return undefined;
}

function nameOf(command: Command | undefined, program: Command): string {
  if (command === undefined) return '';
  const { parent } = command;
  return parent === null || parent === program ? command.name() : `${parent.name()} ${command.name()}`;
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
