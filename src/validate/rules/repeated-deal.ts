import { toText } from '../../lib/decimal.ts';
import { problem } from '../../problems/catalogue.ts';
import type { Ledger } from '../ledger.ts';
import { moneyWhere } from '../line-amount.ts';
import type { TypedTable } from '../typed-table.ts';

/** A deal id that stands twice in one table: two deals, or one counted twice. Once per table; all rows count. */
export function repeatedDeal(table: TypedTable, ledger: Ledger): void {
  const ids = table.text('dealId');
  if (!ids) return;
  const firstOf = new Int32Array(ids.size).fill(-1);
  const isRepeat = Uint8Array.from(ids.codes, (code, row) => {
    if (code === 0 || table.included[row] !== 1) return 0;
    if ((firstOf[code] ?? 0) >= 0) return 1;
    firstOf[code] = row;
    return 0;
  });
  const first = isRepeat.indexOf(1);
  if (first < 0) return;
  const code = ids.codes[first] ?? 0;
  const original = table.placeOf(firstOf[code] ?? 0);
  const params = {
    rows: isRepeat.reduce((count, mark) => count + mark, 0),
    amount: toText(moneyWhere(table.amount('amount'), (row) => isRepeat[row] === 1)),
    example: ids.text(code),
    firstRow: original.row ?? 0,
  };
  const extras = {
    heading: table.heading('dealId'),
    value: ids.text(code),
    related: [original],
    treatment: 'counted' as const,
  };
  ledger.report(problem('row/repeated-deal', table.place(first, 'dealId'), params, extras));
}
