/** What must add up in target files: quarters from months, nodes from those below, one total from each of its cuts. */
import { add, type Decimal, subtract, zero } from '../../lib/decimal.ts';
import { foldName, foldText } from '../../lib/fold-text.ts';
import { keptPer } from '../../lib/kept-per.ts';
import type { Period } from '../../model/period.ts';
import { nodeLevels } from '../../model/target.ts';
import { type Adding, answersOf, type Combination, type Cut, canAnswer, distance } from './cuts.ts';
import { childrenTarget, type OrgNode } from './organisation.ts';
import type { TargetBook } from './target-book.ts';
import { type Filled, finerThan, type Tile, type Timeline } from './tiles.ts';

/** Two sides that must be equal. */
export interface Equation {
  readonly kind: 'time' | 'parts' | 'cuts';
  /** The total, or one of two cuts. */
  readonly left: readonly Tile[];
  readonly right: readonly Tile[];
  /** The node or key of the total, and its period. */
  readonly name: string;
  readonly period: Period;
  /** Of two cuts the names of their dimensions. */
  readonly between: readonly [string, string] | null;
  /** Some of the parts have no target for all of the period: what is missing may be the difference. */
  readonly isPatchy: boolean;
}

/** The equations of all KPIs whose targets add up. */
export const equationsOf = keptPer((book: TargetBook): readonly Equation[] =>
  book.kpis.flatMap((kpi) => equationsAs(book, kpi, book.addingOf(kpi))),
);

/** The equations of one KPI if its targets added up in these ways. */
export function equationsAs(book: TargetBook, kpi: string, adding: Adding): Equation[] {
  return book.versionsOf(kpi).flatMap((version) => {
    const cuts = book.cutsOf(version);
    const own = cuts.flatMap((cut) =>
      statedIn(cut).flatMap((stated) => [
        ...(adding.time ? overTime(stated) : []),
        ...(adding.parts ? overParts(stated, cut, cuts, adding.time) : []),
      ]),
    );
    return [...own, ...(adding.parts ? betweenCuts(cuts, own, adding.time) : [])];
  });
}

/** Left minus right, each tile as `read` gives it. */
export function differenceOf({ left, right }: Equation, read: (tile: Tile) => Decimal): Decimal {
  return subtract(total(left, read), total(right, read));
}

function total(tiles: readonly Tile[], read: (tile: Tile) => Decimal): Decimal {
  return tiles.reduce((sum, tile) => add(sum, read(tile)), zero);
}

/** What one node or key states over time, and how it is named and looked up. */
interface Stated {
  readonly name: string;
  readonly timeline: Timeline;
  readonly keys: ReadonlyMap<string, string>;
  readonly node: OrgNode | null;
}

function statedIn(cut: Cut): Stated[] {
  return [...cut.combinations.values()].flatMap((combination) =>
    cut.hasNodes ? statedByNodes(combination) : statedBy(combination.timeline, combination.values, null),
  );
}

function statedByNodes({ nodes, values }: Combination): Stated[] {
  return nodes.flatMap((node) => statedBy(node.timeline, new Map([...values, ...node.path]), node));
}

function statedBy(timeline: Timeline | null, keys: ReadonlyMap<string, string>, node: OrgNode | null): Stated[] {
  if (timeline === null) return [];
  const target = timeline.tiles[0]?.targets[0] ?? timeline.buckets[0]?.targets[0];
  return [{ name: node === null ? nameOf(target?.keys, target?.name) : node.name, timeline, keys, node }];
}

function nameOf(keys: ReadonlyMap<string, string> | undefined, name: string | null | undefined): string {
  return [...(keys?.values() ?? [])].join(', ') || (name ?? '');
}

/** Daily and weekly targets are parts, never totals. */
function totalsOf({ tiles }: Timeline): readonly Tile[] {
  return tiles.filter(({ isAmbiguous }) => !isAmbiguous);
}

// Halves, quarters, months and shorter: a year may be said in all of them.
const lengths = [Number.POSITIVE_INFINITY, 100, 40] as const;

function overTime({ name, timeline }: Stated): Equation[] {
  return totalsOf(timeline).flatMap((tile) => {
    const sets = new Map<string, Filled>();
    for (const longest of lengths) {
      const parts = finerThan(timeline, tile, longest);
      if (parts) sets.set(parts.tiles.map(({ period }) => period.id).join(' '), parts);
    }
    return [...sets.values()].flatMap((parts) => equation('time', name, tile, parts));
  });
}

