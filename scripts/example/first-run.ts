/** examples/first-run/q1.xlsx: the same bytes on every machine, at any hour, in any zone. */
import ExcelJS from 'exceljs';
import { seededRandom } from '../../test/support/random.ts';
import { people } from './company.ts';
import { drawDeals } from './deals.ts';
import { drawOrders, type OrderLine } from './orders.ts';
import { repack } from './repack.ts';

const money = '[$CNY] #,##0.00';
const date = 'yyyy-mm-dd';

interface Heading {
  readonly heading: string;
  readonly width: number;
  readonly format?: string;
}

type Value = string | number | Date | null;

export async function makeFirstRun(): Promise<Uint8Array> {
  const random = seededRandom(20240331);
  const orders = drawOrders(random);
  const deals = drawDeals(seededRandom(45), orders.customers);
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Harbour Lab Supply';
  workbook.created = new Date(Date.UTC(2024, 3, 2));
  workbook.modified = workbook.created;

  addSheet(
    workbook,
    'Orders',
    ['Harbour Lab Supply', 'Orders for the evaluation of 2024-Q1'],
    orderHeadings,
    orders.lines.map(orderRow),
  );
  addSheet(
    workbook,
    'Deals',
    [],
    dealHeadings,
    deals.map((deal) => [
      deal.dealId,
      deal.name,
      deal.customer.id,
      deal.customer.rep,
      deal.stage,
      deal.amount,
      deal.probability,
      dateOf(deal.created),
      deal.closed === null ? null : dateOf(deal.closed),
      dateOf(deal.expected),
    ]),
  );
  addSheet(workbook, 'Targets', ['Targets 2024-Q1'], targetHeadings, targetRows());
  addSheet(
    workbook,
    'People',
    [],
    personHeadings,
    people.map(({ rep, team, manager, role }) => [rep, team, manager, role]),
  );
  addSheet(workbook, 'Returns', [], returnHeadings, returnRows(orders.lines));
  return repack(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

const orderHeadings: readonly Heading[] = [
  { heading: 'Order no.', width: 12 },
  { heading: 'Order date', width: 12, format: date },
  { heading: 'Customer ID', width: 12 },
  { heading: 'Customer', width: 30 },
  { heading: 'Rep', width: 16 },
  { heading: 'Region', width: 13 },
  { heading: 'Channel', width: 12 },
  { heading: 'Product', width: 20 },
  { heading: 'Category', width: 13 },
  { heading: 'Quantity', width: 10 },
  { heading: 'Unit price', width: 15, format: money },
  { heading: 'Discount', width: 10, format: '0%' },
  { heading: 'Amount', width: 17, format: money },
  { heading: 'Cost', width: 17, format: money },
  { heading: 'Status', width: 11 },
];

function orderRow(line: OrderLine): Value[] {
  return [
    line.orderId,
    dateOf(line.day),
    line.customer.id,
    line.customer.name,
    line.customer.rep,
    line.customer.region,
    line.customer.channel,
    line.product,
    line.category,
    line.quantity,
    line.unitPrice,
    line.discount / 100,
    line.amount / 100,
    line.cost,
    line.status,
  ];
}

const dealHeadings: readonly Heading[] = [
  { heading: 'Deal ID', width: 10 },
  { heading: 'Deal name', width: 44 },
  { heading: 'Customer ID', width: 12 },
  { heading: 'Rep', width: 16 },
  { heading: 'Stage', width: 14 },
  { heading: 'Amount', width: 17, format: money },
  { heading: 'Probability', width: 12, format: '0%' },
  { heading: 'Created date', width: 13, format: date },
  { heading: 'Close date', width: 12, format: date },
  { heading: 'Expected close date', width: 19, format: date },
];

const targetHeadings: readonly Heading[] = [
  { heading: 'Level', width: 10 },
  { heading: 'Name', width: 20 },
  { heading: 'KPI', width: 20 },
  { heading: 'Period', width: 10 },
  { heading: 'Target', width: 14, format: '#,##0.##' },
];

/** Revenue by person and month; what cannot be added up (retention, cycle) by quarter, for the whole company. */
function targetRows(): Value[][] {
  const months = ['2024-01', '2024-02', '2024-03'];
  const company = ['Company', 'Harbour Lab Supply'];
  const newCustomers = [20, 15, 25];
  return [
    ...people.flatMap(({ rep, targets }) =>
      targets.map((target, at) => ['Rep', rep, 'Revenue', months[at] ?? '', target]),
    ),
    ...newCustomers.map((target, at) => [...company, 'New customers', months[at] ?? '', target]),
    [...company, 'Customer retention', '2024-Q1', 0.9],
    [...company, 'Sales cycle', '2024-Q1', 45],
  ];
}

const personHeadings: readonly Heading[] = [
  { heading: 'Rep', width: 16 },
  { heading: 'Team', width: 10 },
  { heading: 'Manager', width: 12 },
  { heading: 'Role', width: 24 },
];

const returnHeadings: readonly Heading[] = [
  { heading: 'Order no.', width: 12 },
  { heading: 'Return date', width: 12, format: date },
  { heading: 'Returned amount', width: 17, format: money },
];

/** Every hundred and fiftieth line came back, twelve days later, half of it. */
function returnRows(lines: readonly OrderLine[]): Value[][] {
  return lines
    .filter(({ status }, at) => at % 150 === 75 && status === 'Delivered')
    .map(({ orderId, day, amount }) => [orderId, dateOf(day + 12), Math.round(amount / 2) / 100]);
}

function addSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  titles: readonly string[],
  headings: readonly Heading[],
  rows: readonly Value[][],
): void {
  const headingRow = titles.length + 1;
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: headingRow }] });
  sheet.columns = headings.map(({ width, format }) => ({
    width,
    style: format === undefined ? {} : { numFmt: format },
  }));
  for (const title of titles) sheet.addRow([title]).font = { bold: true, size: 13 };
  sheet.addRow(headings.map(({ heading }) => heading)).font = { bold: true };
  sheet.addRows([...rows]);
  sheet.autoFilter = {
    from: { row: headingRow, column: 1 },
    to: { row: headingRow + rows.length, column: headings.length },
  };
}

function dateOf(day: number): Date {
  return new Date(day * 86_400_000);
}
