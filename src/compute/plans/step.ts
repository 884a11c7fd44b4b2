import { compare, type Decimal, decimal, multiply } from '../../lib/decimal.ts';
import type { SplitRequest } from './request.ts';

const usual = 1000;
/** Steps that a part of mean size has at least; with fewer, rounding would say more than the shares. */
const fewest = 10;

/** The step asked for, else 1,000, or the power of ten below it in which parts keep their shares. */
export function stepFor(
  total: Decimal,
  cells: number,
  { step }: Pick<SplitRequest, 'step'>,
): { readonly step: Decimal; readonly isSmallerStep: boolean } {
  if (step !== null) return { step, isSmallerStep: false };
  for (let size = usual; size > 1; size /= 10) {
    const isFine = compare(total, multiply(decimal(size), decimal(cells * fewest))) >= 0;
    if (isFine) return { step: decimal(size), isSmallerStep: size < usual };
  }
  return { step: decimal(1), isSmallerStep: true };
}
