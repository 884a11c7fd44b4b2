/** Which column is the money of a table: as stated, without or with tax, or computed from its lines. */
import type { TaxBasis } from '../model/mapping.ts';
import type { AmountColumn } from '../model/table.ts';
import { noRow } from './columns.ts';
import { combine, lineAmounts } from './line-amount.ts';
import type { TypedTable } from './typed-table.ts';

export interface Money {
  /** What the amounts are; null where the file does not say. */
  readonly basis: TaxBasis | null;
  /** Fields whose unreadable cells leave the row without money. */
  readonly from: readonly string[];
}

/** Puts the table's money under `amount`, on the basis `wanted` where the table can give it. */
export function settleMoney(table: TypedTable, wanted: TaxBasis | null): Money {
  const taxed = settleTax(table, wanted);
  const [quantity, unitPrice] = [table.amount('quantity'), table.amount('unitPrice')];
  const stated = table.amount('amount');
  if (!quantity || !unitPrice) return taxed;
  if (stated && !stated.present.includes(0)) return taxed;
  const discountRate = table.amount('discountRate');
  const discountAmount = table.amount('discountAmount');
  const isOfTotal = stated ? linesOfTotals(table, stated) : () => false;
  table.replace('amount', lineAmounts(stated, { quantity, unitPrice, discountRate, discountAmount }, isOfTotal));
  if (stated) return taxed;
  return { ...taxed, from: ['quantity', 'unitPrice', 'discountRate', 'discountAmount'] };
}

/** Further lines of an order whose head states its total: it counts once, whatever the lines come to. */
function linesOfTotals(table: TypedTable, stated: AmountColumn): (row: number) => boolean {
  const { heads } = table;
  if (!heads) return () => false;
  const unreadable = table.faults('amount').marked(table.rowCount);
  return (row) => {
    const head = heads[row] ?? noRow;
    return head !== noRow && (stated.present[head] === 1 || unreadable[head] === 1);
  };
}

function settleTax(table: TypedTable, wanted: TaxBasis | null): Money {
  const [amount, exTax, tax] = [table.amount('amount'), table.amount('amountExTax'), table.amount('taxAmount')];
  if (!amount) return exTax ? use(table, exTax, 'excluded', ['amountExTax']) : { basis: null, from: [] };
  // Beside a column without tax, the other one is with it.
  const stated = table.mapped('amount')?.tax ?? (exTax ? 'included' : null);
  return convert(table, { amount, exTax, tax, stated }, wanted);
}

interface TaxColumns {
  readonly amount: AmountColumn;
  readonly exTax: AmountColumn | undefined;
  readonly tax: AmountColumn | undefined;
  readonly stated: TaxBasis | null;
}

/** Another basis than the stated one: its own column, else the tax taken off or put on. */
function convert(table: TypedTable, { amount, exTax, tax, stated }: TaxColumns, wanted: TaxBasis | null): Money {
  if (wanted === null || wanted === stated) return { basis: stated, from: ['amount'] };
  if (wanted === 'excluded' && exTax) return use(table, exTax, wanted, ['amountExTax']);
  if (!tax || stated === null) return { basis: stated, from: ['amount'] };
  return use(table, combine(amount, tax, wanted === 'included' ? 1 : -1), wanted, ['amount', 'taxAmount']);
}

function use(table: TypedTable, column: AmountColumn, basis: TaxBasis, from: readonly string[]): Money {
  table.replace('amount', column);
  return { basis, from };
}
