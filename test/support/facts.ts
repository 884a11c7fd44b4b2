/** Fact tables and data sets made by hand for tests of `compute`. */
import { decimalFromText } from '../../src/lib/decimal.ts';
import { type DataSet, type FactDataset, type FactTables, factDatasets } from '../../src/model/data-set.ts';
import { parseIsoDay } from '../../src/model/day.ts';
import { type FieldKind, fieldKind } from '../../src/model/fields.ts';
import type { AmountColumn, Column, DayColumn, Facts, TextColumn } from '../../src/model/table.ts';

/**
 * A row by field name; a missing field is an empty cell. Of any dataset the `status` Cancelled does not count, Refunded
 * is money given back, and a row that is Left out is no data.
 */
export type FactRow = Readonly<Record<string, string | undefined>>;

export type FactRows = { readonly [Dataset in FactDataset]?: readonly FactRow[] };

export function textColumn(values: readonly string[]): TextColumn {
  const codeOf = new Map([['', 0]]);
  const codes = Uint32Array.from(values, (value) => {
    const code = codeOf.get(value) ?? codeOf.size;
    codeOf.set(value, code);
    return code;
  });
  const texts = [...codeOf.keys()];
  return { kind: 'text', codes, size: texts.length, text: (code) => texts[code] ?? '' };
}

const maxScale = 4;
const exactScale = 15;

/** At the scale that the values need, at most 4; cells that need more are kept apart, as the reader does. */
function amountColumn(values: readonly string[]): AmountColumn {
  const cells = values.map((value) => (value === '' ? null : decimalFromText(value)));
  const scale = Math.max(0, ...cells.flatMap((cell) => (cell && cell.scale <= maxScale ? cell.scale : [])));
  const exact = new Map<number, bigint>();
  const units = Float64Array.from(cells, (cell, row) => {
    if (cell === null) return 0;
    if (cell.scale <= scale) return Number(cell.units) * 10 ** (scale - cell.scale);
    exact.set(row, cell.units * 10n ** BigInt(exactScale - cell.scale));
    return 0;
  });
  return { kind: 'amount', scale, units, present: Uint8Array.from(cells, (cell) => (cell === null ? 0 : 1)), exact };
}

function dayColumn(values: readonly string[]): DayColumn {
  return {
    kind: 'day',
    days: Int32Array.from(values, (value) => parseIsoDay(value) ?? 0),
    present: Uint8Array.from(values, (value) => (value === '' ? 0 : 1)),
  };
}

/** Columns that `validate` derives: whole seconds. */
const derived: ReadonlyMap<string, FieldKind> = new Map([
  ['firstResponseSeconds', 'amount'],
  ['resolutionSeconds', 'amount'],
]);

function columnOf(dataset: FactDataset, name: string, values: readonly string[]): Column {
  switch (derived.get(name) ?? fieldKind(dataset, name)) {
    case 'amount':
      return amountColumn(values);
    case 'day':
      return dayColumn(values);
    case 'text':
    case undefined:
      return textColumn(values);
  }
}

/** The rows of one dataset as columns. A column is there when a row names it, be the cell empty or not. */
export function factsOf(dataset: FactDataset, rows: readonly FactRow[]): Facts {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = new Map<string, Column>(
    names.map((name) => [
      name,
      columnOf(
        dataset,
        name,
        rows.map((row) => row[name] ?? ''),
      ),
    ]),
  );
  const isRefunded = rows.map((row) => row['status'] === 'Refunded');
  return {
    rowCount: rows.length,
    included: Uint8Array.from(rows, (row) => (row['status'] === 'Left out' ? 0 : 1)),
    counts: Uint8Array.from(rows, (row) => (row['status'] === 'Cancelled' ? 0 : 1)),
    refunded: isRefunded.includes(true) ? Uint8Array.from(isRefunded, Number) : null,
    columns,
    dimensionNames: names,
    dimension(name) {
      const column = columns.get(name);
      return column?.kind === 'text' ? column : undefined;
    },
    placeOf: (row) => ({ file: `${dataset}.csv`, sheet: null, row: row + 2, column: null }),
  };
}

export function ordersOf(rows: readonly FactRow[]): Facts {
  return factsOf('orders', rows);
}

export const noFacts: FactTables = { orders: null, deals: null, payments: null, tickets: null, surveys: null };

/** A data set of several tables, given by their rows; a dataset without rows given is not there. */
export function dataSetOfRows(rows: FactRows, more: Partial<DataSet> = {}): DataSet {
  const given = factDatasets.flatMap((dataset) => {
    const ofDataset = rows[dataset];
    return ofDataset ? [[dataset, factsOf(dataset, ofDataset)] as const] : [];
  });
  return {
    ...emptyDataSet,
    facts: { ...noFacts, ...Object.fromEntries(given) },
    fields: new Map(given.map(([dataset, { columns }]) => [dataset, new Set(columns.keys())])),
    ...more,
  };
}

export function dataSetOf(orders: Facts, more: Partial<DataSet> = {}): DataSet {
  return { ...emptyDataSet, facts: { ...noFacts, orders }, ...more };
}

const emptyDataSet: DataSet = {
  facts: noFacts,
  areTotals: false,
  market: [],
  returns: null,
  firstOrderDays: null,
  targets: [],
  ownKpis: [],
  people: [],
  members: new Map(),
  tables: [],
  problems: [],
  leftOut: [],
  currency: null,
  currencyFrom: null,
  taxBasis: { actual: null, target: null, from: null },
  statedPeriods: [],
  statedEnd: null,
  blankTargets: [],
  holidays: new Set(),
  fields: new Map(),
};
