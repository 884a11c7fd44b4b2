/** Tables that only sum up another one: one row per period whose amounts are its sums. */
import { add, compare, type Decimal, negate, subtract, zero } from '../lib/decimal.ts';
import { type Grain, periodOf } from '../model/period.ts';
import { problem } from '../problems/catalogue.ts';
import { amountAt } from './cells/amount.ts';
import { dayAt } from './cells/day.ts';
import type { Ledger } from './ledger.ts';
import type { TypedTable } from './typed-table.ts';

/** More rows than this is a table of its own: ten years of months, a year of days. */
const mostRows = 400;
const grains: readonly Grain[] = ['month', 'quarter', 'year', 'week', 'day'];

/** The tables among `tables` that are summaries of another one of them. */
export function findSummaries(tables: readonly TypedTable[], ledger: Ledger): TypedTable[] {
  if (tables.length < 2) return [];
  return tables.flatMap((table) => {
    const of = tables.find((other) => other !== table && other.rowCount > table.rowCount && isSummaryOf(table, other));
    if (!of) return [];
    const place = of.tablePlace();
    const other = place.sheet ?? place.file;
    ledger.report(problem('table/summary', table.tablePlace(), { other }, { affects: 'none' }));
    return [table];
  });
}

function isSummaryOf(table: TypedTable, other: TypedTable): boolean {
  if (table.rowCount < 2 || table.rowCount > mostRows) return false;
  const own = entriesOf(table);
  if (!own || own.length < table.rowCount) return false;
  return grains.some((grain) => {
    const stated = sumsBy(own, grain);
    if (stated.size !== own.length) return false;
    const sums = sumsBy(entriesOf(other) ?? [], grain);
    return [...stated].every(([period, amount]) => isNear(amount, sums.get(period)));
  });
}

interface Entry {
  readonly day: number;
  readonly amount: Decimal;
}

function entriesOf(table: TypedTable): Entry[] | undefined {
  const [days, amounts] = [table.day('orderDate'), table.amount('amount')];
  if (!days || !amounts) return undefined;
  const entries: Entry[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    const [day, amount] = [dayAt(days, row), amountAt(amounts, row)];
    if (day !== null && amount) entries.push({ day, amount });
  }
  return entries;
}

function sumsBy(entries: readonly Entry[], grain: Grain): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const { day, amount } of entries) {
    const { id } = periodOf(day, grain);
    sums.set(id, add(sums.get(id) ?? zero, amount));
  }
  return sums;
}

/** Equal to the cent. */
function isNear(a: Decimal, b: Decimal | undefined): boolean {
  if (!b) return false;
  const difference = subtract(a, b);
  return compare(difference.units < 0n ? negate(difference) : difference, { units: 1n, scale: 2 }) <= 0;
}
