/** A dimension of the facts may be asked for by field or by heading; targets know it by either. */
import type { DataSet } from '../../model/data-set.ts';
import type { Facts, TextColumn } from '../../model/table.ts';
import { factsOf } from '../dimensions.ts';

/** Brings the names of a dimension to its field name; a name that is no field's stays as it is. */
export function dimensionNamesOf(data: DataSet): (name: string) => string {
  const tables = factsOf(data).map(([, facts]) => facts);
  const known = new Map<string, string>();
  return (name) => {
    const field =
      known.get(name) ?? tables.map((facts) => fieldOf(facts, name)).find((found) => found !== name) ?? name;
    known.set(name, field);
    return field;
  };
}

function fieldOf(facts: Facts, name: string): string {
  if (facts.columns.has(name)) return name;
  const column = facts.dimension(name);
  if (column === undefined) return name;
  for (const field of facts.columns.keys()) {
    const other = facts.columns.get(field);
    if (other?.kind === 'text' && isSame(column, other)) return field;
  }
  return name;
}

/** A joined or picked column may be made twice, once per name: the values tell. */
function isSame(a: TextColumn, b: TextColumn): boolean {
  if (a === b) return true;
  if (a.size !== b.size || a.codes.length !== b.codes.length) return false;
  for (let row = 0; row < a.codes.length; row++) if (a.codes[row] !== b.codes[row]) return false;
  for (let code = 0; code < a.size; code++) if (a.text(code) !== b.text(code)) return false;
  return true;
}
