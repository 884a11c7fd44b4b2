/** Columns that people, customers, products and lookup tables add to the facts (contract §2, "Joins and `--by`"). */
import { foldName, foldText } from '../lib/fold-text.ts';
import { groupBy } from '../lib/group-by.ts';
import type { Column, DayColumn, TextColumn } from '../model/table.ts';
import { coalesce, codesIn, noRow } from './columns.ts';
import { appendFrames, besideFrame, type Frame, mergeFrames, onlyNames, pickFrame, withColumns } from './frame.ts';
import { type KeyRows, keyRows, naming, reportRepeated } from './join-keys.ts';
import { reportJoins } from './join-problems.ts';
import type { Ledger } from './ledger.ts';
import type { TypedTable } from './typed-table.ts';

export interface Joined {
  readonly frame: Frame;
  /** Joined tables by dataset, with the rows of the facts: for `people.country`. */
  readonly byDataset: ReadonlyMap<string, Frame>;
}

/** Fields by which a table of each dataset joins, the most telling first. */
const keyFields = {
  people: ['employeeId', 'rep', 'team', 'region'],
  customers: ['customerId', 'customerName'],
  products: ['product'],
} as const;
export type KeyDataset = keyof typeof keyFields;

/** Of `people`, these come before the same columns of customers. */
const fromPeople: ReadonlySet<string> = new Set(['rep', 'team', 'manager', 'region']);
/** Per-unit amounts and validity of the joined row itself: no columns of a sale. */
const notJoined: ReadonlySet<string> = new Set(['cost', 'listPrice', 'from', 'to', 'firstOrderDate', 'createdDate']);
/** Headings that many unrelated tables share. */
const vague: ReadonlySet<string> = new Set([
  'id',
  'no',
  'no.',
  '#',
  'name',
  '名称',
  '序号',
  '编号',
  '行id',
  'rowid',
  'date',
  '日期',
  'type',
  '备注',
  'note',
  'notes',
  'description',
]);

/** Tables that add columns to facts: those of a key, and what lookups there are. */
export interface JoinSources {
  readonly keyed: readonly KeyTable[];
  readonly lookups: readonly Frame[];
}

interface KeyTable {
  readonly dataset: KeyDataset;
  readonly table: Frame;
  /** The fields by which it joined some facts. */
  readonly usedKeys: Set<string>;
}

export function joinSources(tables: readonly TypedTable[]): JoinSources {
  return { keyed: keyTables(tables), lookups: tables.filter(({ dataset }) => dataset === null) };
}

/**
 * Repeated keys, once, whatever the tables joined. Where people join by their region only, a name is no key: one person
 * may look after two.
 */
export function reportRepeatedKeys({ keyed }: JoinSources, ledger: Ledger): void {
  for (const { dataset, table, usedKeys } of keyed) {
    const keys = [...usedKeys];
    if (keys.length === 0 || keys.some((key) => naming.has(key))) reportRepeated(table, dataset, ledger);
  }
}

/** Facts that other tables add to. */
export interface JoinFacts {
  readonly frame: Frame;
  /** The day of each row, on which people were in their teams. */
  readonly days: DayColumn | undefined;
  readonly included: Uint8Array;
  /** Fields and headings of the files themselves, without what came from the orders. */
  readonly ownNames: ReadonlySet<string>;
}

/** The facts with the columns of every table that shares a key with them. */
export function joinTables(
  facts: JoinFacts,
  sources: JoinSources,
  members: Map<string, TextColumn>,
  ledger: Ledger,
): Joined {
  const byDataset = new Map<string, Frame>();
  const joined: JoinedTable[] = [];
  let own = facts.frame;
  const open = new Set(sources.keyed);
  // A customer's rep may be the key to people: what joins may bring the key of another table.
  for (let found = true; found; ) {
    found = false;
    for (const source of open) {
      const base = withJoined(own, joined);
      const { dataset, table } = source;
      const rows = keyRows(base, table, { dataset, keys: keysOf(base, table, keyFields[dataset]), days: facts.days });
      if (!rows) continue;
      const frame = pickFrame(table, rows.rows);
      joined.push({ ...source, frame, rows });
      source.usedKeys.add(table.fieldOf(rows.tableName) ?? rows.tableName);
      byDataset.set(dataset, frame);
      own = showNames(own, table, rows);
      addMembers(members, table);
      open.delete(source);
      found = true;
    }
  }
  reportJoins(facts, joined, ledger);
  // What shares no key with the facts may share one with what does: categories of products.
  const lookups = [...sources.lookups, ...[...open].map(({ table }) => table)];
  return { frame: withLookups(withJoined(own, joined), lookups, members), byDataset };
}

function withJoined(base: Frame, joined: readonly JoinedTable[]): Frame {
  return inOrder(joined).reduce((frame, extra) => besideFrame(frame, extra, notJoined), base);
}

export interface JoinedTable extends KeyTable {
  /** The table's columns at the rows of the facts. */
  readonly frame: Frame;
  readonly rows: KeyRows;
}

function keyTables(tables: readonly TypedTable[]): KeyTable[] {
  const datasets = ['people', 'customers', 'products'] as const;
  return datasets.flatMap((dataset) =>
    alikeTables(tables.filter((table) => table.dataset === dataset)).map((table) => ({
      dataset,
      table,
      usedKeys: new Set<string>(),
    })),
  );
}

