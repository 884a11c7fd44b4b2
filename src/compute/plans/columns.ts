/** The periods that stand across a plan. */
import { calendarSpan, type Period, periodsBetween } from '../../model/period.ts';
import { UserError } from '../../problems/user-error.ts';
import { overlaps } from '../targets/versions.ts';
import type { SplitRequest } from './request.ts';
import type { Budget } from './stated-budgets.ts';

/** Periods of the wanted grain within each budget; a budget that is none of them whole stays as it is. */
export function columnsOf(
  budgets: readonly Budget[],
  { grain, fiscalYearStart }: Pick<SplitRequest, 'grain' | 'fiscalYearStart'>,
): Period[] {
  const stated = new Map(budgets.map(({ period }) => [period.id, period]));
  const columns = new Map<string, Period>();
  for (const period of stated.values()) {
    const inner = grain === null ? [] : periodsBetween(period.start, period.end, grain, fiscalYearStart);
    const isWhole = inner[0]?.start === period.start && inner.at(-1)?.end === period.end;
    for (const column of isWhole ? inner : [period]) columns.set(column.id, column);
  }
  const sorted = [...columns.values()].sort((a, b) => a.start - b.start);
  const clash = sorted.find((column, i) => i > 0 && overlaps(column, sorted[i - 1] ?? column));
  if (clash) throw new UserError('plan/mixed-periods', { period: clash.id, grain: grain ?? '' });
  return sorted;
}

/** The one budget's own period, else from the first day of the first column to the last of the last. */
export function spanOf(budgets: readonly Budget[], columns: readonly Period[]): Period {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) throw new RangeError('a plan has columns');
  const whole = budgets.find(({ period }) => period.start === first.start && period.end === last.end);
  return whole?.period ?? calendarSpan(first.start, last.end);
}
