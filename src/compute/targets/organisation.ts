/** Nodes of an organisation with what stands above them: regions, teams, people. */
import { foldText } from '../../lib/fold-text.ts';
import type { Period } from '../../model/period.ts';
import { nodeLevels, type Target } from '../../model/target.ts';
import { type Filled, fill, type Timeline, timelineOf, together } from './tiles.ts';

export interface OrgNode {
  /** One of `nodeLevels`; '' for a node that is only named as a parent. */
  readonly level: string;
  readonly name: string;
  /** The values of `nodeLevels` that are known of it, its own included. */
  readonly path: ReadonlyMap<string, string>;
  readonly timeline: Timeline | null;
  readonly children: readonly OrgNode[];
  readonly hasParent: boolean;
}

interface Draft {
  level: string;
  name: string;
  path: Map<string, string>;
  targets: Target[];
  children: Draft[];
  parent: Draft | null;
}

/** The forest of one cut: all its nodes, ancestors without targets of their own included. */
export function organisationOf(targets: readonly Target[]): readonly OrgNode[] {
  const drafts = new Map<string, Draft>();
  const lowest = targets.map((target) => ({ target, node: draftOf(drafts, pathOf(target)) }));
  for (const { target, node } of lowest) node.targets.push(target);
  for (const { target, node } of lowest) if (target.parent !== null) linkByName(drafts, node, foldText(target.parent));
  return finished([...drafts.values()]);
}

function pathOf({ keys }: Target): [string, string][] {
  return nodeLevels.flatMap((level) => {
    const name = foldText(keys.get(level) ?? '');
    return name === '' ? [] : [[level, name] as [string, string]];
  });
}

/** A team belongs to its region, so two regions may each have a `一部`; a person is one person wherever named. */
function keyOf(path: readonly (readonly [string, string])[]): string {
  const [level, name] = path.at(-1) ?? ['', ''];
  return level === 'rep' ? JSON.stringify([level, name]) : JSON.stringify(path);
}

function draftOf(drafts: Map<string, Draft>, path: [string, string][]): Draft {
  const key = keyOf(path);
  const known = drafts.get(key);
  if (known) return known;
  const [level, name] = path.at(-1) ?? ['', ''];
  const draft: Draft = { level, name, path: new Map(path), targets: [], children: [], parent: null };
  drafts.set(key, draft);
  if (path.length > 1) adopt(draftOf(drafts, path.slice(0, -1)), draft);
  return draft;
}

function adopt(parent: Draft, child: Draft): void {
  child.parent = parent;
  parent.children.push(child);
}

/** The parent that a row names is a node above it; one that no row describes is made up. */
function linkByName(drafts: Map<string, Draft>, node: Draft, name: string): void {
  if (node.parent !== null || name === '' || name === node.name) return;
  const above = [...drafts.values()].filter(
    (other) => other.name === name && rank(other) < rank(node) && !isBelow(other, node),
  );
  const parent = above.sort((a, b) => rank(b) - rank(a))[0] ?? named(drafts, name);
  adopt(parent, node);
  for (const [level, value] of parent.path) if (!node.path.has(level)) node.path.set(level, value);
}

function named(drafts: Map<string, Draft>, name: string): Draft {
  const key = JSON.stringify(['', name]);
  const draft = drafts.get(key) ?? { level: '', name, path: new Map(), targets: [], children: [], parent: null };
  drafts.set(key, draft);
  return draft;
}

function rank({ level }: Draft): number {
  return nodeLevels.indexOf(level);
}

function isBelow(node: Draft, top: Draft): boolean {
  for (let above = node.parent; above; above = above.parent) if (above === top) return true;
  return false;
}

function finished(drafts: readonly Draft[]): OrgNode[] {
  const nodes = new Map<Draft, OrgNode & { children: OrgNode[] }>();
  for (const draft of drafts) {
    const { level, name, path, targets, parent } = draft;
    const timeline = targets.length === 0 ? null : timelineOf(targets, true);
    nodes.set(draft, { level, name, path, timeline, children: [], hasParent: parent !== null });
  }
  for (const draft of drafts) {
    const node = nodes.get(draft);
    if (node && draft.parent) nodes.get(draft.parent)?.children.push(node);
  }
  return [...nodes.values()];
}

/** A node's own target, else the sum of its children; the children too where its own covers fewer months. */
export function targetOfNode(node: OrgNode, period: Period, mayAddTime: boolean, mayAddParts: boolean): Filled | null {
  const own = node.timeline && fill(node.timeline, period, mayAddTime);
  if (own?.isExact === true || !mayAddParts) return own;
  const parts = childrenTarget(node, period, mayAddTime);
  if (own === null || parts === null) return own ?? parts;
  const missesMonths = [...parts.months].some((month) => !own.months.has(month));
  return missesMonths ? parts : own;
}

export function childrenTarget(node: OrgNode, period: Period, mayAddTime: boolean): Filled | null {
  return together(node.children.map((child) => targetOfNode(child, period, mayAddTime, true)));
}

/**
 * The sets of nodes that each make up the whole, the highest level first. Levels that nothing links (teams and people in
 * one list, no parents) say the same money twice: only one of them counts. People without a team where others have one
 * stand directly below the top.
 */
export function wholes(nodes: readonly OrgNode[]): readonly (readonly OrgNode[])[] {
  const roots = nodes.filter(({ hasParent }) => !hasParent);
  const byLevel = ['', ...nodeLevels]
    .map((level) => roots.filter((node) => node.level === level))
    .filter((same) => same.length > 0);
  const [top = [], ...lower] = byLevel;
  const isLinked = (same: readonly OrgNode[]) =>
    nodes.some(({ level, hasParent }) => hasParent && level === same[0]?.level);
  return [[...top, ...lower.filter(isLinked).flat()], ...lower.filter((same) => !isLinked(same))];
}
