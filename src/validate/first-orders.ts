import { foldText } from '../lib/fold-text.ts';
import type { FirstOrderDays } from '../model/data-set.ts';
import type { Facts } from '../model/table.ts';
import { dayAt } from './cells/day.ts';
import { spellings } from './joins.ts';
import type { TypedTable } from './typed-table.ts';

/** `customers.firstOrderDate` by customer key as the facts spell it; null where no table has it. */
export function firstOrderDays(tables: readonly TypedTable[], facts: Facts | null): FirstOrderDays | null {
  if (!tables.some((table) => table.day('firstOrderDate'))) return null;
  for (const field of ['customerId', 'customerName']) {
    const keys = facts?.columns.get(field);
    const stated = keys?.kind === 'text' ? tables.flatMap((table) => statedDays(table, field)) : [];
    if (keys?.kind === 'text' && stated.length > 0) return earliest(stated, spellings(keys));
  }
  return null;
}

function earliest(stated: readonly StatedDay[], known: ReadonlyMap<string, string>): Map<string, number> {
  const days = new Map<string, number>();
  for (const { key, day } of stated) {
    const spelled = known.get(foldText(key)) ?? key;
    days.set(spelled, Math.min(day, days.get(spelled) ?? day));
  }
  return days;
}

interface StatedDay {
  readonly key: string;
  readonly day: number;
}

function statedDays(table: TypedTable, field: string): StatedDay[] {
  const [own, first] = [table.text(field), table.day('firstOrderDate')];
  if (!own || !first) return [];
  return [...own.codes].flatMap((code, row) => {
    const day = dayAt(first, row);
    return code === 0 || day === null ? [] : [{ key: own.text(code), day }];
  });
}
