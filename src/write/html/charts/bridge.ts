/** A bridge: both ends stand on the axis, each step begins where the one before it ended. */
import { toNumber } from '../../../lib/decimal.ts';
import type { BridgeChart } from '../../../model/page-chart.ts';
import { paleInk } from './looks.ts';
import { type RowPlaces, rowsSvg } from './rows.ts';
import { box, line, type Shape, tear } from './shapes.ts';

export function bridgeSvg({ steps, cut, description }: BridgeChart, width: number): string {
  const drawn = steps.map(({ from, to, look }) => ({ from: toNumber(from), to: toNumber(to), look }));
  const ends = drawn.flatMap(({ from, to }) => [from, to]);
  const range = cut && { from: toNumber(cut.from), to: toNumber(cut.to) };
  return rowsSvg(
    {
      rows: steps,
      min: Math.min(0, ...ends),
      max: Math.max(0, ...ends) || 1,
      cut: range,
      description,
      draw: (place) => [
        ...drawn.map(({ from, to, look }, row) => box(place.bar(row, from, to, 0.62), look)),
        ...drawn.slice(0, -1).map(({ to }, row) => connector(place, row, to)),
        line([place.at(0), place.top], [place.at(0), place.bottom], 1, paleInk),
        ...(range === null ? [] : tear(place.at(range.from), place.at(range.to), place.top, place.bottom)),
      ],
    },
    width,
  );
}

/** From the end of a step down to the start of the next. */
function connector({ bar }: RowPlaces, row: number, value: number): Shape {
  const [above, below] = [bar(row, value, value, 0.62), bar(row + 1, value, value, 0.62)];
  return line([above.x, above.y + above.height], [below.x, below.y], 1, paleInk);
}
