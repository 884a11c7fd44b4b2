/** Amounts over time as columns, the target as a black line across each. */
import type { CustomSeriesOption } from 'echarts/charts';
import { toNumber } from '../../../lib/decimal.ts';
import { textWidth } from '../../../lib/text-width.ts';
import type { ColumnsChart } from '../../../model/page-chart.ts';
import { plain } from '../escape.ts';
import { drawSvg } from './draw.ts';
import { drawnText } from './drawn-text.ts';
import { gridInk, ink, looks, paleInk } from './looks.ts';
import { box, line, type Shape, words } from './shapes.ts';

const height = 280;
const labelSize = 11;
/** Pixels of a narrow character at the size of labels. */
const cellWidth = 6.2;
const share = 0.76;

type Column = ColumnsChart['columns'][number];

export function columnsSvg({ columns, ticks, description }: ColumnsChart, width: number): string {
  const labels = ticks.map(({ label }) => drawnText(plain(label)));
  const left = Math.max(0, ...labels.map(textWidth)) * 6.6 + 12;
  const band = (width - left - 8) / columns.length;
  const areLabelled = columns.every(({ label }) => textWidth(label) * cellWidth <= band * share);
  const series: CustomSeriesOption = {
    type: 'custom',
    silent: true,
    data: [[0, 0]],
    renderItem: (_, api) => {
      const at = (index: number, value: number): readonly [number, number] => {
        const [x = 0, y = 0] = api.coord([index, value]);
        return [x, y];
      };
      const shapes = columns.flatMap((column, index) =>
        columnShapes(column, (value) => at(index, value), band, areLabelled),
      );
      return { type: 'group', children: [...shapes, line([left, at(0, 0)[1]], [width - 8, at(0, 0)[1]], 1, paleInk)] };
    },
  };
  const hidden = { show: false };
  const values = ticks.map(({ value }) => toNumber(value));
  const option = {
    grid: { left, right: 8, top: 14, bottom: 26 },
    xAxis: {
      type: 'category',
      data: columns.map(({ name }) => drawnText(plain(name))),
      axisTick: hidden,
      axisLine: hidden,
      axisLabel: { color: ink, fontSize: labelSize, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: values[0] ?? 0,
      max: values.at(-1) ?? 1,
      interval: (values[1] ?? 1) - (values[0] ?? 0),
      axisLabel: { color: paleInk, fontSize: labelSize, formatter: (_: number, index: number) => labels[index] ?? '' },
      splitLine: { lineStyle: { color: gridInk } },
    },
    series: [series],
  };
  return drawSvg(option, { width, height }, description);
}

function columnShapes(
  { label, value, target, look }: Column,
  at: (value: number) => readonly [number, number],
  band: number,
  isLabelled: boolean,
): Shape[] {
  const [middle, base] = at(0);
  const wide = band * share;
  const shapes: Shape[] = [];
  const top = value === null ? base : at(toNumber(value))[1];
  if (value !== null)
    shapes.push(box({ x: middle - wide / 2, y: Math.min(top, base), width: wide, height: Math.abs(base - top) }, look));
  const mark = target === null ? null : at(toNumber(target))[1];
  if (mark !== null)
    shapes.push(line([middle - band * 0.45, mark], [middle + band * 0.45, mark], 2.5, looks.target.fill));
  if (value === null || !isLabelled) return shapes;
  // Inside at the bottom, where no mark covers it; above a column that is too low for it.
  const isInside = base - top > 18;
  const y = isInside ? base - 3 : Math.min(top, base, mark ?? base) - 3;
  return [...shapes, words(drawnText(plain(label)), middle, y, isInside ? looks[look].text : ink, labelSize)];
}
