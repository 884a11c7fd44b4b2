/** Orders that no company ever had, the same on every machine: for the oracle and the bench. */
import { type Random, seededRandom } from './random.ts';

export const orderHeadings = [
  'Order ID',
  'Order Date',
  'Customer ID',
  'Sales Rep',
  'Region',
  'Product',
  'Category',
  'Quantity',
  'Unit Price',
  'Discount Amount',
  'Amount',
  'Cost',
  'Status',
] as const;

/** Whether rows are as awkward as real ones (refunds, blanks, statuses, many decimals) or plain, as a bench wants them. */
export type Manner = 'odd' | 'plain';

const reps = ['王芳', 'Li Qiang', "O'Neil, Pat", 'Zoë "Z" Mbeki', 'Kerala ', '陈静', 'Anna', 'Boris', 'Chen', 'Dora'];
const regions = ['North', 'South', 'East', 'West', '华东'];
const categories = ['Furniture', 'Office Supplies', 'Technology', '耗材'];
const statuses = [
  { status: 'Shipped', weight: 60 },
  { status: 'Delivered', weight: 30 },
  { status: 'Cancelled', weight: 5 },
  { status: 'Refunded', weight: 3 },
  { status: 'Draft', weight: 2 },
];

/** Days from 2022-01-01 to 2024-12-31. */
const days: readonly string[] = Array.from({ length: 1096 }, (_, at) =>
  new Date(Date.UTC(2022, 0, 1 + at)).toISOString().slice(0, 10),
);

/** `count` rows of texts in the order of `orderHeadings`. */
export function* generateOrders(count: number, seed: number, manner: Manner): Generator<readonly string[]> {
  const random = seededRandom(seed);
  const customers = Math.max(20, Math.round(count / 12));
  let order = { id: 'S0', day: '', customer: '', rep: '', region: '' };
  for (let row = 0; row < count; row += 1) {
    if (row === 0 || random.next() < 0.6) {
      order = {
        id: maybeBlank(random, manner, 0.01, `S${100000 + row}`),
        day: random.pick(days),
        customer: maybeBlank(random, manner, 0.04, `C${String(random.between(1, customers)).padStart(7, '0')}`),
        rep: maybeBlank(random, manner, 0.02, random.pick(reps)),
        region: random.pick(regions),
      };
    }
    yield [order.id, order.day, order.customer, order.rep, order.region, ...drawGoods(random, manner)];
  }
}

function maybeBlank(random: Random, manner: Manner, share: number, text: string): string {
  return manner === 'odd' && random.next() < share ? '' : text;
}

/** Product, category, quantity, unit price, discount, amount, cost, status. */
function drawGoods(random: Random, manner: Manner): string[] {
  const quantity = random.between(1, 40);
  const cents = random.between(99, 250_000);
  const off = random.between(0, Math.floor((quantity * cents) / 5));
  const status = random.weighted(statuses).status;
  const isOdd = manner === 'odd';
  const isRefund = isOdd && status === 'Shipped' && random.next() < 0.04;
  const amount = spell((quantity * cents - off) * (isRefund ? -1 : 1));
  // What a formula such as =C2/1.13 leaves in a cell.
  const tail = isOdd && random.next() < 0.01 ? String(random.between(1, 99_999_999_999)).padStart(11, '0') : '';
  return [
    `Product ${random.between(1, 200)}`,
    random.pick(categories),
    maybeBlank(random, manner, 0.02, String(quantity)),
    maybeBlank(random, manner, 0.02, spell(cents)),
    maybeBlank(random, manner, 0.3, spell(off)),
    amount + tail,
    maybeBlank(random, manner, 0.05, spell(Math.floor(quantity * cents * 0.6))),
    isOdd ? status : 'Shipped',
  ];
}

function spell(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** One CSV record, quoted where it must be. */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
