/** Which tables of the files a schema's tables mean, and which column is which field. */
import type { SchemaFile, SchemaTable } from '../../config/schema/schema-file.ts';
import { foldName } from '../../lib/fold-text.ts';
import type { MappedColumn, RecognisedTable } from '../../model/mapping.ts';

export interface DeclaredTable {
  readonly name: string;
  readonly rules: SchemaTable;
  readonly table: RecognisedTable;
  /** Field → its column; fields without one are not in it. */
  readonly columns: ReadonlyMap<string, MappedColumn>;
}

export interface Assigned {
  readonly tables: readonly DeclaredTable[];
  /** Tables of the schema that no file holds, optional ones left out. */
  readonly missing: readonly string[];
}

export function assignTables(schema: SchemaFile, found: readonly RecognisedTable[]): Assigned {
  const readable = found.filter(({ mapping }) => mapping.columns.length > 0);
  const named = Object.entries(schema.tables);
  const isOnlyOne = named.length === 1 && readable.length === 1;
  const tables = named.flatMap(([name, rules]) =>
    readable
      .filter((table) => isMeant(rules, table, isOnlyOne))
      .map((table) => ({ name, rules, table, columns: columnsOf(rules, table) })),
  );
  const missing = named.filter(([name, { optional }]) => !optional && tables.every((table) => table.name !== name));
  return { tables, missing: missing.map(([name]) => name) };
}

/** By dataset, file and sheet as far as the schema says them; where it says none, by the headings. */
function isMeant(rules: SchemaTable, table: RecognisedTable, isOnlyOne: boolean): boolean {
  const { dataset, file, sheet } = rules;
  if (dataset === undefined && file === undefined && sheet === undefined) {
    return isOnlyOne || columnsOf(rules, table).size * 2 > Object.keys(rules.fields).length;
  }
  const fileName = table.raw.file.replaceAll('\\', '/').split('/').at(-1) ?? '';
  return (
    (dataset === undefined || table.mapping.dataset === dataset) &&
    (file === undefined || fits(file, fileName)) &&
    (sheet === undefined || fits(sheet, table.raw.sheet ?? ''))
  );
}

/** `*` stands for any characters; case does not matter. */
function fits(glob: string, name: string): boolean {
  const [first = '', ...rest] = foldName(glob).split('*');
  let left = foldName(name);
  if (!left.startsWith(first)) return false;
  left = left.slice(first.length);
  const last = rest.pop();
  if (last === undefined) return left === '';
  for (const part of rest) {
    const at = left.indexOf(part);
    if (at < 0) return false;
    left = left.slice(at + part.length);
  }
  return left.endsWith(last);
}

/** A heading of the schema wins over what a column was recognised as. */
function columnsOf({ fields, dataset }: SchemaTable, { mapping }: RecognisedTable): Map<string, MappedColumn> {
  const columns = new Map<string, MappedColumn>();
  const knowsFields = dataset !== undefined && mapping.dataset === dataset;
  for (const [name, { headings = [] }] of Object.entries(fields)) {
    const wanted = new Set([name, ...headings].map(foldName));
    const column =
      mapping.columns.find(({ heading }) => wanted.has(foldName(heading))) ??
      (knowsFields ? mapping.columns.find(({ field }) => field === name) : undefined);
    if (column !== undefined) columns.set(name, column);
  }
  return columns;
}
