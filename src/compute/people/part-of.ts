/** The data set of one person: their rows, targets and problems, and nothing that came from anybody else's. */

import { add, type Decimal, zero } from '../../lib/decimal.ts';
import { foldText } from '../../lib/fold-text.ts';
import {
  type DataSet,
  type FactDataset,
  type FactTables,
  factDatasets,
  type TableReport,
} from '../../model/data-set.ts';
import type { Place } from '../../model/place.ts';
import type { Facts } from '../../model/table.ts';
import type { Target } from '../../model/target.ts';
import { amountAt } from '../aggregate/sum.ts';
import type { Persons } from './persons.ts';

export interface Whole {
  readonly data: DataSet;
  readonly persons: Persons;
  /** The group that takes back what came back of an order. */
  readonly ownerOfReturn: ReadonlyMap<string, number>;
}

/**
 * What is known of all is not told: no market, no members of dimensions that only other tables know, no problem but
 * those of the person's own cells, no statement of what tables hold beyond the person's rows.
 */
export function partOf({ data, persons, ownerOfReturn }: Whole, group: number): DataSet {
  const keys = persons.keysOf(group);
  const own: Own = { group, groupOf: (dataset) => persons.groupsOf(dataset)?.groupOf ?? nobody };
  const places = ownPlaces(data, own);
  const targets = data.targets.filter((target) => isOf(target, keys)).map((target) => ({ ...target, owner: null }));
  const people = data.people.filter(({ rep, texts }) =>
    [...keys].every(([name, value]) => isSame(name === 'rep' ? rep : texts.get(name), value)),
  );
  const { firstOrderDays, currency, currencyFrom, taxBasis, statedPeriods, statedEnd, areTotals, holidays, fields } =
    data;
  const { ownKpis } = data;
  // Named one by one, so that what a data set comes to hold is not told before somebody has looked at whose it is.
  return {
    ...{
      firstOrderDays,
      currency,
      currencyFrom,
      taxBasis,
      statedPeriods,
      statedEnd,
      areTotals,
      holidays,
      fields,
      ownKpis,
    },
    facts: ownFacts(data, own),
    market: [],
    returns: data.returns && {
      ...data.returns,
      rows: data.returns.rows?.filter(({ orderId }) => ownerOfReturn.get(orderId) === group) ?? null,
    },
    targets,
    blankTargets: [],
    people,
    members: new Map(),
    tables: data.tables.flatMap((table) => ownTable(data, table, { ...own, targets, places })),
    problems: data.problems.filter(
      ({ code, place, related }) => code.startsWith('cell/') && related.length === 0 && places.has(keyOf(place)),
    ),
    leftOut: data.leftOut.filter(({ place }) => places.has(keyOf(place))),
  };
}

const nobody = new Uint32Array();

/** Whose rows are wanted. */
interface Own {
  readonly group: number;
  /** The group of each row of the facts; empty where they do not know people. */
  readonly groupOf: (dataset: FactDataset) => Uint32Array;
}

function isOf({ keys }: Target, wanted: ReadonlyMap<string, string>): boolean {
  return [...wanted].every(([name, value]) => isSame(keys.get(name), value));
}

function isSame(text: string | undefined, value: string): boolean {
  return text !== undefined && foldText(text) === foldText(value);
}

/** All columns as they are, for codes stay the same; only rows of the person are data. */
function ownFacts({ facts }: DataSet, { group, groupOf }: Own): FactTables {
  const own = (dataset: FactDataset): Facts | null => {
    const table = facts[dataset];
    const groups = groupOf(dataset);
    return table && { ...table, included: table.included.map((is, row) => (groups[row] === group ? is : 0)) };
  };
  return {
    orders: own('orders'),
    deals: own('deals'),
    payments: own('payments'),
    tickets: own('tickets'),
    surveys: own('surveys'),
  };
}

/** Rows of the person that something is said of: problems and left-out rows name them by their places. */
function ownPlaces({ facts, problems, leftOut }: DataSet, { group, groupOf }: Own): ReadonlySet<string> {
  const wanted = new Set([...problems, ...leftOut].map(({ place }) => keyOf(place)));
  const found = new Set<string>();
  if (wanted.size === 0) return found;
  for (const dataset of factDatasets) {
    const table = facts[dataset];
    for (const [row, of] of groupOf(dataset).entries()) {
      const key = table && of === group ? keyOf(table.placeOf(row)) : '';
      if (wanted.has(key)) found.add(key);
    }
  }
  return found;
}

function keyOf({ file, sheet, row }: Place): string {
  return JSON.stringify([file, sheet, row]);
}

interface OwnRows extends Own {
  readonly targets: readonly Target[];
  readonly places: ReadonlySet<string>;
}

/** The table as far as it is the person's; none where nothing of it is. */
function ownTable(data: DataSet, table: TableReport, { group, groupOf, targets, places }: OwnRows): TableReport[] {
  const base = { ...table, statuses: [], leftOut: 0 };
  if (table.dataset === 'targets') {
    const rows = new Set(targets.filter(({ place }) => isAt(place, table)).map(({ place }) => place.row)).size;
    return rows > 0 ? [{ ...base, rows }] : [];
  }
  const dataset = datasetOf(table);
  const facts = dataset && data.facts[dataset];
  if (!facts || table.factRows === null) return [];
  const [first, end] = table.factRows;
  const groups = groupOf(dataset);
  const own: number[] = [];
  for (let row = first; row < end; row++) if (groups[row] === group) own.push(row);
  const leftOut = data.leftOut.filter(({ place }) => isAt(place, table) && places.has(keyOf(place))).length;
  return own.length > 0 ? [{ ...base, rows: own.length, leftOut, statuses: statusesOf(table, facts, own) }] : [];
}

function isAt(place: Place, { file, sheet }: TableReport): boolean {
  return place.file === file && place.sheet === sheet;
}

/** Lines are rows of their orders. */
function datasetOf({ dataset }: TableReport): FactDataset | null {
  return dataset === 'order-lines' ? 'orders' : (factDatasets.find((name) => name === dataset) ?? null);
}

function statusesOf({ statuses }: TableReport, facts: Facts, rows: readonly number[]): TableReport['statuses'] {
  const counts = new Map<string, { rows: number; amount: Decimal }>();
  const columns = ['status', 'stage']
    .map((field) => facts.columns.get(field))
    .filter((column) => column?.kind === 'text');
  const money = facts.columns.get('amount');
  for (const row of rows) {
    const amount = (money?.kind === 'amount' && amountAt(money, row)) || zero;
    for (const text of new Set(columns.map((column) => column.text(column.codes[row] ?? 0)))) {
      const known = counts.get(foldText(text)) ?? { rows: 0, amount: zero };
      counts.set(foldText(text), { rows: known.rows + 1, amount: add(known.amount, amount) });
    }
  }
  return statuses.flatMap((status) => {
    const own = counts.get(foldText(status.value));
    return own ? [{ ...status, ...own }] : [];
  });
}
