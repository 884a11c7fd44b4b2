/** What KPIs know beyond the rows of a group: the whole data set and when each customer bought. */
import type { DataSet } from '../model/data-set.ts';
import type { Day } from '../model/day.ts';
import type { Column, Facts } from '../model/table.ts';
import { firstDays, longGap, never } from './aggregate/first-seen.ts';
import { Purchases } from './aggregate/purchases.ts';
import type { Preceding } from './cut.ts';
import { type Population, populationOf } from './population.ts';
import type { Streams } from './streams.ts';

export interface History {
  readonly data: DataSet;
  readonly streams: Streams;
  /** The sales; without rows where the data has none. */
  readonly population: Population;
  /** Months before the period that `new-customers` wants (`--lookback`). */
  readonly lookback: number;
  /** The period whose customers retention starts from. */
  readonly retentionBase: Preceding;
  /** Rows after it are in no figure. */
  readonly asOf: Day | undefined;
  /** First purchase day per customer code, `never` where unknown; computed once. */
  firstDays(): Int32Array;
  /** 95th percentile of the days between purchases; computed once. */
  longGap(): number;
  /** When each customer bought. Null without customers. */
  purchases(): Purchases | null;
  /** The facts' column of a field, if there is one of that kind. */
  column<Kind extends Column['kind']>(field: string, kind: Kind): Extract<Column, { kind: Kind }> | null;
}

/** `house`: of the data that these rows are a part of, by the same customer codes; when customers bought is known from there. */
export function historyOf(
  streams: Streams,
  lookback: number,
  retentionBase: Preceding = 'previous',
  house?: History,
): History {
  const { data, asOf } = streams;
  const population = streams.population('sales') ?? noRows;
  const { customer, facts } = population;
  return {
    data,
    streams,
    population,
    lookback,
    retentionBase,
    asOf,
    firstDays:
      house?.firstDays ?? once(() => (customer === null ? new Int32Array() : knownFirstDays(data, population))),
    longGap: house?.longGap ?? once(() => (customer === null ? 0 : longGap(population, customer))),
    purchases: house?.purchases ?? once(() => (customer === null ? null : new Purchases(population, customer))),
    column: <Kind extends Column['kind']>(field: string, kind: Kind) => {
      const column = facts.columns.get(field);
      return column !== undefined && isOfKind(column, kind) ? column : null;
    },
  };
}

const nothing: Facts = {
  rowCount: 0,
  included: new Uint8Array(),
  counts: new Uint8Array(),
  refunded: null,
  columns: new Map(),
  dimensionNames: [],
  dimension: () => undefined,
  placeOf: (row) => {
    throw new RangeError(`no row ${row}`);
  },
};
const noRows = populationOf(
  nothing,
  { kind: 'day', days: new Int32Array(), present: new Uint8Array() },
  { asOf: undefined, wanted: undefined },
);

function isOfKind<Kind extends Column['kind']>(column: Column, kind: Kind): column is Extract<Column, { kind: Kind }> {
  return column.kind === kind;
}

/** From the rows; where a customer list states an earlier first order, from there: a row that is there was bought. */
function knownFirstDays({ firstOrderDays }: DataSet, population: Population): Int32Array {
  const { customer } = population;
  if (customer === null) return new Int32Array();
  const days = firstDays(population, customer);
  if (firstOrderDays === null) return days;
  for (let code = 1; code < customer.size; code++) {
    const stated = firstOrderDays.get(customer.text(code));
    const known = days[code] ?? never;
    if (stated !== undefined && known !== never) days[code] = Math.min(stated, known);
  }
  return days;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
