/** Collected, receivable and overdue (contract §4) by plain loops. */
import { type Exact, exact, none, type Plain, ratio, smaller, textOf, totalOf, value } from './numbers.ts';
import { knowsSales, money, type PlainKpi } from './sales.ts';
import {
  type Cut,
  type Dated,
  hasColumn,
  inCut,
  isOf,
  type Sale,
  type StreamName,
  sales,
  salesInCut,
  spanOfData,
  stream,
  tableBehind,
  type World,
} from './world.ts';

/** What a payment pays: without payments, what the order itself says was received. */
function paidBy(world: World, { row }: Dated): Exact {
  const isOwn = tableBehind(world, 'payments') === 'orders';
  return exact((isOwn ? row['receivedAmount'] : row['amount']) || '0');
}

function paid(world: World, rows: readonly Dated[]): Exact {
  return totalOf(rows.map((row) => paidBy(world, row)));
}

function amounts(world: World, name: StreamName, cut: Cut): Exact | null {
  const rows = inCut(world, name, cut);
  return rows && totalOf(rows.map(({ row }) => exact(row['amount'] || '0')));
}

function collectionRate(world: World, cut: Cut): Plain | null {
  if (stream(world, 'payments') === null || stream(world, 'invoiced') === null) return null;
  const payments = inCut(world, 'payments', cut);
  const invoiced = amounts(world, 'invoiced', cut);
  if (payments === null || invoiced === null) return none('missing-field');
  const due = amounts(world, 'due', cut);
  const details = { denominators: { invoiced: textOf(invoiced), due: due === null ? null : textOf(due) } };
  return ratio(paid(world, payments), invoiced, { details });
}

const toDate = (cut: Cut): Cut => ({ ...cut, span: { ...cut.span, from: '0000-00-00' } });

function receivable(world: World, cut: Cut): Plain | null {
  if (sales(world) === null || stream(world, 'payments') === null) return null;
  const [sold, payments] = [salesInCut(world, toDate(cut)), inCut(world, 'payments', toDate(cut))];
  if (sold === null || payments === null) return none('missing-field');
  return value(money(sold) - paid(world, payments));
}

const keys = ['orderId', 'customerId', 'customerName'] as const;

function overdue(world: World, cut: Cut): Plain | null {
  const payments = stream(world, 'payments');
  const isOwn = tableBehind(world, 'payments') === 'orders';
  const shared = keys.filter(
    (key) => hasColumn(world.tables.orders, key) && world.tables.payments?.some((row) => row[key]),
  );
  if (!world.tables.orders || sales(world) === null || payments === null) return null;
  if (!hasColumn(world.tables.orders, 'dueDate') || (!isOwn && shared.length === 0)) return null;
  if (!knowsSales(world, cut)) return none('missing-field');
  const last = world.asOf ?? spanOfData(world)?.to ?? '';
  const [day = last] = [cut.span.to, last].sort();
  const owed = owedOn(world, day, isOwn ? [] : shared);
  const late = owed.filter(({ sale }) => sale.row['dueDate'] && (sale.row['dueDate'] ?? '') < day);
  const mine = late.filter(({ sale }) => cut.member === null || isOf(sale.row, cut.member));
  return value(totalOf(mine.map(({ open }) => open)));
}

interface Owed {
  readonly sale: Sale;
  open: Exact;
}

/** What is still open of each sale by the end of a day: payments and credits pay the oldest due first. */
function owedOn(world: World, day: string, shared: readonly (typeof keys)[number][]): readonly Owed[] {
  const rows: Owed[] = (sales(world) ?? [])
    .filter(({ date }) => date <= day)
    .toSorted(by(({ date }) => date))
    .map((sale) => ({ sale, open: sale.amount }))
    .sort(by(({ sale }) => sale.row['dueDate'] || '9999-99-99'));
  let payments = (stream(world, 'payments') ?? []).filter(({ date }) => date <= day);
  const paidOn = (isIt: (row: Dated['row']) => boolean) =>
    paid(
      world,
      payments.filter(({ row }) => isIt(row)),
    );
  if (tableBehind(world, 'payments') === 'orders') {
    for (const owed of rows)
      payOff(
        [owed],
        paidOn((row) => row === owed.sale.row),
      );
  }
  for (const key of shared) {
    for (const name of new Set((sales(world) ?? []).flatMap(({ row }) => row[key] || []))) {
      const own = rows.filter(({ sale }) => sale.row[key] === name);
      const credits = own.filter(({ open }) => open < 0n);
      const given = totalOf(credits.map(({ open }) => -open));
      for (const credit of credits) credit.open = 0n;
      payOff(own, given + paidOn((row) => row[key] === name));
      payments = payments.filter(({ row }) => row[key] !== name);
    }
  }
  return rows.filter(({ open }) => open > 0n);
}

function payOff(rows: readonly Owed[], money: Exact): void {
  let left = money;
  for (const owed of rows) {
    if (left <= 0n || owed.open <= 0n) continue;
    const part = smaller(left, owed.open);
    owed.open -= part;
    left -= part;
  }
}

function by<Item>(key: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

export const moneyInKpis: Readonly<Record<string, PlainKpi>> = {
  collected(world, cut) {
    if (stream(world, 'payments') === null) return null;
    const rows = inCut(world, 'payments', cut);
    return rows === null ? none('missing-field') : value(paid(world, rows));
  },
  'collection-rate': collectionRate,
  receivable,
  overdue,
};
