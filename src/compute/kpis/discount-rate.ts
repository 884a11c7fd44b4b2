import { subtract } from '../../lib/decimal.ts';
import type { AmountColumn } from '../../model/table.ts';
import { ScaledSum } from '../aggregate/scaled-sum.ts';
import { amountAt } from '../aggregate/sum.ts';
import type { History } from '../history.ts';
import { declared, type Kpi, quotient } from '../kpi.ts';
import { mapGroups } from '../slice.ts';

/**
 * Share of the list price given away, over all lines together: (Σ list − Σ net) ÷ Σ list. A row's list is its list
 * amount, else quantity × unit price, else amount + discount; rows with none of them are in neither sum.
 */
export const discountRate: Kpi = {
  ...declared('discount-rate'),
  rollUp: 'ratio-of-sums',
  missing: (history) => (listSources(history).length > 0 ? [] : ['orders.listAmount']),
  measure(slice, history) {
    const sources = listSources(history);
    const { amount } = slice.population;
    return mapGroups(slice, (from, to) => {
      const [list, net] = [new ScaledSum(), new ScaledSum()];
      for (let i = from; i < to; i++) {
        const row = slice.rows[i] ?? 0;
        if (sources.some((add) => add(row, list))) addAmount(amount, row, net);
      }
      const [listed, paid] = [list.total(), net.total()];
      const ratio = quotient(subtract(listed, paid), listed);
      return listed.units < 0n ? { ...ratio, actual: null, why: 'negative-base' as const } : ratio;
    });
  },
};

/** Adds the row's list price to `sum`; false where the row lacks what it takes. */
type ListSource = (row: number, sum: ScaledSum) => boolean;

function listSources(history: History): readonly ListSource[] {
  const column = (field: string) => history.column(field, 'amount');
  const [list, quantity, price, discount] = [
    column('listAmount'),
    column('quantity'),
    column('unitPrice'),
    column('discountAmount'),
  ];
  const { amount } = history.population;
  const sources: ListSource[] = [];
  if (list) sources.push((row, sum) => addAmount(list, row, sum));
  if (quantity && price) sources.push((row, sum) => addProduct(quantity, price, row, sum));
  if (discount) sources.push((row, sum) => addBoth(amount, discount, row, sum));
  return sources;
}

function addAmount(column: AmountColumn, row: number, sum: ScaledSum): boolean {
  if (column.present[row] !== 1) return false;
  const exact = column.exact.size > 0 && column.exact.has(row) ? amountAt(column, row) : null;
  if (exact === null) sum.addInteger(column.units[row] ?? 0, column.scale);
  else sum.add(exact);
  return true;
}

function addBoth(a: AmountColumn, b: AmountColumn, row: number, sum: ScaledSum): boolean {
  if (a.present[row] !== 1 || b.present[row] !== 1) return false;
  return addAmount(a, row, sum) && addAmount(b, row, sum);
}

function addProduct(a: AmountColumn, b: AmountColumn, row: number, sum: ScaledSum): boolean {
  if (a.present[row] !== 1 || b.present[row] !== 1) return false;
  if (a.exact.has(row) || b.exact.has(row)) {
    const [left, right] = [amountAt(a, row), amountAt(b, row)];
    if (left && right) sum.add({ units: left.units * right.units, scale: left.scale + right.scale });
    return true;
  }
  sum.addProduct(a.units[row] ?? 0, b.units[row] ?? 0, a.scale + b.scale);
  return true;
}
