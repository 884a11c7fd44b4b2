/** Round values for the axis of a chart. */
import { type Decimal, decimalFromDouble, toNumber } from '../../lib/decimal.ts';

/** At most seven values from 0 (or below) to beyond the highest of `values`, a round step of at least `finest` apart. */
export function ticksFor(values: readonly (Decimal | null)[], finest: number): Decimal[] {
  const numbers = values.flatMap((value) => (value === null ? [] : [toNumber(value)]));
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const step = roundStep(Math.max((high - low) / 4, finest));
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  return Array.from({ length: last - first + 1 }, (_, index) => decimalFromDouble((first + index) * step));
}

/** 1, 2, 2.5 or 5 times a power of ten, at least `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 2.5, 5].find((factor) => factor * power >= least) ?? 10) * power;
}
