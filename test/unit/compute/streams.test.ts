/** Which rows a figure is made of: up to as-of, of the members wanted, of all of the data. */
import { describe, expect, test } from 'vitest';
import { evaluateWorld, shown, worldOf } from '../../support/worlds.ts';

const orders = [
  { orderId: '1', orderDate: '2024-02-10', dueDate: '2024-02-20', customerId: 'a', rep: 'Ann', amount: '100' },
  { orderId: '2', orderDate: '2024-02-20', dueDate: '2024-02-25', customerId: 'b', rep: 'Bo', amount: '50' },
];
const payments = [
  { orderId: '1', date: '2024-02-12', amount: '30' },
  { orderId: '1', date: '2024-02-16', amount: '20' },
];
const deals = [
  { outcome: 'won', createdDate: '2024-02-01', closeDate: '2024-02-11', amount: '10', rep: 'Ann' },
  { outcome: 'lost', createdDate: '2024-02-01', closeDate: '2024-02-16', amount: '10', rep: 'Ann' },
  { outcome: 'open', createdDate: '2024-02-16', expectedCloseDate: '2024-02-28', amount: '5', rep: 'Ann' },
];
const tickets = [
  { createdAt: '2024-02-01', resolvedAt: '2024-02-02', firstResponseSeconds: '3600', resolutionSeconds: '7200' },
  { createdAt: '2024-02-02', resolvedAt: '2024-02-16', firstResponseSeconds: '7200', resolutionSeconds: '9999' },
  { createdAt: '2024-02-16', resolvedAt: '', firstResponseSeconds: '', resolutionSeconds: '' },
];
const surveys = [
  { date: '2024-02-10', kind: 'csat', score: '5' },
  { date: '2024-02-16', kind: 'csat', score: '1' },
  { date: '2024-02-10', kind: 'nps', score: '10' },
  { date: '2024-02-16', kind: 'nps', score: '0' },
];
const everything = worldOf({ orders, payments, deals, tickets, surveys });
const february = { period: '2024-02', by: [], grain: 'month' } as const;

test.each([
  ['revenue', '100', '150'],
  ['collected', '30', '50'],
  ['collection-rate', '0.3', '0.333333'],
  ['receivable', '70', '100'],
  // On the 15th nothing is past its day; on the 20th, the data's last day, the first order is due, not late.
  ['overdue', '0', '0'],
  ['active-customers', '1', '2'],
  ['deals-won', '1', '1'],
  ['deals-lost', '0', '1'],
  ['win-rate', '1', '0.5'],
  ['created-win-rate', '0.5', '0.333333'],
  ['deals-created', '2', '3'],
  ['open-pipeline', '0', '5'],
  ['first-response-time', '1.5', '1.5'],
  ['resolution-time', '2', '2.38875'],
  ['csat', '1', '0.5'],
  ['nps', '100', '0'],
])('%s is %s on the 15th and %s at the end', (id, onFifteenth, atEnd) => {
  const bounded = evaluateWorld({ ...everything, asOf: '2024-02-15' }, february);
  expect(shown(bounded.kpis)[id]?.actual).toBe(onFifteenth);
  expect(shown(evaluateWorld(everything, february).kpis)[id]?.actual).toBe(atEnd);
});

describe('--only a dimension that some rows do not know', () => {
  const world = { ...everything, only: { dimension: 'rep', value: 'Ann' } };
  const { kpis, notComputed } = evaluateWorld(world, february);

  test('leaves their KPIs out: nothing tells which rows are wanted', () => {
    expect(notComputed.map(({ id, why }) => [id, why])).toEqual(
      [
        'net-revenue',
        'collected',
        'collection-rate',
        'receivable',
        'overdue',
        'units',
        'discount-rate',
        'gross-margin',
        'weighted-pipeline',
        'csat',
        'nps',
        'first-response-time',
        'resolution-time',
        'market-share',
      ].map((id) => [id, 'missing-field']),
    );
  });

  test('computes the others of these rows', () => {
    const results = shown(kpis);
    expect(['revenue', 'deals-created', 'open-pipeline'].map((id) => results[id]?.actual)).toEqual(['100', '3', '5']);
  });
});

