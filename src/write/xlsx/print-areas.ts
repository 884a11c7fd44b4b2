/**
 * What of a sheet is printed, as a defined name of the workbook (ECMA-376 part 1, 18.2.6). exceljs writes such names too,
 * but leaves a row relative and an apostrophe in the sheet's name as it is, which makes the file damaged.
 */
import { escapeXml } from '../../lib/xml-text.ts';
import type { Area, Document } from '../../model/document.ts';
import { columnLetters } from '../../model/place.ts';
import { editPart, type Parts } from './parts.ts';

export function addPrintAreas(parts: Parts, { sheets }: Document): void {
  const names = sheets.flatMap(({ name, printArea }, index) =>
    printArea === null ? [] : [definedName(`'${name.replaceAll("'", "''")}'!${rangeOf(printArea)}`, index)],
  );
  if (names.length === 0) return;
  editPart(parts, 'xl/workbook.xml', (xml) => {
    if (xml.includes('</definedNames>'))
      return xml.replace('</definedNames>', () => `${names.join('')}</definedNames>`);
    // Order of elements: defined names stand before the settings of calculation.
    return xml.replace('<calcPr', () => `<definedNames>${names.join('')}</definedNames><calcPr`);
  });
}

function definedName(reference: string, sheet: number): string {
  return `<definedName name="_xlnm.Print_Area" localSheetId="${sheet}">${escapeXml(reference)}</definedName>`;
}

/** `$A$1:$I$60` */
function rangeOf({ top, left, bottom, right }: Area): string {
  return `$${columnLetters(left)}$${top}:$${columnLetters(right)}$${bottom}`;
}
