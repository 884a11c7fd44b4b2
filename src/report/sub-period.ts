/** The sub-periods of a trend by their ids: fiscal ones have no days without the month in which their year begins. */
import { given } from '../lib/given.ts';
import type { Evaluation } from '../model/evaluation.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import { parsePeriodText } from '../model/period-labels.ts';

/** Undefined for what is no id of a period. */
export function subPeriod({ fiscalYearStart }: Pick<Evaluation, 'fiscalYearStart'>, id: string): Period | undefined {
  return parsePeriod(id) ?? parsePeriodText(id, { year: null, ...given({ fiscalYearStart }) });
}
