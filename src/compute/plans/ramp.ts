/** How much of a person counts in each period: nothing before the first day and after the last, little at first. */
import { monthStart, monthsIn, type Period, periodsBetween } from '../../model/period.ts';
import type { Member } from './members.ts';

/** `full` parts are a whole person; `part` of them count. */
export interface Presence {
  readonly part: number;
  readonly full: number;
}

/** With a ramp of 3 the first month counts 1/3, the second 2/3, from the third on all; of longer periods the mean month. */
export function presenceIn({ from, to }: Member, period: Period, ramp: number): Presence {
  const months = periodsBetween(period.start, period.end, 'month');
  const full = Math.max(1, ramp);
  const parts = months.map((month) => {
    if (to !== null && monthStart(to) < month.start) return 0;
    if (from === null) return full;
    const done = month.end < from ? 0 : monthsIn({ start: from, end: month.start });
    return Math.min(full, Math.max(0, done));
  });
  return { part: parts.reduce((sum, part) => sum + part, 0), full: full * months.length };
}
