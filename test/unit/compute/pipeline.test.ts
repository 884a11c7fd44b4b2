/** What stands open, and what of the target it covers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateDataSet } from '../../../src/compute/evaluate.ts';
import type { Target } from '../../../src/model/target.ts';
import { spanNamed } from '../../oracle/plain/dates.ts';
import { coverageParts } from '../../oracle/plain/deals.ts';
import { exact, none, ratio, textOf } from '../../oracle/plain/numbers.ts';
import { hasColumn, spanOfData, stream, type World } from '../../oracle/plain/world.ts';
import { anyAsOf, anyWorld, runs } from '../../support/any-world.ts';
import { target } from '../../support/targets.ts';
import { dataSetFor, dayOrNull, evaluateWorld, shown, worldOf } from '../../support/worlds.ts';

const deals = [
  { rep: 'Ann', outcome: 'won', amount: '30', createdDate: '2024-01-02', closeDate: '2024-02-10' },
  { rep: 'Bo', outcome: 'won', amount: '', createdDate: '2024-01-02', closeDate: '2024-02-11' },
  { rep: 'Bo', outcome: 'lost', amount: '99', createdDate: '2024-01-02', closeDate: '2024-02-12' },
  { rep: 'Ann', outcome: 'open', amount: '50', createdDate: '2024-01-05', expectedCloseDate: '2024-02-28' },
  { rep: 'Bo', outcome: 'open', amount: '20.5', createdDate: '2024-02-05', expectedCloseDate: '2024-02-29' },
  { rep: 'Bo', outcome: 'open', amount: '7', createdDate: '2024-03-05', expectedCloseDate: '2024-03-31' },
  { rep: 'Bo', outcome: 'open', amount: '1000', createdDate: '2024-02-06' },
];

function evaluated(world: World, targets: readonly Target[], period: string, by: readonly string[][] = [['rep']]) {
  const asOf = world.asOf === null ? {} : { asOf: dayOrNull(world.asOf) ?? 0 };
  return evaluateDataSet({ ...dataSetFor(world), targets }, { period, by, grain: 'month', ...asOf });
}

function coverage(targets: readonly Target[], period = '2024-02', world = worldOf({ deals })) {
  return shown(evaluated(world, targets, period).kpis)['pipeline-coverage'];
}

describe('pipeline-coverage', () => {
  test('holds what is expected to close against what is left of the target', () => {
    expect(coverage([target('2024-02', {}, '100')])).toEqual(ratio(exact('70.5'), exact('70')));
    expect(coverage([target('2024-03', {}, '14')], '2024-03')).toEqual(ratio(exact('7'), exact('14')));
  });

  test('has no value where the target is met or passed: nothing is left to cover', () => {
    const parts = (left: string) => ({ ...none('target-met'), numerator: '70.5', denominator: left });
    expect(coverage([target('2024-02', {}, '30')])).toEqual(parts('0'));
    expect(coverage([target('2024-02', {}, '29.99')])).toEqual(parts('-0.01'));
  });

  test('has no value without a target of revenue', () => {
    expect(coverage([])).toEqual(none('no-target'));
    expect(coverage([target('2024', {}, '100')])).toEqual(none('no-target'));
    expect(coverage([target('2024-02', {}, '100', { kpi: 'deals-won' })])).toEqual(none('no-target'));
  });

  test('has each member against its own target', () => {
    const targets = [target('2024-02', { rep: 'Ann' }, '40'), target('2024-02', { rep: 'Bo' }, '41')];
    const { breakdown } = evaluated(worldOf({ deals }), targets, '2024-02');
    const byRep = new Map(breakdown.map(({ by, kpis }) => [by['rep'], shown(kpis)['pipeline-coverage']]));
    expect(byRep.get('Ann')).toEqual(ratio(exact('50'), exact('10')));
    expect(byRep.get('Bo')).toEqual(ratio(exact('20.5'), exact('41')));
  });

  test('of the deals that were there by as-of, closing later or not', () => {
    const world = worldOf({ deals }, { asOf: '2024-02-05' });
    expect(coverage([target('2024-02', {}, '100')], '2024-02', world)).toEqual(ratio(exact('70.5'), exact('100')));
    const earlier = worldOf({ deals }, { asOf: '2024-02-04' });
    expect(coverage([target('2024-02', {}, '100')], '2024-02', earlier)).toEqual(ratio(exact('50'), exact('100')));
  });

  test('equals a plain loop over the deals', () => {
    const anyTarget = fc.constantFrom('0', '10', '12.5', '100', '1234567.8902');
    fc.assert(
      fc.property(anyWorld, fc.oneof(fc.constant(null), anyAsOf), anyTarget, (unbounded, asOf, wanted) => {
        const world = { ...unbounded, asOf };
        const span = spanNamed('2024-02');
        fc.pre(spanOfData(world) !== null && stream(world, 'expected') !== null);
        fc.pre(hasColumn(world.tables.deals, 'amount'));
        const { kpis } = evaluated({ ...world, lookback: 12 }, [target('2024-02', {}, wanted)], '2024-02', []);
        const { open, won } = coverageParts(world, { span, member: null, isTrend: false });
        const left = exact(wanted) - exact(won);
        const met = { ...none('target-met'), numerator: open, denominator: textOf(left) };
        expect(shown(kpis)['pipeline-coverage']).toEqual(left > 0n ? ratio(exact(open), left) : met);
      }),
      runs(60),
    );
  });
});

describe('what stands open', () => {
  const stocks = ['open-pipeline', 'weighted-pipeline', 'sales-velocity'];
  const weighed = deals.map((deal) => ({ ...deal, probability: deal.amount === '7' ? '' : '0.5' }));
  const actual = (results: Parameters<typeof shown>[0], id: string) => shown(results)[id]?.actual;

  test.each(['2023-01', '2024-01', '2024-02', '2024-03', '2025', 'all'])('is shown in %s too', (period) => {
    const { kpis } = evaluateWorld(worldOf({ deals: weighed }), { period, by: [] });
    expect([actual(kpis, 'open-pipeline'), actual(kpis, 'weighted-pipeline')]).toEqual(['1077.5', '535.25']);
  });

  test('is compared with nothing: nobody knows what stood open then', () => {
    const world = worldOf({ deals: weighed });
    const { kpis } = evaluateWorld(world, { period: '2024-02', by: [], compare: 'previous' });
    for (const id of stocks) {
      expect([id, kpis.find((kpi) => kpi.id === id)?.compare]).toEqual([id, { actual: null, change: null }]);
    }
    const growth = stocks.map((id) => `${id}-growth`);
    const grown = evaluateWorld(world, { period: '2024-02', by: [], compare: 'previous', kpis: growth }).kpis;
    expect(grown.map(({ why }) => why)).toEqual(['no-data', 'no-data', 'no-data']);
  });

  test("is in the trend's entry of the data's last day only", () => {
    const { trend } = evaluateWorld(worldOf({ deals: weighed }), { period: '2024-02', by: [], grain: 'month' });
    const shownIn = (id: string) => trend.map(({ kpis }) => shown(kpis)[id]?.actual ?? shown(kpis)[id]?.why);
    expect(trend.map(({ period }) => period)).toEqual(['2024-01', '2024-02', '2024-03']);
    expect(shownIn('open-pipeline')).toEqual(['no-data', 'no-data', '1077.5']);
    expect(shownIn('weighted-pipeline')).toEqual(['no-data', 'no-data', '535.25']);
    // Nothing was won in March, so there is no pace to sell at.
    expect(shownIn('sales-velocity')).toEqual(['no-data', 'no-data', 'no-data']);
  });

  test('nothing open is 0 on the last day, not unknown', () => {
    const closed = weighed.filter(({ outcome }) => outcome !== 'open');
    const { trend, kpis } = evaluateWorld(worldOf({ deals: closed }), { period: '2024-01', by: [], grain: 'month' });
    expect(actual(kpis, 'open-pipeline')).toBe('0');
    expect(trend.map((entry) => actual(entry.kpis, 'open-pipeline'))).toEqual([null, '0']);
  });

  test('as of a day is what had been created by then', () => {
    const bounded = worldOf({ deals: weighed }, { asOf: '2024-02-05' });
    expect(actual(evaluateWorld(bounded, { period: '2024-02', by: [] }).kpis, 'open-pipeline')).toBe('70.5');
    const later = worldOf({ deals: weighed }, { asOf: '2024-12-31' });
    const { kpis, trend } = evaluateWorld(later, { period: '2024-02', by: [], grain: 'month' });
    expect([actual(kpis, 'open-pipeline'), actual(trend.at(-1)?.kpis ?? [], 'open-pipeline')]).toEqual([
      '1077.5',
      '1077.5',
    ]);
  });

  test('is of the members wanted', () => {
    const only = { dimension: 'rep', value: 'Ann' };
    expect(actual(evaluateWorld(worldOf({ deals: weighed }, { only }), { by: [] }).kpis, 'open-pipeline')).toBe('50');
  });

  test('without probability is told apart', () => {
    const { kpis } = evaluateWorld(worldOf({ deals: weighed }), { by: [] });
    expect(shown(kpis)['weighted-pipeline']).toMatchObject({
      cautions: ['without-probability'],
      details: { withoutProbability: '1' },
    });
  });
});

describe('growth of a ratio', () => {
  const won = (month: string, outcome: string) => ({
    outcome,
    amount: '10',
    createdDate: `${month}-01`,
    closeDate: `${month}-05`,
  });
  const growthFrom = (base: string) => {
    const world = worldOf({ deals: [won('2024-01', base), won('2024-02', 'won')] });
    const options = { period: '2024-02', by: [], compare: 'previous', kpis: ['win-rate', 'win-rate-growth'] };
    const { kpis } = evaluateWorld(world, options);
    return { growth: shown(kpis)['win-rate-growth'], compare: kpis[0]?.compare?.change?.units };
  };

  test('is the difference of the two', () => {
    expect(growthFrom('won').growth).toMatchObject({ actual: '0', why: null });
  });

  test('has no value from 0, where the difference stands in the comparison', () => {
    const { growth, compare } = growthFrom('lost');
    expect(growth).toMatchObject({ actual: null, why: 'negative-base' });
    expect(compare).toBeGreaterThan(0n);
  });
});
