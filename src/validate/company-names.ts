import type { TextColumn } from '../model/table.ts';
import { respelled } from './cells/text.ts';

/** `company.name` → `name`, where all people are of one company; of several companies two people may share a name. */
export function withoutCompany(column: TextColumn): TextColumn {
  const dot = column.size < 2 ? -1 : column.text(1).indexOf('.');
  if (dot < 1) return column;
  const company = column.text(1).slice(0, dot + 1);
  for (let code = 1; code < column.size; code += 1) if (!column.text(code).startsWith(company)) return column;
  return respelled(column, (text) => text.slice(company.length));
}