function overParts(stated: Stated, cut: Cut, cuts: readonly Cut[], mayAddTime: boolean): Equation[] {
  const finer = cuts.filter((other) => other !== cut && isFinerCut(other, cut, stated.keys));
  return totalsOf(stated.timeline).flatMap((tile) => {
    const below = stated.node === null ? null : childrenTarget(stated.node, tile.period, mayAddTime);
    const sums = [below, ...finer.map((other) => sumIn(other, stated.keys, tile.period, mayAddTime))];
    return sums.flatMap((parts) => (parts === null ? [] : equation('parts', stated.name, tile, parts)));
  });
}

function isFinerCut(other: Cut, cut: Cut, keys: ReadonlyMap<string, string>): boolean {
  const asked = folded(keys);
  const hasAll = cut.dimensions.every((name) => other.dimensions.includes(name));
  const isFiner = other.dimensions.length > cut.dimensions.length || (other.hasNodes && !cut.hasNodes);
  return (
    hasAll &&
    isFiner &&
    (other.hasNodes || !cut.hasNodes) &&
    canAnswer(other, asked, undefined) &&
    distance(other, asked) < 100
  );
}

function sumIn(cut: Cut, keys: ReadonlyMap<string, string>, period: Period, time: boolean): Filled | null {
  const [answer] = answersOf(cut, folded(keys), period, { time, parts: true });
  return answer ?? null;
}

function folded(keys: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...keys].map(([name, value]) => [foldName(name), foldText(value)]));
}

/** Parts that do not cover the whole period of the total say nothing against it. */
function equation(kind: Equation['kind'], name: string, tile: Tile, parts: Filled): Equation[] {
  const isWhole = !parts.isAmbiguous && tile.months.every((month) => parts.months.has(month));
  if (!isWhole) return [];
  const { period } = tile;
  return [{ kind, left: [tile], right: parts.tiles, name, period, between: null, isPatchy: parts.isPatchy }];
}

/** Cuts of a total that nobody states are compared with each other, month by month or as coarse as they are. */
function betweenCuts(cuts: readonly Cut[], known: readonly Equation[], time: boolean): Equation[] {
  const stated = new Set(known.flatMap(({ kind, period }) => (kind === 'parts' ? [period.id] : [])));
  const whole = cuts.filter((cut) => cut.hasNodes || cut.dimensions.length > 0);
  return whole.flatMap((first, i) =>
    whole.slice(i + 1).flatMap((second) => {
      if (isRefined(first, second) || isRefined(second, first)) return [];
      return periodsOf(first, second).flatMap((period) =>
        stated.has(period.id) ? [] : cutsIn(first, second, period, time),
      );
    }),
  );
}

function isRefined(coarse: Cut, fine: Cut): boolean {
  return coarse.dimensions.every((name) => fine.dimensions.includes(name)) && (fine.hasNodes || !coarse.hasNodes);
}

function cutsIn(first: Cut, second: Cut, period: Period, time: boolean): Equation[] {
  const [left, right] = [sumIn(first, new Map(), period, time), sumIn(second, new Map(), period, time)];
  if (left === null || right === null || left.isAmbiguous || right.isAmbiguous) return [];
  if (left.isPatchy || right.isPatchy || !isEqual(left.months, right.months)) return [];
  const between: [string, string] = [dimensionsOf(first), dimensionsOf(second)];
  return [{ kind: 'cuts', left: left.tiles, right: right.tiles, name: '', period, between, isPatchy: false }];
}

function isEqual(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((month) => b.has(month));
}

function dimensionsOf({ hasNodes, dimensions, combinations }: Cut): string {
  const nodes = [...combinations.values()].flatMap((combination) => combination.nodes);
  const lowest = nodeLevels.findLast((level) => nodes.some((node) => node.level === level));
  return [...(hasNodes ? [lowest ?? 'node'] : []), ...dimensions].join(' × ');
}

/** The periods that both state, months and coarser; of one another's parts only the longest. */
function periodsOf(first: Cut, second: Cut): Period[] {
  const [own, other] = [statedPeriods(first), statedPeriods(second)];
  return [...own.values()].filter(({ id }) => other.has(id));
}

function statedPeriods(cut: Cut): Map<string, Period> {
  const timelines = statedIn(cut).map(({ timeline }) => timeline);
  const tiles = timelines.flatMap(({ tiles: long, buckets }) => [...long, ...buckets]);
  return new Map(tiles.map(({ period }) => [period.id, period]));
}
