/** Tables against a declared schema: what is not as it says, cell by cell. */
import type { SchemaFile } from '../../config/schema/schema-file.ts';
import type { RecognisedTable } from '../../model/mapping.ts';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../problems/catalogue.ts';
import { checkField, foreignKeys } from './field-rules.ts';
import { type FieldTable, fieldTable } from './field-table.ts';
import { assignTables, type DeclaredTable } from './schema-tables.ts';
import { checkTogether } from './unique-rules.ts';

/**
 * `known`: what was found before; a cell whose content is told there already is not told again. `schemaPath` is where
 * a table that no file holds is missing from.
 */
export function checkSchema(
  schema: SchemaFile,
  tables: readonly RecognisedTable[],
  known: readonly Problem[],
  schemaPath: string,
): Problem[] {
  const { tables: declared, missing } = assignTables(schema, tables);
  const read = declared.map(fieldTable);
  const keys = foreignKeys(read);
  const told = new ToldCells(known);
  const found: Problem[] = missing.map((table) =>
    problem('schema/missing-table', { file: schemaPath, sheet: null, row: null, column: null }, { table }),
  );
  for (const table of read) {
    for (const one of problemsOf(table, keys)) {
      const mayBeTold = one.code === 'schema/type' || one.code === 'schema/required';
      if (!mayBeTold || !told.has(one.place)) found.push(one);
    }
  }
  return found;
}

/** More columns than any limit allows. */
const width = 2 ** 20;

/** Cells by number and table: a key of text for each would cost more than the check. */
class ToldCells {
  readonly #byTable = new Map<string, Set<number>>();
  #last: { readonly file: string; readonly sheet: string | null; readonly cells: Set<number> } | null = null;

  constructor(problems: readonly Problem[]) {
    for (const { code, place } of problems) if (code.startsWith('cell/')) this.#cellsOf(place).add(numberOf(place));
  }

  has(place: Place): boolean {
    return this.#cellsOf(place).has(numberOf(place));
  }

  #cellsOf({ file, sheet }: Place): Set<number> {
    if (this.#last?.file === file && this.#last.sheet === sheet) return this.#last.cells;
    const key = JSON.stringify([file, sheet]);
    const cells = this.#byTable.get(key) ?? new Set();
    this.#byTable.set(key, cells);
    this.#last = { file, sheet, cells };
    return cells;
  }
}

function numberOf({ row, column }: Place): number {
  return (row ?? 0) * width + (column ?? 0);
}

function* problemsOf(table: FieldTable, keys: ReturnType<typeof foreignKeys>): Generator<Problem> {
  yield* missingColumns(table.declared);
  for (const name of table.readers.keys()) yield* checkField(table, name, keys);
  for (const fields of table.declared.rules.unique ?? []) yield* checkTogether(table, fields);
}

function* missingColumns({ rules, columns, table: { raw, mapping } }: DeclaredTable): Generator<Problem> {
  const together = new Set((rules.unique ?? []).flat());
  for (const [field, { required, headings = [] }] of Object.entries(rules.fields)) {
    if (columns.has(field) || !(required || together.has(field))) continue;
    const place = { file: raw.file, sheet: raw.sheet, row: mapping.headerRow, column: null };
    yield problem('schema/missing-column', place, { field, headings });
  }
}
