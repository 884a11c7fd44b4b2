/** Where the results of `evaluate` go: the workbook, and the evaluation as text. */
import type { EvaluateFilesOptions } from '../../app/options.ts';
import { given } from '../../lib/given.ts';
import { formulaModes } from '../../model/flat-table.ts';
import { UserError } from '../../problems/user-error.ts';
import { evaluationFormat } from './format.ts';
import type { EvaluateFlags } from './raw-flags.ts';
import { choice, workbookName } from './values.ts';

/** `-o` names the workbook; where it ends in the name of the format (or is `-`) the text, and no workbook is written. */
export function evaluationOutputs(flags: EvaluateFlags): Pick<EvaluateFilesOptions, 'out' | 'text'> {
  const format = evaluationFormat(flags);
  const text = textOf(flags, format);
  const { out } = flags;
  if (text !== undefined && out === '-') return { text, out: null };
  if (text !== undefined && out?.toLowerCase().endsWith(`.${text.format}`) === true)
    return { text: { ...text, path: out }, out: null };
  return given({ text, out: workbookOf(flags) });
}

/** A copy that `--into` makes has the ending of the workbook that it is a copy of. */
function workbookOf({ out, into, report }: EvaluateFlags): string | null | undefined {
  if (into === undefined) return workbookName(out) ?? (report === false ? null : undefined);
  if (report === false) throw new UserError('usage/conflict', { flag: '--into', other: '--no-report' });
  return out;
}

function textOf(flags: EvaluateFlags, format: ReturnType<typeof evaluationFormat>): EvaluateFilesOptions['text'] {
  const formulas = choice('--csv-formulas', flags.csvFormulas, formulaModes);
  if (flags.withRows === true && format !== 'json')
    throw new UserError('usage/needs-flag', { flag: '--with-rows', other: '--json', example: '--json --with-rows' });
  const isCsv = format === 'csv';
  if (!isCsv && formulas !== undefined) throw needsCsv('--csv-formulas');
  if (!isCsv && flags.bom === true) throw needsCsv('--bom');
  return format && { format, ...given({ formulas, hasMark: flags.bom }) };
}

function needsCsv(flag: string): UserError {
  return new UserError('usage/needs-flag', { flag, other: '--format csv', example: `-f csv ${flag}` });
}
