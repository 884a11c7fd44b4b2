/** People whose names files spell in several ways, under the one name that the config gives them. */
import { foldText } from '../lib/fold-text.ts';
import type { RecognisedTable } from '../model/mapping.ts';
import type { RawColumn } from '../model/raw-table.ts';

/** Fields that name people; `name` and `parent` of targets name other nodes too, which no alias is like. */
const naming: ReadonlySet<string> = new Set(['rep', 'agent', 'manager', 'owner', 'name', 'parent']);

/** The table with other spellings (folded → the name) replaced where a column names people. */
export function withOneSpelling(table: RecognisedTable, names: ReadonlyMap<string, string>): RecognisedTable {
  const indexes = new Set(
    table.mapping.columns.flatMap(({ field, index }) => (field !== null && naming.has(field) ? [index] : [])),
  );
  if (indexes.size === 0) return table;
  const columns = table.raw.columns.map((column, index) => (indexes.has(index) ? respelled(column, names) : column));
  return { ...table, raw: { ...table.raw, columns } };
}

function respelled(column: RawColumn, names: ReadonlyMap<string, string>): RawColumn {
  const { size, text: read } = column.pool;
  const text = (index: number) => {
    const spelled = read.call(column.pool, index);
    return names.get(foldText(spelled)) ?? spelled;
  };
  return { ...column, pool: { size, text, isPlain: false } };
}
