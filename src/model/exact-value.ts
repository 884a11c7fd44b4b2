/** The exact value behind a figure: the quotient of its parts where it has them, for comparing with a target. */
import { compare, type Decimal, isZero, signOf } from '../lib/decimal.ts';
import { type Fraction, fraction, over, toDecimal, whole } from '../lib/fraction.ts';
import { shownPercent } from '../lib/percent.ts';
import type { KpiResult } from './evaluation.ts';
import type { Unit } from './kpi.ts';

interface Figure {
  readonly actual: Decimal;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
}

/** The quotient of the parts, where its rounding is the stated value; else the stated value. */
export function exactValue({ actual, numerator, denominator }: Figure): Fraction {
  if (numerator === null || denominator === null || isZero(denominator)) return whole(actual);
  const quotient = fraction(numerator, denominator);
  return compare(toDecimal(quotient), actual) === 0 ? quotient : whole(actual);
}

/** Ratios of attainment at which a status begins; `near` of ratio KPIs is 5 points instead. */
export function thresholdsOf(unit: Unit): readonly Decimal[] {
  const met = { units: 1n, scale: 0 };
  return unit === 'ratio' ? [met] : [met, { units: 8n, scale: 1 }];
}

/** Attainment in percent with `digits` after the point, never rounded across a threshold; null where there is none. */
export function attainmentPercent(
  result: Pick<KpiResult, 'actual' | 'numerator' | 'denominator' | 'target' | 'attainment' | 'better' | 'unit'>,
  digits = 1,
): Decimal | null {
  const { actual, numerator, denominator, target, attainment, better, unit } = result;
  if (attainment === null) return null;
  return shownPercent(
    exactAttainment({ actual, numerator, denominator }, target, better) ?? whole(attainment),
    thresholdsOf(unit),
    digits,
  );
}

function exactAttainment(
  { actual, numerator, denominator }: Pick<KpiResult, 'actual' | 'numerator' | 'denominator'>,
  target: Decimal | null,
  better: KpiResult['better'],
): Fraction | undefined {
  if (actual === null || target === null) return undefined;
  const value = exactValue({ actual, numerator, denominator });
  const [top, bottom] = better === 'lower' ? [whole(target), value] : [value, whole(target)];
  return signOf(bottom.n) > 0 ? over(top, bottom) : undefined;
}
