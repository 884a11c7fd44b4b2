/** Which columns of a sheet a preset ties to fields, and which it takes for none. */
import { type DatasetName, fieldKind } from '../../model/fields.ts';
import type { SheetColumn } from '../sheet.ts';
import { type Claim, Sign } from './match.ts';

export interface PresetColumns {
  /** Field → index of its column. */
  readonly fields: ReadonlyMap<string, number>;
  readonly unused: ReadonlySet<number>;
}

export const noColumns: PresetColumns = { fields: new Map(), unused: new Set() };

/**
 * Columns that the user named keep what the user said; a word that heads several columns settles nothing, so that
 * `header/ambiguous-column` is still reported.
 */
export function presetColumns({ table }: Claim, columns: readonly SheetColumn[], dataset: DatasetName): PresetColumns {
  if (table.dataset !== dataset) return noColumns;
  const free = columns.filter(({ declared }) => declared === null);
  const fields = new Map<string, number>();
  for (const [field, words] of Object.entries(table.fields ?? {})) {
    const [column, ...others] = new Sign(words).columnsIn(free);
    if (column && others.length === 0 && fieldKind(dataset, field) !== undefined) fields.set(field, column.index);
  }
  const unused = table.unused === undefined ? undefined : new Sign(table.unused);
  return { fields, unused: new Set(free.flatMap((column) => (unused?.heads(column) ? column.index : []))) };
}
