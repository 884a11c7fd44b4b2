import type { LeftOutRow } from '../model/problem.ts';
import type { Column } from '../model/table.ts';
import type { Assembly } from './assemble.ts';
import { amountAt } from './cells/amount.ts';
import { dayAt } from './cells/day.ts';
import type { Ledger } from './ledger.ts';
import type { TypedTable } from './typed-table.ts';

/** The rows of one fact table that are in no figure, with what can be read of their day and money. */
export function leftOutRows(ledger: Ledger, assembly: Assembly, days: Column | undefined): LeftOutRow[] {
  const amounts = assembly.frame.column('amount');
  const factRow = factRows(assembly);
  const rows: LeftOutRow[] = [];
  for (const { table, row, code } of ledger.leftOut()) {
    const fact = factRow(table, row);
    if (fact === undefined) continue;
    const day = days?.kind === 'day' ? dayAt(days, fact) : null;
    // Money in another currency is no money of this sum.
    const amount = amounts?.kind === 'amount' && !isForeign(code) ? amountAt(amounts, fact) : null;
    rows.push({ place: table.placeOf(row), day, amount, code });
  }
  return rows;
}

function isForeign(code: string): boolean {
  return code === 'money/mixed-currency' || code === 'money/missing-rate';
}

function factRows({ parts }: Assembly): (table: TypedTable, row: number) => number | undefined {
  const byTable = new Map(parts.map((part) => [part.table, part] as const));
  const places = new Map<TypedTable, Map<number, number>>();
  return (table, row) => {
    const part = byTable.get(table);
    if (!part) return undefined;
    if (!part.rows) return part.start + row;
    const place = places.get(table) ?? new Map([...part.rows].map((own, index) => [own, part.start + index] as const));
    places.set(table, place);
    return place.get(row);
  };
}
