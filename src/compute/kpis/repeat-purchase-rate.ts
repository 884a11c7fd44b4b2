import type { Column, TextColumn } from '../../model/table.ts';
import { isNegativeAt } from '../aggregate/sum.ts';
import { count, declared, type Kpi, quotient } from '../kpi.ts';
import { mapGroups, type Slice } from '../slice.ts';

/** Of the customers active in the period, the share with two orders or more in it. */
export const repeatPurchaseRate: Kpi = {
  ...declared('repeat-purchase-rate'),
  stream: 'sales',
  rollUp: 'recounted',
  missing: ({ population }) => (population.customer ? [] : ['orders.customerId']),
  measure(slice) {
    const { customer, facts } = slice.population;
    const ids = facts.columns.get('orderId');
    if (customer === null) return [];
    return repeats(slice, customer, ids?.kind === 'text' ? ids : null).map(({ repeated, active }) =>
      quotient(count(repeated), count(active)),
    );
  },
};

/** Customers of a group with a second order; who of them is active is not asked here. */
export function repeatedBuyers({ rows, starts, population }: Slice, group: number): ReadonlySet<number> {
  const codes = population.customer?.codes;
  const ids = population.facts.columns.get('orderId');
  const [first, repeated] = [new Map<number, number>(), new Set<number>()];
  for (const row of rows.subarray(starts[group] ?? 0, starts[group + 1] ?? 0)) {
    const code = codes?.[row] ?? 0;
    const order = orderAt(ids, row);
    const known = first.get(code);
    if (known === undefined) first.set(code, order);
    else if (known !== order) repeated.add(code);
  }
  return repeated;
}

/** The order's code, or of a row without one a number of its own. */
function orderAt(ids: Column | undefined, row: number): number {
  const id = ids?.kind === 'text' ? (ids.codes[row] ?? 0) : 0;
  return id === 0 ? -1 - row : id;
}

/** An order is an order id, or a row without one. A customer needs only a second one to be a repeated buyer. */
function repeats(slice: Slice, customer: TextColumn, orderIds: TextColumn | null) {
  const { amount } = slice.population;
  const buyers = new Buyers(customer.size);
  return mapGroups(slice, (from, to) => {
    buyers.clear();
    for (const row of slice.rows.subarray(from, to)) {
      const code = customer.codes[row] ?? 0;
      const order = orderIds?.codes[row] ?? 0;
      if (code !== 0) buyers.see(code, order === 0 ? -1 - row : order, !isNegativeAt(amount, row));
    }
    return { repeated: buyers.repeated, active: buyers.active };
  });
}

const isActive = 1;
const hasTwoOrders = 2;

/** The customers of one group: who is active, and who of them has a second order. */
class Buyers {
  active = 0;
  repeated = 0;
  readonly #states: Uint8Array;
  readonly #groups: Uint32Array;
  readonly #orders: Float64Array;
  #group = 0;

  constructor(size: number) {
    this.#states = new Uint8Array(size);
    this.#groups = new Uint32Array(size);
    this.#orders = new Float64Array(size);
  }

  clear(): void {
    this.#group += 1;
    this.active = 0;
    this.repeated = 0;
  }

  see(code: number, order: number, isPurchase: boolean): void {
    if (this.#groups[code] !== this.#group) {
      this.#groups[code] = this.#group;
      this.#states[code] = 0;
      this.#orders[code] = order;
    }
    const before = this.#states[code] ?? 0;
    const second = this.#orders[code] === order ? 0 : hasTwoOrders;
    const state = before | second | (isPurchase ? isActive : 0);
    if (state === before) return;
    this.#states[code] = state;
    if ((before & isActive) === 0 && isPurchase) this.active += 1;
    if (state === (isActive | hasTwoOrders)) this.repeated += 1;
  }
}
