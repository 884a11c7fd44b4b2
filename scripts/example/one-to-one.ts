/** examples/08-one-to-one: a small team with two people of one name, their orders, deals and targets of two quarters. */
import ExcelJS from 'exceljs';
import { dayOf, formatDay } from '../../src/model/day.ts';
import { seededRandom } from '../../test/support/random.ts';
import { repack } from './repack.ts';

interface Member {
  readonly name: string;
  readonly id: string;
  readonly team: string;
  /** Orders a month. */
  readonly pace: number;
  readonly target: number;
}

const members: readonly Member[] = [
  { name: 'Zhang Wei', id: 'E07', team: 'North', pace: 7, target: 42_000 },
  { name: 'Zhang Wei', id: 'E19', team: 'South', pace: 4, target: 36_000 },
  { name: 'Anna Lindqvist', id: 'E11', team: 'North', pace: 6, target: 34_000 },
  { name: "Sean O'Malley", id: 'E15', team: 'South', pace: 5, target: 30_000 },
];
const customers = [
  'Alder',
  'Birch',
  'Cedar',
  'Elm',
  'Fir',
  'Hazel',
  'Juniper',
  'Larch',
  'Maple',
  'Oak',
  'Pine',
  'Rowan',
];
const trades = ['Clinic', 'Foods', 'Labs', 'Pharma'];
const products = ['Centrifuge', 'Incubator', 'Microscope', 'Service plan'];
const stages = ['Won', 'Won', 'Lost', 'Proposal', 'Negotiation'];
const firstDay = dayOf(2023, 10, 1) ?? 0;
const lastDay = dayOf(2024, 3, 31) ?? 0;

export async function makeOneToOne(): Promise<Uint8Array> {
  const random = seededRandom(808);
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(Date.UTC(2024, 3, 2));
  workbook.modified = workbook.created;
  const customer = (member: Member) =>
    // Everybody has customers of their own, some of whom they share.
    `${customers[(members.indexOf(member) * 3 + random.between(0, 5)) % customers.length]} ${random.pick(trades)}`;
  const orders: Row[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    for (const member of members) {
      if (random.next() * 30 >= member.pace) continue;
      const amount = random.between(900, 11_000);
      orders.push([
        `A-${1001 + orders.length}`,
        formatDay(day),
        member.name,
        member.id,
        customer(member),
        random.pick(products),
        amount,
      ]);
    }
  }
  // A web order that nobody takes the credit for.
  orders.push([`A-${1001 + orders.length}`, '2024-03-31', '', '', 'Oak Foods', 'Service plan', 480]);
  addSheet(
    workbook,
    'Orders',
    ['Order ID', 'Order Date', 'Rep', 'Employee ID', 'Customer', 'Product', 'Amount'],
    orders,
  );
  const deals = members.flatMap((member, at) =>
    Array.from({ length: 14 }, (_, deal): Row => {
      const stage = random.pick(stages);
      const closed = stage === 'Won' || stage === 'Lost' ? formatDay(lastDay - random.between(0, 170)) : '';
      const name = customer(member);
      const created = formatDay(firstDay - random.between(10, 80));
      return [
        `D-${at + 1}${String(deal + 1).padStart(2, '0')}`,
        `${name}: ${random.pick(products)}`,
        member.name,
        member.team,
        name,
        stage,
        random.between(4, 60) * 500,
        created,
        closed,
      ];
    }),
  );
  addSheet(
    workbook,
    'Deals',
    ['Deal ID', 'Deal name', 'Rep', 'Team', 'Customer', 'Stage', 'Amount', 'Created date', 'Close date'],
    deals,
  );
  const targets = members.flatMap(({ name, id, target }) =>
    ['2024-01', '2024-02', '2024-03'].map((month): Row => [name, id, month, target]),
  );
  addSheet(workbook, 'Targets', ['Rep', 'Employee ID', 'Month', 'Target'], targets);
  addSheet(
    workbook,
    'People',
    ['Rep', 'Employee ID', 'Team'],
    members.map(({ name, id, team }) => [name, id, team]),
  );
  return repack(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

type Row = readonly (string | number)[];

function addSheet(workbook: ExcelJS.Workbook, name: string, headings: readonly string[], rows: readonly Row[]): void {
  const sheet = workbook.addWorksheet(name);
  sheet.addRow([...headings]).font = { bold: true };
  for (const row of rows) sheet.addRow([...row]);
  sheet.columns.forEach((column) => {
    column.width = 16;
  });
}
