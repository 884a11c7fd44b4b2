/** `--basis`: which date a sale counts by; and the day of a row of other facts. */
import type { FactDataset } from '../model/data-set.ts';
import type { ValidateOptions } from '../model/options.ts';
import type { Column, DayColumn } from '../model/table.ts';
import { problem } from '../problems/catalogue.ts';
import { UserError } from '../problems/user-error.ts';
import type { Frame } from './frame.ts';
import type { Ledger } from './ledger.ts';
import type { TypedTable } from './typed-table.ts';

const dateOf = { delivery: 'deliveryDate', invoice: 'invoiceDate', payment: 'paymentDate' } as const;
type Basis = keyof typeof dateOf;

/** Headings of an only date, which stands for the order's where there is none. */
const headings: Readonly<Record<Basis, RegExp>> = {
  delivery: /deliver|ship|dispatch|fulfil|发货|交货|送|签收|到货|出库|收货/iu,
  invoice: /invoice|bill|开票|发票/iu,
  payment: /paid|pay|received|付款|支付|回款|收款|到账/iu,
};

/**
 * Puts the date of the basis under `orderDate`; a table without it has rows of no date. Throws a UserError where no
 * table has it.
 */
export function settleDay(tables: readonly TypedTable[], basis: ValidateOptions['basis'], ledger: Ledger): void {
  if (basis === undefined || basis === 'order' || tables.length === 0) return;
  const field = dateOf[basis];
  const columns = new Map(tables.map((table) => [table, dateColumn(table, basis)] as const));
  if (![...columns.values()].some(Boolean)) throw new UserError('basis/no-such-date', { basis, field });
  for (const [table, column] of columns) {
    table.replace('orderDate', column ?? noDays(table.rowCount));
    if (column) continue;
    const extras = { severity: 'warning' as const, treatment: 'ignored' as const };
    ledger.report(problem('header/missing-column', table.tablePlace(), { field, dataset: 'orders', near: [] }, extras));
  }
}

function dateColumn(table: TypedTable, basis: Basis): DayColumn | undefined {
  const own = table.day(dateOf[basis]);
  const only = table.mapped('orderDate');
  const isOnly = only?.confidence === 'content' && headings[basis].test(only.heading);
  return own ?? (isOnly ? table.day('orderDate') : undefined);
}

function noDays(rowCount: number): DayColumn {
  return { kind: 'day', days: new Int32Array(rowCount), present: new Uint8Array(rowCount) };
}

const dayFields: Readonly<Record<FactDataset, readonly string[]>> = {
  orders: ['orderDate'],
  deals: ['closeDate', 'createdDate'],
  payments: ['date'],
  tickets: ['createdAt'],
  surveys: ['date'],
};

/** The day of each row of a fact table: the first of its dates that the row has. */
export function daysOf(dataset: FactDataset, frame: Frame): DayColumn | undefined {
  const columns = dayFields[dataset].map((field) => frame.column(field)).filter(isDays);
  const [first, second] = columns;
  return first && second ? firstOf(first, second) : first;
}

function isDays(column: Column | undefined): column is DayColumn {
  return column?.kind === 'day';
}

/** `own` where it has a day, else `other`. */
export function firstOf(own: DayColumn, other: DayColumn): DayColumn {
  return {
    kind: 'day',
    days: own.days.map((day, row) => (own.present[row] === 1 ? day : (other.days[row] ?? 0))),
    present: own.present.map((mark, row) => (mark === 1 ? 1 : (other.present[row] ?? 0))),
  };
}
