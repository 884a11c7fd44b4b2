import { decimal, multiply } from '../../lib/decimal.ts';
import { cyclesOf, missingForCycles, totalDays } from '../cycles.ts';
import { declared, type Kpi, notDefined, quotient } from '../kpi.ts';
import { countMarked, rowsWith } from '../marks.ts';
import { mapGroups } from '../slice.ts';
import { wonMoney } from './average-deal-size.ts';

/**
 * Open deals × win rate × average deal size ÷ mean cycle, the last three of the deals closed in the period: money a day
 * (Salesforce and HubSpot call it pipeline velocity). One exact quotient: no factor is rounded.
 */
export const salesVelocity: Kpi = {
  ...declared('sales-velocity'),
  stream: 'open',
  rollUp: 'recounted',
  missing: (history) => [
    ...(history.data.facts.deals?.columns.has('amount') ? [] : ['deals.amount']),
    ...(history.streams.population('closed') === null ? ['deals.closeDate'] : []),
    ...missingForCycles(history),
  ],
  measure(slice) {
    const closed = slice.cut.slice('closed');
    if (closed === null) return [];
    const won = countMarked(closed, rowsWith(closed.population, 'outcome', 'won'));
    const lost = countMarked(closed, rowsWith(closed.population, 'outcome', 'lost'));
    const [money, cycles] = [wonMoney(closed), cyclesOf(closed)];
    return mapGroups(slice, (from, to, group) => {
      const { amount, deals } = money[group] ?? { amount: decimal(0), deals: 0 };
      const days = cycles[group] ?? new Int32Array();
      const [wins, losses] = [won[group] ?? 0, lost[group] ?? 0];
      if (deals === 0 || days.length === 0) return notDefined('no-data');
      const numerator = multiply(amount, decimal(BigInt(to - from) * BigInt(wins) * BigInt(days.length)));
      const denominator = decimal(BigInt(wins + losses) * BigInt(deals) * BigInt(totalDays(days)));
      return quotient(numerator, denominator);
    });
  },
};
