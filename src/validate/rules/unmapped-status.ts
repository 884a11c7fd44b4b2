import { toText } from '../../lib/decimal.ts';
import { problem } from '../../problems/catalogue.ts';
import type { Ledger } from '../ledger.ts';
import { statusReports } from '../table-reports.ts';
import type { TypedTable } from '../typed-table.ts';

/** A status that no list knows counts, and says so with its rows and money. */
export function unmappedStatus(table: TypedTable, ledger: Ledger): void {
  for (const { value, rows, amount, use } of statusReports(table)) {
    if (use !== 'unmapped') continue;
    const extras = { heading: table.heading('status'), value, treatment: 'counted' as const };
    ledger.report(
      problem('status/unmapped', table.tablePlace('status'), { status: value, rows, amount: toText(amount) }, extras),
    );
  }
}
