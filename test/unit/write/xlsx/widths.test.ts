/** Columns are as wide as what stands in them. */
import { expect, test } from 'vitest';
import { textWidth } from '../../../../src/lib/text-width.ts';
import type { Cell, Sheet } from '../../../../src/model/document.ts';
import { columnLetters } from '../../../../src/model/place.ts';
import { cellText } from '../../../../src/report/cell-text.ts';
import { reportWords } from '../../../../src/report/words.ts';
import { workbookDocument } from '../../../../src/report/workbook.ts';
import { columnWidths } from '../../../../src/write/xlsx/widths.ts';
import { exampleEvaluation } from '../../../support/evaluation.ts';

type Lang = 'en' | 'zh-CN';

/** Cells whose text a neighbour cuts off, or whose number shows as `###`. */
function cutCells(sheet: Sheet, lang: Lang): string[] {
  const widths = columnWidths(sheet);
  const merged = new Set(sheet.merges.map(({ top, left }) => `${top}/${left}`));
  return sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      if (!cell || merged.has(`${row + 1}/${column + 1}`) || fits(cell, cells[column + 1], widths[column] ?? 9, lang))
        return [];
      return [`${sheet.name}!${columnLetters(column + 1)}${row + 1}: ${cellText(cell, reportWords(lang))}`];
    }),
  );
}

function fits(cell: Cell, next: Cell | undefined, width: number, lang: Lang): boolean {
  const shown = textWidth(cellText(cell, reportWords(lang)));
  if (cell.value.kind === 'number') return shown + 1 <= width;
  const isWrapped = cell.wraps || cell.role === 'heading' || cell.value.kind === 'blank';
  const isFree = next === undefined || (next.value.kind === 'text' && next.value.text === '');
  return isWrapped || isFree || shown <= width;
}

test.each(['en', 'zh-CN'] as const)('nothing is cut, %s', (lang) => {
  const { sheets } = workbookDocument(exampleEvaluation(lang));
  expect(sheets.flatMap((sheet) => cutCells(sheet, lang))).toEqual([]);
});
