/** Cuts of one total: by organisation, by product, by both. Targets of different cuts are never added together. */
import { foldName, foldText } from '../../lib/fold-text.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { Period } from '../../model/period.ts';
import { nodeLevels, type Target } from '../../model/target.ts';
import { type OrgNode, organisationOf, targetOfNode, wholes } from './organisation.ts';
import { type Filled, fill, type Timeline, timelineOf, together } from './tiles.ts';

/** One combination of dimension values within a cut. */
export interface Combination {
  /** Folded dimension → folded value. */
  readonly values: ReadonlyMap<string, string>;
  /** Where the cut has no organisation. */
  readonly timeline: Timeline | null;
  /** Where it has one. */
  readonly nodes: readonly OrgNode[];
  readonly nodesByName: ReadonlyMap<string, readonly OrgNode[]>;
}

export interface Cut {
  /** Folded names of the dimensions besides the organisation. */
  readonly dimensions: readonly string[];
  readonly hasNodes: boolean;
  readonly combinations: ReadonlyMap<string, Combination>;
}

/** Answers whether a value of one dimension lies in a value of another, as joined tables say (rep in team). */
export type IsMember = (dimension: string, value: string, of: string, ofValue: string) => boolean;

/** How the targets of a KPI may be added. */
export interface Adding {
  readonly time: boolean;
  readonly parts: boolean;
}

export function cutsOf(targets: readonly Target[]): Cut[] {
  const groups = new Map<string, { dimensions: string[]; hasNodes: boolean; targets: Target[] }>();
  for (const target of targets) {
    const hasNodes = isOrganisational(target);
    const dimensions = dimensionsOf(target, hasNodes);
    const key = JSON.stringify([hasNodes, dimensions]);
    const known = groups.get(key);
    if (known) known.targets.push(target);
    else groups.set(key, { dimensions, hasNodes, targets: [target] });
  }
  return [...groups.values()].map((group) => ({ ...group, combinations: combinationsOf(group.targets, group) }));
}

function isOrganisational({ isNode, keys }: Target): boolean {
  return isNode && nodeLevels.some((level) => (keys.get(level) ?? '') !== '');
}

