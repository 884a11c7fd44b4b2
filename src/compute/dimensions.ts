/** Dimensions: the columns of the facts, joined ones included, by field name or heading. */
import { closestTo } from '../lib/closest.ts';
import { foldText } from '../lib/fold-text.ts';
import { type DataSet, type FactDataset, factDatasets } from '../model/data-set.ts';
import type { Facts, TextColumn } from '../model/table.ts';
import { UserError } from '../problems/user-error.ts';

/** Shown for rows without a value. */
export const unassigned = '(unassigned)';

/** The fact tables of a data set, orders first. */
export function factsOf({ facts }: DataSet): readonly (readonly [FactDataset, Facts])[] {
  return factDatasets.flatMap((dataset) => {
    const table = facts[dataset];
    return table ? [[dataset, table] as const] : [];
  });
}

/** All names of dimensions, of any facts. */
export function dimensionNames(data: DataSet): string[] {
  return [...new Set(factsOf(data).flatMap(([, facts]) => facts.dimensionNames))];
}

/** The columns of a dimension in all facts that have it; a name that none has is a UserError with the nearest ones. */
export function dimensionColumns(data: DataSet, name: string): readonly TextColumn[] {
  const columns = factsOf(data).flatMap(([, facts]) => facts.dimension(name) ?? []);
  if (columns.length > 0) return columns;
  const known = dimensionNames(data);
  throw new UserError('dimension/unknown', { name, near: closestTo(name, known), known });
}

export function memberName(column: TextColumn, code: number): string {
  return code === 0 ? unassigned : column.text(code);
}

/** Throws a UserError where `--only` names a dimension or a value that no facts have. */
export function checkOnly(data: DataSet, only: ReadonlyMap<string, readonly string[]>): void {
  for (const [name, values] of only) {
    const known = new Set(
      dimensionColumns(data, name).flatMap((column) =>
        Array.from({ length: column.size }, (_, code) => foldText(memberName(column, code))),
      ),
    );
    const unknown = values.find((value) => !known.has(foldText(value)));
    if (unknown === undefined) continue;
    throw new UserError('dimension/unknown-value', { name, value: unknown, near: closestTo(unknown, [...known]) });
  }
}

/**
 * Marks the rows that `--only` wants: per dimension one of its values. Undefined: all; null: the facts do not have the
 * dimension, so nothing tells which.
 */
export function wantedRows(facts: Facts, only: ReadonlyMap<string, readonly string[]>): Uint8Array | undefined | null {
  if (only.size === 0) return undefined;
  const wanted = new Uint8Array(facts.rowCount).fill(1);
  for (const [name, values] of only) {
    const column = facts.dimension(name);
    if (column === undefined) return null;
    const isWanted = wantedCodes(column, values);
    for (let row = 0; row < facts.rowCount; row++) if (isWanted[column.codes[row] ?? 0] !== 1) wanted[row] = 0;
  }
  return wanted;
}

function wantedCodes(column: TextColumn, values: readonly string[]): Uint8Array {
  const known = new Set(values.map(foldText));
  return Uint8Array.from({ length: column.size }, (_, code) => (known.has(foldText(memberName(column, code))) ? 1 : 0));
}
