/** Columns, with lines and dashes over them: the groups of a chart and their axes. */
import { escapeXml } from '../../../lib/xml-text.ts';
import type { Chart } from '../../../model/chart.ts';
import type { Document } from '../../../model/document.ts';
import { fontNames, formatCode } from '../styles.ts';
import { scaling } from './bullet-plot.ts';
import { grey, gridInk, textLook } from './looks.ts';
import { seriesOf } from './series.ts';

const axes = { category: 111_111_111, value: 222_222_222 };

/** The plot of columns: groups, then axes. */
export function columnsPlot(chart: Chart, lang: Document['lang']): string {
  return `${groupsOf(chart, lang)}${axesOf(chart, lang)}`;
}

/** Columns first, so that lines and dashes lie over them. */
function groupsOf(chart: Chart, lang: Document['lang']): string {
  const numbered = chart.series.map((series, index) => ({ series, index }));
  const columns = numbered.filter(({ series }) => series.form === 'columns');
  const lines = numbered.filter(({ series }) => series.form !== 'columns');
  const xml = (list: typeof numbered) => list.map(({ series, index }) => seriesOf(chart, series, index, lang)).join('');
  const axisIds = `<c:axId val="${axes.category}"/><c:axId val="${axes.value}"/>`;
  const grouping = chart.isStacked ? 'stacked' : 'clustered';
  const overlap = chart.isStacked ? 100 : columns.length > 1 ? -10 : 0;
  return [
    columns.length === 0
      ? ''
      : `<c:barChart><c:barDir val="col"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${xml(columns)}<c:gapWidth val="60"/><c:overlap val="${overlap}"/>${axisIds}</c:barChart>`,
    lines.length === 0
      ? ''
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${xml(lines)}<c:marker val="1"/>${axisIds}</c:lineChart>`,
  ].join('');
}

function axesOf({ numbers, axis }: Chart, lang: Document['lang']): string {
  const font = fontNames[lang];
  const line = `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${grey}"/></a:solidFill></a:ln></c:spPr>`;
  const grid = `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${gridInk}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`;
  const format = escapeXml(formatCode(numbers.of, numbers.of === 'ratio' ? 0 : numbers.digits, lang));
  return [
    `<c:catAx><c:axId val="${axes.category}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}${textLook(font, 900, grey)}<c:crossAx val="${axes.value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="${axes.value}"/>${scaling(axis)}<c:delete val="0"/><c:axPos val="l"/>${grid}<c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textLook(font, 900, grey)}<c:crossAx val="${axes.category}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
  ].join('');
}
