/** One group's measures, targets and comparison → the results that are shown. */
import { type Decimal, divide, subtract } from '../lib/decimal.ts';
import type { KpiResult } from '../model/evaluation.ts';
import type { Caution } from '../model/kpi.ts';
import type { Period } from '../model/period.ts';
import { judge } from './attainment.ts';
import { type Kpi, type Measure, notDefined, quotient } from './kpi.ts';
import type { Measured } from './measures.ts';
import type { Scope } from './scope.ts';

interface Group {
  readonly now: Measured;
  /** Null when there is nothing to compare with. */
  readonly then: Measured | null;
  readonly group: number;
  /** The group's place in `then`, where it differs. */
  readonly thenGroup?: number;
  readonly period: Period;
  /** Dimension → value; empty for the whole. */
  readonly keys: ReadonlyMap<string, string>;
}

export function resultsOf(scope: Scope, kpis: readonly Kpi[], group: Group): KpiResult[] {
  return kpis.map((kpi) => resultOf(scope, kpi, group));
}

function resultOf(scope: Scope, kpi: Kpi, group: Group): KpiResult {
  const { now, then } = group;
  const base = kpi.growthOf ?? kpi;
  const current = now.measure(base, group.group);
  // What a target leaves open is not known of another period: its measure has amounts only, no ratio yet.
  const before = kpi.coversTargetOf ? null : (then?.measure(base, group.thenGroup ?? group.group) ?? null);
  const change = before && changeOf(base, current.actual, before.actual);
  const months = monthsFor(scope, kpi, group);
  const measure = kpi.growthOf ? growth(change, before) : covered(scope, kpi, group, current);
  const { target, why } = scope.targets.targetOf(kpi, group.keys, group.period, months);
  const cautions = [...measure.cautions, ...periodCautions(scope, group.period)];
  return {
    id: kpi.id,
    unit: kpi.unit,
    better: kpi.better,
    actual: measure.actual,
    numerator: measure.numerator,
    denominator: measure.denominator,
    why: measure.why,
    cautions,
    details: measure.details,
    rows: now.rows(base, group.group),
    ...judge({
      ...measure,
      target,
      targetWhy: why,
      unit: kpi.unit,
      better: kpi.better,
      cautions,
      thresholds: scope.options.thresholds,
      pace: scope.targets.paceStatus(kpi, group.keys, group.period, measure, target),
    }),
    compare: before && !kpi.growthOf ? { actual: before.actual, change } : null,
  };
}

const noMonths: ReadonlySet<string> = new Set();

/** Months with actuals, looked up only where there are targets to hold against them. */
function monthsFor({ targets }: Scope, kpi: Kpi, { now, group }: Group): ReadonlySet<string> {
  return targets.book.kpis.includes(kpi.id) ? now.months(kpi, group) : noMonths;
}

/** What is open against what is left of another KPI's target (contract §4, pipeline-coverage). */
function covered(scope: Scope, kpi: Kpi, { now, group, keys, period }: Group, measure: Measure): Measure {
  const { coversTargetOf: of } = kpi;
  const { numerator: open, denominator: won } = measure;
  if (of === undefined || open === null || won === null) return measure;
  const { target, why } = scope.targets.targetOf(of, keys, period, now.months(of, group));
  if (target === null) return notDefined(why ?? 'no-target');
  const left = subtract(target, won);
  return left.units > 0n ? quotient(open, left) : { ...notDefined('target-met'), numerator: open, denominator: left };
}

/** Undefined from a base ≤ 0, of ratios and days too (contract §4), whose difference stands in `compare` all the same. */
function growth(change: Decimal | null, before: Measure | null): Measure {
  const base = before?.actual ?? null;
  if (base !== null && base.units <= 0n) return notDefined('negative-base');
  return change === null ? notDefined('no-data') : { ...notDefined('no-data'), why: null, actual: change };
}

/** Relative change of money and counts, null from a base ≤ 0; difference of ratios and days (contract §5). */
function changeOf(kpi: Kpi, now: Decimal | null, then: Decimal | null): Decimal | null {
  if (now === null || then === null) return null;
  if (kpi.unit !== 'money' && kpi.unit !== 'count') return subtract(now, then);
  return then.units > 0n ? divide(subtract(now, then), then) : null;
}

/** The evaluated period counts as over although its last days have no rows. */
function periodCautions({ period, completeBecause }: Scope, shown: Period): Caution[] {
  return completeBecause === 'tail-gap' && shown.id === period.id ? ['tail-gap'] : [];
}
