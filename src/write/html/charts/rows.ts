/** What charts with one row a part have in common: names on the left, labels on the right, the drawing between. */
import type { CustomSeriesOption } from 'echarts/charts';
import { textWidth } from '../../../lib/text-width.ts';
import { plain } from '../escape.ts';
import { drawSvg, type Size } from './draw.ts';
import { drawnText } from './drawn-text.ts';
import { ink } from './looks.ts';
import type { Box, Shape } from './shapes.ts';

/** Pixels of a narrow character at 12 px; wide ones take two. */
const cellWidth = 6.6;
const fontSize = 12;
const padding = 6;

export interface RowsChart {
  readonly rows: readonly { readonly name: string; readonly label: string }[];
  /** The ends of the axis, and the values that it leaves out. */
  readonly min: number;
  readonly max: number;
  readonly cut: { readonly from: number; readonly to: number } | null;
  readonly description: string;
  readonly draw: (place: RowPlaces) => readonly Shape[];
}

export interface RowPlaces {
  /** Pixel of a value, from the left. */
  readonly at: (value: number) => number;
  /** A bar in a row, over a share of the row's height. */
  readonly bar: (row: number, from: number, to: number, share: number) => Box;
  readonly top: number;
  readonly bottom: number;
}

export function rowsSvg(chart: RowsChart, width: number): string {
  const { rows, draw } = chart;
  const size: Size = { width, height: rows.length * (rows.length > 12 ? 20 : 26) + 2 * padding };
  const series: CustomSeriesOption = {
    type: 'custom',
    silent: true,
    data: [[chart.min, 0]],
    renderItem: (_, api) => ({
      type: 'group',
      children: [...draw(placesOf((value) => api.coord([value, 0])[0] ?? 0, rows.length, size))],
    }),
  };
  return drawSvg({ ...axesOf(chart, width), series: [series] }, size, chart.description);
}

function placesOf(at: (value: number) => number, count: number, { height }: Size): RowPlaces {
  const band = (height - 2 * padding) / count;
  return {
    at,
    bar: (row, from, to, share) => {
      const [a, b] = [at(from), at(to)];
      const y = padding + band * (row + 0.5 - share / 2);
      return { x: Math.min(a, b), y, width: Math.abs(b - a), height: band * share };
    },
    top: padding,
    bottom: height - padding,
  };
}

function axesOf({ rows, min, max, cut }: RowsChart, width: number) {
  const most = Math.floor(Math.max(138, width * 0.36) / cellWidth);
  const names = rows.map(({ name }) => drawnText(shortened(plain(name), most)));
  const labels = rows.map(({ label }) => drawnText(plain(label)));
  const [left, right] = [widest(names), widest(labels)];
  const hidden = { show: false };
  const axis = { type: 'category', inverse: true, axisLine: hidden, axisTick: hidden, splitLine: hidden };
  const axisLabel = { interval: 0, color: ink, fontSize };
  return {
    grid: { left: left + 10, right: right + 12, top: padding, bottom: padding },
    xAxis: {
      type: 'value',
      min,
      max,
      ...(cut === null ? {} : { breaks: [{ start: cut.from, end: cut.to, gap: '4%' }], breakArea: hidden }),
      axisLabel: hidden,
      axisLine: hidden,
      axisTick: hidden,
      splitLine: hidden,
    },
    yAxis: [
      { ...axis, data: names, axisLabel },
      // On the right edge, so that the last digits meet.
      { ...axis, data: labels, position: 'right', axisLabel: { ...axisLabel, margin: right + 10, align: 'right' } },
    ],
  };
}

/** The numbers under the chart have the whole name. */
function shortened(name: string, most: number): string {
  if (textWidth(name) <= most) return name;
  let kept = '';
  for (const character of name) {
    if (textWidth(kept) + textWidth(character) > most - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

function widest(texts: readonly string[]): number {
  return Math.ceil(Math.max(0, ...texts.map(textWidth)) * cellWidth);
}
