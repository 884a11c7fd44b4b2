/** Fixes of whole tables: not recognised, read twice, scaled, totalled, converted. */

import { workbookBytes } from '../../support/zip.ts';
import type { Fix } from '../fix.ts';

const head = 'Order no.,Order date,Rep,Amount';
const january = ['SO-1,2024-01-05,Ann Lee,90', 'SO-2,2024-01-06,Bob Ray,80'];
const february = ['SO-3,2024-02-05,Ann Lee,70', 'SO-4,2024-02-06,Bob Ray,60'];
const inMoney = (...rows: readonly string[]) => [
  'Order no.,Order date,Amount,Currency',
  'SO-1,2024-01-05,90,CNY',
  'SO-2,2024-01-05,80,CNY',
  ...rows,
];

/** A sheet of orders with one row that is hidden, or without it; or all in a hidden sheet. */
function workbookOf({ hasHiddenRow = false, isHiddenSheet = false }): Buffer {
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (id: string, amount: number, more = '') =>
    `<row${more}>${text(id)}${text('2024-01-05')}<c><v>${amount}</v></c></row>`;
  const heading = `<row>${['Order no.', 'Order date', 'Amount'].map(text).join('')}</row>`;
  const hidden = hasHiddenRow ? row('SO-2', 80, ' hidden="1"') : '';
  return workbookBytes({
    sheets: [
      { name: 'Orders', rows: heading + row('SO-1', 90) + hidden + row('SO-3', 70) },
      ...(isHiddenSheet ? [{ name: 'Old', state: 'hidden' as const, rows: heading + row('SO-9', 10) }] : []),
    ],
  });
}

export const tableFixes: Readonly<Record<string, Fix>> = {
  'table/not-recognised': {
    files: { 'book.csv': ['Wann,Wer,Wieviel', '2024-01-05,Ann Lee,90', '2024-01-06,Bob Ray,80'] },
    flags: '--as orders=book.csv --column orderDate=Wann --column amount=Wieviel',
  },
  'table/not-read': {
    files: { 'orders.xlsx': workbookOf({ isHiddenSheet: true }) },
    flags: '--sheet Orders --sheet Old',
  },
  'table/summary': {
    files: {
      'orders.csv': [head, ...january, ...february],
      'months.csv': ['Order date,Amount', '2024-01-31,170', '2024-02-29,130'],
    },
    change: { 'months.csv': null },
  },
  'table/overlap': {
    files: { 'first.csv': [head, ...january], 'second.csv': [head, ...january.slice(1), ...february] },
    flags: '--overlap drop',
    staysAs: 'info',
  },
  'table/total-mismatch': {
    files: { 'orders.csv': [head, ...january, ...february, 'Total,,,310'] },
    edit: () => ({ 'orders.csv!D2': '100' }),
  },
  'table/hidden-rows': {
    files: { 'orders.xlsx': workbookOf({ hasHiddenRow: true }) },
    change: { 'orders.xlsx': workbookOf({}) },
  },
  'table/unit-scaled': {
    files: { 'orders.csv': ['订单号,下单日期,金额（万元）', 'SO-1,2024-01-05,90', 'SO-2,2024-01-06,80'] },
    flags: '--unit orders=1',
  },
  'table/price-as-amount': {
    files: { 'cars.csv': ['Date,Customer Name,Model,Price ($),Sets', '2022-01-22,Ann,Expedition,26000,2'] },
    flags: '--column quantity=Sets',
  },
  'table/actuals-of-plan': {
    files: { 'plan.csv': ['月份,姓名,目标,实际', '2024-01,甲,100,90'] },
    change: { 'orders.csv': ['订单号,订单日期,业务员,金额', 'A,2024-01-05,甲,90'] },
  },
  'table/expected-close': {
    files: {
      'deals.csv': [
        '商机名称,客户名称,商机阶段,商机金额,赢率,预计成交日期,生命状态,负责人,创建时间',
        '甲项目,甲公司,赢单,100,100%,2024-02-01,正常,王芳,2024-01-05 09:30',
        '乙项目,乙公司,输单,80,0%,2024-02-03,正常,王芳,2024-01-06 09:30',
      ],
    },
    change: {
      'deals.csv': [
        '商机名称,客户名称,商机阶段,商机金额,赢率,预计成交日期,生命状态,负责人,创建时间,结束日期',
        '甲项目,甲公司,赢单,100,100%,2024-02-01,正常,王芳,2024-01-05 09:30,2024-02-02',
        '乙项目,乙公司,输单,80,0%,2024-02-03,正常,王芳,2024-01-06 09:30,2024-02-04',
      ],
    },
    flags: '--column closeDate=结束日期',
  },
  'money/mixed-currency': {
    files: { 'orders.csv': inMoney('SO-3,2024-01-05,70,USD') },
    change: { 'rates.csv': ['date,from,to,rate', '2024-01-01,USD,CNY,7.1'] },
    flags: '--as rates=rates.csv',
  },
  'money/missing-rate': {
    files: {
      'orders.csv': inMoney('SO-3,2024-01-05,70,USD'),
      'rates.csv': ['date,from,to,rate', '2024-01-01,EUR,CNY,7.8'],
    },
    change: { 'rates.csv': ['date,from,to,rate', '2024-01-01,EUR,CNY,7.8', '2024-01-01,USD,CNY,7.1'] },
  },
  'money/converted': {
    files: {
      'orders.csv': inMoney('SO-3,2024-01-05,70,USD'),
      'rates.csv': ['date,from,to,rate', '2024-01-01,USD,CNY,7.1'],
    },
    edit: () => ({ 'orders.csv!C4': '497', 'orders.csv!D4': 'CNY' }),
  },
  'market/size-differs': {
    files: { 'market.csv': ['Period,Market Size,Competitor', '2024-Q1,1000,Acme', '2024-Q1,1200,Best'] },
    edit: () => ({ 'market.csv!B3': '1000' }),
  },
  'market/unknown-period': {
    files: { 'market.csv': ['Period,Market Size', '2024-Q1,1000', 'soon,1200'] },
    edit: () => ({ 'market.csv!A3': '2024-Q2' }),
  },
  'targets/hidden-rows': hiddenTargets(),
};

function hiddenTargets(): Fix {
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (name: string, more = '') => `<row${more}>${text('2024-01')}${text(name)}<c><v>100</v></c></row>`;
  const heading = `<row>${['Period', 'Rep', 'Target'].map(text).join('')}</row>`;
  const of = (hidden: string) =>
    workbookBytes({ sheets: [{ name: 'Plan', rows: heading + row('Ann Lee') + hidden + row('Bob Ray') }] });
  return { files: { 'plan.xlsx': of(row('Cid Fox', ' hidden="1"')) }, change: { 'plan.xlsx': of('') } };
}
