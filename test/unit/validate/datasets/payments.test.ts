import { describe, expect, test } from 'vitest';
import { toText } from '../../../../src/lib/decimal.ts';
import { parseIsoDay } from '../../../../src/model/day.ts';
import { codes, dataSetOf, values } from '../../../support/data-set.ts';

const day = (text: string) => parseIsoDay(text) ?? Number.NaN;

const orders = [
  'Order ID,Order Date,Customer ID,Sales Rep,Region,Product,Status,City,Amount',
  'A1,2024-01-05,C1,Ann,East,Tea,Completed,Pune,100',
  'A1,2024-01-05,C1,Ann,East,Cup,Completed,Pune,20',
  'A2,2024-01-06,C2,Bob,West,Tea,Cancelled,Goa,50',
];

describe('payments', () => {
  test('take the texts of their order where all its lines agree, and what joins them', async () => {
    const data = await dataSetOf({
      'orders.csv': orders,
      'payments.csv': [
        'Order ID,Payment Date,Payment Amount',
        'A1,2024-02-01,80',
        'A1,2024-03-01,40',
        'A2,2024-02-05,50',
      ],
      'people.csv': ['Sales Rep,Team', 'Ann,North', 'Bob,South', 'Cy,South'],
      'customers.csv': ['Customer ID,Customer Name,Industry', 'C1,Acme,retail', 'C2,Best,energy'],
    });
    const { payments } = data.facts;
    expect(codes(data)).toEqual({});
    expect(values(payments, 'amount')).toEqual(['80', '40', '50']);
    expect(values(payments, 'date')).toEqual([day('2024-02-01'), day('2024-03-01'), day('2024-02-05')]);
    expect(values(payments, 'rep')).toEqual(['Ann', 'Ann', 'Bob']);
    expect(values(payments, 'region')).toEqual(['East', 'East', 'West']);
    expect(values(payments, 'customerId')).toEqual(['C1', 'C1', 'C2']);
    expect(values(payments, 'product')).toEqual([null, null, 'Tea']);
    expect(values(payments, 'City')).toEqual(['Pune', 'Pune', 'Goa']);
    expect(values(payments, 'team')).toEqual(['North', 'North', 'South']);
    expect(values(payments, 'customerName')).toEqual(['Acme', 'Acme', 'Best']);
    expect(values(payments, 'industry')).toEqual(['retail', 'retail', 'energy']);
    expect([...(payments?.counts ?? [])]).toEqual([1, 1, 1]);
    expect(payments?.dimension('Status')).toBeUndefined();
    expect(data.tables.map(({ factRows }) => factRows)).toEqual([[0, 3], [0, 3], null, null]);
  });

  test('that are void, failed or given back are not money received; a status nobody knows counts and is told', async () => {
    const data = await dataSetOf({
      'payments.csv': [
        'Order ID,Payment Date,Payment Amount,Status',
        'A1,2024-02-01,80,Received',
        'A2,2024-02-05,50,Void',
        'A3,2024-02-06,30,已作废',
        'A4,2024-02-07,20,Refunded',
        'A5,2024-02-08,10,Lunch',
        'A6,2024-02-09,5,',
      ],
    });
    expect([...(data.facts.payments?.counts ?? [])]).toEqual([1, 0, 0, 0, 1, 1]);
    expect(codes(data)).toEqual({ 'status/unmapped': 1 });
    expect(data.tables[0]?.statuses.map(({ value, use }) => [value, use])).toContainEqual(['Void', 'not-counted']);
  });

  test('a value of their own wins; blank ones are filled', async () => {
    const data = await dataSetOf({
      'orders.csv': orders,
      'payments.csv': ['Order ID,Payment Date,Payment Amount,Sales Rep', 'A1,2024-02-01,80,Zoe', 'A2,2024-02-05,50,'],
    });
    expect(values(data.facts.payments, 'rep')).toEqual(['Zoe', 'Bob']);
  });

  test('of orders that no table has count, and are named once', async () => {
    const data = await dataSetOf({
      'orders.csv': orders,
      '回款.csv': ['订单编号,回款日期,回款金额', 'A1,2024-02-01,80', 'Z1,2024-02-01,7', 'Z2,2024-02-02,1'],
    });
    expect(data.problems).toMatchObject([
      {
        code: 'row/payment-without-order',
        place: { file: '回款.csv', row: 3 },
        params: { rows: 2, amount: '8', example: 'Z1' },
        treatment: 'counted',
      },
    ]);
    expect([...(data.facts.payments?.included ?? [])]).toEqual([1, 1, 1]);
  });

  test('alone are a data set; bad cells leave rows out', async () => {
    const data = await dataSetOf({
      'payments.csv': ['Customer,Payment Date,Payment Amount', 'Acme,2024-02-01,80', 'Acme,2024-02-02,8O', 'Acme,,7'],
    });
    expect(data.facts.orders).toBeNull();
    expect(codes(data)).toEqual({ 'cell/not-a-number': 1, 'cell/required': 1 });
    expect(data.leftOut.map(({ day: at, amount, code }) => [at, amount && toText(amount), code])).toEqual([
      [day('2024-02-02'), null, 'cell/not-a-number'],
      [null, '7', 'cell/required'],
    ]);
  });

  test('equal instalments on two days are two payments; equal rows of two files an overlap', async () => {
    const head = 'Order ID,Payment Date,Payment Amount';
    const apart = await dataSetOf({
      'jan payments.csv': [head, 'A1,2024-01-31,80'],
      'feb payments.csv': [head, 'A1,2024-02-28,80'],
    });
    expect(codes(apart)).toEqual({});
    const twice = await dataSetOf({
      'jan payments.csv': [head, 'A1,2024-01-31,80'],
      'feb payments.csv': [head, 'A1,2024-01-31,80'],
    });
    expect(codes(twice)).toEqual({ 'table/overlap': 1 });
  });

  test('in another currency than the orders cannot be added', async () => {
    const data = await dataSetOf({
      'orders.csv': ['Order ID,Order Date,Amount,Currency', 'A1,2024-01-05,10,CNY'],
      'payments.csv': ['Order ID,Payment Date,Payment Amount (USD)', 'A1,2024-02-01,80'],
    });
    expect(codes(data)).toEqual({ 'money/mixed-currency': 1 });
    expect([...(data.facts.payments?.included ?? [])]).toEqual([0]);
    expect([...(data.facts.orders?.included ?? [])]).toEqual([1]);
  });
});
