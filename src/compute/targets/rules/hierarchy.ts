/** Nobody below himself, nobody without a node above where others of the level have one. */
import { foldText } from '../../../lib/fold-text.ts';
import { groupBy } from '../../../lib/group-by.ts';
import type { Place } from '../../../model/place.ts';
import { nodeLevels, type Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { type Found, nameOf, othersThan, type Reviewed, spanOf } from './rule.ts';

export function findBrokenHierarchy({ all }: Reviewed): Found[] {
  const nodes = all.filter(({ isNode, isTotal }) => isNode && !isTotal);
  return [...cycles(nodes), ...orphans(nodes)];
}

type Kind = 'cycle' | 'orphan';

function foundOf(kind: Kind, same: readonly Target[], other: string, cell: (target: Target) => Place): Found[] {
  const [first] = same;
  if (first === undefined) return [];
  const place = cell(first);
  const related = othersThan(place, same.map(cell));
  const name = first.name ?? nameOf(first);
  const params = { kind, name, other };
  return [{ problem: problem('targets/hierarchy', place, params, { value: name, related }), of: spanOf(same) }];
}

function ownName(target: Target): string {
  return foldText(target.keys.size === 0 ? (target.name ?? '') : nameOf(target));
}

function parentCell({ cells, namePlace }: Target): Place {
  return cells.parent ?? namePlace;
}

function cycles(nodes: readonly Target[]): Found[] {
  const parents = new Map<string, Target>();
  for (const node of nodes) if (node.parent !== null && !parents.has(ownName(node))) parents.set(ownName(node), node);
  const told = new Set<string>();
  return [...parents.values()].flatMap((node) => {
    const path = pathFrom(ownName(node), parents);
    const isCycle = path.at(-1) === ownName(node) && path.length > 0;
    if (!isCycle || path.some((name) => told.has(name))) return [];
    for (const name of path) told.add(name);
    const same = nodes.filter((one) => ownName(one) === ownName(node) && one.parent !== null);
    return foundOf('cycle', same, node.parent ?? '', parentCell);
  });
}

/** The nodes above, until there are none or one comes a second time. */
function pathFrom(name: string, parents: ReadonlyMap<string, Target>): string[] {
  const path: string[] = [];
  for (let above = parents.get(name)?.parent; above != null; above = parents.get(foldText(above))?.parent) {
    const folded = foldText(above);
    if (path.includes(folded)) break;
    path.push(folded);
    if (folded === name) break;
  }
  return path;
}

/** Nodes with a blank parent although others of their level name one. */
function orphans(nodes: readonly Target[]): Found[] {
  const listed = nodes.filter(({ keys, cells }) => keys.size > 0 && cells.parent !== null);
  return [...groupBy(listed, levelOf).values()].flatMap((level) => {
    const named = new Set(level.filter(hasParent).map(ownName));
    const blank = level.filter((node) => !hasParent(node) && !named.has(ownName(node)));
    if (named.size === 0 || named.size < new Set(blank.map(ownName)).size) return [];
    return [...groupBy(blank, ownName).values()].flatMap((same) => foundOf('orphan', same, '', parentCell));
  });
}

function levelOf({ keys }: Target): string {
  return nodeLevels.findLast((level) => keys.has(level)) ?? '';
}

/** The whole as a parent counts too: it is no node of its own, but a blank it is not. */
function hasParent({ parentText }: Target): boolean {
  return parentText !== null;
}
