/** `--basis` end to end: which date a sale counts by. */
import { expect, test } from 'vitest';
import { evaluateDataSet } from '../../../src/compute/evaluate.ts';
import { toText } from '../../../src/lib/decimal.ts';
import { parseIsoDay } from '../../../src/model/day.ts';
import type { ValidateOptions } from '../../../src/model/options.ts';
import { UserError } from '../../../src/problems/user-error.ts';
import { dataSetOf, values } from '../../support/data-set.ts';

const file = [
  'Order ID,Order Date,Payment Date,Delivery Date,Invoice Date,Amount',
  '1,2024-01-05,2024-02-01,2024-01-20,2024-01-06,10',
  '2,2024-01-06,,2024-02-20,2024-02-01,5',
  '3,2024-02-20,2024-02-25,,2024-02-25,2',
];

async function revenue(period: string, basis: NonNullable<ValidateOptions['basis']>) {
  const data = await dataSetOf({ 'orders.csv': file }, { validate: { basis } });
  expect(data.leftOut).toEqual([]);
  expect(data.problems).toEqual([]);
  const { kpis } = evaluateDataSet(data, { period, kpis: ['revenue'] });
  const [{ actual } = { actual: null }] = kpis;
  return actual && toText(actual);
}

test.each([
  ['order', '15', '2'],
  ['payment', '0', '12'],
  ['delivery', '10', '5'],
  ['invoice', '10', '7'],
] as const)('%s', async (basis, january, february) => {
  expect(await revenue('2024-01', basis)).toBe(january);
  expect(await revenue('2024-02', basis)).toBe(february);
});

test('a table without that date has none, and says so; no table with it is a mistake of the user', async () => {
  const plain = ['Order ID,Order Date,Amount', '7,2024-02-01,100'];
  const data = await dataSetOf({ 'orders.csv': file, 'more.csv': plain }, { validate: { basis: 'payment' } });
  expect(values(data.facts.orders, 'orderDate').at(-1)).toBeNull();
  expect(data.leftOut).toEqual([]);
  expect(data.problems).toMatchObject([
    {
      code: 'header/missing-column',
      severity: 'warning',
      place: { file: 'more.csv' },
      params: { field: 'paymentDate' },
    },
  ]);
  await expect(dataSetOf({ 'more.csv': plain }, { validate: { basis: 'payment' } })).rejects.toThrow(UserError);
});

test('the only date of a table is that of the basis where its heading says so', async () => {
  const files = { 'invoices.csv': ['InvoiceId,InvoiceDate,InvoiceAmount', '1,2024-02-01,100'] };
  const data = await dataSetOf(files, { validate: { basis: 'invoice' } });
  expect(values(data.facts.orders, 'orderDate')).toEqual([parseIsoDay('2024-02-01')]);
  await expect(dataSetOf(files, { validate: { basis: 'payment' } })).rejects.toThrow(UserError);
});
