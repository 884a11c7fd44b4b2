import { compare, type Decimal, decimal, multiply, trim } from '../../lib/decimal.ts';
import type { SplitRequest } from './request.ts';

const usual = decimal(1000);
const one = decimal(1);
/** Steps that a part of mean size has at least; with fewer, rounding would say more than the shares. */
const fewest = 10;

/** The step asked for, else the usual one (1,000), or the power of ten below it, down to 1, in which parts keep their shares. */
export function stepFor(
  total: Decimal,
  cells: number,
  { step, from = usual }: Pick<SplitRequest, 'step'> & { readonly from?: Decimal },
): { readonly step: Decimal; readonly isSmallerStep: boolean } {
  if (step !== null) return { step, isSmallerStep: false };
  for (let size = from; compare(size, one) > 0; size = trim({ ...size, scale: size.scale + 1 })) {
    const isFine = compare(total, multiply(size, decimal(cells * fewest))) >= 0;
    if (isFine) return { step: size, isSmallerStep: compare(size, from) < 0 };
  }
  return { step: compare(from, one) < 0 ? from : one, isSmallerStep: compare(from, one) > 0 };
}

/** The largest power of ten of which all figures are multiples; 1,000 where there is none but zeros. */
export function stepOfFigures(figures: readonly Decimal[]): Decimal {
  let least = Number.POSITIVE_INFINITY;
  for (const figure of figures) {
    const { units, scale } = trim(figure);
    if (units !== 0n) least = Math.min(least, (/0*$/.exec(String(units))?.[0].length ?? 0) - scale);
  }
  if (least === Number.POSITIVE_INFINITY) return usual;
  return least >= 0 ? decimal(10n ** BigInt(least)) : decimal(1, -least);
}
