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
  const isSold = new Uint8Array(ids.size);
  let hasNegative = false;
  for (let row = 0; row < facts.rowCount; row += 1) {
    if (!isUsed(row)) continue;
    if (isNegative(row)) hasNegative = true;
    else isSold[ids.codes[row] ?? 0] = 1;
  }
  if (!hasNegative) return;
  isSold[0] = 0;
  const isAlone = (row: number) => isUsed(row) && isNegative(row) && isSold[ids.codes[row] ?? 0] !== 1;
  const rows: number[] = [];
  for (let row = 0; row < facts.rowCount; row += 1) if (isAlone(row)) rows.push(row);
  const [first] = rows;
  if (first === undefined) return;
  const params = { rows: rows.length, amount: toText(moneyWhere(amounts, isAlone)) };
  ledger.report(problem('row/refund-without-order', facts.placeOf(first), params, { treatment: 'counted' }));
}
