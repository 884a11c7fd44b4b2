/** How many rows of a table that was read belong to the period. */
import type { FactDataset, TableReport } from '../model/data-set.ts';
import type { DayColumn } from '../model/table.ts';
import type { Scope } from './scope.ts';

/** The dates by which a row is in a period; of deals that ended and of new ones. */
const daysOf: Readonly<Record<FactDataset, readonly string[]>> = {
  orders: ['orderDate'],
  deals: ['closeDate', 'createdDate'],
  payments: ['date'],
  tickets: ['createdAt', 'resolvedAt'],
  surveys: ['date'],
};

/** Data rows with a date in the period; 0 for tables that are no facts. */
export function rowsInPeriod({ data, period }: Scope, { dataset, factRows }: TableReport): number {
  // Lines are rows of their orders.
  const kind = dataset === 'order-lines' ? 'orders' : dataset;
  if (factRows === null || kind === null || !isFactDataset(kind)) return 0;
  const facts = data.facts[kind];
  const columns = daysOf[kind].flatMap((field) => {
    const column = facts?.columns.get(field);
    return column?.kind === 'day' ? [column] : [];
  });
  const isIn = ({ days, present }: DayColumn, row: number) => {
    const day = days[row] ?? 0;
    return present[row] === 1 && day >= period.start && day <= period.end;
  };
  let rows = 0;
  for (let row = factRows[0]; row < factRows[1]; row++) {
    if (facts?.included[row] === 1 && columns.some((column) => isIn(column, row))) rows += 1;
  }
  return rows;
}

function isFactDataset(dataset: string): dataset is FactDataset {
  return Object.hasOwn(daysOf, dataset);
}
