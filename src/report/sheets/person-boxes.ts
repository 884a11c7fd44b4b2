/** What people write during a one-to-one: three empty boxes, and the day of the next one. */
import { text } from '../cells.ts';
import type { ReportContext } from '../context.ts';
import type { SheetBuilder } from '../sheet-builder.ts';
import { page } from './person-page.ts';

const lines = 4;
const linePoints = 18;

/** Returns the last row. */
export function putBoxes({ words }: ReportContext, sheet: SheetBuilder, top: number): number {
  const { person: said } = words.report;
  putBox(sheet, said.wentWell, { top, left: page.left, right: page.leftEnd });
  putBox(sheet, said.inTheWay, { top, left: page.middle, right: page.right });
  const next = top + lines + 2;
  putBox(sheet, said.agreed, { top: next, left: page.left, right: page.right });
  sheet.put(next, page.right - 1, text(said.agreedOn, 'note', { align: 'right' }));
  sheet.put(next, page.right, text('', 'input'));
  const area = { top: next, left: page.right, bottom: next, right: page.right };
  sheet.inputs({ area, allows: { kind: 'day' }, message: said.typeDay });
  return next + lines;
}

function putBox(
  sheet: SheetBuilder,
  title: string,
  { top, left, right }: { readonly top: number; readonly left: number; readonly right: number },
): void {
  sheet.put(top, left, text(title, 'section'));
  for (let row = top + 1; row <= top + lines; row += 1) {
    for (let column = left; column <= right; column += 1) sheet.put(row, column, text('', 'input', { wraps: true }));
    sheet.height(row, linePoints);
  }
  sheet.merge({ top: top + 1, left, bottom: top + lines, right });
}
