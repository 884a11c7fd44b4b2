import { describe, expect, test } from 'vitest';
import { checkPlan } from '../../../../src/compute/plans/check.ts';
import { type Decimal, toText } from '../../../../src/lib/decimal.ts';
import { dataSetOf, ordersOf } from '../../../support/facts.ts';
import { target } from '../../../support/targets.ts';

const orders = ordersOf([
  { orderId: '1', orderDate: '2023-01-10', rep: 'Ann', amount: '300' },
  { orderId: '2', orderDate: '2023-05-10', rep: 'Ann', amount: '500' },
  { orderId: '3', orderDate: '2023-12-30', rep: 'Bob', amount: '100' },
]);
const targets = [
  target('2024-Q1', {}, '1000'),
  target('2024-Q1', { rep: 'Ann' }, '600'),
  target('2024-Q1', { rep: 'Bob' }, '300'),
  ...['2024-01', '2024-02', '2024-03'].map((period) => target(period, { rep: 'Ann' }, '200')),
];
const text = (value: Decimal | null | undefined) => value && toText(value);

describe('checkPlan', () => {
  test('holds what is printed against what its parts add up to', () => {
    const { ok, kpis, problems } = checkPlan(dataSetOf(orders, { targets }), { kpi: undefined, period: undefined });
    expect(ok).toBe(false);
    expect(problems.map(({ code }) => code)).toEqual(['targets/parent-sum', 'targets/gap']);
    expect(
      kpis[0]?.nodes.map(({ name, whole }) => [name, text(whole.stated), text(whole.sum), text(whole.difference)]),
    ).toEqual([
      ['', '1000', '900', '100'],
      ['Ann', '600', '600', '0'],
      ['Bob', '300', null, null],
    ]);
    expect(kpis[0]?.nodes.map(({ lines }) => lines.length)).toEqual([0, 3, 0]);
  });

  test('tells a slip of the pen once, as validate does, and shows the tree as it is meant', () => {
    const slipped = [
      ...['2024-01', '2024-02'].flatMap((period) => [
        target(period, {}, '300'),
        target(period, { team: 'Harbour' }, '300'),
        target(period, { team: 'Harbour', rep: 'Ann' }, '100'),
      ]),
      target('2024-01', { team: 'Harbour', rep: 'Robert' }, '200'),
      target('2024-02', { team: 'Harbour', rep: 'Robret' }, '200'),
    ];
    const { kpis, problems } = checkPlan(dataSetOf(ordersOf([]), { targets: slipped }), {
      kpi: undefined,
      period: undefined,
    });
    expect(problems.filter(({ severity }) => severity !== 'info').map(({ code, value }) => [code, value])).toEqual([
      ['targets/misspelled-name', 'Robret'],
    ]);
    expect(kpis[0]?.nodes.map(({ name, whole }) => [name, text(whole.stated), text(whole.difference)])).toEqual([
      ['', '600', '0'],
      ['Harbour', '600', '0'],
      ['Ann', '200', null],
      ['Robert', '400', null],
    ]);
  });

  test('says growth on the year before, and the best of the earlier periods', () => {
    const { kpis } = checkPlan(dataSetOf(orders, { targets }), { kpi: 'revenue', period: undefined });
    const ann = kpis[0]?.nodes[1]?.reach;
    expect([text(ann?.before), text(ann?.growth), text(ann?.best?.amount), ann?.best?.period.id, ann?.periods]).toEqual(
      ['300', '1', '500', '2023-Q2', 4],
    );
    // Bob sold nothing in the first quarter: there is no growth on nothing.
    const bob = kpis[0]?.nodes[2]?.reach;
    expect([text(bob?.before), bob?.growth, text(bob?.best?.amount)]).toEqual(['0', null, '100']);
  });

  test('says nothing of reach without facts, and refuses files without targets', () => {
    const { facts } = dataSetOf(ordersOf([]));
    const { kpis } = checkPlan(dataSetOf(orders, { targets, facts: { ...facts, orders: null } }), {
      kpi: undefined,
      period: undefined,
    });
    expect(kpis[0]?.nodes.every(({ reach, pipeline }) => reach === null && pipeline === null)).toBe(true);
    expect(() => checkPlan(dataSetOf(orders), { kpi: undefined, period: undefined })).toThrow('plan/no-targets');
  });
});
