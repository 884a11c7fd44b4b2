import { add, type Decimal, subtract, zero } from '../../lib/decimal.ts';
import type { AmountColumn } from '../../model/table.ts';
import { sumWhere } from '../aggregate/sum.ts';
import type { History } from '../history.ts';
import { declared, type Kpi, quotient } from '../kpi.ts';
import { mapGroups } from '../slice.ts';

/**
 * (Σ amount − Σ cost) ÷ Σ amount, or Σ profit ÷ Σ amount; in each row cost wins over profit. Rows with neither are in
 * neither sum: a missing cost is not a cost of 0.
 */
export const grossMargin: Kpi = {
  ...declared('gross-margin'),
  stream: 'sales',
  rollUp: 'ratio-of-sums',
  missing: (history) => {
    const { cost, profit } = basesOf(history);
    return cost || profit ? [] : ['orders.cost', 'orders.profit'];
  },
  measure(slice, history) {
    const { cost, profit } = basesOf(history);
    const { amount } = slice.population;
    const zeros = Array.from({ length: slice.groupCount }, () => zero);
    const sums = (column: AmountColumn | null, rows: Uint8Array | undefined) =>
      column ? sumWhere(slice, column, rows) : zeros;
    const onProfit = profit && profitRows(cost, profit);
    const [costed, costs] = [sums(cost && amount, cost?.present), sums(cost, undefined)];
    const [profited, profits] = [sums(profit && amount, onProfit ?? undefined), sums(profit, onProfit ?? undefined)];
    return mapGroups(slice, (from, to, group) => {
      const base = add(costed[group] ?? zero, profited[group] ?? zero);
      const margin = add(subtract(costed[group] ?? zero, costs[group] ?? zero), profits[group] ?? zero);
      const isBare = (row: number) => cost?.present[row] !== 1 && profit?.present[row] !== 1;
      return marginOf(margin, base, slice.rows.subarray(from, to).some(isBare));
    });
  },
};

/** Which rows have a cost, and which have a profit only. */
export function grossMarginBases(history: History) {
  const { cost, profit } = basesOf(history);
  const hasCost = (row: number) => cost?.present[row] === 1;
  return { hasCost, hasOnlyProfit: (row: number) => !hasCost(row) && profit?.present[row] === 1 };
}

function basesOf(history: History) {
  return { cost: history.column('cost', 'amount'), profit: history.column('profit', 'amount') };
}

/** Rows whose margin stands on profit: those without a cost. */
function profitRows(cost: AmountColumn | null, profit: AmountColumn): Uint8Array {
  return cost === null ? profit.present : profit.present.map((has, row) => (cost.present[row] === 1 ? 0 : has));
}

function marginOf(margin: Decimal, base: Decimal, isPartial: boolean) {
  const ratio = quotient(margin, base, isPartial ? ['partial-cost'] : []);
  return base.units < 0n ? { ...ratio, actual: null, why: 'negative-base' as const } : ratio;
}
