import { add, type Decimal, multiply, subtract, zero } from '../../lib/decimal.ts';
import type { AmountColumn } from '../../model/table.ts';
import { amountAt, sumWhere } from '../aggregate/sum.ts';
import type { History } from '../history.ts';
import { type Kpi, quotient } from '../kpi.ts';
import { mapGroups, type Slice } from '../slice.ts';

/**
 * Share of the list price given away, over all lines together: (Σ list − Σ net) ÷ Σ list. A row's list is its list
 * amount, else quantity × unit price, else amount + discount; rows with none of them are in neither sum.
 */
export const discountRate: Kpi = {
  id: 'discount-rate',
  unit: 'ratio',
  better: 'lower',
  rollUp: 'ratio-of-sums',
  missing: (history) => (listSources(history).length > 0 ? [] : ['orders.listAmount']),
  measure(slice, history) {
    const lists = listSums(slice, listSources(history));
    return lists.map(({ list, net }) => {
      const ratio = quotient(subtract(list, net), list);
      return list.units < 0n ? { ...ratio, actual: null, why: 'negative-base' as const } : ratio;
    });
  },
};

type ListSource = (row: number) => Decimal | null;

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
  if (list) sources.push((row) => amountAt(list, row));
  if (quantity && price) sources.push((row) => both(quantity, price, row, multiply));
  if (discount) sources.push((row) => both(amount, discount, row, add));
  return sources;
}

function both(a: AmountColumn, b: AmountColumn, row: number, combine: (a: Decimal, b: Decimal) => Decimal) {
  const [left, right] = [amountAt(a, row), amountAt(b, row)];
  return left === null || right === null ? null : combine(left, right);
}

function listSums(slice: Slice, sources: readonly ListSource[]): { list: Decimal; net: Decimal }[] {
  const { rows, population } = slice;
  const hasList = new Uint8Array(population.facts.rowCount);
  const lists = mapGroups(slice, (from, to) => {
    const sum = new DecimalSum();
    for (let i = from; i < to; i++) {
      const row = rows[i] ?? 0;
      const list = listOf(sources, row);
      if (list === null) continue;
      hasList[row] = 1;
      sum.add(list);
    }
    return sum.total();
  });
  const nets = sumWhere(slice, population.amount, hasList);
  return lists.map((list, group) => ({ list, net: nets[group] ?? zero }));
}

function listOf(sources: readonly ListSource[], row: number): Decimal | null {
  for (const source of sources) {
    const list = source(row);
    if (list !== null) return list;
  }
  return null;
}

/** Adds decimals of mixed scales, one BigInt per scale. */
class DecimalSum {
  readonly #byScale = new Map<number, bigint>();

  add({ units, scale }: Decimal): void {
    this.#byScale.set(scale, (this.#byScale.get(scale) ?? 0n) + units);
  }

  total(): Decimal {
    let total = zero;
    for (const [scale, units] of this.#byScale) total = add(total, { units, scale });
    return total;
  }
}
