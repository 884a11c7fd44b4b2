/** The list of people as targets are checked against it: who is there, and from when to when. */
import type { Person } from '../model/data-set.ts';
import type { DayColumn } from '../model/table.ts';
import type { TypedTable } from './typed-table.ts';

export function peopleOf(tables: readonly TypedTable[]): Person[] {
  return tables.flatMap((table) => {
    const names = table.text('rep');
    if (names === undefined) return [];
    const [from, to, managers] = [table.day('from'), table.day('to'), table.text('manager')];
    return Array.from(names.codes, (code, row) => ({ name: names.text(code), row }))
      .filter(({ name, row }) => name !== '' && table.included[row] === 1)
      .map(({ name, row }) => ({
        name,
        from: dayOf(from, row),
        to: dayOf(to, row),
        manager: managers?.text(managers.codes[row] ?? 0) || null,
        place: table.place(row, 'rep'),
      }));
  });
}

function dayOf(column: DayColumn | undefined, row: number): number | null {
  return column?.present[row] === 1 ? (column.days[row] ?? null) : null;
}
