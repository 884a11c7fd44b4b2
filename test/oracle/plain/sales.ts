/** Sales KPIs (contract §4) by plain loops. */
import { idsBetween } from './dates.ts';
import { type Exact, exact, none, type Plain, ratio, times, totalOf, value, whole } from './numbers.ts';
import {
  type Cut,
  hasColumn,
  isOf,
  knowsMember,
  type Sale,
  sales,
  salesInCut,
  salesTable,
  type World,
} from './world.ts';

/** Null: the data lacks what it takes. */
export type PlainKpi = (world: World, cut: Cut) => Plain | null;

/** A KPI of the sales; `missing-field` where nothing tells whose they are. */
export function ofSales(
  isThere: (world: World) => boolean,
  measure: (list: readonly Sale[], world: World, cut: Cut) => Plain,
): PlainKpi {
  return (world, cut) => {
    if (sales(world) === null || !isThere(world)) return null;
    const list = salesInCut(world, cut);
    return list === null ? none('missing-field') : measure(list, world, cut);
  };
}

const always = () => true;

export function column(name: string): (world: World) => boolean {
  return (world) => hasColumn(world.tables[salesTable(world)], name);
}

export function money(list: readonly Sale[]): Exact {
  return totalOf(list.map(({ amount }) => amount));
}

export function ordersIn(list: readonly Sale[]): number {
  return new Set(list.map(({ order }) => order)).size;
}

const cell = ({ row }: Sale, name: string): Exact => exact(row[name] || '0');

/** The list price of a line; null where nothing says it. */
function listPrice(sale: Sale): Exact | null {
  const { row } = sale;
  if (row['listAmount']) return cell(sale, 'listAmount');
  if (row['quantity'] && row['unitPrice']) return times(cell(sale, 'quantity'), cell(sale, 'unitPrice'));
  return row['amount'] && row['discountAmount'] ? sale.amount + cell(sale, 'discountAmount') : null;
}

const canDiscount = (world: World) =>
  column('listAmount')(world) ||
  (column('quantity')(world) && column('unitPrice')(world)) ||
  column('discountAmount')(world);

function grossMargin(list: readonly Sale[]): Plain {
  let [margin, base, bare] = [0n, 0n, 0];
  for (const sale of list) {
    if (sale.row['cost']) margin += sale.amount - cell(sale, 'cost');
    else if (sale.row['profit']) margin += cell(sale, 'profit');
    if (sale.row['cost'] || sale.row['profit']) base += sale.amount;
    else bare += 1;
  }
  return ratio(margin, base, { cautions: bare > 0 && base !== 0n ? ['partial-cost'] : [] });
}

const isRefundKnown = (world: World) =>
  world.returns !== null ||
  column('refundedAmount')(world) ||
  (world.tables[salesTable(world)] ?? []).some((row) => row.status === 'Refunded');

/** What a sale takes back of itself: its own refunded amount, else, where its status says refunded, all of it. */
function ownReturn(sale: Sale): Exact {
  if (sale.row['refundedAmount']) return size(cell(sale, 'refundedAmount'));
  return sale.row['status'] === 'Refunded' ? sale.amount : 0n;
}

const size = (amount: Exact): Exact => (amount < 0n ? -amount : amount);

function netRevenue(list: readonly Sale[], world: World, cut: Cut): Plain {
  const { returns } = world;
  const ids = new Set(returns?.map(({ orderId }) => orderId));
  const isBareList = returns?.every(({ amount }) => amount === null) === true;
  let net = money(list);
  for (const sale of list) {
    const isListed = Boolean(sale.row['orderId']) && ids.has(sale.row['orderId'] ?? '');
    if (!isListed) net -= ownReturn(sale);
    else if (isBareList) net -= sale.amount;
  }
  if (!isBareList) net -= totalOf((returns ?? []).map((listed) => returnedIn(listed, world, cut)));
  return value(net, { cautions: isBareList ? ['whole-order-returns'] : [] });
}

interface Listed {
  readonly orderId: string;
  readonly date: string;
  readonly amount: string | null;
}

