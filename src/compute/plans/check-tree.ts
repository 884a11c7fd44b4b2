/** The nodes of one version of a KPI's targets, from the company down, with their lines. */
import { calendarSpan, type Period, periodOf, periodsBetween } from '../../model/period.ts';
import type { Target } from '../../model/target.ts';
import type { CheckLine, CheckNode } from '../../model/target-check.ts';
import type { Adding, Combination, Cut } from '../targets/cuts.ts';
import { childrenTarget, type OrgNode, targetOfNode, wholes } from '../targets/organisation.ts';
import type { TargetBook } from '../targets/target-book.ts';
import { type Filled, fill, type Timeline, together } from '../targets/tiles.ts';
import { overlaps, type Version } from '../targets/versions.ts';
import { lineOf } from './check-lines.ts';

export type CheckedNode = Omit<CheckNode, 'reach' | 'pipeline'>;

/** From the first to the last day that targets are stated for. */
export function spanOfTargets(targets: readonly Target[]): Period {
  const start = Math.min(...targets.map(({ period }) => period.start));
  const end = Math.max(...targets.map(({ period }) => period.end));
  return calendarSpan(start, end);
}

/** `firstMonth`: of the fiscal year. */
export function checkedNodes(
  book: TargetBook,
  version: Version,
  kpi: string,
  period: Period,
  firstMonth = 1,
): CheckedNode[] {
  const cuts = book.cutsOf(version);
  const tree = new Tree(book.addingOf(kpi), period, version, firstMonth);
  const whole = cuts.find(({ hasNodes, dimensions }) => !hasNodes && dimensions.length === 0);
  const [own] = [...(whole?.combinations.values() ?? [])];
  const organisation = cuts.find(({ hasNodes, dimensions }) => hasNodes && dimensions.length === 0);
  tree.addWhole(own?.timeline ?? null, organisation, cuts);
  if (organisation) for (const one of organisation.combinations.values()) tree.addOrganisation(one, 1);
  for (const cut of cuts) if (cut.dimensions.length > 0) tree.addCut(cut);
  return tree.nodes;
}

class Tree {
  readonly nodes: CheckedNode[] = [];
  readonly #adding: Adding;
  readonly #period: Period;
  readonly #inner: readonly Period[];

  constructor(adding: Adding, period: Period, { targets }: Version, firstMonth: number) {
    this.#adding = adding;
    this.#period = period;
    this.#inner = innerPeriods(
      period,
      targets.map((target) => target.period),
      firstMonth,
    );
  }

  addWhole(timeline: Timeline | null, organisation: Cut | undefined, cuts: readonly Cut[]): void {
    const parts = (period: Period) => this.#organisationTotal(organisation, period) ?? this.#cutTotal(cuts, period);
    this.#add({ level: '', name: '', depth: 0, keys: new Map() }, timeline, parts);
  }

  addOrganisation({ nodes, values }: Combination, depth: number): void {
    for (const node of topOf(nodes)) this.#addNode(node, values, depth);
  }

  addCut({ dimensions, combinations }: Cut): void {
    const level = dimensions.join(', ');
    for (const combination of combinations.values()) {
      const { timeline, nodes, values } = combination;
      const name = [...values.values()].join(' / ');
      const parts = (period: Period) => this.#nodesTotal(nodes, period);
      this.#add({ level, name, depth: 1, keys: values }, timeline, parts);
      this.addOrganisation(combination, 2);
    }
  }

  #addNode(node: OrgNode, values: ReadonlyMap<string, string>, depth: number): void {
    const { level, name, path } = node;
    const parts = (period: Period) => childrenTarget(node, period, this.#adding.time);
    this.#add({ level, name, depth, keys: new Map([...values, ...path]) }, node.timeline, parts);
    for (const child of node.children) this.#addNode(child, values, depth + 1);
  }

  #add(
    about: Pick<CheckedNode, 'level' | 'name' | 'depth' | 'keys'>,
    timeline: Timeline | null,
    parts: (period: Period) => Filled | null,
  ): void {
    const line = (period: Period) => lineOf(timeline, parts, period, this.#adding);
    const whole = line(this.#period);
    // Of a node that is stated as a whole, months of some of its parts are no months of its own.
    const isTold = ({ stated, sum }: CheckLine) => stated !== null || (sum !== null && whole.stated === null);
    this.nodes.push({ ...about, whole, lines: this.#inner.map(line).filter(isTold) });
  }

  #organisationTotal(organisation: Cut | undefined, period: Period): Filled | null {
    const [combination] = [...(organisation?.combinations.values() ?? [])];
    return combination ? this.#nodesTotal(combination.nodes, period) : null;
  }

  #nodesTotal(nodes: readonly OrgNode[], period: Period): Filled | null {
    const { time, parts } = this.#adding;
    const [top = []] = nodes.length > 0 ? wholes(nodes) : [];
    return together(top.map((node) => targetOfNode(node, period, time, parts)));
  }

  /** Without an organisation the parts of the coarsest cut are those of the whole. */
  #cutTotal(cuts: readonly Cut[], period: Period): Filled | null {
    const [coarsest] = cuts
      .filter(({ hasNodes, dimensions }) => !hasNodes && dimensions.length > 0)
      .toSorted((a, b) => a.dimensions.length - b.dimensions.length);
    const timelines = [...(coarsest?.combinations.values() ?? [])].flatMap(({ timeline }) => timeline ?? []);
    return together(timelines.map((timeline) => fill(timeline, period, this.#adding.time)));
  }
}

function topOf(nodes: readonly OrgNode[]): readonly OrgNode[] {
  return nodes.filter(({ hasParent }) => !hasParent);
}

/** Months where there are targets of months or days, else quarters and the like, as the file has them. */
function innerPeriods(whole: Period, stated: readonly Period[], firstMonth: number): Period[] {
  const within = stated.filter(
    (period) => overlaps(period, whole) && period.end - period.start < whole.end - whole.start,
  );
  const grains = ['month', 'quarter', 'half'] as const;
  const isShort = ({ grain }: Period) => grain === 'day' || grain === 'week';
  const grain = grains.find((one) =>
    within.some((period) => period.grain === one || (one === 'month' && isShort(period))),
  );
  if (grain === undefined) return [];
  return periodsBetween(whole.start, whole.end, grain, firstMonth).filter(
    (period) =>
      period.end - period.start < whole.end - whole.start &&
      within.some((one) => overlaps(one, periodOf(period.start, grain, firstMonth))),
  );
}
