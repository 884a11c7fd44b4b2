import { compare, toText } from '../lib/decimal.ts';
import type { DataSet } from '../model/data-set.ts';
import type { BreakdownEntry, KpiResult } from '../model/evaluation.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../problems/catalogue.ts';

/** Nobody sells more than the whole market: then unit, period or basis of the market sizes is another one. */
export function checkMarket(
  { market }: DataSet,
  results: readonly KpiResult[],
  breakdown: readonly BreakdownEntry[],
): Problem[] {
  const place = market[0]?.place;
  if (place === undefined) return [];
  const all = [
    { where: '', kpis: results },
    ...breakdown.map(({ by, kpis }) => ({ where: Object.values(by).join(' / '), kpis })),
  ];
  return all.flatMap(({ where, kpis }) => {
    const { numerator, denominator } = kpis.find(({ id }) => id === 'market-share') ?? {};
    if (!numerator || !denominator || compare(numerator, denominator) <= 0) return [];
    return [problem('market/share-over-one', place, { where, revenue: toText(numerator), size: toText(denominator) })];
  });
}
