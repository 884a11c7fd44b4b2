/** The word for how far a target was reached; exact values are compared, never rounded ones. */
import { add, type Decimal, subtract } from '../lib/decimal.ts';
import { compareFractions, type Fraction, times, whole } from '../lib/fraction.ts';
import type { Caution, Status, Unit } from '../model/kpi.ts';

export interface Thresholds {
  readonly met: Decimal;
  readonly near: Decimal;
}

interface Comparison {
  readonly thresholds?: Thresholds | undefined;
  readonly actual: Fraction;
  readonly target: Decimal;
  readonly unit: Unit;
  readonly better: 'higher' | 'lower';
  readonly cautions: readonly Caution[];
  readonly pace: 'on-track' | 'behind' | null;
}

/** Cautions of figures that more data can only make worse. */
const flattering: ReadonlySet<Caution> = new Set(['short-history', 'immature', 'whole-order-returns', 'unreplied']);

const fivePoints: Decimal = { units: 5n, scale: 2 };
export const usualThresholds: Thresholds = { met: { units: 1n, scale: 0 }, near: { units: 8n, scale: 1 } };

/**
 * `on-track` or `behind` while the period runs; else `met` at 100 % (or the threshold given) or more (`unconfirmed` where the figure is
 * flattered), `near` from 80 %, for ratio KPIs within 5 percentage points, else `below`.
 */
export function statusOf({ actual, target, unit, better, cautions, pace, thresholds }: Comparison): Status {
  if (pace !== null) return pace;
  const { met, near } = thresholds ?? usualThresholds;
  if (isReached(actual, target, met, better)) {
    return cautions.some((caution) => flattering.has(caution)) ? 'unconfirmed' : 'met';
  }
  return isNear(actual, target, unit, better, near) ? 'near' : 'below';
}

function isNear(actual: Fraction, target: Decimal, unit: Unit, better: 'higher' | 'lower', near: Decimal): boolean {
  if (unit === 'ratio') {
    const line = better === 'higher' ? subtract(target, fivePoints) : add(target, fivePoints);
    return isAtLeast(actual, whole(line), better);
  }
  return isReached(actual, target, near, better);
}

/** Is the attainment at least `line`: actual ≥ target × line; where less is better, target ≥ actual × line. */
function isReached(actual: Fraction, target: Decimal, line: Decimal, better: 'higher' | 'lower'): boolean {
  return better === 'higher'
    ? compareFractions(actual, times(whole(target), whole(line))) >= 0
    : compareFractions(times(actual, whole(line)), whole(target)) <= 0;
}

/** As good as `line` or better. */
export function isAtLeast(actual: Fraction, line: Fraction, better: 'higher' | 'lower'): boolean {
  const order = compareFractions(actual, line);
  return better === 'higher' ? order >= 0 : order <= 0;
}
