/** Values that may stand in one row only, of one field or of several together. */
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../problems/catalogue.ts';
import type { CellReader } from './cell-reader.ts';
import { cellPlace, extrasOf, type FieldTable } from './field-table.ts';

export function* checkUnique(table: FieldTable, reader: CellReader): Generator<Problem> {
  yield* isPlain(reader, table.rows) ? plainRepeats(table, reader) : repeats(table, [reader]);
}

/** Texts only, none of which folding changes: equal ones have one number, and no key needs to be made. */
function isPlain(reader: CellReader, rows: Uint32Array): boolean {
  return reader.isPlainText && rows.every((row) => reader.textIndex(row) !== undefined);
}

function* plainRepeats(table: FieldTable, reader: CellReader): Generator<Problem> {
  const firsts = new Int32Array(reader.raw.pool.size).fill(-1);
  const headings = [reader.mapped.heading];
  for (const row of table.rows) {
    const index = reader.textIndex(row) ?? 0;
    const first = firsts[index] ?? -1;
    if (first < 0) firsts[index] = row;
    else yield repeatOf(table, reader, headings, row, first);
  }
}

/** At the first of the fields; rows where one of them is empty or wrong are not compared. */
export function* checkTogether(table: FieldTable, fields: readonly string[]): Generator<Problem> {
  const readers = fields.map((name) => table.readers.get(name)).filter((reader) => reader !== undefined);
  if (readers.length === fields.length) yield* repeats(table, readers);
}

function* repeats(table: FieldTable, readers: readonly CellReader[]): Generator<Problem> {
  const [reader] = readers;
  if (reader === undefined) return;
  const firsts = new Map<string, number>();
  const headings = readers.map(({ mapped }) => mapped.heading);
  for (const row of table.rows) {
    const key = keyOf(readers, row);
    if (key === null) continue;
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, row);
      continue;
    }
    yield repeatOf(table, reader, headings, row, first);
  }
}

function repeatOf(
  table: FieldTable,
  reader: CellReader,
  headings: readonly string[],
  row: number,
  first: number,
): Problem {
  const related = [cellPlace(table, reader, first)];
  const params = { headings, firstRow: related[0]?.row ?? 0 };
  return problem('schema/unique', cellPlace(table, reader, row), params, { ...extrasOf(reader, row), related });
}

function keyOf(readers: readonly CellReader[], row: number): string | null {
  const keys: string[] = [];
  for (const reader of readers) {
    const reading = reader.read(row);
    if (reading.kind !== 'value') return null;
    keys.push(reading.key);
  }
  return keys.length === 1 ? (keys[0] ?? '') : JSON.stringify(keys);
}
