/** Cost and list price of the product table are per unit; a sale has them times its quantity (contract §2, "Status."). */
import { type Decimal, multiply } from '../lib/decimal.ts';
import type { AmountColumn, Column, TextColumn } from '../model/table.ts';
import { amountAt, amountColumnOf } from './cells/amount.ts';
import { codesIn, noRow } from './columns.ts';
import { type Frame, withColumns } from './frame.ts';
import { coalesceAmounts } from './line-amount.ts';
import type { TypedTable } from './typed-table.ts';

/** The facts with `cost` and `unitPrice` from the product table where they have none of their own. */
export function withUnitColumns(facts: Frame, products: readonly TypedTable[]): Frame {
  const [own, quantity] = [facts.column('product'), facts.column('quantity')];
  const columns = new Map<string, Column>();
  for (const table of products) {
    const key = table.text('product');
    if (own?.kind !== 'text' || !key) continue;
    const rows = rowsOf(key, own);
    const cost = table.amount('cost');
    if (cost && quantity?.kind === 'amount') merge(columns, facts, 'cost', times(cost, rows, quantity));
    const price = table.amount('listPrice');
    if (price) merge(columns, facts, 'unitPrice', times(price, rows, undefined));
  }
  return columns.size > 0 ? withColumns(facts, columns) : facts;
}

/** The row of each product of the facts, the first where it stands twice. */
function rowsOf(key: TextColumn, own: TextColumn): Int32Array {
  const codes = codesIn(key, own);
  const rowOf = new Int32Array(key.size).fill(noRow);
  for (let row = key.codes.length - 1; row >= 0; row -= 1) rowOf[key.codes[row] ?? 0] = row;
  rowOf[0] = noRow;
  return Int32Array.from(own.codes, (code) => rowOf[codes[code] ?? 0] ?? noRow);
}

function merge(columns: Map<string, Column>, facts: Frame, field: string, found: AmountColumn): void {
  const own = columns.get(field) ?? facts.column(field);
  columns.set(field, own?.kind === 'amount' ? coalesceAmounts(own, found) : found);
}

function times(perUnit: AmountColumn, rows: Int32Array, quantity: AmountColumn | undefined): AmountColumn {
  const values: [number, Decimal][] = [];
  for (const [row, from] of rows.entries()) {
    const value = from === noRow ? null : amountAt(perUnit, from);
    const count = quantity ? amountAt(quantity, row) : { units: 1n, scale: 0 };
    if (value && count) values.push([row, multiply(value, count)]);
  }
  return amountColumnOf(rows.length, values);
}
