/** Totals in target files that differ from what they total, one problem per mistake, at the cell to correct. */
import { signOf, sum as sumOf, toText } from '../../lib/decimal.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { Period } from '../../model/period.ts';
import type { Place } from '../../model/place.ts';
import type { Problem, Severity } from '../../model/problem.ts';
import type { Target } from '../../model/target.ts';
import { problem } from '../../problems/catalogue.ts';
import { differenceOf, type Equation, equationsOf } from './equations.ts';
import { findMistakes, type Mistake } from './mend.ts';
import type { TargetBook } from './target-book.ts';
import type { Tile } from './tiles.ts';
import { type Allowed, allowedFor } from './tolerance.ts';

interface Found {
  readonly problem: Problem;
  readonly of: Period;
}

/** Every mistake that breaks sums; what follows from it is in `related`. `lostRows`: how many others say are missing. */
export function findBrokenSums(book: TargetBook, earlier: readonly Found[] = [], lostRows = 0): Found[] {
  const explaining = explanationOf(earlier);
  const equations = equationsOf(book).filter((one) => !isExplained(one, explaining));
  const mistakes = findMistakes(withoutLost(equations, lostRows));
  return onePerNode(mistakes.filter(({ allowed }) => allowed !== null)).concat(
    mistakes.filter(({ allowed }) => allowed === null).flatMap((mistake) => foundOf(mistake)),
  );
}

/** What other rules found wrong of a cell explains that sums with it do not hold. */
const explainingCodes: ReadonlySet<string> = new Set([
  'targets/unit-slip',
  'targets/hierarchy',
  'targets/unknown-parent',
]);

function explanationOf(earlier: readonly Found[]): ReadonlySet<string> {
  const problems = earlier.map(({ problem: one }) => one).filter(({ code }) => explainingCodes.has(code));
  return new Set(problems.flatMap(({ place, related }) => [place, ...related].map(keyOf)));
}

function isExplained({ left, right }: Equation, cells: ReadonlySet<string>): boolean {
  if (cells.size === 0) return false;
  return [...left, ...right].some(({ targets }) =>
    targets.some(
      ({ place, cells: { parent } }) => cells.has(keyOf(place)) || (parent !== null && cells.has(keyOf(parent))),
    ),
  );
}

/** A row that is lost (told by another problem) leaves the total above it, in its period, more than its parts. */
function withoutLost(equations: readonly Equation[], lostRows: number): readonly Equation[] {
  if (lostRows === 0) return equations;
  const short = equations.filter((one) => {
    const difference = differenceOf(one, ({ value }) => value);
    return one.kind === 'parts' && signOf(difference) > 0 && allowedFor(one, difference) === null;
  });
  const totals = new Set(short.map(({ name, period }) => JSON.stringify([name, period.id])));
  if (totals.size > lostRows) return equations;
  const lost = new Set(short);
  return equations.filter((one) => !lost.has(one));
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
