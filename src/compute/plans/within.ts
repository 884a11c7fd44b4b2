/** Which targets are parts of others: of a node below, or of a shorter period. */
import { foldName, foldText } from '../../lib/fold-text.ts';
import { groupBy } from '../../lib/group-by.ts';
import { liesIn } from '../../model/period.ts';
import { nodeLevels, type Target } from '../../model/target.ts';

/** What a target is keyed by, folded, the nodes above it that files name by `parent` included. */
export interface Whose {
  readonly id: string;
  readonly pairs: ReadonlySet<string>;
  /** Names of the dimensions that are no levels of the organisation: targets of other cuts are never its parts. */
  readonly cut: string;
}

export function whoseOf(targets: readonly Target[]): (target: Target) => Whose {
  const above = new Map<string, string>();
  for (const { keys, parent } of targets) {
    const name = lowestOf(keys);
    if (name !== null && parent !== null) above.set(name, foldText(parent));
  }
  const known = new Map<string, Whose>();
  const byTarget = new Map<Target, Whose>();
  const make = ({ keys }: Target): Whose => {
    const pairs = [...keys].map(([name, value]) => `${foldName(name)}=${foldText(value)}`).sort();
    const id = JSON.stringify(pairs);
    const made = known.get(id) ?? {
      id,
      pairs: new Set([...pairs, ...namesAbove(lowestOf(keys), above)]),
      cut: cutOf(keys),
    };
    known.set(id, made);
    return made;
  };
  return (target) => {
    const made = byTarget.get(target) ?? make(target);
    byTarget.set(target, made);
    return made;
  };
}

function lowestOf(keys: ReadonlyMap<string, string>): string | null {
  const level = nodeLevels.findLast((name) => (keys.get(name) ?? '') !== '');
  return level === undefined ? null : foldText(keys.get(level) ?? '');
}

/** As pairs of every level, because a parent's row says its own level and its children do not. */
function namesAbove(name: string | null, above: ReadonlyMap<string, string>): string[] {
  const names = new Set<string>();
  for (
    let next = name === null ? undefined : above.get(name);
    next !== undefined && !names.has(next);
    next = above.get(next)
  )
    names.add(next);
  return [...names].flatMap((parent) => nodeLevels.map((level) => `${foldName(level)}=${parent}`));
}

function cutOf(keys: ReadonlyMap<string, string>): string {
  return JSON.stringify(
    [...keys.keys()]
      .map(foldName)
      .filter((name) => !nodeLevels.includes(name))
      .sort(),
  );
}

/** Targets that no other is a part of: of the lowest nodes and the shortest periods. */
export function leavesOf(targets: readonly Target[], whose: (target: Target) => Whose): Set<Target> {
  const byNode = groupBy(
    targets.filter(({ kind }) => kind === 'target'),
    whose,
  );
  const leaves = new Set<Target>();
  for (const [node, own] of byNode) {
    const below = targetsBelow(node, byNode);
    for (const target of own) {
      const isTotal =
        own.some((other) => isShorterWithin(other, target)) ||
        below.some(({ period }) => liesIn(period, target.period));
      if (!isTotal) leaves.add(target);
    }
  }
  return leaves;
}

/** The targets of the nodes below. */
export function targetsBelow(whole: Whose, byNode: ReadonlyMap<Whose, readonly Target[]>): Target[] {
  return [...byNode].flatMap(([whose, targets]) => (whose !== whole && isPartOf(whose, whole) ? targets : []));
}

function isShorterWithin(other: Target, { period }: Target): boolean {
  return liesIn(other.period, period) && other.period.end - other.period.start < period.end - period.start;
}

/** True for the same node and those below it. */
function isPartOf(part: Whose, whole: Whose): boolean {
  return whole.id === part.id || [...whole.pairs].every((pair) => part.pairs.has(pair));
}
