/** Totals in target files that differ from what they total, one problem per mistake, at the cell to correct. */
import { sum as sumOf, toText } from '../../lib/decimal.ts';
import { foldText } from '../../lib/fold-text.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { Period } from '../../model/period.ts';
import type { Place } from '../../model/place.ts';
import type { Problem, Severity } from '../../model/problem.ts';
import type { Target } from '../../model/target.ts';
import { problem } from '../../problems/catalogue.ts';
import { type Equation, equationsOf } from './equations.ts';
import { findMistakes, type Mistake } from './mend.ts';
import type { TargetBook } from './target-book.ts';
import type { Tile } from './tiles.ts';
import type { Allowed } from './tolerance.ts';

interface Found {
  readonly problem: Problem;
  readonly of: Period;
}

/** Every mistake that breaks sums; what follows from it is in `related`. */
export function findBrokenSums(book: TargetBook, earlier: readonly Found[] = []): Found[] {
  const explaining = explanationOf(earlier);
  const equations = equationsOf(book).filter((one) => !isExplained(one, explaining));
  const mistakes = findMistakes(equations);
  return onePerNode(mistakes.filter(({ allowed }) => allowed !== null)).concat(
    mistakes.filter(({ allowed }) => allowed === null).flatMap((mistake) => foundOf(mistake)),
  );
}

/** What other rules found wrong of a cell explains that sums with it do not hold. */
const explainingCodes: ReadonlySet<string> = new Set([
  'targets/unit-slip',
  'targets/unknown-parent',
  'targets/hierarchy',
]);

interface Explanation {
  readonly cells: ReadonlySet<string>;
  /** Folded names of nodes that a misspelled parent is near to: they miss the parts that name it so. */
  readonly parents: ReadonlySet<string>;
}

function explanationOf(earlier: readonly Found[]): Explanation {
  const problems = earlier.map(({ problem: one }) => one).filter(({ code }) => explainingCodes.has(code));
  const misspelled = problems.filter(({ code }) => code === 'targets/unknown-parent');
  return {
    cells: new Set(problems.flatMap(cellsOf)),
    parents: new Set(
      misspelled.flatMap(({ params: { near } }) =>
        Array.isArray(near) ? near.map((name) => foldText(String(name))) : [],
      ),
    ),
  };
}

function cellsOf({ place, related }: Problem): string[] {
  return [place, ...related].map(keyOf);
}

function isExplained({ kind, name, left, right }: Equation, { cells, parents }: Explanation): boolean {
  if (cells.size === 0) return false;
  if (kind === 'parts' && parents.has(foldText(name))) return true;
  return [...left, ...right].some(({ targets }) =>
    targets.some(
      ({ place, cells: { parent } }) => cells.has(keyOf(place)) || (parent !== null && cells.has(keyOf(parent))),
    ),
  );
}

/** Roundings and buffers of one node are one remark. */
function onePerNode(allowed: readonly Mistake[]): Found[] {
  const found = allowed.flatMap((mistake) => foundOf(mistake));
  const nodes = groupBy(found, ({ problem: { code, place, params } }) =>
    JSON.stringify([code, place.file, place.sheet, params['name'], params['allowed']]),
  );
  return [...nodes.values()].flatMap(([first, ...others]) => (first ? [withRelated(first, others)] : []));
}

function withRelated({ problem: one, of }: Found, others: readonly Found[]): Found {
  const more = others.flatMap(({ problem: other }) => [other.place, ...other.related]);
  return { of, problem: { ...one, related: distinct([...one.related, ...more], one.place) } };
}

function foundOf({ broken, cell, wanted, allowed }: Mistake): Found[] {
  const [first] = broken;
  const tile = cell ?? first.left.at(-1);
  const target = tile === undefined ? undefined : lastOf(tile);
  if (tile === undefined || target === undefined) return [];
  const { place } = target;
  const taking = broken.flatMap(({ left, right }) => [...left, ...right]);
  const related = distinct(
    taking.flatMap(({ targets }) => targets.map((one) => one.place)),
    place,
  );
  const severity: Severity = allowed === null ? 'error' : 'warning';
  const extras = { severity, related, value: toText(tile.value) };
  const params = { ...paramsOf(first, target), wanted: wanted === null ? '' : toText(wanted), allowed: allowed ?? '' };
  const found =
    first.between === null
      ? problem(codeOf(first, tile, target, allowed), place, params, extras)
      : problem('targets/cut-sum', place, { ...params, first: first.between[0], second: first.between[1] }, extras);
  return [{ problem: found, of: cell === null ? first.period : tile.period }];
}

function paramsOf({ left, right, name, period }: Equation, { kpi }: Target) {
  const sum = (tiles: readonly Tile[]) => toText(sumOf(tiles.map(({ value }) => value)));
  return { name: name === '' ? kpi : name, period: period.id, own: sum(left), sum: sum(right) };
}

type SumCode =
  | 'targets/parent-sum'
  | 'targets/printed-total'
  | 'targets/quarter-sum'
  | 'targets/half-sum'
  | 'targets/year-sum';

/** Named by the total: its words where it is itself the wrong cell, else its period. */
function codeOf({ kind, left, period }: Equation, wrong: Tile, { isTotal }: Target, allowed: Allowed): SumCode {
  const isBuffer = allowed !== null && allowed !== 'rounding';
  if (isBuffer && kind === 'parts') return 'targets/parent-sum';
  if (isTotal && left.includes(wrong)) return 'targets/printed-total';
  if (kind === 'parts') return 'targets/parent-sum';
  const days = period.end - period.start;
  if (days > 300) return 'targets/year-sum';
  return days > 150 ? 'targets/half-sum' : 'targets/quarter-sum';
}

function lastOf({ targets }: Tile): Target | undefined {
  return targets.at(-1);
}

function distinct(places: readonly Place[], without: Place): Place[] {
  const byCell = new Map(places.map((place) => [keyOf(place), place]));
  byCell.delete(keyOf(without));
  return [...byCell.values()];
}

function keyOf({ file, sheet, row, column }: Place): string {
  return JSON.stringify([file, sheet, row, column]);
}
