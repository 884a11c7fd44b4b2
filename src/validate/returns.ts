/** Goods taken back: which orders, and for how much where the list says so. */

import { type Decimal, negate, zero } from '../lib/decimal.ts';
import { foldText } from '../lib/fold-text.ts';
import type { Returns } from '../model/data-set.ts';
import type { Place } from '../model/place.ts';
import { problem } from '../problems/catalogue.ts';
import { amountAt } from './cells/amount.ts';
import { dayAt } from './cells/day.ts';
import type { Frame } from './frame.ts';
import { spellings } from './joins.ts';
import { judgeRows } from './judge-rows.ts';
import type { Ledger } from './ledger.ts';
import type { TypedTable } from './typed-table.ts';

interface ReturnRow {
  readonly orderId: string;
  readonly day: number | null;
  readonly amount: Decimal;
  readonly place: Place;
}

const notReturned = new Set(['no', 'n', 'false', '0', '否', '未退货', '未退', 'not returned']);

/** The returns of all tables, with order ids as the facts spell them; null without a table of returns. */
export function collectReturns(
  tables: readonly TypedTable[],
  facts: Frame | undefined,
  ledger: Ledger,
): Returns | null {
  if (tables.length === 0) return null;
  const ids = facts?.column('orderId');
  const known = ids?.kind === 'text' ? spellings(ids) : undefined;
  const orderIds = new Set<string>();
  const rows: ReturnRow[] = [];
  for (const table of tables) {
    judgeRows(table, { day: null, mayLackDay: true, money: table.amount('amount') ? ['amount'] : [] }, ledger);
    const listed = listedRows(table);
    reportUnknown(table, listed, known, ledger);
    for (const { row, orderId } of listed) {
      const spelled = known?.get(foldText(orderId)) ?? orderId;
      orderIds.add(spelled);
      const amount = amountOf(table, row);
      if (amount) rows.push({ orderId: spelled, day: dayOf(table, row), amount, place: table.place(row, 'amount') });
    }
  }
  return { orderIds, rows: tables.some((table) => table.amount('amount')) ? rows : null };
}

function listedRows(table: TypedTable): { readonly row: number; readonly orderId: string }[] {
  const [ids, flag] = [table.text('orderId'), table.text('returned')];
  const listed: { row: number; orderId: string }[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    const orderId = ids?.text(ids.codes[row] ?? 0) ?? '';
    const says = flag?.text(flag.codes[row] ?? 0) ?? '';
    if (table.included[row] === 1 && orderId !== '' && !notReturned.has(foldText(says).toLowerCase()))
      listed.push({ row, orderId });
  }
  return listed;
}

function amountOf(table: TypedTable, row: number): Decimal | null {
  const column = table.amount('amount');
  if (!column) return null;
  const amount = amountAt(column, row) ?? zero;
  return amount.units < 0n ? negate(amount) : amount;
}

function dayOf(table: TypedTable, row: number): number | null {
  const column = table.day('date');
  return column ? dayAt(column, row) : null;
}

function reportUnknown(
  table: TypedTable,
  listed: readonly { readonly row: number; readonly orderId: string }[],
  known: ReadonlyMap<string, string> | undefined,
  ledger: Ledger,
): void {
  if (!known) return;
  const unknown = listed.filter(({ orderId }) => !known.has(foldText(orderId)));
  const [first] = unknown;
  if (!first) return;
  const extras = { heading: table.heading('orderId'), value: first.orderId };
  const params = { rows: unknown.length, example: first.orderId };
  ledger.report(problem('row/return-without-order', table.place(first.row, 'orderId'), params, extras));
}
