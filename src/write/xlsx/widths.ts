/** Column widths from what stands in the columns; Chinese characters count two. */
import { round, toFixed } from '../../lib/decimal.ts';
import { textWidth } from '../../lib/text-width.ts';
import type { Cell, Role, Sheet, Value } from '../../model/document.ts';

const usual = { least: 9, most: 30 };
/** Titles and notes run over into the empty cells on their right. */
const measured: ReadonlySet<Role> = new Set(['heading', 'body', 'total']);
/** Enough rows to see what a column is like; numbers further down are hardly longer. */
const looked = 2_000;

/** In characters, one per column. */
export function columnWidths({ rows, columns, merges }: Sheet): number[] {
  const widest: number[] = [];
  const mergedRows = new Set(merges.map(({ top }) => top));
  rows.slice(0, looked).forEach((cells, index) => {
    if (mergedRows.has(index + 1)) return;
    cells.forEach((cell, column) => {
      if (cell) widest[column] = Math.max(widest[column] ?? 0, cellWidth(cell));
    });
  });
  const count = Math.max(columns.length, ...rows.slice(0, looked).map((cells) => cells.length), 1);
  return Array.from({ length: count }, (_, column) => {
    const { least, most } = columns[column] ?? usual;
    return Math.min(most, Math.max(least, (widest[column] ?? 0) + 2));
  });
}

function cellWidth(cell: Cell): number {
  if (!measured.has(cell.role) || cell.wraps) return 0;
  const width = valueWidth(cell.value);
  // A heading wraps and has a filter button; half of a long one is enough, beside its longest word.
  if (cell.role === 'heading') return headingWidth(cell.value) + 2;
  return cell.role === 'total' ? width * 1.08 : width;
}

function headingWidth(value: Value): number {
  if (value.kind !== 'text') return 0;
  const longestWord = Math.max(...value.text.split(/\s+/).map(textWidth));
  const whole = textWidth(value.text);
  return Math.max(Math.min(longestWord, 24), whole > 14 ? Math.ceil(whole / 2) : whole);
}

function valueWidth(value: Value): number {
  switch (value.kind) {
    case 'text':
    case 'status':
      return textWidth(value.text);
    case 'blank':
      return textWidth(value.because) * 0.9;
    case 'day':
      return 10;
    case 'bar':
      return 0;
    case 'number': {
      const digits = toFixed(round(value.value, value.of === 'ratio' ? 2 : 0)).length;
      return Math.ceil(digits * 1.34) + value.digits + (value.isSigned ? 2 : 1) + (value.of === 'points' ? 5 : 0);
    }
  }
}
