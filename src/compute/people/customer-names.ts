/** Names of customers whom some table knows by their id only. */
import { foldText } from '../../lib/fold-text.ts';
import type { DataSet } from '../../model/data-set.ts';
import type { TextColumn } from '../../model/table.ts';
import { factsOf } from '../dimensions.ts';

/** The name that rows of any facts give an id, else the id itself. */
export type NameOfCustomer = (id: string | null) => string | null;

export function customerNames(data: DataSet): NameOfCustomer {
  const names = new Map<string, string>();
  for (const [, { columns, included }] of factsOf(data)) {
    const [ids, known] = [columns.get('customerId'), columns.get('customerName')];
    if (ids?.kind !== 'text' || known?.kind !== 'text') continue;
    for (const [code, row] of firstRows(ids, (at) => included[at] === 1 && known.codes[at] !== 0)) {
      const key = foldText(ids.text(code));
      if (!names.has(key)) names.set(key, known.text(known.codes[row] ?? 0));
    }
  }
  return (id) => (id === null ? null : (names.get(foldText(id)) ?? id));
}

/** The first row wanted of each code. */
function firstRows({ codes }: TextColumn, isWanted: (row: number) => boolean): Map<number, number> {
  const rows = new Map<number, number>();
  codes.forEach((code, row) => {
    if (code !== 0 && !rows.has(code) && isWanted(row)) rows.set(code, row);
  });
  return rows;
}
