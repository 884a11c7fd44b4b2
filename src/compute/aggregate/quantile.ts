/** Quantiles of whole numbers, exactly. */
import { decimal } from '../../lib/decimal.ts';
import { type Fraction, fraction } from '../../lib/fraction.ts';

/**
 * The quantile at `part ÷ of` of ascending whole numbers, by linear interpolation (R type 7, Excel PERCENTILE.INC);
 * null of none. The median of an even count is the mean of the two middle ones.
 */
export function quantile(sorted: Int32Array | Float64Array, part: number, of: number): Fraction | null {
  if (sorted.length === 0) return null;
  const position = (sorted.length - 1) * part;
  const below = Math.floor(position / of);
  const rest = position - below * of;
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return fraction(decimal(low * (of - rest) + high * rest), decimal(of));
}
