/**
 * The plot of a bullet: a bar of what was reached and in front of it, as thick, a frame as long as the target. Both stand
 * on one pair of axes: bars of two axes LibreOffice draws beside each other.
 */
import type { Chart, ChartSeries } from '../../../model/chart.ts';

/** What `chart-part.ts` knows how to write. */
export interface BulletLook {
  /** One series, with its number. */
  series(series: ChartSeries, index: number): string;
  /** Texts of the axis, its lines and its number format. */
  readonly texts: string;
  readonly grid: string;
  readonly format: string;
}

const axes = { category: '111111111', value: '222222222' };

export function isBullet({ series }: Chart): boolean {
  return series.some(({ form }) => form === 'bar');
}

/** Bars and axes, for the plot area. */
export function bulletPlot({ series }: Chart, { series: xmlOf, texts, grid, format }: BulletLook): string {
  return [
    `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.map(xmlOf).join('')}<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="${axes.category}"/><c:axId val="${axes.value}"/></c:barChart>`,
    `<c:catAx><c:axId val="${axes.category}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="${axes.value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="${axes.value}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>${grid}<c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${texts}<c:crossAx val="${axes.category}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
  ].join('');
}
