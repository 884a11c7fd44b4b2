/**
 * ECharts without a browser: options → SVG for a page. Its marks for scripts and hovering, and ids that count on from
 * chart to chart, are taken out: the same chart is the same text, wherever it stands.
 */
import { BarChart, CustomChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { AxisBreak } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { escaped } from '../escape.ts';
import { withoutMarks } from './drawn-text.ts';

use([BarChart, CustomChart, GridComponent, AxisBreak, SVGRenderer]);

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** `label`: what the picture says, for those who cannot see it. */
export function drawSvg(option: EChartsCoreOption, { width, height }: Size, label: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height, locale: 'EN' });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit' }, ...option });
    return framed(withoutMarks(cleaned(chart.renderToSVGString())), { width, height }, label);
  } finally {
    chart.dispose();
  }
}

/** Texts of the drawing have their quotes escaped, so nothing in them looks like an attribute. */
function cleaned(svg: string): string {
  return svg
    .replace(/<style >[\s\S]*?<\/style>/, '')
    .replaceAll(/ (?:class="zr\d[^"]*"|ecmeta_\w+="[^"]*"|pointer-events="[^"]*"|xml:space="preserve")/g, '')
    .replaceAll('font-family:inherit;', '')
    .replace(/<rect width="\d+" height="\d+" x="0" y="0" fill="none"><\/rect>\n?/, '')
    .replaceAll(/\n\s*/g, '\n');
}

function framed(svg: string, { width, height }: Size, label: string): string {
  const inner = svg.replace(/^\s*<svg[^>]*>\s*/, '').replace(/\s*<\/svg>\s*$/, '');
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(label)}">\n${inner}\n</svg>`;
}
