import { toText } from '../../lib/decimal.ts';
import type { Facts } from '../../model/table.ts';
import { problem } from '../../problems/catalogue.ts';
import type { Ledger } from '../ledger.ts';
import { moneyWhere } from '../line-amount.ts';

/** Negative rows of orders that have no other row: their sale lies before the data, or was never exported. Information. */
export function refundWithoutOrder(facts: Facts, ledger: Ledger): void {
  const [amounts, ids] = [facts.columns.get('amount'), facts.columns.get('orderId')];
  if (amounts?.kind !== 'amount' || ids?.kind !== 'text') return;
  const isNegative = (row: number) => (amounts.units[row] ?? 0) < 0 || (amounts.exact.get(row) ?? 0n) < 0n;
  const isUsed = (row: number) => facts.included[row] === 1 && amounts.present[row] === 1;
  const isRefund = (row: number) => isUsed(row) && isNegative(row);
  const refunds = rowsWhere(facts.rowCount, isRefund);
  if (refunds.length === 0) return;
  const isSold = new Uint8Array(ids.size);
  for (const [row, code] of ids.codes.entries()) if (code > 0 && isUsed(row) && !isNegative(row)) isSold[code] = 1;
  const isAlone = (row: number) => isRefund(row) && isSold[ids.codes[row] ?? 0] !== 1;
  const rows = refunds.filter(isAlone);
  const [first] = rows;
  if (first === undefined) return;
  const params = { rows: rows.length, amount: toText(moneyWhere(amounts, isAlone)) };
  ledger.report(problem('row/refund-without-order', facts.placeOf(first), params, { treatment: 'counted' }));
}

function rowsWhere(rowCount: number, isWanted: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row += 1) if (isWanted(row)) rows.push(row);
  return rows;
}