test('--by a dimension that some rows do not know says so in each entry', () => {
  const { breakdown } = evaluateWorld(everything, { ...february, by: [['rep']] });
  const [first] = breakdown.map((entry) => shown(entry.kpis));
  const missing = Object.entries(first ?? {}).filter(([, { why }]) => why === 'missing-field');
  expect(missing.map(([id]) => id)).toEqual([
    'collected',
    'collection-rate',
    'receivable',
    'csat',
    'nps',
    'first-response-time',
    'resolution-time',
  ]);
});

test('--period all has no preceding period, and nobody is new in it', () => {
  const whyOf = (results: ReturnType<typeof shown>) =>
    Object.entries(results).flatMap(([id, { why }]) => (why === null ? [] : [`${id} ${why}`]));
  const { kpis, compare } = evaluateWorld(worldOf({ orders }), { ...february, period: 'all' });
  expect(compare).toBeNull();
  expect(whyOf(shown(kpis))).toEqual([
    'new-customers left-censored',
    'reactivated-customers no-data',
    'customer-retention no-data',
    'customer-churn no-data',
    'returning-customer-rate no-data',
    'net-revenue-retention no-data',
    'gross-revenue-retention no-data',
  ]);
  const anyway = evaluateWorld(worldOf({ orders }, { lookback: 0 }), { ...february, period: 'all' });
  expect(shown(anyway.kpis)['new-customers']?.actual).toBe('2');
});

describe('the dates that count', () => {
  test('surveys alone are data', () => {
    const { trend } = evaluateWorld(worldOf({ surveys: surveys.filter(({ kind }) => kind === 'nps') }), february);
    expect(trend.map(({ period, kpis }) => [period, shown(kpis)['nps']?.actual])).toEqual([['2024-02', '0']]);
  });

  test('a period after the data is compared with nothing', () => {
    const { compare, breakdown, kpis } = evaluateWorld(everything, { period: '2024-04', by: [['rep']] });
    expect(compare).toBeNull();
    expect(breakdown).toHaveLength(2);
    expect(shown(kpis)['revenue']?.actual).toBe('0');
  });

  test('a row without the date of a KPI is in no period of it', () => {
    const undated = worldOf({
      deals: [...deals, { outcome: 'won', createdDate: '2024-02-03', closeDate: '', amount: '70', rep: 'Ann' }],
    });
    const results = shown(evaluateWorld(undated, february).kpis);
    expect([results['deals-won']?.actual, results['deals-created']?.actual]).toEqual(['1', '4']);
  });

  test('without orders, won deals by their close date are the sales', () => {
    const results = shown(evaluateWorld(worldOf({ deals }), february).kpis);
    expect([results['revenue']?.actual, results['orders']?.actual]).toEqual(['10', '1']);
  });

  test('without payments, what orders say was received, on the day it was paid', () => {
    const received = orders.map((row, at) => ({ ...row, receivedAmount: '10', paymentDate: `2024-03-0${at + 1}` }));
    const world = worldOf({ orders: received });
    expect(shown(evaluateWorld(world, february).kpis)['collected']?.actual).toBe('0');
    expect(shown(evaluateWorld(world, { ...february, period: '2024-03' }).kpis)['collected']?.actual).toBe('20');
  });

  test('29 February is in February and in no month of the year before', () => {
    const leap = worldOf({
      orders: [
        { orderDate: '2024-02-29', amount: '1' },
        { orderDate: '2023-02-28', amount: '2' },
      ],
    });
    const { kpis, compare } = evaluateWorld(leap, { ...february, compare: 'year-ago' });
    expect([shown(kpis)['revenue']?.actual, compare?.id]).toEqual(['1', '2023-02']);
  });
});
