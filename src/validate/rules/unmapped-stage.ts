import { toText } from '../../lib/decimal.ts';
import { problem } from '../../problems/catalogue.ts';
import { stageReports } from '../datasets/stages.ts';
import type { Ledger } from '../ledger.ts';
import type { TypedTable } from '../typed-table.ts';

/** A stage that no list knows is open, and says so with its rows and money. */
export function unmappedStage(table: TypedTable, ledger: Ledger): void {
  for (const { value, field, rows, amount, use } of stageReports(table)) {
    if (use !== 'unmapped') continue;
    const params = { stage: value, rows, amount: toText(amount) };
    const extras = { heading: table.heading(field), value, treatment: 'counted' as const };
    ledger.report(problem('stage/unmapped', table.tablePlace(field), params, extras));
  }
}
