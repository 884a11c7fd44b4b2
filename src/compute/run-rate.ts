/** What the months that are left must bring to reach the target of the year, or else of the quarter. */
import { subtract } from '../lib/decimal.ts';
import type { RunRate } from '../model/evaluation.ts';
import { type Period, periodOf, periodsBetween } from '../model/period.ts';
import { wholeCut } from './cut.ts';
import type { Kpi } from './kpi.ts';
import { measureAll } from './measures.ts';
import type { Scope } from './scope.ts';

/**
 * Null while the period runs (then its pace says more), where nothing is left after it, where targets do not add up over
 * time, and where they do not cover every month.
 */
export function runRateOf(scope: Scope, kpi: Kpi): RunRate | null {
  const { period, completeBecause } = scope;
  if (completeBecause === null || !scope.targets.book.addingOf(kpi.id).time) return null;
  for (const grain of ['year', 'quarter'] as const) {
    const whole = periodOf(period.end, grain);
    const found = whole.start <= period.start && whole.end > period.end ? rateUntil(scope, kpi, whole) : null;
    if (found !== null) return found;
  }
  return null;
}

function rateUntil({ streams, history, period, targets }: Scope, kpi: Kpi, whole: Period): RunRate | null {
  const months = periodsBetween(whole.start, whole.end, 'month');
  const { target } = targets.targetOf(kpi, new Map(), whole, new Set(months.map(({ id }) => id)));
  const sofar = wholeCut(streams, { ...whole, end: period.end });
  const { actual } = measureAll([kpi], sofar, history).measure(kpi, 0);
  const monthsLeft = months.filter(({ start }) => start > period.end).length;
  if (target === null || actual === null || monthsLeft === 0) return null;
  return subtract(target, actual).units > 0n ? { until: whole.id, target, actual, monthsLeft } : null;
}
