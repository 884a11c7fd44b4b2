/** Rows of a term as the files know them; made only while they are looked at. */
import { add, compare, type Decimal, decimal, zero } from '../../lib/decimal.ts';
import type { FactDataset, TableReport } from '../../model/data-set.ts';
import type { RowsBehind, TracedRow, TracedTable } from '../../model/explanation.ts';
import type { Facts, TextColumn } from '../../model/table.ts';
import { amountAt, sumRows } from '../aggregate/sum.ts';
import { textAt } from '../people/deals.ts';
import type { Population } from '../population.ts';
import type { Adding, ListedRow } from './term.ts';

/** Rows of a population and what each adds. */
export interface Chosen {
  readonly dataset: FactDataset;
  /** The table of all facts of the dataset. */
  readonly facts: Facts;
  readonly population: Population;
  /** Row of the facts by row of the population. */
  readonly rowOf: Uint32Array;
  readonly rows: Uint32Array;
  readonly adding: Adding;
}

const nameFields = ['orderId', 'dealId', 'dealName', 'ticketId', 'customerName', 'customerId'];

/** Σ of what rows add. */
export function totalOf({ rows, adding }: Pick<Chosen, 'rows' | 'adding'>): Decimal {
  switch (adding.kind) {
    case 'one':
      return decimal(rows.length);
    case 'column':
      return sumRows(rows, adding.column);
    case 'each': {
      let total = zero;
      for (const row of rows) total = add(total, adding.amountOf(row) ?? zero);
      return total;
    }
    case 'distinct': {
      const isFirst = firsts(adding.column, adding.blanks);
      let count = 0;
      for (const row of rows) if (isFirst(row)) count += 1;
      return decimal(count);
    }
  }
}

/** Whether a row is the first with its value; asked for row after row. */
function firsts({ codes, size }: TextColumn, countsBlanks: boolean): (row: number) => boolean {
  const isSeen = new Uint8Array(size);
  return (row) => {
    const code = codes[row] ?? 0;
    if (code === 0) return countsBlanks;
    const isFirst = isSeen[code] === 0;
    isSeen[code] = 1;
    return isFirst;
  };
}

/** What one row after another adds, in the order of the rows. */
function addsOf(adding: Adding): (row: number) => Decimal {
  switch (adding.kind) {
    case 'one':
      return () => decimal(1);
    case 'column':
      return (row) => amountAt(adding.column, row) ?? zero;
    case 'each':
      return (row) => adding.amountOf(row) ?? zero;
    case 'distinct': {
      const isFirst = firsts(adding.column, adding.blanks);
      return (row) => decimal(isFirst(row) ? 1 : 0);
    }
  }
}

export function rowsBehind(chosen: Chosen, tables: readonly TableReport[]): RowsBehind {
  const { rows } = chosen;
  return {
    count: rows.length,
    tables: byTable(chosen, tables),
    largest: (most) => {
      const kept = largestOf(chosen, most);
      // What a row adds can depend on those before it.
      const adds = new Map<number, Decimal>();
      const addedBy = addsOf(chosen.adding);
      if (chosen.adding.kind === 'distinct') {
        const wanted = new Set(kept);
        for (const row of rows) {
          const added = addedBy(row);
          if (wanted.has(row)) adds.set(row, added);
        }
      }
      return kept.map((row) => tracedRow(chosen, row, adds.get(row) ?? addedBy(row)));
    },
    *all() {
      const addedBy = addsOf(chosen.adding);
      for (const row of rows) yield tracedRow(chosen, row, addedBy(row));
    },
  };
}

/** The largest by what they add; where that is a count, by their money. Of equal ones the earlier. */
function largestOf(chosen: Chosen, most: number): number[] {
  const order = orderOf(chosen);
  const kept: number[] = [];
  for (const row of chosen.rows) {
    const last = kept[most - 1];
    if (last !== undefined && order(row, last) <= 0) continue;
    const at = kept.findIndex((other) => order(row, other) > 0);
    kept.splice(at < 0 ? kept.length : at, 0, row);
    kept.length = Math.min(kept.length, most);
  }
  return kept;
}

function orderOf({ adding, population }: Chosen): (a: number, b: number) => number {
  if (adding.kind === 'each') {
    const { amountOf } = adding;
    return (a, b) => compare(amountOf(a) ?? zero, amountOf(b) ?? zero);
  }
  const column = adding.kind === 'column' ? adding.column : population.amount;
  if (column.exact.size === 0) return (a, b) => (column.units[a] ?? 0) - (column.units[b] ?? 0);
  return (a, b) => compare(amountAt(column, a) ?? zero, amountAt(column, b) ?? zero);
}

function tracedRow({ facts, population, rowOf }: Chosen, row: number, adds: Decimal): TracedRow {
  return {
    place: facts.placeOf(rowOf[row] ?? 0),
    day: population.day.days[row] ?? null,
    name: textAt(population, nameFields, row),
    amount: amountAt(population.amount, row),
    adds,
  };
}

/** Tables of a dataset stand one after another among its facts. */
function byTable({ dataset, rows, rowOf, adding }: Chosen, tables: readonly TableReport[]): TracedTable[] {
  const own = tables.filter((table) => isOf(table, dataset));
  const only = own.length === 1 ? own[0] : undefined;
  if (only) {
    const { file, sheet } = only;
    return rows.length === 0 ? [] : [{ file, sheet, rows: rows.length, adds: totalOf({ rows, adding }) }];
  }
  return own.flatMap(({ file, sheet, factRows }) => {
    const [from, to] = factRows ?? [0, 0];
    const inTable = rows.filter((row) => (rowOf[row] ?? 0) >= from && (rowOf[row] ?? 0) < to);
    if (inTable.length === 0) return [];
    return [{ file, sheet, rows: inTable.length, adds: totalOf({ rows: inTable, adding }) }];
  });
}

export function isOf({ dataset, factRows }: TableReport, wanted: FactDataset): boolean {
  return factRows !== null && (dataset === 'order-lines' ? 'orders' : dataset) === wanted;
}

/** Rows that are in no facts. */
export function listedBehind(listed: readonly ListedRow[]): RowsBehind | null {
  const rows = listed.flatMap(({ place, day, name, adds }) =>
    place === null ? [] : [{ place, day, name, adds, amount: adds }],
  );
  if (rows.length < listed.length) return null;
  const tables = new Map<string, TracedTable>();
  for (const { place, adds } of rows) {
    const key = `${place.file}\u0000${place.sheet ?? ''}`;
    const known = tables.get(key) ?? { file: place.file, sheet: place.sheet, rows: 0, adds: zero };
    tables.set(key, { ...known, rows: known.rows + 1, adds: add(known.adds, adds) });
  }
  return {
    count: rows.length,
    tables: [...tables.values()],
    largest: (most) => rows.toSorted((a, b) => compare(b.adds, a.adds)).slice(0, most),
    all: () => rows,
  };
}
