/** Column widths from what stands in the columns; Chinese characters count two. */
import { round, toFixed } from '../../lib/decimal.ts';
import { textWidth } from '../../lib/text-width.ts';
import type { Cell, Role, Sheet, Value } from '../../model/document.ts';

const usual = { least: 9, most: 30 };
/** Titles and notes run over into the empty cells on their right. */
const measured: ReadonlySet<Role> = new Set(['heading', 'body', 'input', 'total']);
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
  // Headings and reasons wrap: half of a long one is enough, but no word is broken.
  if (cell.role === 'heading') return wrappedWidth(cell.value) + 3;
  if (cell.value.kind === 'blank' && cell.role === 'body') return wrappedWidth(cell.value);
  return cell.role === 'total' ? width * 1.08 : width;
}

function wrappedWidth(value: Value): number {
  const words = wordsOf(value);
  const longestWord = Math.max(...words.split(/\s+/).map(textWidth));
  const whole = textWidth(words);
  return Math.max(Math.min(longestWord, 24), whole > 14 ? Math.ceil(whole / 2) : whole);
}

function wordsOf(value: Value): string {
  if (value.kind === 'blank') return value.because;
  return value.kind === 'text' || value.kind === 'status' ? value.text : '';
}

const linePoints = 13.5;

/** Heights of rows with text that wraps, in points: LibreOffice and older viewers do not find them by themselves. */
export function rowHeights({ rows, rowHeights: stated }: Sheet, widths: readonly number[]): Map<number, number> {
  const heights = new Map<number, number>();
  rows.forEach((cells, index) => {
    const lines = cells.reduce(
      (most, cell, column) => Math.max(most, cell ? linesOf(cell, widths[column] ?? 9) : 1),
      1,
    );
    if (lines > 1) heights.set(index + 1, lines * linePoints + 2);
  });
  for (const [row, height] of stated) heights.set(row, height);
  return heights;
}

function linesOf(cell: Cell, width: number): number {
  const isWrapped = cell.role === 'heading' || ((cell.wraps || cell.value.kind === 'blank') && cell.role === 'body');
  if (!isWrapped) return 1;
  // Bold is wider; a line is seldom full, because words stay whole.
  const factor = cell.role === 'heading' ? 1.1 : cell.value.kind === 'blank' ? 0.95 : 1.05;
  return Math.ceil((textWidth(wordsOf(cell.value)) * factor) / (width - 1.5));
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
    case 'unfilled':
      return 0;
    case 'number': {
      const digits = toFixed(round(value.value, value.of === 'ratio' ? 2 : 0)).length;
      return Math.ceil(digits * 1.34) + value.digits + (value.isSigned ? 2 : 1) + (value.of === 'points' ? 8 : 0);
    }
  }
}
