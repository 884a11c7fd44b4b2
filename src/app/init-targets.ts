/** `init targets`: writes an empty workbook of targets. */
import { type Period, parsePeriod } from '../model/period.ts';
import { UserError } from '../problems/user-error.ts';
import { saveDocument, type WritingOptions } from './save-document.ts';
import { tool } from './version.ts';

export interface InitTargetsOptions extends WritingOptions {
  /** The year that the targets are for; it stands in a cell and can be changed there. */
  readonly period?: Period;
}

const usualName = 'targets.xlsx';
/** Fixed, because no output depends on the clock. */
const usualYear = '2027';

/** The path that was, or in a dry run would be, written. Throws UserErrors. */
export async function initTargets(options: InitTargetsOptions): Promise<string> {
  const out = options.out ?? usualName;
  const period = options.period ?? parsePeriod(usualYear);
  if (period === undefined || period.grain !== 'year')
    throw new UserError('period/unknown', { period: period?.id ?? '' });
  const { templateDocument } = await import('../report/plans/template-workbook.ts');
  await saveDocument(templateDocument(period.id, period.start, options.lang, tool), out, [], options);
  return out;
}
