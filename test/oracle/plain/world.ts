/**
 * The data of the plain oracle: rows as objects, dates as text, and the lists of rows that count for a KPI. Written from
 * contract.md and kpis.md; nothing of `src/compute` is used.
 */
import type { datasets } from '../../../src/model/fields.ts';
import { type Exact, exact } from './numbers.ts';

type Row<Field extends string> = { readonly [Name in Field]?: string };

export type OrderRow = Row<keyof (typeof datasets)['orders']>;
export type DealRow = Row<keyof (typeof datasets)['deals'] | 'outcome'>;
export type PaymentRow = Row<keyof (typeof datasets)['payments'] | 'status'>;
export type TicketRow = Row<
  keyof (typeof datasets)['tickets'] | 'satisfied' | 'firstResponseSeconds' | 'resolutionSeconds'
>;
export type SurveyRow = Row<keyof (typeof datasets)['surveys'] | 'status'>;
export interface MarketRow {
  /** `2024-02`, `2024-Q1` or `2024`. */
  readonly period: string;
  readonly region: string | null;
  readonly segment: string | null;
  readonly size: string;
}

export interface Tables {
  readonly orders?: readonly OrderRow[];
  readonly deals?: readonly DealRow[];
  readonly payments?: readonly PaymentRow[];
  readonly tickets?: readonly TicketRow[];
  readonly surveys?: readonly SurveyRow[];
}

export interface World {
  readonly tables: Tables;
  readonly market: readonly MarketRow[];
  /** A list of order ids, or amounts given back. */
  readonly returns:
    | readonly { readonly orderId: string; readonly date: string; readonly amount: string | null }[]
    | null;
  readonly firstOrderDays: Readonly<Record<string, string>> | null;
  readonly asOf: string | null;
  readonly only: Member | null;
  readonly lookback: number;
}

export interface Member {
  readonly dimension: string;
  readonly value: string;
}

export interface Span {
  readonly kind: 'month' | 'quarter' | 'year' | 'range' | 'all';
  readonly from: string;
  readonly to: string;
}

/** Of which rows a KPI is asked. */
export interface Cut {
  readonly span: Span;
  /** Null: all of them. */
  readonly member: Member | null;
  /** In a trend what stands open is known of one entry only. */
  readonly isTrend: boolean;
}

/** A row with the day that counts. */
export interface Dated {
  readonly row: Readonly<Record<string, string | undefined>>;
  readonly date: string;
}

type AnyRow = Dated['row'];

export function hasColumn(rows: readonly object[] | undefined, name: string): boolean {
  return rows?.some((row) => Object.hasOwn(row, name)) === true;
}

export interface Choice {
  readonly where?: (row: AnyRow) => boolean;
  /** Rows of the future count too, as long as they were there by this date. */
  readonly knownBy?: string;
}

/** Rows of a table that are data, by the day that counts; null where it has no such day. */
export function data(
  world: World,
  table: keyof Tables,
  date: string,
  { where = () => true, knownBy }: Choice = {},
): Dated[] | null {
  const rows: readonly AnyRow[] | undefined = world.tables[table];
  if (rows === undefined || !hasColumn(rows, date)) return null;
  const { asOf } = world;
  return rows
    .filter((row) => row['status'] !== 'Left out' && row[date] && where(row))
    .map((row) => ({ row, date: row[date] ?? '' }))
    .filter((dated) => asOf === null || (knownBy === undefined ? dated.date : (dated.row[knownBy] ?? '')) <= asOf);
}

/** Of these, those that count and are wanted. */
export function counted(world: World, rows: readonly Dated[] | null): Dated[] | null {
  if (rows === null) return null;
  return rows.filter(({ row }) => row['status'] !== 'Cancelled' && (world.only === null || isOf(row, world.only)));
}

export function isOf(row: AnyRow, { dimension, value }: Member): boolean {
  return (row[dimension] || '(unassigned)') === value;
}

const streams = {
  orders: (world: World) => data(world, 'orders', 'orderDate'),
  closed: (world: World) =>
    hasColumn(world.tables.deals, 'outcome')
      ? data(world, 'deals', 'closeDate', { where: ({ outcome }) => outcome === 'won' || outcome === 'lost' })
      : null,
  created: (world: World) => data(world, 'deals', 'createdDate'),
  expected: (world: World) =>
    hasColumn(world.tables.deals, 'outcome')
      ? data(world, 'deals', 'expectedCloseDate', {
          where: ({ outcome }) => outcome === 'open',
          knownBy: 'createdDate',
        })
      : null,
  payments: (world: World) =>
    data(world, 'payments', 'date') ??
    (hasColumn(world.tables.orders, 'receivedAmount')
      ? (data(world, 'orders', 'paymentDate') ?? data(world, 'orders', 'orderDate'))
      : null),
  invoiced: (world: World) => data(world, 'orders', 'invoiceDate') ?? data(world, 'orders', 'orderDate'),
  due: (world: World) => data(world, 'orders', 'dueDate', { knownBy: 'orderDate' }),
  tickets: (world: World) => data(world, 'tickets', 'createdAt'),
  resolved: (world: World) => data(world, 'tickets', 'resolvedAt'),
  csat: (world: World) => surveysOf(world, 'csat'),
  ratedTickets: (world: World) =>
    hasColumn(world.tables.tickets, 'satisfied')
      ? data(world, 'tickets', 'createdAt', { where: ({ satisfied }) => Boolean(satisfied) })
      : null,
  nps: (world: World) => surveysOf(world, 'nps'),
};
export type StreamName = keyof typeof streams;

