/** Fixes of what only an evaluation finds: control totals, accepted rows, an earlier export, a share of the market. */
import type { Fix } from '../fix.ts';

const head = 'Order no.,Order date,Rep,Amount';
const orders = [head, 'SO-1,2024-01-05,Ann Lee,90', 'SO-2,2024-02-06,Bob Ray,80', 'SO-3,2024-03-31,Bob Ray,70'];
const quarter = 'evaluate --no-report --period 2024-Q1';
const bad = [...orders, 'SO-9,2024-02-30,Bob Ray,5'];
const deals = 'Deal ID,Owner,Stage,Amount,Created Date,Close Date,Expected Close Date';
const open = (id: string, expected: string) => `${id},Ann,Negotiation,50,2024-01-05,,${expected}`;
const accepted = (...rows: readonly string[]) => ['code,key,value,who,reason', ...rows];

export const evaluationFixes: Readonly<Record<string, Fix>> = {
  'control/total': {
    command: `${quarter} --expect revenue=245`,
    files: { 'orders.csv': orders },
    change: { 'orders.csv': [...orders, 'SO-4,2024-03-31,Ann Lee,5'] },
  },
  'accept/unused': {
    command: `${quarter} --accept accept.csv`,
    unnamed: ['accept.csv'],
    files: { 'orders.csv': orders, 'accept.csv': accepted('cell/no-such-date,SO-9,2024-02-30,Ann,test order') },
    change: { 'accept.csv': accepted() },
  },
  'accept/unsigned': {
    command: `${quarter} --accept accept.csv`,
    unnamed: ['accept.csv'],
    files: { 'orders.csv': bad, 'accept.csv': accepted('cell/no-such-date,SO-9,2024-02-30,,') },
    edit: () => ({ 'accept.csv!D2': 'Ann', 'accept.csv!E2': 'test order' }),
  },
  'deals/gone': {
    command: 'evaluate --no-report --period 2024-01 --earlier earlier.csv',
    unnamed: ['earlier.csv'],
    files: {
      'deals.csv': [deals, 'D1,Ann,Closed Won,100,2024-01-05,2024-01-31,2024-01-31', open('D2', '2024-02-20')],
      'earlier.csv': [deals, open('D1', '2024-01-31'), open('D2', '2024-01-20'), open('D3', '2024-01-20')],
    },
    change: {
      'deals.csv': [
        deals,
        'D1,Ann,Closed Won,100,2024-01-05,2024-01-31,2024-01-31',
        open('D2', '2024-02-20'),
        open('D3', '2024-02-20'),
      ],
    },
  },
  'market/share-over-one': {
    command: quarter,
    files: { 'orders.csv': orders, 'market.csv': ['Period,Market Size', '2024-Q1,10'] },
    flags: '--unit market=万',
  },
  'targets/implausible': {
    command: 'validate',
    files: {
      'orders.csv': yearOfOrders(),
      'plan.csv': ['Period,Rep,Target', '2024-01,Ann Lee,11', '2024-02,Ann Lee,11', '2024-03,Ann Lee,99'],
    },
    edit: () => ({ 'plan.csv!C4': '12' }),
  },
  'targets/not-smart': {
    files: { 'plan.csv': ['Period,Rep,Target (USD)', '2024-01,Ann Lee,100', '2024-02,Ann Lee,100'] },
    change: {
      'plan.csv': [
        'Period,Rep,Parent,KPI,Target (USD)',
        '2024-01,Ann Lee,Acme,Revenue,100',
        '2024-02,Ann Lee,Acme,Revenue,100',
      ],
    },
  },
  'targets/non-additive-sum': {
    files: {
      'plan.csv': [
        'Period,Level,Name,Parent,KPI,Target',
        '2024-01,Team,East,,Win rate,0.7',
        '2024-01,Rep,Ann Lee,East,Win rate,0.3',
        '2024-01,Rep,Bob Ray,East,Win rate,0.4',
      ],
    },
    edit: () => ({ 'plan.csv!F2': '0.35' }),
  },
};

function yearOfOrders(): string[] {
  const months = Array.from({ length: 12 }, (_, i) => `2023-${String(i + 1).padStart(2, '0')}`);
  const days = (month: string) => [1, 28].map((day) => `${month}-${String(day).padStart(2, '0')}`);
  return [head, ...months.flatMap(days).map((day, i) => `SO-${i},${day},Ann Lee,5`), 'SO-99,2023-12-31,Ann Lee,1'];
}
