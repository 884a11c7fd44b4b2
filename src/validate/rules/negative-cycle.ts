import { formatDay } from '../../model/day.ts';
import { problem } from '../../problems/catalogue.ts';
import { dayAt } from '../cells/day.ts';
import type { Ledger } from '../ledger.ts';
import type { TypedTable } from '../typed-table.ts';

/** Deals won before they were created. Only the sales cycle goes without them. */
export function negativeCycle(table: TypedTable, ledger: Ledger): void {
  const [outcome, created, close] = [table.text('outcome'), table.day('createdDate'), table.day('closeDate')];
  if (!outcome || !created || !close) return;
  for (let row = 0; row < table.rowCount; row += 1) {
    const [from, to] = [dayAt(created, row), dayAt(close, row)];
    if (from === null || to === null || to >= from || table.included[row] !== 1) continue;
    if (outcome.text(outcome.codes[row] ?? 0) !== 'won') continue;
    const params = { created: formatDay(from), closed: formatDay(to) };
    const extras = { heading: table.heading('closeDate'), value: formatDay(to), treatment: 'ignored' as const };
    ledger.report(problem('row/negative-cycle', table.place(row, 'closeDate'), params, extras));
  }
}
