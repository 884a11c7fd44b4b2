import { add, type Decimal, subtract, sum, zero } from '../../lib/decimal.ts';
import { sumWhere } from '../aggregate/sum.ts';
import { declared, type Kpi, quotient } from '../kpi.ts';
import { type ListPrices, listPricesOf } from '../list-prices.ts';
import { mapGroups, type Slice } from '../slice.ts';

/**
 * Share of the list price given away, over all lines together: (Σ list − Σ net) ÷ Σ list. A row's list is its list
 * amount, else quantity × unit price, else amount + discount; rows with none of them are in neither sum.
 */
export const discountRate: Kpi = {
  ...declared('discount-rate'),
  stream: 'sales',
  rollUp: 'ratio-of-sums',
  missing: (history) => (listPricesOf(history) === null ? ['orders.listAmount'] : []),
  measure(slice, history) {
    const prices = listPricesOf(history);
    if (prices === null) return [];
    const nets = sumWhere(slice, slice.population.amount, prices.present);
    return listSums(slice, prices).map((list, group) => {
      const ratio = quotient(subtract(list, nets[group] ?? zero), list);
      return list.units < 0n ? { ...ratio, actual: null, why: 'negative-base' as const } : ratio;
    });
  },
};

function listSums(slice: Slice, { lanes, odd }: ListPrices): readonly Decimal[] {
  const sums = lanes.map((lane) => sumWhere(slice, lane, undefined));
  const odds = odd.size === 0 ? [] : mapGroups(slice, (from, to) => oddSum(slice.rows.subarray(from, to), odd));
  return mapGroups(slice, (_from, _to, group) => add(sum(sums.map((of) => of[group] ?? zero)), odds[group] ?? zero));
}

function oddSum(rows: Uint32Array, odd: ReadonlyMap<number, Decimal>): Decimal {
  let total = zero;
  for (const row of rows) {
    const price = odd.get(row);
    if (price) total = add(total, price);
  }
  return total;
}
