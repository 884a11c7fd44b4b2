/** Ends of axes at round numbers. */
import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  multiply,
  negate,
  round,
  signOf,
  subtract,
  zero,
} from '../../lib/decimal.ts';

export interface Axis {
  readonly from: Decimal | null;
  readonly to: Decimal | null;
}

/** The viewer chooses. */
export const openAxis: Axis = { from: null, to: null };

const leads = [decimal(1), decimal(2), decimal(25, 1), decimal(5), decimal(10)];

/** The smallest of 1, 2, 2.5, 5, 10 … times a power of ten that is at least `value`; 1 of zero and below. */
export function roundStep(value: Decimal): Decimal {
  if (signOf(value) <= 0) return decimal(1);
  let power = decimal(1);
  const [ten, tenth] = [decimal(10), decimal(1, 1)];
  while (compare(multiply(power, ten), value) < 0) power = multiply(power, ten);
  while (compare(power, value) > 0) power = multiply(power, tenth);
  const lead = leads.find((one) => compare(multiply(power, one), value) >= 0) ?? ten;
  return multiply(power, lead);
}

/** From zero to the first round number that no value exceeds. */
export function axisFromZero(values: readonly Decimal[]): Axis {
  const most = values.reduce<Decimal>((high, value) => (compare(value, high) > 0 ? value : high), zero);
  // An axis from 0 to 0 is none.
  return { from: zero, to: isZero(most) ? null : ceilingOf(most, roundStep(divide(most, decimal(5), 6))) };
}

/** Below this share of the highest value the lowest one is seen well on an axis that begins at zero. */
const closeFrom = decimal(6, 1);

/**
 * For values of which only the differences matter: begins below the lowest where all are close together, else at zero.
 * `from` above zero means that the axis is cut.
 */
export function axisAround(values: readonly Decimal[]): Axis {
  const [first = zero] = values;
  const low = values.reduce((least, value) => (compare(value, least) < 0 ? value : least), first);
  const high = values.reduce((most, value) => (compare(value, most) > 0 ? value : most), first);
  const isClose = signOf(low) > 0 && compare(low, multiply(high, closeFrom)) > 0 && compare(high, low) > 0;
  if (!isClose) return axisFromZero(values);
  const step = roundStep(divide(subtract(high, low), decimal(4), 6));
  const from = subtract(floorOf(low, step), step);
  return { from: signOf(from) > 0 ? from : zero, to: ceilingOf(high, step) };
}

function floorOf(value: Decimal, step: Decimal): Decimal {
  const whole = round(divide(value, step, 12), 0);
  const product = multiply(whole, step);
  return compare(product, value) > 0 ? subtract(product, step) : product;
}

function ceilingOf(value: Decimal, step: Decimal): Decimal {
  const floor = floorOf(value, step);
  return isZero(add(floor, negate(value))) ? floor : add(floor, step);
}