/** The order in which tables give a column that several have. */
function inOrder(joined: readonly JoinedTable[]): Frame[] {
  const of = (dataset: KeyDataset) => {
    const merged = mergeFrames(joined.flatMap((one) => (one.dataset === dataset ? [one.frame] : [])));
    return merged ? [merged] : [];
  };
  const people = of('people');
  return [...people.map((frame) => onlyNames(frame, fromPeople)), ...of('customers'), ...people, ...of('products')];
}

/** Tables of one dataset end to end where they have the same headings; others stand alone. */
function alikeTables(tables: readonly TypedTable[]): Frame[] {
  const groups = groupBy(tables, ({ names }) => names.map(foldName).toSorted().join('\n'));
  return [...groups.values()].flatMap((group) => distinctRows(appendFrames(group), group.length > 1) ?? []);
}

/** Without rows that repeat one of another table: each year's workbook brings the same list of people. */
function distinctRows(frame: Frame | undefined, isAppended: boolean): Frame | undefined {
  if (!frame || !isAppended) return frame;
  const columns = frame.names.flatMap((name) => frame.dimension(name) ?? frame.column(name) ?? []);
  const seen = new Set<string>();
  const rows: number[] = [];
  for (let row = 0; row < frame.rowCount; row += 1) {
    const key = columns.map((column) => cellKey(column, row)).join('\u0000');
    if (!seen.has(key)) rows.push(row);
    seen.add(key);
  }
  return rows.length < frame.rowCount ? pickFrame(frame, Int32Array.from(rows)) : frame;
}

function cellKey(column: Column, row: number): string {
  if (column.kind === 'text') return String(column.codes[row]);
  return column.kind === 'day' ? `${column.present[row]} ${column.days[row]}` : `${column.units[row]} ${column.scale}`;
}

/** Names of columns that both have, the dataset's own keys first; the same heading counts whatever field it is. */
function keysOf(facts: Frame, table: Frame, fields: readonly string[]): (readonly [string, string])[] {
  const own = fields.filter((field) => facts.fields.includes(field) && table.fields.includes(field));
  return [
    ...own.map((field) => [field, field] as const),
    ...sharedHeadings(facts, table).map((name) => [name, name] as const),
  ];
}

/** Headings of both, also where one of them reads an id as a field and the other does not (`SalesRepId`). */
function sharedHeadings(facts: Frame, table: Frame): string[] {
  const known = new Set(facts.names.map(foldName));
  const isField = (name: string) => facts.fields.includes(name) && table.fields.includes(name);
  return table.names.filter((name) => known.has(foldName(name)) && !vague.has(foldName(name)) && !isField(name));
}

/** Where the facts hold an id and the joined table the name, the name shows; ids that it does not know stay. */
function showNames(base: Frame, table: Frame, { named, factsName }: KeyRows): Frame {
  const field = base.fieldOf(factsName);
  if (field === undefined || table.fieldOf(factsName) === field) return base;
  const [ids, names] = [base.column(field), pickFrame(table, named).column(field)];
  if (ids?.kind !== 'text' || names?.kind !== 'text') return base;
  return withColumns(base, new Map([[field, coalesce(names, ids)]]));
}

/** `base` with the columns of lookups that share a heading with it, lookups of lookups included. */
function withLookups(base: Frame, lookups: readonly Frame[], members: Map<string, TextColumn>): Frame {
  let frame = base;
  const open = new Set(lookups);
  for (let found = true; found; ) {
    found = false;
    for (const lookup of open) {
      const rows = lookupRows(frame, lookup);
      if (!rows) continue;
      frame = besideFrame(frame, pickFrame(lookup, rows), notJoined);
      addMembers(members, lookup);
      open.delete(lookup);
      found = true;
    }
  }
  return frame;
}

function lookupRows(frame: Frame, lookup: Frame): Int32Array | undefined {
  for (const name of sharedHeadings(frame, lookup)) {
    const [own, key] = [frame.dimension(name), lookup.dimension(name)];
    const rowOf = key && uniqueRows(key);
    if (!own || !rowOf) continue;
    const codes = codesIn(key, own);
    const rows = Int32Array.from(own.codes, (code) => rowOf[codes[code] ?? 0] ?? noRow);
    if (rows.some((row) => row !== noRow)) return rows;
  }
  return undefined;
}

/** The row of each code, or undefined where one stands in two rows. */
function uniqueRows({ codes, size }: TextColumn): Int32Array | undefined {
  const rowOf = new Int32Array(size).fill(noRow);
  for (const [row, code] of codes.entries()) {
    if (code === 0) continue;
    if (rowOf[code] !== noRow) return undefined;
    rowOf[code] = row;
  }
  return rowOf;
}

function addMembers(members: Map<string, TextColumn>, table: Frame): void {
  for (const name of table.names) {
    if (members.has(name) || notJoined.has(name)) continue;
    const column = table.dimension(name);
    if (column) members.set(name, column);
  }
}

/** Folded key → first spelling. */
export function spellings(column: TextColumn): Map<string, string> {
  const known = new Map<string, string>();
  for (let code = 1; code < column.size; code += 1) known.set(foldText(column.text(code)), column.text(code));
  return known;
}
