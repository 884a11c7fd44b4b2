import { type Decimal, divide, signOf, subtract } from '../../lib/decimal.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import { magnitude } from './figures.ts';

/** Money of the left-out rows as part of the period's revenue; null where there is none. */
export function leftOutShare({ leftOut, kpis }: Evaluation): Decimal | null {
  const revenue = kpis.find(({ id }) => id === 'revenue')?.actual ?? null;
  return revenue === null || signOf(revenue) <= 0
    ? null
    : divide(magnitude(subtract(leftOut.amount, leftOut.acceptedAmount)), revenue);
}
