import { toText } from '../../lib/decimal.ts';
import { problem } from '../../problems/catalogue.ts';
import type { Ledger } from '../ledger.ts';
import { moneyWhere } from '../line-amount.ts';
import type { TypedTable } from '../typed-table.ts';

/** Deals that were won or lost, nobody says when: they are in no period. Once per table. */
export function closedWithoutDate(table: TypedTable, ledger: Ledger): void {
  const [outcome, close] = [table.text('outcome'), table.day('closeDate')];
  if (!outcome) return;
  const isUndated = Uint8Array.from(outcome.codes, (code, row) => {
    const isClosed = outcome.text(code) === 'won' || outcome.text(code) === 'lost';
    return isClosed && table.included[row] === 1 && close?.present[row] !== 1 ? 1 : 0;
  });
  const first = isUndated.indexOf(1);
  if (first < 0) return;
  const rows = isUndated.reduce((count, mark) => count + mark, 0);
  const params = { rows, amount: toText(moneyWhere(table.amount('amount'), (row) => isUndated[row] === 1)) };
  const extras = { heading: table.heading('closeDate'), treatment: 'counted' as const };
  ledger.report(problem('row/closed-without-date', table.place(first, 'closeDate'), params, extras));
}
