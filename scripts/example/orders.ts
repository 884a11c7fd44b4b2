/** The orders of the example, drawn quarter by quarter until each person's revenue is reached. */
import { dayOf, weekdayOf } from '../../src/model/day.ts';
import type { Random } from '../../test/support/random.ts';
import { channels, customerNames, people, products, quarters, regions } from './company.ts';

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly rep: string;
  readonly region: string;
  readonly channel: string;
}

export interface OrderLine {
  readonly orderId: string;
  readonly day: number;
  readonly customer: Customer;
  readonly product: string;
  readonly category: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discount: number;
  /** In hundredths of a yuan, so that nothing is rounded on the way. */
  readonly amount: number;
  readonly cost: number;
  readonly status: string;
}

type Draft = Omit<OrderLine, 'orderId'> & { readonly order: number };

export interface Orders {
  readonly lines: readonly OrderLine[];
  readonly customers: readonly Customer[];
}

export function drawOrders(random: Random): Orders {
  const customers: Customer[] = [];
  const drafts: Draft[] = [];
  let active: readonly Customer[] = [];
  for (const [at, quarter] of quarters.entries()) {
    const kept = random.shuffled(active).slice(0, Math.round(active.length * quarter.retention));
    const won = winCustomers(random, customers.length, quarter.newCustomers);
    customers.push(...won);
    active = [...kept, ...won];
    for (const { rep, firstQuarter, lastQuarter } of people) {
      const straight = firstQuarter + ((lastQuarter - firstQuarter) * at) / (quarters.length - 1);
      const own = active.filter((customer) => customer.rep === rep);
      drafts.push(...drawQuarter(random, own, straight * quarter.season, quarter, drafts.length));
    }
  }
  return { customers, lines: numberOrders(drafts) };
}

function winCustomers(random: Random, known: number, count: number): Customer[] {
  const weights = people.map(({ rep, lastQuarter }) => ({ rep, weight: lastQuarter }));
  return customerNames.slice(known, known + count).map((name, at) => ({
    id: `C${String(known + at + 1).padStart(4, '0')}`,
    name,
    rep: random.weighted(weights).rep,
    region: random.pick(regions),
    channel: random.pick(channels),
  }));
}

const linesPerOrder = [
  { lines: 1, weight: 6 },
  { lines: 2, weight: 3 },
  { lines: 3, weight: 1 },
] as const;

/** Each customer orders once; then customers come back until `revenue` (CNY) is reached. */
function drawQuarter(
  random: Random,
  customers: readonly Customer[],
  revenue: number,
  quarter: (typeof quarters)[number],
  firstOrder: number,
): Draft[] {
  const waiting = random.shuffled(customers);
  const lines: Draft[] = [];
  let order = firstOrder;
  let left = revenue * 100;
  while (waiting.length > 0 || left > 400_000) {
    const customer = waiting.pop() ?? random.pick(customers);
    const isCancelled = waiting.length === 0 && random.next() < 0.02;
    const day = drawDay(random, quarter, customer.channel === 'Online');
    order += 1;
    const status = isCancelled ? 'Cancelled' : drawStatus(random, day);
    for (const goods of drawGoods(random)) {
      lines.push({ ...goods, order, day, customer, status });
      if (!isCancelled) left -= goods.amount;
    }
  }
  return lines;
}

type Goods = Pick<Draft, 'product' | 'category' | 'quantity' | 'unitPrice' | 'discount' | 'amount' | 'cost'>;

/** One to three lines, no product twice. */
function drawGoods(random: Random): readonly Goods[] {
  const { lines } = random.weighted(linesPerOrder);
  const goods = Array.from({ length: lines }, () => drawLine(random));
  return [...new Map(goods.map((line) => [line.product, line])).values()];
}

function drawLine(random: Random): Goods {
  const { product, category, price, cost, quantity: range } = random.weighted(products);
  const quantity = random.between(...range);
  const discount = random.weighted([
    { rate: 0, weight: 5 },
    { rate: 5, weight: 3 },
    { rate: 10, weight: 2 },
    { rate: 15, weight: 1 },
  ]).rate;
  // Prices end in tenths and discounts are whole percents, so hundredths of a yuan are rounded once, as an invoice is.
  const amount = Math.round((Math.round(price * 100) * quantity * (100 - discount)) / 100);
  return { product, category, quantity, unitPrice: price, discount, amount, cost: cost * quantity };
}

/** A weekday, or any day for who buys online. */
function drawDay(random: Random, quarter: (typeof quarters)[number], isOnline: boolean): number {
  const month = random.weighted(quarter.months.map((weight, at) => ({ weight, at }))).at + quarter.firstMonth;
  const first = dayOf(quarter.year, month, 1) ?? 0;
  const next = dayOf(month === 12 ? quarter.year + 1 : quarter.year, (month % 12) + 1, 1) ?? 0;
  for (;;) {
    const day = random.between(first, next - 1);
    if (isOnline || weekdayOf(day) < 5) return day;
  }
}

function drawStatus(random: Random, day: number): string {
  const isRecent = day >= (dayOf(2024, 3, 18) ?? 0);
  return isRecent && random.next() < 0.5 ? 'Shipped' : 'Delivered';
}

/** Order numbers as a shop gives them: by day, running. */
function numberOrders(drafts: readonly Draft[]): OrderLine[] {
  const sorted = drafts.toSorted((a, b) => a.day - b.day || a.order - b.order);
  const ids = new Map<string, string>();
  return sorted.map(({ order, ...line }) => {
    const key = `${line.customer.id} ${order}`;
    const orderId = ids.get(key) ?? `SO-${String(100_001 + ids.size)}`;
    ids.set(key, orderId);
    return { ...line, orderId };
  });
}
