/** Nodes above their parts, with the weight that each has in each column. */
import type { PartWeight } from './part-shares.ts';
import { byPath, keyOf, type Path } from './paths.ts';
import type { Presence } from './ramp.ts';

export interface TreeNode {
  readonly path: Path;
  readonly children: readonly TreeNode[];
  /** The part behind a leaf. */
  readonly leaf: PartWeight | null;
  readonly presence: readonly Presence[];
  /** Per column: its own weight, or the sum of those below. */
  readonly weights: readonly bigint[];
  /** Without regard to newcomers' months. */
  readonly weight: bigint;
}

export interface Leaf {
  readonly part: PartWeight;
  readonly presence: readonly Presence[];
}

/** The tree of `leaves`; its top is the whole. */
export function treeOf(leaves: readonly Leaf[], columnCount: number): TreeNode {
  return nodeAt([], leaves, columnCount);
}

function nodeAt(path: Path, leaves: readonly Leaf[], columnCount: number): TreeNode {
  const own = leaves.find(({ part }) => part.member.path.length === path.length);
  if (own) return leafNode(own);
  const groups = new Map<string, { readonly path: Path; readonly leaves: Leaf[] }>();
  for (const leaf of leaves) {
    const below = leaf.part.member.path.slice(0, path.length + 1);
    const known = groups.get(keyOf(below));
    if (known) known.leaves.push(leaf);
    else groups.set(keyOf(below), { path: below, leaves: [leaf] });
  }
  const children = [...groups.values()]
    .sort((a, b) => byPath(a.path, b.path))
    .map((group) => nodeAt(group.path, group.leaves, columnCount));
  return {
    path,
    children,
    leaf: null,
    presence: [],
    weights: Array.from({ length: columnCount }, (_, i) => total(children.map(({ weights }) => weights[i] ?? 0n))),
    weight: total(children.map(({ weight }) => weight)),
  };
}

function leafNode({ part, presence }: Leaf): TreeNode {
  // All presences of a column have the same `full`: parts of it compare as they are.
  const weights = presence.map((one) => part.weight * BigInt(one.part));
  return { path: part.member.path, children: [], leaf: part, presence, weights, weight: part.weight };
}

function total(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
