import { add, type Decimal, subtract, zero } from '../../lib/decimal.ts';
import type { AmountColumn } from '../../model/table.ts';
import { sumWhere } from '../aggregate/sum.ts';
import { declared, type Kpi, quotient } from '../kpi.ts';
import { mapGroups, type Slice } from '../slice.ts';

/**
 * (Σ amount − Σ cost) ÷ Σ amount, or Σ profit ÷ Σ amount; in each row cost wins over profit. Rows with neither are in
 * neither sum: a missing cost is not a cost of 0.
 */
export const grossMargin: Kpi = {
  ...declared('gross-margin'),
  rollUp: 'ratio-of-sums',
  missing: (history) =>
    history.column('cost', 'amount') || history.column('profit', 'amount') ? [] : ['orders.cost', 'orders.profit'],
  measure(slice, history) {
    const [cost, profit] = [history.column('cost', 'amount'), history.column('profit', 'amount')];
    const marks = markBases(slice, cost, profit);
    const zeros = Array.from({ length: slice.groupCount }, () => zero);
    const costed = cost ? sumWhere(slice, slice.population.amount, marks.cost) : zeros;
    const costs = cost ? sumWhere(slice, cost, marks.cost) : zeros;
    const profited = profit ? sumWhere(slice, slice.population.amount, marks.profit) : zeros;
    const profits = profit ? sumWhere(slice, profit, marks.profit) : zeros;
    return zeros.map((_, group) => {
      const base = add(costed[group] ?? zero, profited[group] ?? zero);
      const margin = add(subtract(costed[group] ?? zero, costs[group] ?? zero), profits[group] ?? zero);
      return marginOf(margin, base, marks.bare[group] ?? false);
    });
  },
};

function marginOf(margin: Decimal, base: Decimal, isPartial: boolean) {
  const ratio = quotient(margin, base, isPartial ? ['partial-cost'] : []);
  return base.units < 0n ? { ...ratio, actual: null, why: 'negative-base' as const } : ratio;
}

/** Which rows stand on cost, which on profit, and which groups have rows with neither. */
function markBases(slice: Slice, cost: AmountColumn | null, profit: AmountColumn | null) {
  const { rowCount } = slice.population.facts;
  const marks = { cost: new Uint8Array(rowCount), profit: new Uint8Array(rowCount) };
  const bare = mapGroups(slice, (from, to) => {
    let isBare = false;
    for (const row of slice.rows.subarray(from, to)) {
      if (cost?.present[row] === 1) marks.cost[row] = 1;
      else if (profit?.present[row] === 1) marks.profit[row] = 1;
      else isBare = true;
    }
    return isBare;
  });
  return { ...marks, bare };
}
