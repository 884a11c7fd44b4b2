/**
 * A chart as a DrawingML part (ECMA-376 part 1, 21.2) that Excel, WPS and LibreOffice draw and people can edit. Values
 * are written beside the references to their cells, so that viewers that do not calculate show them too.
 */
import { type Decimal, toNumber } from '../../../lib/decimal.ts';
import { escapeXml } from '../../../lib/xml-text.ts';
import type { Chart, ChartSeries, SeriesForm, SeriesRole } from '../../../model/chart.ts';
import type { Document } from '../../../model/document.ts';
import { fontNames, formatCode } from '../styles.ts';
import { bulletPlot, isBullet } from './bullet-part.ts';

const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const ink = '1F2933';
const grey = '5F6B76';
const gridInk = 'E3E7EB';

/** Okabe and Ito's blue and vermilion for what rises and falls; null is not drawn. */
const colours: Readonly<Record<SeriesRole, string | null>> = {
  actual: '2F6690',
  target: '111111',
  previous: 'B8C4CE',
  base: null,
  rise: '0072B2',
  fall: 'D55E00',
  total: grey,
};

const gridLines = `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${gridInk}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`;

const axes = { category: 111_111_111, value: 222_222_222 };

export function chartPart(chart: Chart, lang: Document['lang']): string {
  const font = fontNames[lang];
  const shown = chart.series.filter(({ role }) => role !== 'base').length;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<c:chartSpace ${namespaces}><c:date1904 val="0"/><c:roundedCorners val="0"/>`,
    `<c:chart>${titleOf(chart.title, font)}<c:autoTitleDeleted val="0"/>`,
    `<c:plotArea><c:layout/>${isBullet(chart) ? bulletOf(chart, lang) : `${groupsOf(chart, lang)}${axesOf(chart, lang)}`}</c:plotArea>`,
    shown > 1 ? legendOf(chart, font) : '',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>',
    `${textLook(font, 900, grey)}</c:chartSpace>`,
  ].join('');
}

function titleOf(title: string, font: string): string {
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="l"><a:defRPr/></a:pPr><a:r>${runLook(font, 1100, ink, true)}<a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function runLook(font: string, size: number, colour: string, isBold: boolean, tag = 'rPr'): string {
  const name = escapeXml(font);
  return `<a:${tag} lang="en-US" sz="${size}" b="${isBold ? 1 : 0}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:latin typeface="${name}"/><a:ea typeface="${name}"/></a:${tag}>`;
}

function textLook(font: string, size: number, colour: string): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runLook(font, size, colour, false, 'defRPr')}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

function bulletOf(chart: Chart, lang: Document['lang']): string {
  return bulletPlot(chart, {
    series: (series, index) => seriesOf(chart, series, index, lang),
    texts: textLook(fontNames[lang], 900, grey),
    grid: gridLines,
    format: escapeXml(formatCode(chart.numbers.of, chart.numbers.of === 'ratio' ? 0 : chart.numbers.digits, lang)),
  });
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

function seriesOf(chart: Chart, series: ChartSeries, index: number, lang: Document['lang']): string {
  const { name, role, form } = series;
  const format = escapeXml(formatCode(chart.numbers.of, chart.numbers.digits, lang));
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(name)}</c:v></c:tx>`,
    form === 'line' || form === 'dashes'
      ? strokeOf(form, role)
      : `${form === 'frame' ? frameOf(role) : fillOf(role)}<c:invertIfNegative val="0"/>`,
    `<c:cat><c:strRef><c:f>${escapeXml(chart.categories.cells)}</c:f>${textCache(chart.categories.texts)}</c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${escapeXml(series.cells)}</c:f>${numberCache(series.values, format)}</c:numRef></c:val>`,
    form === 'line' || form === 'dashes' ? '<c:smooth val="0"/>' : '',
    '</c:ser>',
  ].join('');
}

function fillOf(role: SeriesRole): string {
  const colour = colours[role];
  return colour === null
    ? '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
    : `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr>`;
}

function frameOf(role: SeriesRole): string {
  return `<c:spPr><a:noFill/><a:ln w="22225"><a:solidFill><a:srgbClr val="${colours[role] ?? ink}"/></a:solidFill></a:ln></c:spPr>`;
}

/** A line, or only its marks: a dash across the column says where the target stands. */
function strokeOf(form: SeriesForm, role: SeriesRole): string {
  const colour = colours[role] ?? ink;
  const solid = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  if (form === 'dashes')
    return `<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="dash"/><c:size val="14"/><c:spPr>${solid}<a:ln>${solid}</a:ln></c:spPr></c:marker>`;
  const dashed = role === 'target' ? '<a:prstDash val="dash"/>' : '';
  return `<c:spPr><a:ln w="22225" cap="rnd">${solid}${dashed}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`;
}

function textCache(texts: readonly string[]): string {
  const points = texts.map((text, index) => `<c:pt idx="${index}"><c:v>${escapeXml(text)}</c:v></c:pt>`);
  return `<c:strCache><c:ptCount val="${texts.length}"/>${points.join('')}</c:strCache>`;
}

function numberCache(values: readonly (Decimal | null)[], format: string): string {
  const points = values.map((value, index) =>
    value === null ? '' : `<c:pt idx="${index}"><c:v>${toNumber(value)}</c:v></c:pt>`,
  );
  return `<c:numCache><c:formatCode>${format}</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numCache>`;
}

function axesOf({ numbers }: Chart, lang: Document['lang']): string {
  const font = fontNames[lang];
  const line = `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${grey}"/></a:solidFill></a:ln></c:spPr>`;
  const format = escapeXml(formatCode(numbers.of, numbers.of === 'ratio' ? 0 : numbers.digits, lang));
  return [
    `<c:catAx><c:axId val="${axes.category}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}${textLook(font, 900, grey)}<c:crossAx val="${axes.value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="${axes.value}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>${gridLines}<c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textLook(font, 900, grey)}<c:crossAx val="${axes.category}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
  ].join('');
}

/** Under the plot; the invisible base of a bridge has no entry. */
function legendOf({ series }: Chart, font: string): string {
  const hidden = series.flatMap(({ role }, index) =>
    role === 'base' ? [`<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`] : [],
  );
  return `<c:legend><c:legendPos val="b"/>${hidden.join('')}<c:overlay val="0"/>${textLook(font, 900, grey)}</c:legend>`;
}
