/** Rows of all facts in groups by one or several dimensions. */
import { foldText } from '../lib/fold-text.ts';
import type { DataSet, FactDataset } from '../model/data-set.ts';
import type { Facts, TextColumn } from '../model/table.ts';
import type { GroupRows, GroupsOfRows } from './cut.ts';
import { dimensionColumns, factsOf, memberName, unassigned } from './dimensions.ts';

export interface Grouping extends GroupRows {
  /** Groups to list, with the values of their dimensions. */
  readonly listed: readonly { readonly group: number; readonly values: readonly string[] }[];
}

/**
 * Groups by `names`. One dimension lists every member of facts, joined tables and `extra` (the targets'); several list
 * the combinations that exist in the facts or in `extra`. A name that no facts have is a UserError.
 */
export function groupingBy(data: DataSet, names: readonly string[], extra: readonly (readonly string[])[]): Grouping {
  for (const name of names) dimensionColumns(data, name);
  const members = new Members();
  const places = new Map<FactDataset, Uint32Array>();
  const codes = new Map<FactDataset, Uint32Array>();
  for (const [dataset, facts] of factsOf(data)) {
    const columns = names.flatMap((name) => facts.dimension(name) ?? []);
    if (columns.length < names.length) continue;
    const combined = combine(columns, facts.rowCount);
    codes.set(dataset, combined.codes);
    places.set(dataset, placesOf(facts, columns, combined, members));
  }
  const joined = names.length === 1 ? membersOf(data, names[0] ?? '') : [];
  for (const values of [...extra, ...joined]) members.place(values);
  if (hasUnmatchedReturns(data)) members.place(names.map(() => unassigned));
  const blank = members.find(names.map(() => unassigned));
  // Money without a row has a group of its own where no row is blank: it is in no entry then.
  const orphans = blank ?? members.size;
  const groups = new Map(
    [...codes].map(([dataset, own]) => [dataset, groupsOf(own, places.get(dataset), orphans)] as const),
  );
  return {
    groupCount: members.size + 1,
    listed: members.listed,
    keysOf: (group) => new Map(names.map((name, i) => [name, members.listed[group]?.values[i] ?? ''])),
    groupsOf: (dataset) => groups.get(dataset) ?? null,
  };
}

/** Returns of orders that are not in the data are nobody's, but taken back. */
function hasUnmatchedReturns({ facts, returns }: DataSet): boolean {
  // Names of a million orders are only looked at where something is to be found among them.
  if (!returns?.rows?.some(({ day }) => day !== null)) return false;
  const ids = facts.orders?.columns.get('orderId');
  const known = new Set(ids?.kind === 'text' ? Array.from({ length: ids.size }, (_, code) => ids.text(code)) : []);
  return returns.rows.some(({ orderId, day }) => day !== null && !known.has(orderId));
}

function groupsOf(codes: Uint32Array, places: Uint32Array | undefined, orphans: number): GroupsOfRows {
  return { groupOf: codes.map((code) => places?.[code] ?? orphans), orphans };
}

/** Values by group; equal ones, compared folded, are one. */
class Members {
  readonly listed: { readonly group: number; readonly values: readonly string[] }[] = [];
  readonly #groups = new Map<string, number>();

  get size(): number {
    return this.listed.length;
  }

  find(values: readonly string[]): number | undefined {
    return this.#groups.get(keyOf(values));
  }

  place(values: readonly string[]): number {
    const known = this.find(values);
    if (known !== undefined) return known;
    const group = this.listed.length;
    this.#groups.set(keyOf(values), group);
    this.listed.push({ group, values });
    return group;
  }
}

// A character that no trimmed cell text begins or ends with.
function keyOf(values: readonly string[]): string {
  return values.map(foldText).join('\u0000');
}

function membersOf(data: DataSet, name: string): string[][] {
  const members = data.members.get(name);
  if (members === undefined) return [];
  if (!('codes' in members)) return members.map((value) => [value]);
  return Array.from({ length: members.size - 1 }, (_, i) => [members.text(i + 1)]);
}

/** Codes of combinations, and a row of each. */
interface Combined {
  readonly codes: Uint32Array;
  readonly size: number;
}

/** The group of each combination that an included row has. */
function placesOf(
  { included, rowCount }: Facts,
  columns: readonly TextColumn[],
  { codes, size }: Combined,
  members: Members,
): Uint32Array {
  const places = new Uint32Array(size);
  const isPlaced = new Uint8Array(size);
  for (let row = 0; row < rowCount; row++) {
    const code = codes[row] ?? 0;
    if (isPlaced[code] === 1 || included[row] !== 1) continue;
    isPlaced[code] = 1;
    places[code] = members.place(columns.map((column) => memberName(column, column.codes[row] ?? 0)));
  }
  return places;
}

/** One code per row for all columns together. */
function combine([first, ...others]: readonly TextColumn[], rowCount: number): Combined {
  let combined: Combined = first ?? { codes: new Uint32Array(rowCount), size: 1 };
  for (const column of others) combined = pairs(combined, column);
  return combined;
}

/** Below it a table of all pairs is smaller than a map of those that occur. */
const smallTable = 2 ** 22;

function pairs(left: Combined, right: Combined): Combined {
  const all = left.size * right.size;
  const known = all <= smallTable ? new PairTable(all) : new Map<number, number>();
  const codes = new Uint32Array(left.codes.length);
  let size = 0;
  for (let row = 0; row < codes.length; row++) {
    const pair = (left.codes[row] ?? 0) * right.size + (right.codes[row] ?? 0);
    let code = known.get(pair);
    if (code === undefined) {
      code = size;
      known.set(pair, code);
      size += 1;
    }
    codes[row] = code;
  }
  return { codes, size };
}

class PairTable {
  /** Codes from 1; 0 where a pair has not occurred. */
  readonly #codes: Uint32Array;

  constructor(size: number) {
    this.#codes = new Uint32Array(size);
  }

  get(pair: number): number | undefined {
    const code = this.#codes[pair] ?? 0;
    return code === 0 ? undefined : code - 1;
  }

  set(pair: number, code: number): void {
    this.#codes[pair] = code + 1;
  }
}
