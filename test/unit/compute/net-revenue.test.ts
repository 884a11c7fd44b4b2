import { describe, expect, test } from 'vitest';
import { evaluateDataSet } from '../../../src/compute/evaluate.ts';
import { decimalFromText, toText } from '../../../src/lib/decimal.ts';
import type { DataSet } from '../../../src/model/data-set.ts';
import { parseIsoDay } from '../../../src/model/day.ts';
import { dataSetOf, noFacts, ordersOf } from '../../support/facts.ts';

const orders = ordersOf([
  { orderId: '1', orderDate: '2024-01-10', rep: 'Wang', amount: '100' },
  { orderId: '1', orderDate: '2024-01-10', rep: 'Wang', amount: '50' },
  { orderId: '2', orderDate: '2024-01-20', rep: 'Li', amount: '30' },
  { orderId: '3', orderDate: '2024-02-05', rep: 'Li', amount: '70' },
]);
const january = { period: '2024-01', kpis: ['net-revenue'] };

function net(more: Partial<DataSet>, period = '2024-01') {
  const [kpi] = evaluateDataSet(dataSetOf(orders, more), { ...january, period }).kpis;
  return kpi && [kpi.actual && toText(kpi.actual), kpi.cautions];
}

describe('net-revenue', () => {
  test('is not computed where nothing is known of returns', () => {
    const { kpis, notComputed } = evaluateDataSet(dataSetOf(orders), january);
    expect(kpis).toEqual([]);
    expect(notComputed.map(({ id }) => id)).toEqual(['net-revenue']);
  });

  test('takes back all lines of each listed order once', () => {
    const returns = { orderIds: new Set(['1', '9']), rows: null };
    expect(net({ returns })).toEqual(['30', ['whole-order-returns']]);
  });

  test('takes stated amounts back on the day of the return', () => {
    const rows = [{ orderId: '1', day: parseIsoDay('2024-02-01') ?? 0, amount: decimalFromText('40') }];
    const returns = { orderIds: new Set(['1']), rows };
    expect(net({ returns })).toEqual(['180', []]);
    expect(net({ returns }, '2024-02')).toEqual(['30', []]);
  });

  test('takes amounts without a day back with the order', () => {
    const rows = [{ orderId: '2', day: null, amount: decimalFromText('30') }];
    expect(net({ returns: { orderIds: new Set(['2']), rows } })).toEqual(['150', []]);
  });

  test('takes refunded rows back whole, once', () => {
    const refunded = Uint8Array.of(0, 0, 1, 0);
    const facts = { ...orders, refunded };
    expect(net({ facts: { ...noFacts, orders: facts } })).toEqual(['150', []]);
    expect(net({ facts: { ...noFacts, orders: facts }, returns: { orderIds: new Set(['2']), rows: null } })).toEqual([
      '150',
      ['whole-order-returns'],
    ]);
  });

  test('prefers the refunded amount of the row to the whole row', () => {
    const withRefund = ordersOf([
      { orderId: '1', orderDate: '2024-01-10', amount: '100', refundedAmount: '20' },
      { orderId: '2', orderDate: '2024-01-11', amount: '60' },
    ]);
    expect(net({ facts: { ...noFacts, orders: { ...withRefund, refunded: Uint8Array.of(1, 1) } } })).toEqual([
      '80',
      [],
    ]);
  });

  test('credits a return to the person of the order', () => {
    const rows = [{ orderId: '1', day: null, amount: decimalFromText('40') }];
    const data = dataSetOf(orders, { returns: { orderIds: new Set(['1']), rows } });
    const { breakdown } = evaluateDataSet(data, january);
    const shown = breakdown.map(({ by, kpis }) => [by['rep'], kpis[0]?.actual && toText(kpis[0].actual)]);
    expect(shown).toEqual([
      ['Wang', '110'],
      ['Li', '30'],
    ]);
  });
});
