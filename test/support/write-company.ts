/** Deals, orders, payments, tickets, surveys, market and targets of a company that never was: for the oracle. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDay, parseIsoDay } from '../../src/model/day.ts';
import { csvRecord } from './generated-orders.ts';
import { type Random, seededRandom } from './random.ts';

const firstDay = parseIsoDay('2023-01-01') ?? 0;
const lastDay = parseIsoDay('2024-06-30') ?? 0;
const regions = ['East', 'West', 'North'];
const months = Array.from(
  { length: 18 },
  (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
);

/** One CSV file a table, `rows` of each; the same bytes on every machine. Gives the paths by table. */
export function writeCompany(folder: string, { rows, seed }: { readonly rows: number; readonly seed: number }) {
  mkdirSync(folder, { recursive: true });
  const random = seededRandom(seed);
  const write = (name: string, headings: readonly string[], make: (at: number) => readonly (readonly string[])[]) => {
    const path = join(folder, `${name}.csv`);
    const records = Array.from({ length: rows }, (_, at) => make(at)).flat();
    writeFileSync(path, [headings, ...records].map(csvRecord).join(''));
    return path;
  };
  const orders = orderIds(rows);
  return {
    deals: write('deals', dealHeadings, (at) => [deal(random, at)]),
    orders: write('orders', orderHeadings, (at) => order(random, orders[at] ?? '')),
    payments: write('payments', paymentHeadings, () => [payment(random, random.pick(orders))]),
    tickets: write('tickets', ticketHeadings, (at) => [ticket(random, at)]),
    surveys: write('surveys', surveyHeadings, () => [survey(random)]),
    market: writeMarket(folder, random, rows),
    targets: writeTargets(folder, random, rows),
  };
}

export type CompanyFiles = ReturnType<typeof writeCompany>;

const orderIds = (count: number) => Array.from({ length: count }, (_, at) => `SO-${at + 1}`);
const dealHeadings = [
  'Deal ID',
  'Owner',
  'Region',
  'Stage',
  'Amount',
  'Probability',
  'Created Date',
  'Close Date',
  'Expected Close Date',
];
const orderHeadings = [
  'Order ID',
  'Order Date',
  'Invoice Date',
  'Due Date',
  'Customer ID',
  'Sales Rep',
  'Region',
  'Amount',
];
const paymentHeadings = ['Order ID', 'Payment Date', 'Payment Amount', 'Sales Rep'];
const ticketHeadings = ['Ticket ID', 'Created At', 'First Response At', 'Resolved At', 'Agent'];
const surveyHeadings = ['Survey Date', 'Kind', 'Score'];

function deal(random: Random, at: number): readonly string[] {
  const stage = random.pick(['Closed Won', 'Closed Won', 'Closed Lost', 'Negotiation', 'Proposal']);
  const created = random.between(firstDay, lastDay);
  const isClosed = stage.startsWith('Closed');
  const closed = isClosed ? formatDay(Math.min(lastDay, created + random.between(0, 120))) : '';
  return [
    `D-${at + 1}`,
    `Rep ${random.between(1, 9)}`,
    random.pick(regions),
    stage,
    blankAtTimes(random, money(random, 5_000_000)),
    blankAtTimes(random, `${random.between(0, 100) / 100}`),
    formatDay(created),
    closed,
    blankAtTimes(random, formatDay(created + random.between(10, 90))),
  ];
}

/** One to three lines of an order, each with a due date of its own: the oldest is paid first. */
function order(random: Random, id: string): readonly (readonly string[])[] {
  const day = random.between(firstDay, lastDay);
  const head = [`C-${random.between(1, 400)}`, `Rep ${random.between(1, 9)}`, random.pick(regions)];
  return Array.from({ length: random.between(1, 3) }, () => [
    id,
    formatDay(day),
    blankAtTimes(random, formatDay(Math.min(lastDay, day + random.between(0, 20)))),
    blankAtTimes(random, formatDay(day + random.between(0, 90))),
    ...head,
    money(random, 900_000),
  ]);
}

function payment(random: Random, orderId: string): readonly string[] {
  const amount = random.next() < 0.04 ? `-${money(random, 20_000)}` : money(random, 1_200_000);
  return [orderId, formatDay(random.between(firstDay, lastDay)), amount, `Rep ${random.between(1, 9)}`];
}

function ticket(random: Random, at: number): readonly string[] {
  const created = random.between(firstDay, lastDay - 20) * 86_400 + random.between(0, 86_399);
  return [
    `T-${at + 1}`,
    moment(created),
    blankAtTimes(random, moment(created + random.between(0, 100_000))),
    blankAtTimes(random, moment(created + random.between(100_000, 1_700_000))),
    `Agent ${random.between(1, 5)}`,
  ];
}

function survey(random: Random): readonly string[] {
  const kind = random.pick(['csat', 'nps']);
  const score = kind === 'csat' ? random.between(1, 5) : random.between(0, 10);
  return [formatDay(random.between(firstDay, lastDay)), kind, blankAtTimes(random, String(score))];
}

function writeMarket(folder: string, random: Random, rows: number): string {
  const records = months.flatMap((month) => regions.map((region) => [month, region, money(random, rows * 90_000)]));
  return writeRecords(join(folder, 'market.csv'), ['Period', 'Region', 'Market Size'], records);
}

/** Some months ask for less than is won in them: nothing is left to cover. */
function writeTargets(folder: string, random: Random, rows: number): string {
  const records = months.map((month) => [month, money(random, rows * 90_000)]);
  return writeRecords(join(folder, 'targets.csv'), ['Month', 'Target'], records);
}

function writeRecords(path: string, headings: readonly string[], records: readonly (readonly string[])[]): string {
  writeFileSync(path, [headings, ...records].map(csvRecord).join(''));
  return path;
}

function money(random: Random, mostCents: number): string {
  const digits = String(random.between(1, mostCents)).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function moment(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const rest = seconds % 86_400;
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(two).join(':');
  return `${formatDay(Math.floor(seconds / 86_400))} ${clock}`;
}

function blankAtTimes(random: Random, text: string): string {
  return random.next() < 0.06 ? '' : text;
}
