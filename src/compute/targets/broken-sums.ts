/** Totals in target files that differ from what they total: nodes above nodes, quarters above months. */
import { add, compare, type Decimal, multiply, negate, signOf, subtract, toText } from '../../lib/decimal.ts';
import { foldName, foldText } from '../../lib/fold-text.ts';
import type { Period } from '../../model/period.ts';
import type { Problem, Severity } from '../../model/problem.ts';
import type { Target } from '../../model/target.ts';
import { problem } from '../../problems/catalogue.ts';
import { answersOf, type Combination, type Cut, canAnswer, distance } from './cuts.ts';
import { childrenTarget, type OrgNode } from './organisation.ts';
import { addingOf, type TargetBook } from './target-book.ts';
import { type Filled, finerThan, type Tile, type Timeline } from './tiles.ts';

interface Found {
  readonly problem: Problem;
  readonly of: Period;
}

/** Every stated total whose parts are all stated and add up to something else. */
export function findBrokenSums(book: TargetBook): Found[] {
  return book.kpis.flatMap((kpi) => {
    const adding = addingOf(kpi);
    return book.versionsOf(kpi).flatMap((version) => {
      const cuts = book.cutsOf(version);
      return cuts.flatMap((cut) =>
        statedIn(cut).flatMap((stated) => [
          ...(adding.time ? brokenInTime(stated) : []),
          ...(adding.parts ? brokenInParts(stated, cut, cuts, adding.time) : []),
        ]),
      );
    });
  });
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
  return [{ name: node?.name ?? [...keys.values()].join(', '), timeline, keys, node }];
}

/** Daily and weekly targets are parts, never totals. */
function totalsOf({ tiles }: Timeline): readonly Tile[] {
  return tiles.filter(({ isAmbiguous }) => !isAmbiguous);
}

function brokenInTime(stated: Stated): Found[] {
  return totalsOf(stated.timeline).flatMap((tile) => {
    const parts = finerThan(stated.timeline, tile);
    return parts === null ? [] : broken('targets/quarter-sum', stated, tile, parts);
  });
}

function brokenInParts(stated: Stated, cut: Cut, cuts: readonly Cut[], mayAddTime: boolean): Found[] {
  return totalsOf(stated.timeline).flatMap((tile) => {
    const below = stated.node === null ? [] : [childrenTarget(stated.node, tile.period, mayAddTime)];
    const others = cuts.filter((other) => other !== cut && isFinerCut(other, cut, stated.keys));
    const sums = [...below, ...others.map((other) => sumIn(other, stated.keys, tile, mayAddTime))];
    const wrong = sums.flatMap((parts) => (parts === null ? [] : broken('targets/parent-sum', stated, tile, parts)));
    return wrong.slice(0, 1);
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

function sumIn(cut: Cut, keys: ReadonlyMap<string, string>, { period }: Tile, time: boolean): Filled | null {
  const [answer] = answersOf(cut, folded(keys), period, { time, parts: true });
  return answer ?? null;
}

function folded(keys: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...keys].map(([name, value]) => [foldName(name), foldText(value)]));
}

/** Parts that do not cover the whole period of the total say nothing against it. */
function broken(
  code: 'targets/parent-sum' | 'targets/quarter-sum',
  { name, keys }: Stated,
  tile: Tile,
  parts: Filled,
): Found[] {
  const isWhole = !parts.isAmbiguous && tile.months.every((month) => parts.months.has(month));
  if (!isWhole || compare(tile.value, parts.value) === 0) return [];
  const total = tile.targets.at(-1);
  if (total === undefined) return [];
  const shown = name === '' ? [...keys.values()].join(', ') || total.kpi : name;
  const params = { name: shown, period: tile.period.id, own: toText(tile.value), sum: toText(parts.value) };
  const related = parts.tiles.flatMap(({ targets }) => targets.map(({ place }) => place));
  const severity: Severity = isRounding(total, tile.value, parts) ? 'warning' : 'error';
  return [
    { problem: problem(code, total.place, params, { severity, related, value: toText(tile.value) }), of: tile.period },
  ];
}

const half: Decimal = { units: 5n, scale: 1 };

/** Numbers given in 万 are rounded by up to half a 万 each. */
function isRounding({ unit }: Target, own: Decimal, parts: Filled): boolean {
  if (compare(unit, { units: 1n, scale: 0 }) <= 0) return false;
  const difference = subtract(own, parts.value);
  const size = signOf(difference) < 0 ? negate(difference) : difference;
  const allowed = parts.tiles.reduce((total) => add(total, multiply(unit, half)), { units: 0n, scale: 0 });
  return compare(size, allowed) <= 0;
}
