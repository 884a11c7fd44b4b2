/** What makes up the gap between actual and target: parts that sum to it exactly. */
import { compare, type Decimal, isZero, subtract, sum, zero } from '../lib/decimal.ts';
import type { BreakdownEntry, Gap, KpiResult } from '../model/evaluation.ts';

/** Named part of a gap that no member of the dimension explains: targets stated only for the whole. */
const notBrokenDown = '(not broken down)';

/** The gap of `headline` over the entries of one breakdown, largest shortfall first; null without a target. */
export function gapOf(headline: KpiResult | undefined, entries: readonly BreakdownEntry[]): Gap | null {
  if (headline === undefined || headline.gap === null) return null;
  const parts = entries
    .map(({ by, kpis }) => ({ by, amount: shareOf(kpis.find(({ id }) => id === headline.id)) }))
    .filter(({ amount }) => !isZero(amount));
  const rest = subtract(headline.gap, sum(parts.map(({ amount }) => amount)));
  const [dimension = 'part'] = Object.keys(entries[0]?.by ?? {});
  if (!isZero(rest)) parts.push({ by: { [dimension]: notBrokenDown }, amount: rest });
  return { kpi: headline.id, total: headline.gap, parts: parts.sort((a, b) => compare(a.amount, b.amount)) };
}

function shareOf(result: KpiResult | undefined): Decimal {
  return subtract(result?.actual ?? zero, result?.target ?? zero);
}
