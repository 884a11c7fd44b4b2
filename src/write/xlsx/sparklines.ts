/**
 * Sparklines as an extension of a sheet ([MS-XLSX] 2.4.49): exceljs writes none. Columns, because LibreOffice draws only
 * the markers of lines.
 */
import { escapeXml } from '../../lib/xml-text.ts';
import type { Document, Sheet } from '../../model/document.ts';
import { columnLetters } from '../../model/place.ts';
import { editPart, type Parts } from './parts.ts';

const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const xm = 'http://schemas.microsoft.com/office/excel/2006/main';
const kind = '{05C60535-1F16-4fd2-B633-F4F36F0B64E0}';
/** The chart's blue, the last column in vermilion, what is below zero too. */
const colours = { series: 'FF2F6690', last: 'FFD55E00', negative: 'FF8A3A00' };

/** Adds the sparklines of every sheet; the extensions that are there already (data bars) stay. */
export function addSparklines(parts: Parts, { sheets }: Document): void {
  for (const [index, sheet] of sheets.entries()) {
    if (sheet.sparklines.length === 0) continue;
    editPart(parts, `xl/worksheets/sheet${index + 1}.xml`, (xml) => withExtension(xml, extensionOf(sheet)));
  }
}

/** `extLst` is the last element of a sheet; rules of data bars have lists of their own further up. */
function withExtension(xml: string, extension: string): string {
  const end = '</extLst></worksheet>';
  if (xml.endsWith(end)) return `${xml.slice(0, -end.length)}${extension}${end}`;
  return xml.replace(/<\/worksheet>$/, `<extLst>${extension}${end}`);
}

function extensionOf({ sparklines }: Sheet): string {
  const one = ({ row, column, cells }: Sheet['sparklines'][number]) =>
    `<x14:sparkline><xm:f>${escapeXml(cells)}</xm:f><xm:sqref>${columnLetters(column)}${row}</xm:sqref></x14:sparkline>`;
  // Without it the lowest column is next to nothing, however high it is.
  const [least, axis] = sparklines.every(({ isFromZero }) => isFromZero)
    ? [' manualMin="0"', ' minAxisType="custom"']
    : ['', ''];
  return [
    `<ext uri="${kind}" xmlns:x14="${x14}"><x14:sparklineGroups xmlns:xm="${xm}">`,
    `<x14:sparklineGroup${least} type="column" displayEmptyCellsAs="gap" last="1" negative="1"${axis}>`,
    `<x14:colorSeries rgb="${colours.series}"/><x14:colorNegative rgb="${colours.negative}"/><x14:colorAxis rgb="FF000000"/><x14:colorMarkers rgb="${colours.series}"/><x14:colorFirst rgb="${colours.series}"/><x14:colorLast rgb="${colours.last}"/><x14:colorHigh rgb="${colours.series}"/><x14:colorLow rgb="${colours.series}"/>`,
    `<x14:sparklines>${sparklines.map(one).join('')}</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>`,
  ].join('');
}
