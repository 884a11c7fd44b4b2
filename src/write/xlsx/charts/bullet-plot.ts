/**
 * Bars upon bars: the target wide and pale on the first axes, the actual narrow and dark on the second, which have the same
 * ends and are not shown. LibreOffice gives both the same width, so the target has an outline that shows through.
 */

import { type Decimal, toNumber } from '../../../lib/decimal.ts';
import { escapeXml } from '../../../lib/xml-text.ts';
import type { Chart, ChartSeries } from '../../../model/chart.ts';
import type { Document } from '../../../model/document.ts';
import { fontNames, formatCode } from '../styles.ts';
import { grey, gridInk, textLook } from './looks.ts';
import { seriesOf } from './series.ts';

interface AxisPair {
  readonly category: number;
  readonly value: number;
}

const first: AxisPair = { category: 111_111_111, value: 222_222_222 };
const second: AxisPair = { category: 333_333_333, value: 444_444_444 };
/** Space between bars in percent of their width. */
const gaps = { target: 40, actual: 180 };

export function bulletPlot(chart: Chart, lang: Document['lang']): string {
  const numbered = chart.series.map((series, index) => ({ series, index }));
  const bars = (role: ChartSeries['role'], axes: AxisPair, gap: number) =>
    numbered
      .filter(({ series }) => series.role === role)
      .map(({ series, index }) => barsOf(seriesOf(chart, series, index, lang), axes, gap))
      .join('');
  return [
    bars('target', first, gaps.target),
    bars('actual', second, gaps.actual),
    shownAxes(chart, first, lang),
    hiddenAxes(chart, second),
  ].join('');
}

function barsOf(series: string, { category, value }: AxisPair, gap: number): string {
  return `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="${gap}"/><c:overlap val="100"/><c:axId val="${category}"/><c:axId val="${value}"/></c:barChart>`;
}

function shownAxes({ numbers, axis }: Chart, { category, value }: AxisPair, lang: Document['lang']): string {
  const look = textLook(fontNames[lang], 900, grey);
  const line = `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${grey}"/></a:solidFill></a:ln></c:spPr>`;
  const grid = `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${gridInk}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`;
  const format = escapeXml(formatCode(numbers.of, numbers.of === 'ratio' ? 0 : numbers.digits, lang));
  return [
    `<c:catAx><c:axId val="${category}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}${look}<c:crossAx val="${value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="${value}"/>${scaling(axis)}<c:delete val="0"/><c:axPos val="b"/>${grid}<c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${look}<c:crossAx val="${category}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>`,
  ].join('');
}

function hiddenAxes({ axis }: Chart, { category, value }: AxisPair): string {
  return [
    `<c:catAx><c:axId val="${category}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="1"/><c:axPos val="r"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="${value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="${value}"/>${scaling(axis)}<c:delete val="1"/><c:axPos val="t"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="${category}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
  ].join('');
}

/** Order of elements: orientation, then max, then min (ECMA-376 part 1, 21.2.2.160). */
export function scaling({ from, to }: Chart['axis']): string {
  const end = (tag: string, value: Decimal | null) => (value === null ? '' : `<c:${tag} val="${toNumber(value)}"/>`);
  return `<c:scaling><c:orientation val="minMax"/>${end('max', to)}${end('min', from)}</c:scaling>`;
}
