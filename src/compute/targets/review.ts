/** All that can be wrong with targets as a whole: each rule once, in an order in which earlier findings explain later ones. */
import type { DataSet } from '../../model/data-set.ts';
import type { Period } from '../../model/period.ts';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import type { Target } from '../../model/target.ts';
import { membership } from '../membership.ts';
import { findBrokenSums } from './broken-sums.ts';
import { dimensionNamesOf } from './dimension-names.ts';
import { findRepeats } from './repeats.ts';
import { findDisorder } from './rules/floor-target-stretch.ts';
import { findGaps } from './rules/gaps.ts';
import { findBrokenHierarchy } from './rules/hierarchy.ts';
import { findImplausible } from './rules/implausible.ts';
import { findInactiveOwners } from './rules/inactive-owner.ts';
import { findNonAdditiveSums } from './rules/non-additive-sum.ts';
import { findNotSmart } from './rules/not-smart.ts';
import { findOverlaps } from './rules/overlap.ts';
import type { Found, Reviewed, TargetRule } from './rules/rule.ts';
import { findTypedTotals } from './rules/typed-total.ts';
import { findUnitSlips } from './rules/unit-slip.ts';
import { findUnknownPeople } from './rules/unknown-person.ts';
import { findVersionTroubles } from './rules/versions.ts';
import { findWrongWeights } from './rules/weights.ts';
import { findSlips } from './slips/index.ts';
import { countLostRows } from './slips/lost-rows.ts';
import { TargetBook } from './target-book.ts';
import { overlaps } from './versions.ts';

interface Rule {
  readonly find: TargetRule;
  /** Whether an evaluation wants to hear of it, where it touches its period. */
  readonly changesFigures: boolean;
}

const rules: readonly Rule[] = [
  { find: ({ book }) => findRepeats(book), changesFigures: true },
  { find: findUnknownPeople, changesFigures: true },
  { find: findBrokenHierarchy, changesFigures: true },
  { find: findUnitSlips, changesFigures: true },
  {
    find: (reviewed, earlier) =>
      findBrokenSums(reviewed.book, earlier, countLostRows(reviewed.all, reviewed, repeated(earlier))),
    changesFigures: true,
  },
  { find: findTypedTotals, changesFigures: false },
  { find: findNonAdditiveSums, changesFigures: false },
  { find: findWrongWeights, changesFigures: false },
  { find: findInactiveOwners, changesFigures: false },
  { find: findOverlaps, changesFigures: true },
  { find: findVersionTroubles, changesFigures: false },
  { find: findDisorder, changesFigures: false },
  { find: findGaps, changesFigures: false },
  { find: findImplausible, changesFigures: false },
  { find: findNotSmart, changesFigures: false },
];

function repeated(earlier: readonly Found[]): Place[] {
  const codes = new Set(['targets/duplicate', 'targets/repeated-key']);
  return earlier.flatMap(({ problem: { code, place } }) => (codes.has(code) ? [place] : []));
}

/** For `validate`: everything. */
export function reviewTargets(data: DataSet): Problem[] {
  return reviewPlan(data).problems;
}

/** For `targets check`: everything, and the targets as they are most likely meant. */
export function reviewPlan(data: DataSet): { readonly problems: Problem[]; readonly meant: readonly Target[] } {
  if (data.targets.length === 0 && data.people.length === 0) return { problems: [], meant: [] };
  const book = new TargetBook(data.targets, {
    isMember: membership(data),
    nameOf: dimensionNamesOf(data),
    ownKpis: data.ownKpis,
  });
  const { found, meant } = apply(rules, { book, data, all: data.targets });
  const problems = found.map(({ problem, of }) => ({ ...problem, span: { start: of.start, end: of.end } }));
  return { problems, meant };
}

/** For `evaluate`: what can change the figures of the period; repeats and sums of other periods too, as they were said before. */
export function reviewFor(reviewed: Reviewed, period: Period): Found[] {
  const { found } = apply(
    rules.filter(({ changesFigures }) => changesFigures),
    reviewed,
  );
  return found.filter(({ problem, of }) => overlaps(of, period) || alwaysSaid.has(problem.code));
}

const alwaysSaid: ReadonlySet<string> = new Set([
  'targets/duplicate',
  'targets/repeated-key',
  'targets/parent-sum',
  'targets/quarter-sum',
  'targets/half-sum',
  'targets/year-sum',
  'targets/printed-total',
]);

/** The rules see the targets as they are most likely meant, so that no slip is told again by what follows from it. */
function apply(
  chosen: readonly Rule[],
  reviewed: Reviewed,
): { readonly found: Found[]; readonly meant: readonly Target[] } {
  const { found: slips, meant } = findSlips(reviewed);
  const found = [...slips];
  const corrected = meant === reviewed.all ? reviewed : { ...reviewed, book: reviewed.book.with(meant), all: meant };
  for (const { find } of chosen) for (const one of find(corrected, [...found])) found.push(one);
  return { found, meant };
}
