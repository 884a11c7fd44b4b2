/** A table with a reader for each of its declared fields. */
import type { Place } from '../../model/place.ts';
import { CellReader } from './cell-reader.ts';
import type { DeclaredTable } from './schema-tables.ts';

export interface FieldTable {
  readonly declared: DeclaredTable;
  /** Stored rows that are data. */
  readonly rows: Uint32Array;
  readonly readers: ReadonlyMap<string, CellReader>;
}

export function fieldTable(declared: DeclaredTable): FieldTable {
  const { raw, mapping } = declared.table;
  const rows: number[] = [];
  for (let row = mapping.firstData; row < raw.rowCount; row++) if (!mapping.roles.has(row)) rows.push(row);
  const readers = new Map<string, CellReader>();
  for (const [name, column] of declared.columns) {
    const cells = raw.columns[column.index];
    const type = declared.rules.fields[name]?.type ?? 'text';
    if (cells !== undefined) readers.set(name, new CellReader(cells, column, type));
  }
  return { declared, rows: Uint32Array.from(rows), readers };
}

export type Extras = { readonly heading: string; readonly value: string };

export function cellPlace({ declared }: FieldTable, { mapped }: CellReader, row: number): Place {
  const { raw } = declared.table;
  return { file: raw.file, sheet: raw.sheet, row: raw.rowNumbers[row] ?? null, column: mapped.index + 1 };
}

export function extrasOf(reader: CellReader, row: number): Extras {
  return { heading: reader.mapped.heading, value: reader.text(row) };
}
