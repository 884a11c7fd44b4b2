/** How much each KPI counts in the score, where targets or the config say so. */
import { compare, type Decimal } from '../lib/decimal.ts';
import type { KpiResult } from '../model/evaluation.ts';
import type { Scope } from './scope.ts';

/**
 * Weight by KPI id, of the targets that judge it in the period; a KPI whose targets weigh differently has none. Where no
 * target has one those of the config count: the two may be on different scales, so they are never mixed.
 */
export function weightsOf(
  { targets, period, options }: Scope,
  results: readonly KpiResult[],
): ReadonlyMap<string, Decimal> {
  const weights = new Map<string, Decimal>();
  for (const { id, target } of results) {
    if (target === null) continue;
    const given = targets.book.resolve(id, new Map(), period, new Set()).targets.map(({ weight }) => weight);
    const [first] = given;
    if (first && given.every((weight) => weight !== null && compare(weight, first) === 0)) weights.set(id, first);
  }
  if (weights.size > 0) return weights;
  const stated = options.kpiWeights ?? new Map<string, Decimal>();
  return new Map(
    results.flatMap(({ id }) => {
      const weight = stated.get(id);
      return weight === undefined ? [] : [[id, weight] as const];
    }),
  );
}
