/** Tables of orders and their lines: what of them can be used, and how they become one table. */
import type { TaxBasis } from '../../model/mapping.ts';
import type { ValidateOptions } from '../../model/options.ts';
import { type Assembly, assembleLines, assembleTables } from '../assemble.ts';
import { judgeRows } from '../judge-rows.ts';
import type { Ledger } from '../ledger.ts';
import { type Money, settleMoney } from '../money.ts';
import { leaveOutOverlaps } from '../overlap.ts';
import { tableRules } from '../rules/index.ts';
import { settleDay } from '../settle-day.ts';
import { type TypedTable, tablesOf } from '../typed-table.ts';

export type MoneyOf = ReadonlyMap<TypedTable, Money>;

/** Dates and money of every table of orders, under `orderDate` and `amount`. */
export function settleOrders(
  tables: readonly TypedTable[],
  { basis }: ValidateOptions,
  wanted: TaxBasis | null,
  ledger: Ledger,
): Map<TypedTable, Money> {
  const orders = tablesOf(tables, 'orders');
  settleDay(orders, basis, ledger);
  return new Map(
    [...orders, ...tablesOf(tables, 'order-lines')].map((table) => [table, settleMoney(table, wanted)] as const),
  );
}

export interface OrderTables {
  readonly orders: readonly TypedTable[];
  readonly lines: readonly TypedTable[];
}

/** Lines without orders have no date: nothing can be made of them. */
export function orderTables(tables: readonly TypedTable[]): OrderTables {
  const orders = tablesOf(tables, 'orders');
  const isHeads = orders.some((table) => table.text('orderId') !== undefined);
  return { orders, lines: isHeads ? tablesOf(tables, 'order-lines') : [] };
}

/** Leaves out what cannot be read and what stands in two tables. */
export function prepareOrders(
  { orders, lines }: OrderTables,
  money: MoneyOf,
  { basis, overlap }: ValidateOptions,
  ledger: Ledger,
): void {
  const mayLackDay = basis !== undefined && basis !== 'order';
  const moneyOf = (table: TypedTable) => money.get(table)?.from ?? [];
  for (const table of lines) judgeRows(table, { day: null, mayLackDay, money: moneyOf(table) }, ledger);
  // The money of heads is only compared with that of their lines.
  const ofHeads = lines.length > 0 ? () => [] : moneyOf;
  for (const table of orders) judgeRows(table, { day: 'orderDate', mayLackDay, money: ofHeads(table) }, ledger);
  leaveOutOverlaps(lines, overlap, ledger);
  leaveOutOverlaps(orders, overlap, ledger);
}

export function judgeOrders({ orders, lines }: OrderTables, ledger: Ledger): void {
  for (const table of [...orders, ...lines]) for (const rule of tableRules) rule(table, ledger);
}

export function assemble({ orders, lines }: OrderTables, ledger: Ledger): Assembly | undefined {
  return lines.length > 0 ? assembleLines({ heads: orders, lines }, ledger) : assembleTables(orders);
}