function dimensionsOf({ keys }: Target, hasNodes: boolean): string[] {
  const names = [...keys].filter(([, value]) => value !== '').map(([name]) => foldName(name));
  return names.filter((name) => !hasNodes || !nodeLevels.includes(name)).sort(byCodeUnits);
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function combinationsOf(
  targets: readonly Target[],
  { dimensions, hasNodes }: { dimensions: string[]; hasNodes: boolean },
) {
  const groups = new Map<string, { values: Map<string, string>; targets: Target[] }>();
  for (const target of targets) {
    const all = new Map([...target.keys].map(([name, value]) => [foldName(name), foldText(value)]));
    const values = new Map(dimensions.map((name) => [name, all.get(name) ?? '']));
    const key = JSON.stringify([...values.values()]);
    const known = groups.get(key);
    if (known) known.targets.push(target);
    else groups.set(key, { values, targets: [target] });
  }
  return new Map(
    [...groups].map(([key, group]): [string, Combination] => [
      key,
      combinationOf(group.values, group.targets, hasNodes),
    ]),
  );
}

function combinationOf(
  values: ReadonlyMap<string, string>,
  targets: readonly Target[],
  hasNodes: boolean,
): Combination {
  const isWhole = values.size === 0;
  const nodes = hasNodes ? organisationOf(targets) : [];
  const nodesByName = groupBy(nodes, ({ level, name }) => `${level} ${name}`);
  return { values, timeline: hasNodes ? null : timelineOf(targets, isWhole), nodes, nodesByName };
}

/** What is asked of a cut: dimension → value, both folded. */
export type Keys = ReadonlyMap<string, string>;

/** True where the cut's targets can be told apart by all dimensions asked for. */
export function canAnswer(cut: Cut, keys: Keys, isMember: IsMember | undefined): boolean {
  return [...keys.keys()].every(
    (name) => cut.dimensions.includes(name) || (cut.hasNodes && nodeLevels.includes(name)) || isMember !== undefined,
  );
}

/** How far a cut is from what is asked: 0 its own rows. */
export function distance(cut: Cut, keys: Keys): number {
  const more = cut.dimensions.filter((name) => !keys.has(name)).length;
  const missing = [...keys.keys()].filter(
    (name) => !cut.dimensions.includes(name) && !(cut.hasNodes && nodeLevels.includes(name)),
  );
  const asksNode = nodeLevels.some((level) => keys.has(level));
  return missing.length * 100 + more * 10 + (cut.hasNodes && !asksNode ? 1 : 0);
}

/** The answers that a cut has for `keys` in `period`: one, or several of unlinked levels, the highest first. */
export function answersOf(
  cut: Cut,
  keys: Keys,
  period: Period,
  adding: Adding,
  isMember?: IsMember,
): (Filled | null)[] {
  const ofNodes = cut.hasNodes
    ? [...keys].filter(([name]) => nodeLevels.includes(name) && !cut.dimensions.includes(name))
    : [];
  const nodeKeys = new Map(ofNodes);
  const combinations = matching(cut, new Map([...keys].filter(([name]) => !nodeKeys.has(name))), isMember);
  if (combinations.length > 1 && !adding.parts) return [];
  if (!cut.hasNodes)
    return [together(combinations.map(({ timeline }) => timeline && fill(timeline, period, adding.time)))];
  const sets = combinations.map((combination) => nodeSets(combination, nodeKeys, isMember));
  const alternatives = Math.max(0, ...sets.map(({ length }) => length));
  return Array.from({ length: alternatives }, (_, i) =>
    together(sets.map((set) => sumOf(set[i] ?? set.at(-1) ?? [], period, adding))),
  );
}

function sumOf(nodes: readonly OrgNode[], period: Period, adding: Adding): Filled | null {
  if (nodes.length > 1 && !adding.parts) return null;
  return together(nodes.map((node) => targetOfNode(node, period, adding.time, adding.parts)));
}

function matching(cut: Cut, keys: Keys, isMember: IsMember | undefined): Combination[] {
  if (keys.size === cut.dimensions.length && cut.dimensions.every((name) => keys.has(name))) {
    const found = cut.combinations.get(JSON.stringify(cut.dimensions.map((name) => keys.get(name))));
    return found ? [found] : [];
  }
  return [...cut.combinations.values()].filter(({ values }) =>
    [...keys].every(([name, value]) =>
      values.has(name) ? values.get(name) === value : isIn([...values], name, value, isMember),
    ),
  );
}

function isIn(
  values: readonly [string, string][],
  of: string,
  ofValue: string,
  isMember: IsMember | undefined,
): boolean {
  return isMember !== undefined && values.some(([name, value]) => isMember(name, value, of, ofValue));
}

function nodeSets(
  { nodes, nodesByName }: Combination,
  keys: Keys,
  isMember: IsMember | undefined,
): readonly (readonly OrgNode[])[] {
  if (keys.size === 0) return wholes(nodes);
  const lowest = nodeLevels.findLast((level) => keys.has(level)) ?? '';
  const name = keys.get(lowest) ?? '';
  const named = [...(nodesByName.get(`${lowest} ${name}`) ?? []), ...(nodesByName.get(` ${name}`) ?? [])];
  const found = named.filter(({ path }) =>
    [...keys].every(([level, value]) => level === lowest || path.get(level) === value),
  );
  if (found.length > 0 || isMember === undefined) return [found];
  return [membersOf(nodes, lowest, name, isMember)];
}

/** Where no target row names the team: the people that a joined table puts into it. */
function membersOf(nodes: readonly OrgNode[], level: string, name: string, isMember: IsMember): OrgNode[] {
  const below = nodeLevels.slice(nodeLevels.indexOf(level) + 1);
  for (const lower of below) {
    const members = nodes.filter((node) => node.level === lower && isMember(lower, node.name, level, name));
    if (members.length > 0) return members;
  }
  return [];
}