/** What a listed return takes back in the cut, on its own day, else on the order's. */
function returnedIn({ orderId, date, amount }: Listed, world: World, cut: Cut): Exact {
  const lines = (sales(world) ?? []).filter(({ row }) => row['orderId'] === orderId);
  const [first] = lines.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const day = date || first?.date || '9999-99-99';
  const isInTime = day >= cut.span.from && day <= cut.span.to && (world.asOf === null || day <= world.asOf);
  // An order that is there but does not count has nothing to give back; whose an unknown one is nothing tells.
  const isUnknown = !world.tables.orders?.some((row) => row.orderId === orderId);
  if (!isInTime || (first === undefined && (!isUnknown || world.only !== null))) return 0n;
  return cut.member === null || isOf(first?.row ?? {}, cut.member) ? size(exact(amount ?? '0')) : 0n;
}

export const salesKpis: Readonly<Record<string, PlainKpi>> = {
  revenue: ofSales(always, (list) => value(money(list))),
  'net-revenue': ofSales(isRefundKnown, netRevenue),
  orders: ofSales(always, (list) => value(whole(ordersIn(list)))),
  units: ofSales(column('quantity'), (list) => value(totalOf(list.map((sale) => cell(sale, 'quantity'))))),
  'average-order-value': ofSales(always, (list) => ratio(money(list), whole(ordersIn(list)))),
  'discount-rate': ofSales(canDiscount, (list) => {
    const priced = list.flatMap((sale) => {
      const price = listPrice(sale);
      return price === null ? [] : [{ price, amount: sale.amount }];
    });
    const prices = totalOf(priced.map(({ price }) => price));
    return ratio(prices - totalOf(priced.map(({ amount }) => amount)), prices);
  }),
  'gross-margin': ofSales((world) => column('cost')(world) || column('profit')(world), grossMargin),
  'market-share': ofSales(
    ({ market }) => market.length > 0,
    (list, world, cut) => marketShare(list, world, cut),
  ),
};

function marketShare(list: readonly Sale[], { market }: World, { span, member }: Cut): Plain {
  if (member !== null && member.dimension !== 'region' && member.dimension !== 'segment') return none('no-data');
  const inside = market.filter((row) => isInside(row.period, span));
  const size = sizeOf(narrowedTo(narrowedTo(inside, 'region', member), 'segment', member), span);
  return size === null ? none('no-data') : ratio(money(list), size);
}

type Market = World['market'];

/** Of a total and its parts the total counts. */
function narrowedTo(rows: Market, dimension: 'region' | 'segment', member: Cut['member']): Market {
  if (member?.dimension === dimension) return rows.filter((row) => row[dimension] === member.value);
  const totals = rows.filter((row) => row[dimension] === null);
  return totals.length > 0 ? totals : rows;
}

const monthsOf = (id: string): string[] => {
  const year = id.slice(0, 4);
  if (/^\d{4}-\d\d$/.test(id)) return [id];
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  return id.length === 4 ? months : months.slice(Number(id.slice(6)) * 3 - 3, Number(id.slice(6)) * 3);
};

function isInside(id: string, { from, to }: Cut['span']): boolean {
  const months = monthsOf(id);
  const lastDay = to.slice(0, 7) === months.at(-1) ? to : `${months.at(-1)}-31`;
  return `${months[0]}-01` >= from && lastDay <= to && isWholeMonth(to, months.at(-1) ?? '');
}

function isWholeMonth(to: string, month: string): boolean {
  if (to.slice(0, 7) !== month) return true;
  return new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString().endsWith('-01T00:00:00.000Z');
}

/** Σ size over the span's months, each in one row of the longest kind; null where a month is in none. */
function sizeOf(rows: Market, { from, to }: Cut['span']): Exact | null {
  if (!from.endsWith('-01') || !isWholeMonth(to, to.slice(0, 7))) return null;
  const left = new Set(idsBetween(from, to, 'month'));
  const longestFirst = rows.toSorted((a, b) => monthsOf(b.period).length - monthsOf(a.period).length);
  let total = 0n;
  for (const period of new Set(longestFirst.map((row) => row.period))) {
    if (!monthsOf(period).every((month) => left.delete(month))) continue;
    total += totalOf(rows.filter((row) => row.period === period).map((row) => exact(row.size)));
  }
  return left.size === 0 ? total : null;
}

/** Whether the cut's member is known to the table behind the sales. */
export function knowsSales(world: World, cut: Cut): boolean {
  return knowsMember(world, salesTable(world), cut);
}
