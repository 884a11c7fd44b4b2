/** Fact tables and data sets made by hand for tests of `compute`. */
import { decimalFromText } from '../../src/lib/decimal.ts';
import type { DataSet, FactTables } from '../../src/model/data-set.ts';
import { parseIsoDay } from '../../src/model/day.ts';
import { datasets } from '../../src/model/fields.ts';
import type { AmountColumn, Column, DayColumn, Facts, TextColumn } from '../../src/model/table.ts';

/** A row by field name; a missing field is an empty cell. */
export type FactRow = Readonly<Record<string, string>>;

export function textColumn(values: readonly string[]): TextColumn {
  const known = [''];
  const codes = Uint32Array.from(values, (value) => {
    const at = known.indexOf(value);
    return at >= 0 ? at : known.push(value) - 1;
  });
  return { kind: 'text', codes, size: known.length, text: (code) => known[code] ?? '' };
}

function amountColumn(values: readonly string[]): AmountColumn {
  const scale = 4;
  const exact = new Map<number, bigint>();
  const units = Float64Array.from(values, (value, row) => {
    if (value === '') return 0;
    const parsed = decimalFromText(value);
    if (parsed.scale > scale) {
      exact.set(row, parsed.units * 10n ** BigInt(15 - parsed.scale));
      return 0;
    }
    return Number(parsed.units) * 10 ** (scale - parsed.scale);
  });
  return { kind: 'amount', scale, units, present: Uint8Array.from(values, (value) => (value === '' ? 0 : 1)), exact };
}

function dayColumn(values: readonly string[]): DayColumn {
  return {
    kind: 'day',
    days: Int32Array.from(values, (value) => parseIsoDay(value) ?? 0),
    present: Uint8Array.from(values, (value) => (value === '' ? 0 : 1)),
  };
}

const kinds = new Map<string, string>(Object.entries(datasets.orders));

export function ordersOf(rows: readonly FactRow[]): Facts {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = new Map<string, Column>(
    names.map((name) => {
      const values = rows.map((row) => row[name] ?? '');
      const kind = kinds.get(name);
      return [name, kind === 'amount' ? amountColumn(values) : kind === 'day' ? dayColumn(values) : textColumn(values)];
    }),
  );
  return {
    rowCount: rows.length,
    included: new Uint8Array(rows.length).fill(1),
    counts: new Uint8Array(rows.length).fill(1),
    refunded: null,
    columns,
    dimensionNames: names,
    dimension(name) {
      const column = columns.get(name);
      return column?.kind === 'text' ? column : undefined;
    },
    placeOf: (row) => ({ file: 'orders.csv', sheet: null, row: row + 2, column: null }),
  };
}

export const noFacts: FactTables = { orders: null, deals: null, payments: null, tickets: null, surveys: null };

export function dataSetOf(orders: Facts, more: Partial<DataSet> = {}): DataSet {
  return {
    facts: { ...noFacts, orders },
    market: [],
    returns: null,
    firstOrderDays: null,
    targets: [],
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
    holidays: new Set(),
    fields: new Map(),
    ...more,
  };
}
