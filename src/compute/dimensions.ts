/** Rows in groups by one or several dimensions. */
import { closestTo } from '../lib/closest.ts';
import type { DataSet } from '../model/data-set.ts';
import type { Facts, TextColumn } from '../model/table.ts';
import { UserError } from '../problems/user-error.ts';

/** Shown for rows without a value. */
export const unassigned = '(unassigned)';

export interface Grouping {
  readonly names: readonly string[];
  /** Group of each row of the population. */
  readonly groupOf: Uint32Array;
  readonly groupCount: number;
  /** The group of money that has no row. */
  readonly orphans: number;
  /** Groups to list, with the values of their dimensions. */
  readonly listed: readonly { readonly group: number; readonly values: readonly string[] }[];
}

/** The column of a dimension; an unknown name is a UserError with the nearest ones. */
export function dimensionOf(facts: Facts, name: string): TextColumn {
  const column = facts.dimension(name);
  if (column !== undefined) return column;
  throw new UserError('dimension/unknown', {
    name,
    near: closestTo(name, facts.dimensionNames),
    known: facts.dimensionNames,
  });
}

/**
 * Groups by `names`. One dimension lists every member of facts, joined tables and `extra` (the targets'); several list
 * the combinations that exist in the facts or in `extra`. `all` are the facts as read, `counted` the population's rows
 * of them.
 */
export function groupBy(
  data: DataSet,
  { all, counted }: { readonly all: Facts; readonly counted: Facts },
  names: readonly string[],
  extra: readonly (readonly string[])[],
): Grouping {
  const columnsOf = (facts: Facts) => names.map((name) => dimensionOf(facts, name));
  const [first] = columnsOf(all);
  const isSingle = names.length === 1 && first !== undefined;
  const base = isSingle
    ? { ...bySingle(all, first), groupOf: dimensionOf(counted, names[0] ?? '').codes }
    : byCombination({ facts: all, columns: columnsOf(all) }, { facts: counted, columns: columnsOf(counted) });
  const known = new Set(base.listed.map(({ values }) => keyOf(values)));
  const listed = [...base.listed];
  let groupCount = base.groupCount;
  const more = isSingle ? [...extra, ...membersOf(data, names[0] ?? '')] : extra;
  for (const values of more) {
    if (known.has(keyOf(values))) continue;
    known.add(keyOf(values));
    listed.push({ group: groupCount, values });
    groupCount += 1;
  }
  return { names, ...base, groupCount, listed };
}

// A character that no trimmed cell text begins or ends with.
function keyOf(values: readonly string[]): string {
  return values.join('\u0000');
}

function membersOf(data: DataSet, name: string): string[][] {
  const members = data.members.get(name);
  if (members === undefined) return [];
  if (!('codes' in members)) return members.map((value) => [value]);
  return Array.from({ length: members.size - 1 }, (_, i) => [members.text(i + 1)]);
}

type BaseGrouping = Omit<Grouping, 'names'>;

function bySingle(facts: Facts, column: TextColumn): Omit<BaseGrouping, 'groupOf'> {
  const isUsed = new Uint8Array(column.size);
  for (let row = 0; row < facts.rowCount; row++) {
    if (facts.included[row] === 1) isUsed[column.codes[row] ?? 0] = 1;
  }
  const listed: { group: number; values: string[] }[] = [];
  for (let code = 0; code < column.size; code++) {
    if (isUsed[code] === 1) listed.push({ group: code, values: [memberName(column, code)] });
  }
  return { groupCount: column.size, orphans: 0, listed };
}

function memberName(column: TextColumn, code: number): string {
  return code === 0 ? unassigned : column.text(code);
}

interface Combined {
  readonly facts: Facts;
  readonly columns: readonly TextColumn[];
}

function byCombination(all: Combined, counted: Combined): BaseGrouping {
  const groups = new Map<string, number>();
  const listed: { group: number; values: string[] }[] = [];
  for (let row = 0; row < all.facts.rowCount; row++) {
    const key = codesAt(all, row).join(' ');
    if (all.facts.included[row] !== 1 || groups.has(key)) continue;
    listed.push({
      group: groups.size,
      values: all.columns.map((column) => memberName(column, column.codes[row] ?? 0)),
    });
    groups.set(key, groups.size);
  }
  const groupOf = new Uint32Array(counted.facts.rowCount);
  for (let row = 0; row < groupOf.length; row++) groupOf[row] = groups.get(codesAt(counted, row).join(' ')) ?? 0;
  const orphans = groups.get(all.columns.map(() => 0).join(' ')) ?? 0;
  return { groupOf, groupCount: groups.size, orphans, listed };
}

function codesAt({ columns }: Combined, row: number): number[] {
  return columns.map(({ codes }) => codes[row] ?? 0);
}

/** Marks the rows that `--only` wants: per dimension one of its values. */
export function wantedRows(facts: Facts, only: ReadonlyMap<string, readonly string[]>): Uint8Array | undefined {
  if (only.size === 0) return undefined;
  const wanted = new Uint8Array(facts.rowCount).fill(1);
  for (const [name, values] of only) {
    const column = dimensionOf(facts, name);
    const isWanted = wantedCodes(column, name, values);
    for (let row = 0; row < facts.rowCount; row++) if (isWanted[column.codes[row] ?? 0] !== 1) wanted[row] = 0;
  }
  return wanted;
}

function wantedCodes(column: TextColumn, name: string, values: readonly string[]): Uint8Array {
  const isWanted = new Uint8Array(column.size);
  const known = Array.from({ length: column.size }, (_, code) => memberName(column, code));
  for (const value of values) {
    const code = known.indexOf(value.trim());
    if (code < 0) throw new UserError('dimension/unknown-value', { name, value, near: closestTo(value, known) });
    isWanted[code] = 1;
  }
  return isWanted;
}
