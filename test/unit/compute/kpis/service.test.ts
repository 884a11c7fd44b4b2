/** Sharp edges of the KPIs of service, feedback and market, worked by hand from contract.md §4 and kpis.md. */
import { describe, expect, test } from 'vitest';
import type { MarketRow } from '../../../oracle/plain/world.ts';
import { evaluateWorld, shown, worldOf } from '../../../support/worlds.ts';

const february = { period: '2024-02', by: [], grain: 'year' } as const;
const date = '2024-02-10';

function surveyed(kind: 'csat' | 'nps', scores: readonly string[]) {
  const surveys = scores.map((score) => ({ date, kind, score }));
  return shown(evaluateWorld(worldOf({ surveys }), february).kpis)[kind];
}

describe('csat', () => {
  test('is satisfied from 4 of 5, of those who gave a score', () => {
    expect(surveyed('csat', ['5', '4', '3.9', '1', ''])).toMatchObject({
      numerator: '2',
      denominator: '4',
      actual: '0.5',
    });
  });

  test('without surveys is what tickets say, of those rated', () => {
    const tickets = ['yes', 'no', '', 'yes'].map((satisfied) => ({ createdAt: date, satisfied }));
    expect(shown(evaluateWorld(worldOf({ tickets }), february).kpis)['csat']).toMatchObject({
      numerator: '2',
      denominator: '3',
    });
    const surveys = [{ date, kind: 'csat', score: '1' }];
    expect(shown(evaluateWorld(worldOf({ tickets, surveys }), february).kpis)['csat']?.actual).toBe('0');
  });
});

describe('nps', () => {
  test('is promoters less detractors in points', () => {
    expect(surveyed('nps', ['10', '9', '8', '7', '6', '0'])).toMatchObject({
      numerator: '0',
      denominator: '6',
      actual: '0',
    });
    expect(surveyed('nps', ['10', '9', '8'])).toMatchObject({
      numerator: '200',
      denominator: '3',
      actual: '66.666667',
    });
    expect(surveyed('nps', ['0', '6'])?.actual).toBe('-100');
    expect(surveyed('nps', ['7', '8'])?.actual).toBe('0');
  });

  test('does not count who gave no score', () => {
    expect(surveyed('nps', ['10', '', ''])?.actual).toBe('100');
  });
});

describe('times in hours', () => {
  const answered = (...seconds: readonly string[]) =>
    shown(
      evaluateWorld(
        worldOf({ tickets: seconds.map((firstResponseSeconds) => ({ createdAt: date, firstResponseSeconds })) }),
        february,
      ).kpis,
    )['first-response-time'];

  test('are medians, of an even count between the two middle ones', () => {
    expect(answered('3600', '7200', '36000')).toMatchObject({ actual: '2', details: { p90: '8.4', unreplied: '0' } });
    expect(answered('0', '1')).toMatchObject({ actual: '0.000139', cautions: [] });
  });

  test('tell how many tickets have no reply yet', () => {
    expect(answered('3600', '')).toMatchObject({ actual: '1', cautions: ['unreplied'], details: { unreplied: '1' } });
    expect(answered('', '')).toMatchObject({ actual: null, why: 'no-data', details: { unreplied: '2' } });
  });

  test('to a solution count in the period of the solution', () => {
    const tickets = [{ createdAt: '2024-01-31', resolvedAt: '2024-02-01', resolutionSeconds: '5400' }];
    expect(shown(evaluateWorld(worldOf({ tickets }), february).kpis)['resolution-time']?.actual).toBe('1.5');
    const january = { ...february, period: '2024-01' };
    expect(shown(evaluateWorld(worldOf({ tickets }), january).kpis)['resolution-time']?.why).toBe('no-data');
  });
});

describe('market-share', () => {
  const orders = [
    { orderDate: '2024-01-10', region: 'East', segment: 'A', amount: '10' },
    { orderDate: '2024-02-10', region: 'East', segment: 'A', amount: '20' },
    { orderDate: '2024-02-10', region: 'West', segment: 'B', amount: '5' },
    { orderDate: '2024-03-10', region: 'West', segment: 'A', amount: '65' },
  ];
  const row = (period: string, size: string, more: Partial<MarketRow> = {}): MarketRow => ({
    period,
    size,
    region: null,
    segment: null,
    ...more,
  });
  const share = (market: readonly MarketRow[], period: string) => {
    const result = shown(evaluateWorld(worldOf({ orders }, { market }), { ...february, period }).kpis)['market-share'];
    return result?.actual ?? result?.why;
  };

  test('a month within a quarter of the market is not known, nor a quarter of which a month is missing', () => {
    expect(share([row('2024-Q1', '1000')], '2024-02')).toBe('no-data');
    expect(share([row('2024-01', '100'), row('2024-02', '100')], '2024-Q1')).toBe('no-data');
    expect(share([row('2024-Q1', '1000')], '2024-Q1')).toBe('0.1');
    expect(share([row('2024-01', '100'), row('2024-02', '100'), row('2024-03', '50')], '2024-Q1')).toBe('0.4');
  });

  test('of a total and its parts the total counts; months known only in parts are their sum', () => {
    const parts = [row('2024-02', '100', { region: 'East' }), row('2024-02', '25', { region: 'West' })];
    expect(share(parts, '2024-02')).toBe('0.2');
    expect(share([...parts, row('2024-02', '250')], '2024-02')).toBe('0.1');
    expect(share([...parts, row('2024-Q1', '1000')], '2024-02')).toBe('0.2');
  });

  test('of a region is over its own market; by what no market is known by there is none', () => {
    const market = [row('2024-02', '100', { region: 'East' }), row('2024-02', '25', { region: 'West' })];
    const by = (name: string) =>
      evaluateWorld(worldOf({ orders }, { market }), { ...february, by: [[name]] }).breakdown.map((entry) => {
        const result = shown(entry.kpis)['market-share'];
        return [entry.by[name], result?.actual ?? result?.why];
      });
    expect(by('region')).toEqual([
      ['East', '0.2'],
      ['West', '0.2'],
    ]);
    const owned = worldOf({ orders: orders.map((order) => ({ ...order, rep: 'Ann' })) }, { market });
    const { breakdown } = evaluateWorld(owned, { ...february, by: [['rep']] });
    expect(shown(breakdown[0]?.kpis ?? [])['market-share']?.why).toBe('no-data');
  });

  test('of a market of nothing is undefined', () => {
    expect(share([row('2024-02', '0')], '2024-02')).toBe('zero-denominator');
  });
});
