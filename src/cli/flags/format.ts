import { type TextFormat, textFormats } from '../../app/evaluation-text.ts';
import { type MachineFormat, machineFormats } from '../../model/validation-formats.ts';
import { UserError } from '../../problems/user-error.ts';
import type { FormatFlags } from './raw-flags.ts';
import { choice } from './values.ts';

/** `--json` is `--format json`; nothing is chosen because the output is a pipe. */
export function isJson({ format, json }: FormatFlags): boolean {
  const named = choice('--format', format, ['table', 'json']);
  if (json === true && named === 'table')
    throw new UserError('usage/conflict', { flag: '--json', other: '--format table' });
  return json === true || named === 'json';
}

/** Of `evaluate`: undefined for the tables of a terminal. */
export function evaluationFormat({ format, json }: FormatFlags): TextFormat | undefined {
  const named = choice('--format', format, ['table', ...textFormats]);
  if (json === true && named !== undefined && named !== 'json')
    throw new UserError('usage/conflict', { flag: '--json', other: `--format ${named}` });
  return json === true ? 'json' : named === 'table' ? undefined : named;
}

export type ValidationFormat = 'pretty' | MachineFormat;

/** Of `validate`: `pretty` wherever nothing else is asked for. */
export function validationFormat({ format, json }: FormatFlags): ValidationFormat {
  const named = choice('--format', format, ['pretty', ...machineFormats]);
  if (json === true && named !== undefined && named !== 'json') {
    throw new UserError('usage/conflict', { flag: '--json', other: `--format ${named}` });
  }
  return json === true ? 'json' : (named ?? 'pretty');
}

/** Standard input can be read once only. */
export function checkFiles(files: readonly string[]): void {
  if (files.filter((file) => file === '-').length > 1) throw new UserError('usage/stdin-twice');
}
