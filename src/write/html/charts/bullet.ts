/** Stephen Few's bullet graph: ranges in shades of grey, a bar, and a black mark at the target. */
import { toNumber } from '../../../lib/decimal.ts';
import type { BarsChart, BulletChart } from '../../../model/page-chart.ts';
import { looks, paleInk } from './looks.ts';
import { rowsSvg } from './rows.ts';
import { box, line, type Shape, tear } from './shapes.ts';

export function bulletSvg({ bars, near, longest, description }: BulletChart, width: number): string {
  const ratios = bars.map(({ ratio }) => toNumber(ratio));
  const max = longest === null ? Math.max(1.2, ...ratios) : toNumber(longest);
  return rowsSvg(
    {
      rows: bars,
      min: Math.min(0, ...ratios),
      max,
      cut: null,
      description,
      draw: ({ at, bar }) =>
        bars.flatMap(({ status }, row): Shape[] => {
          const ratio = ratios[row] ?? 0;
          const mark = bar(row, 1, 1, 0.8);
          const shown = bar(row, 0, Math.min(ratio, max), 0.4);
          const end = shown.x + shown.width;
          return [
            box(bar(row, 0, toNumber(near), 0.7), 'range-low'),
            box(bar(row, toNumber(near), 1, 0.7), 'range-high'),
            box(shown, status ?? 'end'),
            ...(ratio > max ? tear(end - 10, end - 6, shown.y, shown.y + shown.height) : []),
            line([at(1), mark.y], [at(1), mark.y + mark.height], 2.5, looks.target.fill),
          ];
        }),
    },
    width,
  );
}

/** Amounts side by side. */
export function barsSvg({ bars, description }: BarsChart, width: number): string {
  const values = bars.map(({ value }) => toNumber(value));
  return rowsSvg(
    {
      rows: bars,
      min: Math.min(0, ...values),
      max: Math.max(0, ...values) || 1,
      cut: null,
      description,
      draw: ({ at, bar, top, bottom }) => [
        ...values.map((value, row) => box(bar(row, 0, value, 0.6), 'actual')),
        line([at(0), top], [at(0), bottom], 1, paleInk),
      ],
    },
    width,
  );
}
