import { foldText } from '../lib/fold-text.ts';
import type { FirstOrderDays } from '../model/data-set.ts';
import type { Facts } from '../model/table.ts';
import { dayAt } from './cells/day.ts';
import { spellings } from './joins.ts';
import type { TypedTable } from './typed-table.ts';

/** `customers.firstOrderDate` by customer key as the facts spell it; null where no table has it. */
export function firstOrderDays(tables: readonly TypedTable[], facts: Facts | null): FirstOrderDays | null {
  if (!tables.some((table) => table.day('firstOrderDate'))) return null;
  const days = new Map<string, number>();
  for (const field of ['customerId', 'customerName']) {
    const keys = facts?.columns.get(field);
    if (keys?.kind !== 'text') continue;
    const known = spellings(keys);
    for (const table of tables) {
      for (const { key, day } of statedDays(table, field)) {
        const spelled = known.get(foldText(key)) ?? key;
        days.set(spelled, Math.min(day, days.get(spelled) ?? day));
      }
    }
    if (days.size > 0) return days;
  }
  return null;
}

function statedDays(table: TypedTable, field: string): { readonly key: string; readonly day: number }[] {
  const [own, first] = [table.text(field), table.day('firstOrderDate')];
  if (!own || !first) return [];
  return [...own.codes].flatMap((code, row) => {
    const day = dayAt(first, row);
    return code === 0 || day === null ? [] : [{ key: own.text(code), day }];
  });
}
