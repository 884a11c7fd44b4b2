/** Percents as shown: rounded, but never across a line that the exact value has not reached. */
import { compare, type Decimal, decimal, round, subtract } from './decimal.ts';
import { compareFractions, type Fraction, toDecimal, whole } from './fraction.ts';

/**
 * `ratio` in percent with `digits` after the point, half up. Where rounding would reach one of `limits` (ratios: 1, 0.8)
 * that the ratio is below, it is the last value before the limit: 0.9996 shows 99.9, 0.99999999 too.
 */
export function shownPercent(ratio: Fraction, limits: readonly Decimal[], digits = 1): Decimal {
  const rounded = toDecimal({ n: { units: ratio.n.units * 100n, scale: ratio.n.scale }, d: ratio.d }, digits);
  const crossed = limits
    .filter((limit) => compareFractions(ratio, whole(limit)) < 0 && compare(rounded, percentOf(limit)) >= 0)
    .sort(compare)[0];
  return crossed === undefined ? rounded : round(subtract(percentOf(crossed), decimal(1, digits)), digits);
}

function percentOf(ratio: Decimal): Decimal {
  return { units: ratio.units * 100n, scale: ratio.scale };
}
