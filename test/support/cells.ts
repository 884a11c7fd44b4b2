/** Cells of raw tables as short text, for comparing in tests. */

import { formatDay } from '../../src/model/day.ts';
import { columnLetters } from '../../src/model/place.ts';
import { cellKind, decimalCellText, type RawColumn, type RawTable } from '../../src/model/raw-table.ts';

/** `12.5`, `text`, `2024-01-31T08:00:00`, `TRUE`, `#N/A`; `(no result)` for a formula without one; null for nothing. */
export function cellText({ kinds, values, pool }: RawColumn, row: number): string | null {
  const [kind = 0, value = 0] = [kinds[row], values[row]];
  if (kind >= cellKind.decimal) return decimalCellText(value, kind - cellKind.decimal);
  switch (kind) {
    case cellKind.text:
    case cellKind.error:
      return pool.text(value);
    case cellKind.date:
      return dateText(value);
    case cellKind.boolean:
      return value === 1 ? 'TRUE' : 'FALSE';
    case cellKind.noResult:
      return '(no result)';
    case cellKind.double:
      return String(value);
    default:
      return null;
  }
}

function dateText(value: number): string {
  const seconds = Math.round(value * 86_400);
  const day = Math.floor(seconds / 86_400);
  const time = seconds - day * 86_400;
  const clock = [Math.floor(time / 3600), Math.floor(time / 60) % 60, time % 60];
  const suffix = time === 0 ? '' : `T${clock.map((part) => String(part).padStart(2, '0')).join(':')}`;
  return formatDay(day) + suffix;
}

/** All cells by name (`B7`), row by row. */
export function cellsOf(table: RawTable): Record<string, string> {
  const cells: [string, string][] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    for (const [index, column] of table.columns.entries()) {
      const text = cellText(column, row);
      if (text !== null) cells.push([`${columnLetters(index + 1)}${table.shownRows[row]}`, text]);
    }
  }
  return Object.fromEntries(cells);
}
