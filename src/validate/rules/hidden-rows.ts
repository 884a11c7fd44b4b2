import { toText } from '../../lib/decimal.ts';
import { problem } from '../../problems/catalogue.ts';
import type { Ledger } from '../ledger.ts';
import { moneyWhere } from '../line-amount.ts';
import type { TypedTable } from '../typed-table.ts';

/** Rows hidden by hand or by a filter are read; their money is named, since nobody sees them in the sheet. */
export function hiddenRows(table: TypedTable, ledger: Ledger): void {
  if (table.table.raw.hiddenRows.size === 0) return;
  const rows = Array.from({ length: table.rowCount }, (_, row) => row).filter(
    (row) => table.included[row] === 1 && table.isHidden(row),
  );
  const [first] = rows;
  if (first === undefined) return;
  const hidden = new Set(rows);
  const params = { rows: rows.length, amount: toText(moneyWhere(table.amount('amount'), (row) => hidden.has(row))) };
  ledger.report(problem('table/hidden-rows', table.placeOf(first), params, { treatment: 'counted' }));
}
