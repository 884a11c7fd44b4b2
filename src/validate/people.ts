import type { Person } from '../model/person.ts';
import type { DayColumn } from '../model/table.ts';
import type { TypedTable } from './typed-table.ts';

/** The people that tables of people name, in the order of the files. */
export function peopleOf(tables: readonly TypedTable[]): Person[] {
  return tables.flatMap((table) => {
    const names = table.text('rep');
    if (names === undefined) return [];
    const [from, to] = [table.day('from'), table.day('to')];
    const columns = table.names.flatMap((name) => {
      const column = table.dimension(name);
      return column === undefined ? [] : [[name, column] as const];
    });
    return Array.from({ length: table.rowCount }, (_, row) => row).flatMap((row): Person[] => {
      const rep = names.text(names.codes[row] ?? 0);
      const texts = columns.flatMap(([name, column]): [string, string][] => {
        const text = column.text(column.codes[row] ?? 0);
        return text === '' ? [] : [[name, text]];
      });
      return rep === ''
        ? []
        : [{ rep, from: dayAt(from, row), to: dayAt(to, row), texts: new Map(texts), place: table.place(row, 'rep') }];
    });
  });
}

function dayAt(column: DayColumn | undefined, row: number): number | null {
  return column?.present[row] === 1 ? (column.days[row] ?? null) : null;
}
