/** Paths of nodes: values of dimensions from the top, compared folded, in an order that no file decides. */
import { foldText } from '../../lib/fold-text.ts';

export type Path = readonly string[];

export function keyOf(path: Path): string {
  return JSON.stringify(path.map(foldText));
}

export function isWithin(path: Path, above: Path): boolean {
  return above.every((value, i) => foldText(value) === foldText(path[i] ?? ''));
}

export function byPath(a: Path, b: Path): number {
  for (const [i, left] of a.entries()) {
    const right = b[i] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}

/** The folded name of the node itself. */
export function lastOf(path: Path): string {
  return foldText(path.at(-1) ?? '');
}
