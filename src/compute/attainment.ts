/** Actual against target (contract §4): attainment, gap and status, or why they cannot be said. */
import { compare, type Decimal, decimal, isZero, signOf, subtract } from '../lib/decimal.ts';
import { compareFractions, type Fraction, over, toDecimal, whole } from '../lib/fraction.ts';
import { exactValue } from '../model/exact-value.ts';
import type { Caution, Status, Unit, Why } from '../model/kpi.ts';
import { statusOf, type Thresholds } from './status.ts';

export interface Judged {
  readonly target: Decimal | null;
  /** Rounded half up to 6 decimals; null with its reason in `attainmentWhy`. */
  readonly attainment: Decimal | null;
  readonly attainmentWhy: Why | null;
  /** actual − target, in the KPI's unit. */
  readonly gap: Decimal | null;
  readonly status: Status | null;
}

export interface ToJudge {
  readonly actual: Decimal | null;
  /** Exact parts of a ratio or mean, where it has them: the line is held against these, not the rounded quotient. */
  readonly numerator?: Decimal | null;
  readonly denominator?: Decimal | null;
  /** Why there is no actual. */
  readonly why?: Why | null;
  readonly target: Decimal | null;
  readonly targetWhy: Why | null;
  readonly unit: Unit;
  readonly better: 'higher' | 'lower';
  readonly cautions: readonly Caution[];
  readonly thresholds?: Thresholds | undefined;
  /** Of an incomplete period; null for a complete one. */
  readonly pace: 'on-track' | 'behind' | null;
}

const nothing = { target: null, attainment: null, attainmentWhy: null, gap: null, status: null };

/** Attainment, gap and status of one figure. Without a target all are null and `attainmentWhy` says why. */
export function judge(figure: ToJudge): Judged {
  const { actual, target, better } = figure;
  if (target === null) return { ...nothing, attainmentWhy: figure.targetWhy ?? 'no-target' };
  if (actual === null) return { ...nothing, target, attainmentWhy: figure.why ?? 'no-data' };
  const exact = exactValue({ actual, numerator: figure.numerator ?? null, denominator: figure.denominator ?? null });
  const { attainment, why } = attainmentOf(exact, target, better);
  return {
    target,
    attainment,
    attainmentWhy: why,
    gap: subtract(actual, target),
    status: why === 'target-is-zero' || why === 'negative-base' ? null : statusOf({ ...figure, actual: exact, target }),
  };
}

/**
 * actual ÷ target, for lower-is-better KPIs target ÷ actual, rounded half up to 6 decimals. A target of 0 has none
 * where more is better, an actual of 0 none where less is; a negative one never.
 */
export function attainmentOf(
  actual: Fraction,
  target: Decimal,
  better: 'higher' | 'lower',
): { readonly attainment: Decimal | null; readonly why: Why | null } {
  if (signOf(target) < 0) return { attainment: null, why: 'negative-base' };
  if (better === 'lower') return lowerIsBetter(actual, target);
  if (isZero(target)) return { attainment: null, why: 'target-is-zero' };
  return { attainment: toDecimal(over(actual, whole(target))), why: null };
}

function lowerIsBetter(actual: Fraction, target: Decimal): { attainment: Decimal | null; why: Why | null } {
  if (compareFractions(actual, whole(decimal(0))) <= 0) return { attainment: null, why: 'zero-actual' };
  return { attainment: toDecimal(over(whole(target), actual)), why: null };
}

/** True where total actual and total target are so far apart that one of them is in another unit. */
export function isOffScale(
  actual: Decimal,
  target: Decimal,
): { readonly isTooSmall: boolean; readonly isTooLarge: boolean } {
  const comparable = signOf(actual) > 0 && signOf(target) > 0;
  const hundredfold = (value: Decimal) => ({ units: value.units * 100n, scale: value.scale });
  return {
    isTooSmall: comparable && compare(hundredfold(actual), target) < 0,
    isTooLarge: comparable && compare(actual, hundredfold(target)) > 0,
  };
}
