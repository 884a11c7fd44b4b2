import { describe, expect, test } from 'vitest';
import { evaluateDataSet } from '../../../src/compute/evaluate.ts';
import { toText } from '../../../src/lib/decimal.ts';
import { parseIsoDay } from '../../../src/model/day.ts';
import type { KpiResult } from '../../../src/model/evaluation.ts';
import { parsePeriod } from '../../../src/model/period.ts';
import { UserError } from '../../../src/problems/user-error.ts';
import { dataSetOf, type FactRow, ordersOf } from '../../support/facts.ts';

const rows: readonly FactRow[] = [
  { orderId: '1', orderDate: '2023-01-02', customerId: 'a', rep: 'Wang', region: 'East', amount: '100' },
  { orderId: '2', orderDate: '2023-02-10', customerId: 'b', rep: 'Li', region: 'West', amount: '50' },
  { orderId: '3', orderDate: '2024-01-10', customerId: 'a', rep: 'Wang', region: 'West', amount: '300' },
  { orderId: '4', orderDate: '2024-02-10', customerId: 'c', rep: 'Li', region: 'East', amount: '80.5' },
  { orderId: '5', orderDate: '2024-03-31', customerId: 'd', region: 'East', amount: '20' },
];
const data = dataSetOf(ordersOf(rows));
const pick = (results: readonly KpiResult[], id: string) => {
  const result = results.find((kpi) => kpi.id === id);
  return result?.actual ? toText(result.actual) : (result?.why ?? null);
};

describe('evaluateDataSet', () => {
  test('takes the last complete month where nothing is stated', () => {
    const { period, compare, asOf } = evaluateDataSet(data, {});
    expect([period.id, period.from, period.completeBecause]).toEqual(['2024-03', 'data', 'data']);
    expect(compare?.id).toBe('2023-03');
    expect(asOf).toBe(parseIsoDay('2024-03-31'));
  });

  test('takes the quarter that the file name states', () => {
    const stated = parsePeriod('2024-Q1');
    if (!stated) throw new Error('no period');
    const { period } = evaluateDataSet({ ...data, statedPeriods: [{ period: stated, from: 'name' }] }, {});
    expect([period.id, period.from]).toEqual(['2024-Q1', 'name']);
  });

  test('lists people by revenue, the unassigned and those without rows in the period too', () => {
    const { breakdown, by } = evaluateDataSet(data, { period: '2024-02' });
    expect(by).toEqual([['rep']]);
    expect(breakdown.map((entry) => [entry.by['rep'], pick(entry.kpis, 'revenue')])).toEqual([
      ['Li', '80.5'],
      ['(unassigned)', '0'],
      ['Wang', '0'],
    ]);
  });

  test('compares with the year before where the data has it, else with the period before', () => {
    expect(evaluateDataSet(data, { period: '2024-Q1' }).compare?.id).toBe('2023-Q1');
    expect(evaluateDataSet(data, { period: '2023-02' }).compare?.id).toBe('2023-01');
    expect(evaluateDataSet(data, { period: '2023-01' }).compare).toBeNull();
  });

  test('does not count new customers without history, unless told to', () => {
    const first = evaluateDataSet(data, { period: '2023-01' });
    expect(pick(first.kpis, 'new-customers')).toBe('left-censored');
    expect(pick(evaluateDataSet(data, { period: '2023-01', lookback: 0 }).kpis, 'new-customers')).toBe('1');
    expect(pick(evaluateDataSet(data, { period: '2024-Q1' }).kpis, 'new-customers')).toBe('2');
  });

  test('the trend has every month between the first and the last row', () => {
    const { trend } = evaluateDataSet(data, {});
    expect(trend.map(({ period }) => period)).toHaveLength(15);
    expect(trend.slice(0, 3).map(({ kpis }) => pick(kpis, 'revenue'))).toEqual(['100', '50', '0']);
    expect(trend[2]?.kpis.find(({ id }) => id === 'average-order-value')?.why).toBe('zero-denominator');
    expect(trend[1]?.kpis[0]?.compare?.change && toText(trend[1].kpis[0].compare.change)).toBe('-0.5');
  });

  test('one entry per existing combination of several dimensions', () => {
    const { breakdown } = evaluateDataSet(data, { period: '2024-Q1', by: [['rep', 'region']] });
    expect(breakdown.map(({ by }) => [by['rep'], by['region']])).toEqual([
      ['Wang', 'West'],
      ['Li', 'East'],
      ['(unassigned)', 'East'],
      ['Li', 'West'],
      ['Wang', 'East'],
    ]);
  });

  test('--only narrows all figures, --as-of bounds them', () => {
    const only = evaluateDataSet(data, { period: '2024-Q1', only: new Map([['region', ['East']]]) });
    expect(pick(only.kpis, 'revenue')).toBe('100.5');
    const asOf = parseIsoDay('2024-02-29') ?? 0;
    const bounded = evaluateDataSet(data, { period: '2024-Q1', asOf });
    expect([pick(bounded.kpis, 'revenue'), bounded.period.complete]).toEqual(['380.5', false]);
    expect(bounded.compare).toEqual({
      id: '2023-Q1',
      start: parseIsoDay('2023-01-01'),
      end: parseIsoDay('2023-02-28'),
    });
  });

  test('a period all spans whole months and compares with nothing', () => {
    const { period, compare, kpis } = evaluateDataSet(data, { period: 'all' });
    expect([period.start, period.end]).toEqual([parseIsoDay('2023-01-01'), parseIsoDay('2024-03-31')]);
    expect(compare).toBeNull();
    expect(pick(kpis, 'new-customers')).toBe('left-censored');
  });

  test('says what is unknown with what is near', () => {
    expect(() => evaluateDataSet(data, { by: [['reigon']] })).toThrow(UserError);
    expect(() => evaluateDataSet(data, { kpis: ['revenu'] })).toThrow(/revenue/);
    expect(() => evaluateDataSet(data, { period: '2024-Q9' })).toThrow(UserError);
  });

  test('growth is a KPI of its own when asked for', () => {
    const { kpis } = evaluateDataSet(data, { period: '2024-Q1', kpis: ['revenue-growth'] });
    expect(pick(kpis, 'revenue-growth')).toBe('1.67');
  });

  test('a control total that differs is an error and makes a draft', () => {
    const expected = { kpi: 'revenue', value: '400.50', tolerance: '0' };
    expect(evaluateDataSet(data, { period: '2024-Q1', expect: [expected] }).ok).toBe(true);
    const off = evaluateDataSet(data, { period: '2024-Q1', expect: [{ ...expected, value: '400.51' }] });
    expect([off.ok, off.draft, off.problems[0]?.params['difference']]).toEqual([false, true, '-0.01']);
  });
});
