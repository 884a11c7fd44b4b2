/** The order of calculation that Excel keeps: cells of sheets that are gone may not stand in it. */
import { attribute, edited, masked, rootElements, withAttribute } from '../package/tags.ts';

/** The part without the cells of these sheets; null where none is left, the same text where there were none. */
export function withoutSheets(xml: string, sheetIds: ReadonlySet<number>): string | null {
  const cells = rootElements(masked(xml));
  // A cell that names no sheet is of the sheet of the one before it.
  let stated = 0;
  let written = 0;
  let left = 0;
  const edits = cells.flatMap(({ start, open, end }) => {
    const tag = xml.slice(start, open);
    stated = Number(attribute(tag, 'i') ?? stated);
    if (sheetIds.has(stated)) return [{ at: start, remove: end - start, insert: '' }];
    left += 1;
    const isClear = attribute(tag, 'i') !== null || written === stated;
    written = stated;
    return isClear ? [] : [{ at: start, remove: open - start, insert: withAttribute(tag, 'i', String(stated)) }];
  });
  return left === 0 && cells.length > 0 ? null : edited(xml, edits);
}
