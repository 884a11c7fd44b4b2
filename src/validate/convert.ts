/** Rows in other currencies → the currency of the report, by rates; a row without a rate is left out, never taken at 1. */
import { add, type Decimal, multiply, toText, zero } from '../lib/decimal.ts';
import { formatDay } from '../model/day.ts';
import type { DayColumn } from '../model/table.ts';
import { problem } from '../problems/catalogue.ts';
import { amountAt, amountColumnOf } from './cells/amount.ts';
import { dayAt } from './cells/day.ts';
import type { Ledger } from './ledger.ts';
import type { RateBook } from './rates.ts';
import type { TypedTable } from './typed-table.ts';

/** Columns of money; rates, quantities and shares are none. */
const moneyFields = [
  'amount',
  'amountExTax',
  'taxAmount',
  'refundedAmount',
  'receivedAmount',
  'listAmount',
  'discountAmount',
  'unitPrice',
  'cost',
  'profit',
];

/** The date that counts, the first that the row has. */
const dayFields = ['orderDate', 'date', 'closeDate', 'expectedCloseDate', 'createdDate'];

interface Conversion {
  readonly table: TypedTable;
  /** Rows by the currency that they are in. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  /** Where the currency stands. */
  readonly field: string | null;
  readonly to: string;
  readonly book: RateBook;
}

/** Multiplies exactly; beyond 15 decimals half is rounded away from zero. */
export function convert({ table, rows, field, to, book }: Conversion, ledger: Ledger): void {
  const factors = new Map<number, Decimal>();
  for (const [from, list] of rows) {
    if (from === to) continue;
    const days = list.map((row) => ({ row, day: dayOf(table, row) }));
    const found = days.map(({ row, day }) => ({ row, day, rate: book.rate(from, to, day) }));
    for (const { row, rate } of found) if (rate) factors.set(row, rate);
    const known = found.filter(({ rate }) => rate !== null);
    reportConverted(table, { from, to, rows: known.map(({ row }) => row), field, factors, book }, ledger);
    leaveOut(table, { from, to, field, missing: found.filter(({ rate }) => rate === null) }, ledger);
  }
  if (factors.size === 0) return;
  for (const name of moneyFields) {
    const column = table.amount(name);
    if (!column) continue;
    const values = Array.from({ length: table.rowCount }, (_, row) => [row, amountAt(column, row)] as const);
    table.replace(
      name,
      amountColumnOf(
        table.rowCount,
        values.flatMap(([row, value]) => {
          if (value === null) return [];
          const factor = factors.get(row);
          return [[row, factor ? multiply(value, factor) : value] as const];
        }),
      ),
    );
  }
}

function dayOf(table: TypedTable, row: number): number | null {
  for (const name of dayFields) {
    const column: DayColumn | undefined = table.day(name);
    const day = column ? dayAt(column, row) : null;
    if (day !== null) return day;
  }
  return null;
}

interface Converted {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly number[];
  readonly field: string | null;
  readonly factors: ReadonlyMap<number, Decimal>;
  readonly book: RateBook;
}

function reportConverted(table: TypedTable, { from, to, rows, field, factors, book }: Converted, ledger: Ledger): void {
  const used = rows.filter((row) => table.included[row] === 1);
  const [first] = used;
  const amounts = table.amount('amount');
  if (first === undefined || !amounts) return;
  let [before, after] = [zero, zero];
  for (const row of used) {
    const [value, factor] = [amountAt(amounts, row), factors.get(row)];
    if (value === null || factor === undefined) continue;
    before = add(before, value);
    after = add(after, multiply(value, factor));
  }
  const params = { from, to, rows: used.length, before: toText(before), after: toText(after), policy: book.policy };
  const extras = { treatment: 'converted' as const, heading: field === null ? null : table.heading(field) };
  ledger.report(problem('money/converted', table.place(first, field), params, extras));
}

interface Missing {
  readonly from: string;
  readonly to: string;
  readonly field: string | null;
  readonly missing: readonly { readonly row: number; readonly day: number | null }[];
}

function leaveOut(table: TypedTable, { from, to, field, missing }: Missing, ledger: Ledger): void {
  for (const { row, day } of missing) {
    if (table.included[row] !== 1) continue;
    const extras = {
      heading: field === null ? null : table.heading(field),
      value: from,
      treatment: 'left-out' as const,
    };
    const params = { from, to, day: day === null ? '' : formatDay(day) };
    ledger.report(problem('money/missing-rate', table.place(row, field), params, extras));
    ledger.leaveOut(table, row, 'money/missing-rate');
  }
}
