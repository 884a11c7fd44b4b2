/** The parts of one breakdown: which entries belong to which `--by`, in which order, and what they add up to. */
import { add, compare, type Decimal, zero } from '../lib/decimal.ts';
import type { BreakdownEntry, KpiResult } from '../model/evaluation.ts';
import { kpiOf, type ReportContext } from './context.ts';

export interface Member {
  readonly name: string;
  readonly values: readonly string[];
  /** The headline KPI of this part. */
  readonly kpi: KpiResult;
  readonly kpis: readonly KpiResult[];
}

export interface Breakdown {
  readonly dimensions: readonly string[];
  readonly members: readonly Member[];
  readonly hasTargets: boolean;
  /** Whether the parts' actuals add up to the whole's: only then a total stands below them. */
  readonly addsUp: boolean;
}

/** One breakdown per `--by`, members as the engine orders them: by revenue, then by key. */
export function breakdownsOf(context: ReportContext): Breakdown[] {
  const { evaluation, headline } = context;
  if (!headline) return [];
  return evaluation.by
    .map((dimensions) => breakdownOf(context, dimensions, headline))
    .filter(({ members }) => members.length > 0);
}

function breakdownOf({ evaluation }: ReportContext, dimensions: readonly string[], headline: KpiResult): Breakdown {
  const members = evaluation.breakdown
    .filter((entry) => hasDimensions(entry, dimensions))
    .flatMap((entry) => memberOf(entry, dimensions, headline.id));
  return {
    dimensions,
    members,
    hasTargets: members.some(({ kpi }) => kpi.target !== null),
    addsUp:
      headline.actual !== null &&
      members.length > 0 &&
      compare(
        sumOf(members, ({ actual }) => actual),
        headline.actual,
      ) === 0,
  };
}

function hasDimensions({ by }: BreakdownEntry, dimensions: readonly string[]): boolean {
  return Object.keys(by).length === dimensions.length && dimensions.every((dimension) => Object.hasOwn(by, dimension));
}

function memberOf(entry: BreakdownEntry, dimensions: readonly string[], id: string): Member[] {
  const kpi = kpiOf(entry.kpis, id);
  if (!kpi) return [];
  const values = dimensions.map((dimension) => entry.by[dimension] ?? '');
  return [{ name: values.join(' / '), values, kpi, kpis: entry.kpis }];
}

export function sumOf(members: readonly Member[], pick: (kpi: KpiResult) => Decimal | null): Decimal {
  return members.reduce((sum, { kpi }) => add(sum, pick(kpi) ?? zero), zero);
}

/**
 * As reports list them: highest attainment first, those without one after them by actual; equal ones, all where nothing
 * has a target, and all where nobody is to be ranked stay in the engine's order.
 */
export function listed({ evaluation }: ReportContext, { members, hasTargets }: Breakdown): readonly Member[] {
  if (!hasTargets || !evaluation.isRanked) return members;
  return members.toSorted(
    (a, b) => byDescending(a.kpi.attainment, b.kpi.attainment) || byDescending(a.kpi.actual, b.kpi.actual),
  );
}

function byDescending(a: Decimal | null, b: Decimal | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(b, a);
}

/** The total of a breakdown: the headline itself, and which of its numbers the parts add up to. */
export interface Whole {
  readonly kpi: KpiResult;
  readonly isActualSum: boolean;
  readonly isTargetSum: boolean;
}

/** Parents' own targets count for the whole, so the parts' targets need not add up to it: then no sum is shown. */
export function wholeOf(headline: KpiResult, { addsUp, hasTargets, members }: Breakdown): Whole {
  const { target } = headline;
  const isTargetSum =
    hasTargets &&
    target !== null &&
    compare(
      sumOf(members, (kpi) => kpi.target),
      target,
    ) === 0;
  return { kpi: headline, isActualSum: addsUp, isTargetSum };
}
