/** Columns that people, customers, products and lookup tables add to the facts (contract §2, "Joins and `--by`"). */
import { foldName, foldText } from '../lib/fold-text.ts';
import type { TextColumn } from '../model/table.ts';
import { coalesce, codesIn, noRow } from './columns.ts';
import { appendFrames, besideFrame, type Frame, onlyNames, pickFrame, withColumns } from './frame.ts';
import { keyRows } from './join-keys.ts';
import type { Ledger } from './ledger.ts';
import type { TypedTable } from './typed-table.ts';

export interface Joined {
  readonly frame: Frame;
  /** Joined tables by dataset, with the rows of the facts: for `people.country`. */
  readonly byDataset: ReadonlyMap<string, Frame>;
  /** Values that joined tables know, by dimension. */
  readonly members: ReadonlyMap<string, TextColumn>;
}

/** Fields by which a table of each dataset joins, the most telling first. */
const keyFields = {
  people: ['employeeId', 'rep', 'team', 'region'],
  customers: ['customerId', 'customerName'],
  products: ['product'],
} as const;
type KeyDataset = keyof typeof keyFields;

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

/** The facts with the columns of every table that shares a key with them. */
export function joinTables(facts: Frame, tables: readonly TypedTable[], ledger: Ledger): Joined {
  const byDataset = new Map<string, Frame>();
  const members = new Map<string, TextColumn>();
  // What shares no key with the facts may share one with what does: categories of products.
  const lookups: Frame[] = tables.filter(({ dataset }) => dataset === null);
  const joined: JoinedTable[] = [];
  let base = facts;
  for (const { dataset, table } of keyTables(tables)) {
    const rows = keyRows(facts, table, { dataset, keys: keysOf(facts, table, keyFields[dataset]) }, ledger);
    if (rows) {
      const frame = pickFrame(table, rows.rows);
      joined.push({ dataset, frame });
      byDataset.set(dataset, frame);
      base = showNames(base, table, rows);
      addMembers(members, table);
    } else lookups.push(table);
  }
  for (const frame of inOrder(joined)) base = besideFrame(base, frame, notJoined);
  return { frame: withLookups(base, lookups, members), byDataset, members };
}

interface JoinedTable {
  readonly dataset: KeyDataset;
  readonly frame: Frame;
}

function keyTables(tables: readonly TypedTable[]): { readonly dataset: KeyDataset; readonly table: Frame }[] {
  const datasets = ['people', 'customers', 'products'] as const;
  return datasets.flatMap((dataset) =>
    alikeTables(tables.filter((table) => table.dataset === dataset)).map((table) => ({ dataset, table })),
  );
}

/** The order in which tables give a column that several have. */
function inOrder(joined: readonly JoinedTable[]): Frame[] {
  const of = (dataset: KeyDataset) => joined.flatMap((one) => (one.dataset === dataset ? [one.frame] : []));
  const people = of('people');
  return [...people.map((frame) => onlyNames(frame, fromPeople)), ...of('customers'), ...people, ...of('products')];
}

/** Tables of one dataset end to end where they have the same headings; others stand alone. */
function alikeTables(tables: readonly TypedTable[]): Frame[] {
  const groups = new Map<string, TypedTable[]>();
  for (const table of tables) {
    const key = table.names.map(foldName).toSorted().join('\n');
    groups.set(key, [...(groups.get(key) ?? []), table]);
  }
  return [...groups.values()].flatMap((group) => appendFrames(group) ?? []);
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
function showNames(base: Frame, table: Frame, { rows, factsName }: { rows: Int32Array; factsName: string }): Frame {
  const field = base.fieldOf(factsName);
  if (field === undefined || table.fieldOf(factsName) === field) return base;
  const [ids, names] = [base.column(field), pickFrame(table, rows).column(field)];
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
