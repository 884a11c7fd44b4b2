/** Nodes named as parents that no row describes, where the parents of others are described. */
import { misspellings } from '../../../lib/closest.ts';
import { foldText } from '../../../lib/fold-text.ts';
import { groupBy } from '../../../lib/group-by.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { type Found, nameOf, othersThan, type Reviewed, spanOf } from './rule.ts';

export function findUnknownParents({ all }: Reviewed): Found[] {
  const described = new Map(all.flatMap((target) => namesOf(target).map((name) => [foldText(name), name] as const)));
  const withParent = all.filter(({ parent, cells }) => parent !== null && cells.parent !== null);
  const isKnown = ({ parent }: Target) => described.has(foldText(parent ?? ''));
  const levelsKnown = new Set(withParent.filter(isKnown).map(levelOf));
  const unknown = withParent.filter((target) => !isKnown(target) && levelsKnown.has(levelOf(target)));
  return [...groupBy(unknown, ({ parent }) => foldText(parent ?? '')).values()].flatMap((same) =>
    foundOf(same, [...described.values()]),
  );
}

/** Its own name and those of the nodes above it that the row names. */
function namesOf(target: Target): string[] {
  const above = ['team', 'region'].flatMap((level) => target.keys.get(level) ?? []);
  return [target.name ?? '', nameOf(target), ...above].filter((name) => name !== '');
}

function levelOf({ keys }: Target): string {
  return [...keys.keys()].join(' ');
}

function foundOf(same: readonly Target[], described: readonly string[]): Found[] {
  const [first] = same;
  const place = first?.cells.parent ?? null;
  if (first?.parent == null || place === null) return [];
  const near = misspellings(first.parent, described);
  const related = othersThan(
    place,
    same.flatMap(({ cells }) => cells.parent ?? []),
  );
  return [
    { problem: problem('targets/unknown-parent', place, { near }, { value: first.parent, related }), of: spanOf(same) },
  ];
}
