/** One series of a chart: its cells, what stands in them, and its look. */
import { type Decimal, toNumber } from '../../../lib/decimal.ts';
import { escapeXml } from '../../../lib/xml-text.ts';
import type { Chart, ChartSeries, SeriesForm, SeriesRole } from '../../../model/chart.ts';
import type { Document } from '../../../model/document.ts';
import { formatCode } from '../styles.ts';
import { colours, grey, ink, pale } from './looks.ts';

export function seriesOf(chart: Chart, series: ChartSeries, index: number, lang: Document['lang']): string {
  const { name, role, form } = series;
  const format = escapeXml(formatCode(chart.numbers.of, chart.numbers.digits, lang));
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(name)}</c:v></c:tx>`,
    form === 'columns' ? `${fillOf(role, chart.shape)}<c:invertIfNegative val="0"/>` : strokeOf(form, role),
    `<c:cat><c:strRef><c:f>${escapeXml(chart.categories.cells)}</c:f>${textCache(chart.categories.texts)}</c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${escapeXml(series.cells)}</c:f>${numberCache(series.values, format)}</c:numRef></c:val>`,
    form === 'columns' ? '' : '<c:smooth val="0"/>',
    '</c:ser>',
  ].join('');
}

function fillOf(role: SeriesRole, shape: Chart['shape']): string {
  if (shape === 'bullet') return bulletFill(role);
  if (role === 'cut') return cutFill;
  const colour = colours[role];
  return colour === null
    ? '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
    : `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr>`;
}

/** The target is outlined, as plans are; the actual lets the outline show through where both are equally wide. */
function bulletFill(role: SeriesRole): string {
  if (role === 'target')
    return `<c:spPr><a:solidFill><a:srgbClr val="${pale}"/></a:solidFill><a:ln w="12700"><a:solidFill><a:srgbClr val="${ink}"/></a:solidFill></a:ln></c:spPr>`;
  return `<c:spPr><a:solidFill><a:srgbClr val="${colours.actual ?? ink}"><a:alpha val="75000"/></a:srgbClr></a:solidFill></c:spPr>`;
}

/** Hatched: the column is not as long as it should be. */
const cutFill = `<c:spPr><a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${grey}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill></c:spPr>`;

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
