/** Fixes of rows: repeated, without their order, at odds with a list, out of time. */
import { type Fix, near, set } from '../fix.ts';

const head = 'Order no.,Order date,Customer ID,Amount';
const two = ['A1,2024-01-05,C1,90', 'A2,2024-01-06,C2,80'];
const withRep = (...rows: readonly string[]) => ['Order no.,Order date,Amount,Sales Rep', ...rows];
const heads = ['OrderID,OrderDate,CustomerName', 'B1,2024-01-05,Ann', 'B2,2024-01-06,Bob'];
const lines = ['OrderID,Product,Quantity,UnitPrice', 'B1,Tea,2,5', 'B2,Tea,1,5'];
const deals = 'Deal ID,Owner,Stage,Amount,Created Date,Close Date';
const tickets = 'Ticket ID,Requester,Assignee,Created at,Solved at,Satisfaction';
const payments = ['Order no.,Payment Date,Payment Amount', 'A1,2024-01-09,90'];

export const rowFixes: Readonly<Record<string, Fix>> = {
  'row/repeated-line': {
    files: { 'orders.csv': [head, ...two, ...two.slice(0, 1)] },
    change: { 'orders.csv': [head, ...two] },
  },
  'row/shared-order-id': {
    files: {
      'orders.csv': [
        'Order no.,Receipt,Order date,Customer ID,Amount',
        '1,R1,2024-01-05,C1,90',
        '1,R2,2024-01-05,C2,80',
        '2,R3,2024-01-06,C3,70',
      ],
    },
    flags: '--column orderId=Receipt',
  },
  'row/refund-without-order': {
    files: { 'orders.csv': [head, ...two, 'Z9,2024-01-09,C1,-30'] },
    change: { 'before.csv': [head, 'Z9,2023-12-20,C1,30', 'Z8,2023-12-20,C3,20'] },
  },
  'row/line-without-order': {
    files: { 'heads.csv': heads, 'lines.csv': [...lines, 'B7,Tea,1,5'] },
    edit: () => ({ 'lines.csv!A4': 'B2' }),
  },
  'row/order-without-lines': {
    files: { 'heads.csv': [...heads, 'B3,2024-01-07,Cy'], 'lines.csv': lines },
    change: { 'lines.csv': [...lines, 'B3,Cup,1,5'] },
  },
  'row/head-amount-differs': {
    files: {
      'heads.csv': ['OrderID,OrderDate,CustomerName,Amount', 'B1,2024-01-05,Ann,10', 'B2,2024-01-06,Bob,7'],
      'lines.csv': lines,
    },
    edit: () => ({ 'heads.csv!D3': '5' }),
  },
  'row/duplicate-key': {
    files: {
      'orders.csv': [head, ...two],
      'customers.csv': ['Customer ID,Industry', 'C1,retail', 'C2,retail', 'C1,energy'],
    },
    change: { 'customers.csv': ['Customer ID,Industry', 'C1,retail', 'C2,retail'] },
  },
  'row/ambiguous-person': {
    files: {
      'orders.csv': withRep('1,2024-01-05,10,Ann Lee', '2,2024-01-06,20,Bob Ray'),
      'people.csv': ['Name,Team', 'Ann Lee,A', 'Ann Lee,B', 'Bob Ray,B'],
    },
    change: {
      'orders.csv': [
        'Order no.,Order date,Amount,Sales Rep,Employee ID',
        '1,2024-01-05,10,Ann Lee,7',
        '2,2024-01-06,20,Bob Ray,9',
      ],
      'people.csv': ['Name,Employee ID,Team', 'Ann Lee,7,A', 'Ann Lee,8,B', 'Bob Ray,9,B'],
    },
  },
  'row/return-without-order': {
    files: { 'orders.csv': [head, ...two], 'returns.csv': ['Order no.,Returned', 'A1,Yes', 'Z7,Yes'] },
    change: { 'before.csv': [head, 'Z7,2023-12-20,C1,30'] },
  },
  'row/payment-without-order': {
    files: { 'orders.csv': [head, ...two], 'payments.csv': [...payments, 'Z7,2024-01-10,30'] },
    change: { 'before.csv': [head, 'Z7,2023-12-20,C1,30'] },
  },
  'row/repeated-deal': {
    files: {
      'deals.csv': [
        deals,
        'D1,Ann,Closed Won,100,2024-01-05,2024-01-14',
        'D2,Ann,Negotiation,50,2024-01-05,',
        'D1,Ann,Closed Won,30,2024-01-05,2024-01-14',
      ],
    },
    change: {
      'deals.csv': [deals, 'D1,Ann,Closed Won,100,2024-01-05,2024-01-14', 'D2,Ann,Negotiation,50,2024-01-05,'],
    },
  },
  'row/closed-without-date': {
    files: { 'deals.csv': [deals, 'D1,Ann,Closed Won,100,2024-01-05,2024-01-14', 'D2,Ann,Closed Lost,50,2024-01-05,'] },
    edit: () => ({ 'deals.csv!F3': '2024-02-01' }),
  },
  'row/negative-cycle': {
    files: {
      'deals.csv': [deals, 'D1,Ann,Closed Won,100,2024-01-05,2024-01-14', 'D2,Ann,Closed Won,50,2024-01-05,2024-01-04'],
    },
    edit: set('2024-01-09'),
  },
  'row/negative-duration': {
    files: { 'tickets.csv': [tickets, 'T1,Acme,Ann,2024-01-05 10:00,2024-01-05 09:00,good'] },
    edit: () => ({ 'tickets.csv!E2': '2024-01-05 11:00' }),
  },
  'join/unmatched': {
    files: {
      'orders.csv': withRep('1,2024-01-05,10,Ann Lee', '2,2024-01-06,20,Bob Ray', '3,2024-01-07,5,Bob Rya'),
      'people.csv': ['Name,Team', 'Ann Lee,A', 'Bob Ray,B'],
    },
    edit: (one) => ({ 'orders.csv!D4': near(one)[Object.keys(near(one))[0] ?? ''] ?? '' }),
  },
  'join/differs': {
    files: {
      'orders.csv': [
        'Order no.,Order date,Amount,Sales Rep,Team',
        '1,2024-01-05,10,Ann Lee,A',
        '2,2024-01-06,20,Bob Ray,A',
      ],
      'people.csv': ['Name,Team', 'Ann Lee,A', 'Bob Ray,B'],
    },
    edit: () => ({ 'people.csv!B3': 'A' }),
  },
};
