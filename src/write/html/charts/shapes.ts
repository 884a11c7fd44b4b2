/** Shapes of drawings. Coordinates are pixels from the top left. */
import type { PageLook } from '../../../model/page-chart.ts';
import { looks, paleInk } from './looks.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Shape = ReturnType<typeof box> | ReturnType<typeof line> | ReturnType<typeof words> | TornPiece;
type TornPiece = ReturnType<typeof tear>[number];

export function box(shape: Box, look: PageLook) {
  const { fill, edge } = looks[look];
  const style = edge === null ? { fill } : { fill, stroke: edge, lineWidth: 1, lineDash: [3, 2] };
  return { type: 'rect' as const, shape, style };
}

export function line(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  width: number,
  stroke: string,
) {
  return { type: 'line' as const, shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: width } };
}

/** Centred over `x`, standing on `y`. */
export function words(text: string, x: number, y: number, fill: string, fontSize: number) {
  return {
    type: 'text' as const,
    style: {
      text,
      x,
      y,
      fill,
      fontSize,
      fontFamily: 'inherit',
      align: 'center' as const,
      verticalAlign: 'bottom' as const,
    },
  };
}

/** A strip torn out from top to bottom: what the axis leaves out, or where a bar goes on. */
export function tear(left: number, right: number, top: number, bottom: number) {
  const teeth = Math.max(2, Math.round((bottom - top) / 6));
  const edge = (x: number) =>
    Array.from({ length: teeth + 1 }, (_, tooth) => [
      x + (tooth % 2 === 0 ? -2 : 2),
      top + ((bottom - top) * tooth) / teeth,
    ]);
  const [from, to] = [edge(left), edge(right)];
  const side = (points: number[][]) => ({
    type: 'polyline' as const,
    shape: { points },
    style: { stroke: paleInk, lineWidth: 0.8, fill: 'none' },
  });
  const paper = {
    type: 'polygon' as const,
    shape: { points: [...from, ...to.toReversed()] },
    style: { fill: '#ffffff' },
  };
  return [paper, side(from), side(to)];
}
