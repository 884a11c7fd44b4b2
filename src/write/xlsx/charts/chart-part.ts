/**
 * A chart as a DrawingML part (ECMA-376 part 1, 21.2) that Excel, WPS and LibreOffice draw and people can edit. Values
 * are written beside the references to their cells, so that viewers that do not calculate show them too.
 */
import { escapeXml } from '../../../lib/xml-text.ts';
import type { Chart } from '../../../model/chart.ts';
import type { Document } from '../../../model/document.ts';
import { fontNames } from '../styles.ts';
import { bulletPlot } from './bullet-plot.ts';
import { columnsPlot } from './columns-plot.ts';
import { grey, ink, runLook, textLook } from './looks.ts';

const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export function chartPart(chart: Chart, lang: Document['lang']): string {
  const font = fontNames[lang];
  const shown = chart.series.filter(({ role }) => role !== 'base').length;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<c:chartSpace ${namespaces}><c:date1904 val="0"/><c:roundedCorners val="0"/>`,
    `<c:chart>${titleOf(chart.title, font)}<c:autoTitleDeleted val="0"/>`,
    `<c:plotArea><c:layout/>${chart.shape === 'bullet' ? bulletPlot(chart, lang) : columnsPlot(chart, lang)}</c:plotArea>`,
    shown > 1 ? legendOf(chart, font) : '',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>',
    `${textLook(font, 900, grey)}</c:chartSpace>`,
  ].join('');
}

function titleOf(title: string, font: string): string {
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="l"><a:defRPr/></a:pPr><a:r>${runLook(font, 1100, ink, true)}<a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** Under the plot; the invisible base of a bridge has no entry. */
function legendOf({ series }: Chart, font: string): string {
  const hidden = series.flatMap(({ role }, index) =>
    role === 'base' ? [`<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`] : [],
  );
  return `<c:legend><c:legendPos val="b"/>${hidden.join('')}<c:overlay val="0"/>${textLook(font, 900, grey)}</c:legend>`;
}
