/** What is wrong with targets beyond their cells: found once for the evaluated period, not once per look-up. */
import { type Decimal, toText } from '../../lib/decimal.ts';
import type { DataSet } from '../../model/data-set.ts';
import { formatDay } from '../../model/day.ts';
import type { TaxBasis } from '../../model/mapping.ts';
import { type Period, periodOf } from '../../model/period.ts';
import type { Place } from '../../model/place.ts';
import type { Affects, Problem } from '../../model/problem.ts';
import type { Target } from '../../model/target.ts';
import { problem } from '../../problems/catalogue.ts';
import { isOffScale } from '../attainment.ts';
import { reviewFor } from './review.ts';
import type { Found } from './rules/rule.ts';
import type { TargetBook } from './target-book.ts';
import { overlaps, versionFor } from './versions.ts';

export interface CheckedAgainst {
  readonly period: Period;
  /** Months of the period with actuals. */
  readonly months: ReadonlySet<string>;
  /** Actual of the whole in the period; null where there is none. */
  readonly actualOf: (kpi: string) => Decimal | null;
  /** True when the period is over. */
  readonly isComplete: boolean;
  /** Whether a KPI is one that this version computes. */
  readonly computes: (kpi: string) => boolean;
  readonly taxBasis: { readonly actual: TaxBasis | null; readonly target: TaxBasis | null };
  /** Facts and lists beside the targets. */
  readonly data?: DataSet;
}

/** All problems of the targets as far as this evaluation goes; `affects` says which of them change the period. */
export function checkTargets(book: TargetBook, against: CheckedAgainst): Problem[] {
  const { period } = against;
  const data = against.data ?? null;
  const found = [
    ...reviewFor({ book, data, all: data?.targets ?? book.targets }, period),
    ...book.kpis.flatMap((kpi) => [
      ...severalVersions(book, kpi, period),
      ...uncovered(book, kpi, against),
      ...offScale(book, kpi, against),
    ]),
  ];
  return [
    ...found.map(({ problem: one, of }) => ({ ...one, affects: affectsOf(of, period) })),
    ...outside(book, period),
    ...notComputed(book, against.computes),
    ...taxProblems(book, against),
  ];
}

function affectsOf(of: Period, period: Period): Affects {
  return overlaps(of, period) ? 'period' : 'none';
}

/** The table that holds the targets; its first row of them stands for it. */
function tablePlace(targets: readonly Target[]): Place {
  const first = targets[0]?.place;
  return { file: first?.file ?? '', sheet: first?.sheet ?? null, row: null, column: null };
}

function severalVersions(book: TargetBook, kpi: string, period: Period): Found[] {
  const version = versionFor(book.versionsOf(kpi), period);
  if (version === undefined || !('length' in version)) return [];
  const versions = version.map(
    ({ name, effectiveFrom }) => name ?? (effectiveFrom === null ? '' : formatDay(effectiveFrom)),
  );
  const [, second = version[0]] = version;
  const place = second?.targets[0]?.namePlace ?? tablePlace([]);
  const related = version.flatMap(({ targets }) =>
    targets[0] && targets[0].namePlace !== place ? [targets[0].namePlace] : [],
  );
  return [{ problem: problem('targets/several-versions', place, { versions, kpi }, { related }), of: period }];
}

/** Months without target, or a target that is only for the year. */
function uncovered(book: TargetBook, kpi: string, { period, months }: CheckedAgainst): Found[] {
  const answer = book.resolve(kpi, new Map(), period, months);
  if (answer.why === 'target-incomplete') {
    const params = { kpi, missing: answer.missing };
    return [{ problem: problem('targets/incomplete', tablePlace(answer.targets), params), of: period }];
  }
  if (answer.why !== 'no-target') return [];
  const yearly = book.targets.find((target) => target.kpi === kpi && isYearAround(target.period, period));
  if (yearly === undefined) return [];
  const year = yearly.period.id;
  return [
    { problem: problem('targets/year-only', yearly.place, { year }, { value: toText(yearly.value) }), of: period },
  ];
}

function isYearAround(target: Period, period: Period): boolean {
  const isYear = target.grain === 'year' || target.end - target.start >= 364;
  return (
    isYear &&
    target.start <= period.start &&
    target.end >= period.end &&
    target.end - target.start > period.end - period.start
  );
}

/** A running period has reached little so far, which says nothing of the unit. */
function offScale(book: TargetBook, kpi: string, { period, months, actualOf, isComplete }: CheckedAgainst): Found[] {
  const { target, targets } = book.resolve(kpi, new Map(), period, months);
  const actual = actualOf(kpi);
  if (actual === null || target === null) return [];
  const { isTooSmall, isTooLarge } = isOffScale(actual, target);
  if (!(isTooLarge || (isTooSmall && isComplete))) return [];
  const params = { actual: toText(actual), target: toText(target) };
  return [{ problem: problem('targets/scale', tablePlace(targets), params), of: period }];
}

/** With `--period all`, targets before its first and after its last month are left out. */
function outside(book: TargetBook, { grain, start, end }: Period): Problem[] {
  if (grain !== 'all') return [];
  const out = book.targets.filter(({ period }) => period.start > end || period.end < start);
  if (out.length === 0) return [];
  const params = { rows: out.length, first: periodOf(start, 'month').id, last: periodOf(end, 'month').id };
  return [problem('targets/outside-period', tablePlace(out), params, { affects: 'none' })];
}

function notComputed(book: TargetBook, computes: (kpi: string) => boolean): Problem[] {
  return book.kpis
    .filter((kpi) => !computes(kpi))
    .map((kpi) => {
      const targets = book.targets.filter((target) => target.kpi === kpi);
      return problem('targets/not-computed', tablePlace(targets), { kpi, rows: targets.length }, { affects: 'none' });
    });
}

function taxProblems(book: TargetBook, { taxBasis: { actual, target } }: CheckedAgainst): Problem[] {
  const money = book.targets.filter(({ kpi }) => book.traitsOf(kpi)?.unit === 'money');
  if (money.length === 0 || actual === target) return [];
  const place = tablePlace(money);
  if (actual !== null && target !== null) return [problem('targets/tax-basis', place, { actual, target })];
  const [known, side] = actual === null ? [target, 'actual'] : [actual, 'target'];
  return known === null ? [] : [problem('targets/tax-basis-unknown', place, { known, side })];
}
