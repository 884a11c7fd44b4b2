/** What the exports of all systems are made of: the same deals and orders, with what an analyst would say of them. */
import { formatDay, parseIsoDay } from '../../../src/model/day.ts';
import { seededRandom } from '../random.ts';

/** How a deal ended; `dead` is neither won nor lost nor open. */
export type Ended = 'won' | 'lost' | 'open' | 'dead';

export interface Deal {
  readonly number: number;
  readonly name: string;
  readonly customer: string;
  readonly rep: string;
  /** ISO days. */
  readonly created: string;
  readonly close: string;
  /** Whole units of money. */
  readonly amount: number;
  readonly probability: number;
  readonly ended: Ended;
}

/** `unpaid` and `cancelled` do not count; `refunded` counts in revenue (contract, "Status."). */
export type OrderState = 'done' | 'sent' | 'unpaid' | 'cancelled' | 'refunded';

export interface Line {
  readonly product: string;
  readonly quantity: number;
  /** Whole units of money. */
  readonly price: number;
}

export interface Order {
  readonly number: number;
  readonly customer: string;
  readonly rep: string;
  readonly day: string;
  readonly state: OrderState;
  readonly lines: readonly Line[];
}

export const lineTotal = ({ quantity, price }: Line): number => quantity * price;
export const orderTotal = ({ lines }: Order): number => lines.reduce((sum, line) => sum + lineTotal(line), 0);

interface Names {
  readonly reps: readonly string[];
  readonly customers: readonly string[];
  readonly products: readonly string[];
  readonly deal: string;
}

export const english: Names = {
  reps: ['Ann Lee', 'Bob Ray', 'Cleo Park'],
  customers: ['Acme', 'Birch & Co', 'Cobalt', 'Delta Works', 'Elm Street', 'Fjord'],
  products: ['Pen', 'Paper', 'Desk', 'Lamp'],
  deal: 'Deal',
};

export const chinese: Names = {
  reps: ['王芳', '李强', '陈静'],
  customers: ['华东机械', '北方食品', '西南医药', '大川贸易', '东海电子', '中原建材'],
  products: ['签字笔', '复印纸', '办公桌', '台灯'],
  deal: '项目',
};

const dayAfter = (iso: string, days: number) => formatDay((parseIsoDay(iso) ?? 0) + days);

/** Deals that were created from November 2023 on and ended in the first quarter of 2024, or are open after it. */
export function someDeals({ reps, customers, deal }: Names): Deal[] {
  const random = seededRandom(20240331);
  const ends: readonly Ended[] = ['won', 'lost', 'won', 'open', 'won', 'lost', 'dead', 'open'];
  return Array.from({ length: 48 }, (_, index) => {
    const ended = ends[index % ends.length] ?? 'open';
    const close = dayAfter('2024-01-02', ended === 'open' ? 95 + (index % 40) : Math.min(89, index * 2));
    return {
      number: 1001 + index,
      name: `${deal} ${index + 1}`,
      customer: random.pick(customers),
      rep: random.pick(reps),
      created: dayAfter('2023-11-06', random.between(0, 50)),
      close,
      amount: random.between(10, 900) * 100 + 50,
      probability: { won: 100, lost: 0, dead: 0, open: 40 }[ended],
      ended,
    };
  });
}

/** Orders of the first quarter of 2024, on each working day at most one. */
export function someOrders({ reps, customers, products }: Names): Order[] {
  const random = seededRandom(20240101);
  const states: readonly OrderState[] = ['done', 'sent', 'done', 'unpaid', 'done', 'cancelled', 'done', 'refunded'];
  return Array.from({ length: 45 }, (_, index) => ({
    number: 5001 + index,
    customer: random.pick(customers),
    rep: random.pick(reps),
    day: dayAfter('2024-01-02', index * 2),
    state: states[index % states.length] ?? 'done',
    lines: random
      .shuffled(products)
      .slice(0, random.between(1, 3))
      .map((product) => ({ product, quantity: random.between(1, 9), price: random.between(3, 400) })),
  }));
}

export interface DealFigures {
  readonly won: number;
  readonly lost: number;
  /** Money of won deals. */
  readonly revenue: number;
}

export function figuresOfDeals(deals: readonly Deal[]): DealFigures {
  const won = deals.filter(({ ended }) => ended === 'won');
  const revenue = won.reduce((sum, { amount }) => sum + amount, 0);
  return { won: won.length, lost: deals.filter(({ ended }) => ended === 'lost').length, revenue };
}

export interface OrderFigures {
  readonly orders: number;
  readonly revenue: number;
}

/** `counting`: the states whose orders are sales. */
export function figuresOfOrders(
  orders: readonly Order[],
  counting: readonly OrderState[] = ['done', 'sent', 'refunded'],
): OrderFigures {
  const counted = orders.filter(({ state }) => counting.includes(state));
  return { orders: counted.length, revenue: counted.reduce((sum, order) => sum + orderTotal(order), 0) };
}
