/** The targets as one evaluation sees them: narrowed by `--only`, judged once. */
import type { Decimal } from '../lib/decimal.ts';
import type { DataSet } from '../model/data-set.ts';
import type { Pace } from '../model/evaluation.ts';
import type { Why } from '../model/kpi.ts';
import type { Period } from '../model/period.ts';
import type { Problem } from '../model/problem.ts';
import type { Kpi } from './kpi.ts';
import type { Population } from './population.ts';
import type { Scope } from './scope.ts';

export interface TargetView {
  /** Dimensions that targets are keyed by, in the order of the file. */
  readonly dimensions: readonly string[];
  /** Combinations of values of these dimensions that targets name. */
  members(names: readonly string[]): readonly (readonly string[])[];
  /** The target of a part (dimension → value) of the whole in a period; `months` are those with actuals. */
  targetOf(
    kpi: Kpi,
    keys: ReadonlyMap<string, string>,
    period: Period,
    months: ReadonlySet<string>,
  ): { readonly target: Decimal | null; readonly why: Why | null };
  paceOf(scope: Scope): Pace | null;
  /** Null for a period that is over. */
  paceStatus(kpi: Kpi, period: Period, actual: Decimal | null, target: Decimal | null): 'on-track' | 'behind' | null;
  problems(): readonly Problem[];
}

export function targetViewOf(
  _data: DataSet,
  _of: { population: Population; period: Period; only: ReadonlyMap<string, readonly string[]> },
): TargetView {
  return {
    dimensions: [],
    members: () => [],
    targetOf: () => ({ target: null, why: 'no-target' }),
    paceOf: () => null,
    paceStatus: () => null,
    problems: () => [],
  };
}
