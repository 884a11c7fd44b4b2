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
  let isStated = false;
  for (const field of ['customerId', 'customerName']) {
    const keys = facts?.columns.get(field);
    if (keys?.kind !== 'text') continue;
    const known = spellings(keys);
    for (const table of tables) {
      const [own, first] = [table.text(field), table.day('firstOrderDate')];
      if (!own || !first) continue;
      isStated = true;
      for (let row = 0; row < table.rowCount; row += 1) {
        const [text, day] = [own.text(own.codes[row] ?? 0), dayAt(first, row)];
        if (text === '' || day === null) continue;
        const key = known.get(foldText(text)) ?? text;
        days.set(key, Math.min(day, days.get(key) ?? day));
      }
    }
    if (isStated) return days;
  }
  return null;
}
