/** Rows of cells → a table of a page. */
import type { Cell } from '../../model/document.ts';
import type { PageCell, PageTable } from '../../model/page.ts';
import { cellText } from '../cell-text.ts';
import type { Words } from '../words.ts';

interface TableSpec {
  readonly caption: string;
  /** False where the heading above says the same. */
  readonly isCaptionShown?: boolean;
  readonly headings: readonly string[];
  readonly headingColumns?: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly total?: readonly Cell[] | null;
}

/** A column stands on the right where any of its cells is a number. */
export function pageTable(
  words: Words,
  { caption, isCaptionShown = true, headings, headingColumns = 1, rows, total = null }: TableSpec,
): PageTable {
  const all = total === null ? rows : [...rows, total];
  const aligns = headings.map((_, column) => (all.some((row) => isNumber(row[column])) ? 'right' : 'left'));
  const cellsOf = (row: readonly Cell[]) => row.map((cell, column) => pageCell(words, cell, aligns[column] ?? 'left'));
  return {
    caption,
    isCaptionShown,
    headings: headings.map((text, column) => ({ text, align: aligns[column] ?? 'left' })),
    headingColumns,
    rows: rows.map(cellsOf),
    total: total === null ? null : cellsOf(total),
  };
}

function isNumber(cell: Cell | undefined): boolean {
  return cell?.value.kind === 'number';
}

function pageCell(words: Words, cell: Cell, align: PageCell['align']): PageCell {
  const { value } = cell;
  return {
    text: cellText(cell, words),
    align,
    status: value.kind === 'status' ? value.status : null,
    isReason: value.kind === 'blank' && value.because !== '-',
    shade: null,
  };
}
