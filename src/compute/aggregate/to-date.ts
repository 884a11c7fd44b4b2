import { add, type Decimal, zero } from '../../lib/decimal.ts';
import type { Cut } from '../cut.ts';
import type { StreamName } from '../streams.ts';
import { sumOf } from './sum.ts';

/** Σ amount of a stream from its first day to the end of each group's period; null where the cut has no such rows. */
export function sumToDate(cut: Cut, stream: StreamName): readonly Decimal[] | null {
  const whole = cut.toDate();
  const slice = (whole ?? cut).slice(stream);
  if (slice === null) return null;
  const sums = sumOf(slice, slice.population.amount);
  return whole === null ? runningSums(sums) : sums;
}

function runningSums(sums: readonly Decimal[]): Decimal[] {
  let total = zero;
  return sums.map((value) => {
    total = add(total, value);
    return total;
  });
}
