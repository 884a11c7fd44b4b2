/** The word for how far a target was reached; exact values are compared, never rounded ones. */
import { add, type Decimal, subtract } from '../lib/decimal.ts';
import { compareFractions, type Fraction, times, whole } from '../lib/fraction.ts';
import type { Caution, Status, Unit } from '../model/kpi.ts';

interface Comparison {
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
const eightTenths: Fraction = { n: { units: 8n, scale: 0 }, d: { units: 10n, scale: 0 } };

/**
 * `on-track` or `behind` while the period runs; else `met` at 100 % or more (`unconfirmed` where the figure is
 * flattered), `near` from 80 %, for ratio KPIs within 5 percentage points, else `below`.
 */
export function statusOf({ actual, target, unit, better, cautions, pace }: Comparison): Status {
  if (pace !== null) return pace;
  if (isAtLeast(actual, whole(target), better)) {
    return cautions.some((caution) => flattering.has(caution)) ? 'unconfirmed' : 'met';
  }
  return isNear(actual, target, unit, better) ? 'near' : 'below';
}

function isNear(actual: Fraction, target: Decimal, unit: Unit, better: 'higher' | 'lower'): boolean {
  if (unit === 'ratio') {
    const line = better === 'higher' ? subtract(target, fivePoints) : add(target, fivePoints);
    return isAtLeast(actual, whole(line), better);
  }
  return better === 'higher'
    ? compareFractions(actual, times(whole(target), eightTenths)) >= 0
    : compareFractions(times(actual, eightTenths), whole(target)) <= 0;
}

/** As good as `line` or better. */
export function isAtLeast(actual: Fraction, line: Fraction, better: 'higher' | 'lower'): boolean {
  const order = compareFractions(actual, line);
  return better === 'higher' ? order >= 0 : order <= 0;
}
