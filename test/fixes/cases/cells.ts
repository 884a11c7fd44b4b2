/** Fixes of single cells: numbers, days, texts, and the values that a list of meanings does not know. */
import { xlsxOf } from '../../support/grid.ts';
import { workbookBytes } from '../../support/zip.ts';
import { type Fix, set } from '../fix.ts';

const head = 'Order no.,Order date,Rep,Amount';
const days = Array.from({ length: 31 }, (_, i) => `SO-${i},2024-01-${String(i + 1).padStart(2, '0')},Ann Lee,10`);
const typed = (amount: string) =>
  workbookBytes({
    sheets: [
      {
        name: 'Orders',
        rows: `<row><c t="inlineStr"><is><t>Order date</t></is></c><c t="inlineStr"><is><t>Amount</t></is></c></row><row><c t="inlineStr"><is><t>2024-01-05</t></is></c><c>${amount}</c></row>`,
      },
    ],
  });
const tickets = 'Ticket ID,Requester,Assignee,Created at,Solved at,Satisfaction';
const status = 'Order no.,Order date,Amount,Status';
const deals = 'Deal ID,Stage,Amount,Created Date,Close Date';

export const cellFixes: Readonly<Record<string, Fix>> = {
  'cell/ambiguous-number': {
    files: {
      'orders.csv': [head.replaceAll(',', ';'), 'SO-1;2024-01-05;Ann Lee;1.234', 'SO-2;2024-01-06;Bob Ray;2.345'],
    },
    change: {
      'orders.csv': [head.replaceAll(',', ';'), 'SO-1;2024-01-05;Ann Lee;1234', 'SO-2;2024-01-06;Bob Ray;2345'],
    },
  },
  'cell/ambiguous-date': {
    files: { 'orders.csv': [head, 'SO-1,03/04/2024,Ann Lee,90', 'SO-2,05/06/2024,Bob Ray,80'] },
    flags: '--date-order dmy',
  },
  'cell/implausible-date': {
    files: { 'orders.csv': [head, ...days, 'SO-99,2042-01-05,Bob Ray,80'] },
    edit: set('2024-01-05'),
  },
  'cell/no-cached-value': {
    files: { 'orders.xlsx': typed('<f>40+50</f>') },
    change: { 'orders.xlsx': typed('<f>40+50</f><v>90</v>') },
  },
  'cell/lost-digits': {
    files: { 'orders.csv': [head, '1.23457E+17,2024-01-05,Ann Lee,90', '2,2024-01-06,Ann Lee,80'] },
    edit: set('123456789012345678'),
  },
  'cell/rounded-source': {
    files: { 'orders.csv': [head, 'SO-1,2024-01-05,Ann Lee,1.2万', 'SO-2,2024-01-06,Ann Lee,800'] },
    edit: set('12034.50'),
  },
  'cell/out-of-range': {
    files: { 'answers.csv': ['Survey Date,Customer ID,NPS', '2024-01-05,C1,9', '2024-01-06,C2,11'] },
    edit: set('10'),
  },
  'status/unmapped': {
    files: { 'orders.csv': [status, 'SO-1,2024-01-05,90,Completed', 'SO-2,2024-01-06,80,Limbo'] },
    edit: () => ({ 'orders.csv!D3': 'Cancelled' }),
  },
  'stage/unmapped': {
    files: { 'deals.csv': [deals, 'D1,Closed Won,90,2024-01-05,2024-02-05', 'D2,Parked,80,2024-01-06,2024-02-06'] },
    edit: () => ({ 'deals.csv!B3': 'Closed Lost' }),
  },
  'satisfaction/unmapped': {
    files: { 'tickets.csv': [tickets, 'T1,Acme,Ann,2024-01-05 10:00,2024-01-06 10:00,meh'] },
    edit: () => ({ 'tickets.csv!F2': 'good' }),
  },
  'targets/typed-total': {
    files: { 'plan.xlsx': xlsxOf(quarter(36)) },
    change: { 'plan.xlsx': xlsxOf(quarter({ formula: 'SUM(C4:E4)', value: 36 })) },
  },
};

/** Quarters as formulas, but for the one given. */
function quarter(own: number | { readonly formula: string; readonly value: number }) {
  const sum = (row: number, value: number) => ({ formula: `SUM(C${row}:E${row})`, value });
  return [
    ['2024 sales targets (USD)'],
    ['Region', 'Rep', 'Jan', 'Feb', 'Mar', 'Q1'],
    ['East', 'Ann Lee', 10, 20, 30, sum(3, 60)],
    ['East', 'Bob Ray', 11, 12, 13, own],
    ['East', 'Cid Fox', 12, 13, 14, sum(5, 39)],
    ['East', 'Dan Poe', 13, 14, 15, sum(6, 42)],
  ];
}