function surveysOf(world: World, kind: string): Dated[] | null {
  return hasSurveys(world, kind)
    ? data(world, 'surveys', 'date', { where: (row) => row['kind'] === kind && Boolean(row['score']) })
    : null;
}

export function hasSurveys({ tables }: World, kind: string): boolean {
  return tables.surveys?.some((row) => row.kind === kind && row.score && row.status !== 'Left out') === true;
}

const tableOf: Readonly<Record<StreamName, keyof Tables>> = {
  orders: 'orders',
  closed: 'deals',
  created: 'deals',
  expected: 'deals',
  payments: 'payments',
  invoiced: 'orders',
  due: 'orders',
  tickets: 'tickets',
  resolved: 'tickets',
  csat: 'surveys',
  ratedTickets: 'tickets',
  nps: 'surveys',
};

/** Rows of a stream that count, whatever period and member; null where there is no such stream. */
export function stream(world: World, name: StreamName): Dated[] | null {
  return isTold(world, name) ? counted(world, streams[name](world)) : null;
}

/** Of rows that do not know the dimension of `--only` nothing tells which are wanted. */
function isTold({ only, tables, ...world }: World, name: StreamName): boolean {
  return only === null || hasColumn(tables[tableBehind({ ...world, only, tables }, name)], only.dimension);
}

export function tableBehind(world: World, name: StreamName): keyof Tables {
  return name === 'payments' && world.tables.payments === undefined ? 'orders' : tableOf[name];
}

/** Whether the rows of a table can be told to be of the cut's member. */
export function knowsMember({ tables }: World, table: keyof Tables, { member }: Cut): boolean {
  return member === null || hasColumn(tables[table], member.dimension);
}

export function within({ from, to }: Pick<Span, 'from' | 'to'>, rows: readonly Dated[]): Dated[] {
  return rows.filter(({ date }) => date >= from && date <= to);
}

export function ofMember<Some extends Dated>({ member }: Cut, rows: readonly Some[]): Some[] {
  return rows.filter(({ row }) => member === null || isOf(row, member));
}

/** The stream's rows in the cut. */
export function inCut(world: World, name: StreamName, cut: Cut): Dated[] | null {
  const rows = stream(world, name);
  if (rows === null || !knowsMember(world, tableBehind(world, name), cut)) return null;
  return ofMember(cut, within(cut.span, rows));
}

/** First and last day of any dated row; rows ahead of the data (due, expected) are no days of the data. */
export function spanOfData(world: World): { readonly from: string; readonly to: string } | null {
  const names: readonly StreamName[] = [
    'orders',
    'closed',
    'created',
    'payments',
    'tickets',
    'resolved',
    ...(streams.csat(world) ? (['csat'] as const) : (['ratedTickets'] as const)),
    'nps',
  ];
  const told = names.filter((name) => isTold(world, name));
  const dates = told.flatMap((name) => (streams[name](world) ?? []).map(({ date }) => date)).sort();
  const [from, to] = [dates[0], dates.at(-1)];
  return from !== undefined && to !== undefined ? { from, to } : null;
}

/** The day of which the data shows what stands open. */
export function snapshot(world: World): string {
  return world.asOf ?? spanOfData(world)?.to ?? '';
}

export interface Sale extends Dated {
  readonly amount: Exact;
  readonly isNegative: boolean;
  readonly customer: string;
  /** Its order; a row without an id is an order of its own. */
  readonly order: string;
}

/** Orders, else won deals by close date; null where neither is there. */
export function sales(world: World): Sale[] | null {
  const table = salesTable(world);
  const key = customerKey(world);
  const rows = table === 'orders' ? stream(world, 'orders') : stream(world, 'closed');
  if (rows === null || (table === 'deals' && !hasColumn(world.tables.deals, 'amount'))) return null;
  return rows
    .filter(({ row }) => table === 'orders' || row['outcome'] === 'won')
    .map(({ row, date }, at) => {
      const amount = exact(row['amount'] || '0');
      const customer = (key && row[key]) || '';
      return { row, date, amount, isNegative: amount < 0n, customer, order: row['orderId'] || `row ${at}` };
    });
}

export function salesTable({ tables }: World): 'orders' | 'deals' {
  return tables.orders ? 'orders' : 'deals';
}

/** The key is chosen per table, not per row. */
export function customerKey(world: World): 'customerId' | 'customerName' | null {
  const rows: readonly AnyRow[] = world.tables[salesTable(world)] ?? [];
  return (['customerId', 'customerName'] as const).find((name) => rows.some((row) => row[name])) ?? null;
}

/** The first and the last day with a row of the sales, whatever its status. */
export function firstDayOfSales(world: World): string | null {
  return daysOfSales(world)[0] ?? null;
}

export function lastDayOfSales(world: World): string | null {
  return daysOfSales(world).at(-1) ?? null;
}

function daysOfSales(world: World): string[] {
  const rows = streams[salesTable(world) === 'orders' ? 'orders' : 'closed'](world) ?? [];
  return rows.map(({ date }) => date).sort();
}

export function salesInCut(world: World, cut: Cut, span: Pick<Span, 'from' | 'to'> = cut.span): Sale[] | null {
  const all = sales(world);
  if (all === null || !knowsMember(world, salesTable(world), cut)) return null;
  return ofMember(
    cut,
    all.filter(({ date }) => date >= span.from && date <= span.to),
  );
}

/** The rows of all tables. */
export function factTables({ tables }: Pick<World, 'tables'>): readonly AnyRow[] {
  return Object.values(tables).flatMap((rows: readonly AnyRow[] | undefined) => rows ?? []);
}
