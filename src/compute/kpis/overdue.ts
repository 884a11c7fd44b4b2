import { decimal } from '../../lib/decimal.ts';
import type { Period } from '../../model/period.ts';
import { exactScale } from '../../model/table.ts';
import type { History } from '../history.ts';
import { declared, defined, type Kpi } from '../kpi.ts';
import { missingForOverdue, type OpenAmounts, openAmountsOf } from '../open-amounts.ts';
import { mapGroups, type Slice } from '../slice.ts';

/** What is owed past its due date at the end of the period (of a running one, on its last day with data). */
export const overdue: Kpi = {
  ...declared('overdue'),
  stream: 'sales',
  rollUp: 'sum',
  missing: missingForOverdue,
  measure(slice, history) {
    const open = openAmountsOf(history);
    if (open === null) return [];
    const toDate = slice.cut.toDate()?.slice('sales');
    return (toDate ? byRows(toDate, open, history) : byPeriods(slice, open, history)).map((units) =>
      defined(decimal(units, exactScale)),
    );
  },
};

/** One day, many groups. */
function byRows(slice: Slice, open: OpenAmounts, history: History): bigint[] {
  const owed = open.overdueOn(overdueDay(slice.periodOf(0), history));
  return mapGroups(slice, (from, to) => {
    let total = 0n;
    for (const row of slice.rows.subarray(from, to)) total += owed.get(row) ?? 0n;
    return total;
  });
}

/** One group after another, each on its own day. */
function byPeriods(slice: Slice, open: OpenAmounts, history: History): bigint[] {
  return mapGroups(slice, (_from, _to, group) => {
    const owed = open.overdueOn(overdueDay(slice.periodOf(group), history));
    return [...owed.values()].reduce((total, units) => total + units, 0n);
  });
}

/** The day that a period's overdue money is looked at. Never later than the last day of the data. */
export function overdueDay({ end }: Period, { streams, asOf }: History): number {
  return Math.min(end, asOf ?? streams.lastDay);
}
