/** Orders of a small company, a few each week: the inputs of several examples. */
import { dayOf, formatDay } from '../../src/model/day.ts';
import { seededRandom } from '../../test/support/random.ts';

interface Seller {
  readonly name: string;
  readonly region: string;
  /** How busy the person is against the others. */
  readonly weight: number;
}

export const sellers: readonly Seller[] = [
  { name: 'Anna Lindqvist', region: 'North', weight: 5 },
  { name: 'Tomas Berg', region: 'North', weight: 3 },
  { name: "Sean O'Malley", region: 'South', weight: 4 },
  { name: 'Maria Costa', region: 'South', weight: 2 },
];
const products = [
  { name: 'Microscope', category: 'Instruments', price: 1850 },
  { name: 'Centrifuge', category: 'Instruments', price: 1240 },
  { name: 'Gloves, carton', category: 'Consumables', price: 96 },
  { name: 'Service plan', category: 'Services', price: 480 },
] as const;

/** Orders of so many months from the month `first` (`2023-01`) on, as texts under `smallHeadings`. */
export function smallOrders(seed: number, first: string, months: number): string[][] {
  const random = seededRandom(seed);
  const [year = 0, month = 1] = first.split('-').map(Number);
  const start = dayOf(year, month, 1) ?? 0;
  const end = dayOf(year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1, 1) ?? 0;
  const busy = sellers.flatMap((seller) => Array.from({ length: seller.weight }, () => seller));
  const rows: string[][] = [];
  for (let day = start + random.between(0, 2); day < end; day += random.between(1, 4)) {
    const seller = random.pick(busy);
    const product = random.pick(products);
    const quantity = random.between(1, product.price < 500 ? 20 : 4);
    rows.push([
      `N-${1001 + rows.length}`,
      formatDay(day),
      `C${String(random.between(1, 24)).padStart(2, '0')}`,
      seller.name,
      seller.region,
      product.name,
      product.category,
      String(quantity),
      `${quantity * product.price}.00`,
    ]);
  }
  return rows;
}

export const smallHeadings = [
  'Order no.',
  'Order date',
  'Customer ID',
  'Rep',
  'Region',
  'Product',
  'Category',
  'Quantity',
  'Amount',
];

export function csvBytes(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return Buffer.from(rows.map((row) => `${row.map(cell).join(',')}\n`).join(''));
}
