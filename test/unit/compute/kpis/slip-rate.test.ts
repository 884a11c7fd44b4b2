/** Deals that an earlier export expected in a period, and where they went. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withEarlierDeals } from '../../../../src/compute/earlier-deals.ts';
import { evaluateDataSet } from '../../../../src/compute/evaluate.ts';
import type { ComputeOptions } from '../../../../src/model/options.ts';
import { exact, none, ratio, whole } from '../../../oracle/plain/numbers.ts';
import { runs } from '../../../support/any-world.ts';
import { dataSetOfRows, type FactRow } from '../../../support/facts.ts';
import { shown } from '../../../support/worlds.ts';

const open = (dealId: string, expectedCloseDate: string, rep = 'Ann'): FactRow => ({
  dealId,
  rep,
  outcome: 'open',
  createdDate: '2024-01-05',
  closeDate: '',
  expectedCloseDate,
});
const closed = (dealId: string, outcome: string, closeDate: string, rep = 'Ann'): FactRow => ({
  ...open(dealId, '', rep),
  outcome,
  closeDate,
});

function evaluated(then: readonly FactRow[], now: readonly FactRow[], options: ComputeOptions = {}) {
  const data = withEarlierDeals(dataSetOfRows({ deals: now }), dataSetOfRows({ deals: then }), 'old.csv');
  return evaluateDataSet(data, { period: '2024-02', by: [['rep']], compare: 'none', ...options });
}

const slip = (...args: Parameters<typeof evaluated>) => shown(evaluated(...args).kpis)['slip-rate'];

describe('slip-rate', () => {
  test('is of the deals expected in the period those that closed, or are expected, after it', () => {
    const then = [open('1', '2024-02-01'), open('2', '2024-02-29'), open('3', '2024-02-10'), open('4', '2024-03-01')];
    const now = [closed('1', 'won', '2024-02-29'), closed('2', 'won', '2024-03-01'), open('3', '2024-04-01')];
    expect(slip(then, [...now, closed('4', 'won', '2024-05-01')])).toEqual(ratio(whole(2), whole(3)));
  });

  test('a deal lost in the period did not slip, one that is open without a date did', () => {
    const then = [open('1', '2024-02-01'), open('2', '2024-02-02'), open('3', '2024-02-03')];
    const now = [closed('1', 'lost', '2024-02-20'), open('2', ''), open('3', '2024-02-28')];
    expect(slip(then, now)).toEqual(ratio(whole(1), whole(3)));
  });

  test('new deals and deals that were closed before are not in it; ids are compared trimmed and width-folded', () => {
    const then = [open('Ａ１ ', '2024-02-01'), closed('B', 'won', '2024-02-01')];
    const now = [open('A1', '2024-03-01'), closed('B', 'won', '2024-03-01'), open('C', '2024-02-11')];
    expect(slip(then, now)).toEqual(ratio(whole(1), whole(1)));
  });

  test('by person as the later export has them, and in the trend', () => {
    const then = [open('1', '2024-02-01', 'Bo'), open('2', '2024-02-02', 'Bo'), open('3', '2024-03-02', 'Bo')];
    const now = [open('1', '2024-03-01', 'Ann'), closed('2', 'won', '2024-02-02', 'Bo'), open('3', '2024-04-01', 'Bo')];
    const { breakdown, trend } = evaluated(then, now, { grain: 'month' });
    const members = breakdown.map((entry) => [entry.by['rep'], shown(entry.kpis)['slip-rate']?.actual]);
    expect(members).toEqual([
      ['Ann', '1'],
      ['Bo', '0'],
    ]);
    const months = trend.map(({ period, kpis }) => [period, shown(kpis)['slip-rate']?.actual]);
    expect(months).toEqual([
      ['2024-01', null],
      ['2024-02', '0.5'],
    ]);
  });

  test('deals that the later export has no more are told once', () => {
    const then = [open('1', '2024-02-01'), open('2', '2024-02-01'), open('3', '2024-02-01')];
    const { problems, kpis } = evaluated(then, [open('1', '2024-02-01')]);
    expect(problems).toMatchObject([{ code: 'deals/gone', params: { deals: 2, example: '2' } }]);
    expect(shown(kpis)['slip-rate']).toEqual(ratio(whole(0), whole(1)));
  });

  test('is not chosen without an earlier export, and asking for it says what to give', () => {
    const data = dataSetOfRows({ deals: [open('1', '2024-02-01')] });
    const { kpis, notComputed } = evaluateDataSet(data, { period: '2024-02', by: [] });
    expect([...kpis, ...notComputed].map(({ id }) => id)).not.toContain('slip-rate');
    expect(() => evaluateDataSet(data, { kpis: ['slip-rate'] })).toThrow('kpi/needs-earlier');
  });

  test('an earlier export without ids or without expected dates cannot be compared', () => {
    const now = [open('1', '2024-02-01')];
    expect(() => evaluated([{ outcome: 'open', expectedCloseDate: '2024-02-01' }], now)).toThrow('not-comparable');
    expect(() => evaluated([open('1', '')], now)).toThrow('deals/not-comparable');
  });

  test('equals a plain loop', () => {
    const day = fc.constantFrom('', '2024-01-31', '2024-02-01', '2024-02-29', '2024-03-01');
    const id = fc.constantFrom('1', '2', '3', '4', '5');
    const anyOpen = fc.tuple(id, day).map(([dealId, expected]) => open(dealId, expected));
    const anyClosed = fc
      .tuple(id, fc.constantFrom('won', 'lost'), day)
      .map(([dealId, outcome, closeDate]) => closed(dealId, outcome, closeDate));
    const distinct = { selector: ({ dealId }: FactRow) => dealId, minLength: 1 };
    const anyDeals = fc.uniqueArray(fc.oneof(anyOpen, anyClosed), distinct);
    fc.assert(
      fc.property(anyDeals, anyDeals, (then, now) => {
        fc.pre(then.some(({ outcome, expectedCloseDate }) => outcome === 'open' && expectedCloseDate !== ''));
        const planned = then.filter(({ outcome, expectedCloseDate: date = '' }) => {
          return outcome === 'open' && date >= '2024-02-01' && date <= '2024-02-29';
        });
        const found = planned.flatMap(({ dealId }) => now.filter((deal) => deal['dealId'] === dealId));
        const slipped = found.filter(({ outcome, closeDate = '', expectedCloseDate = '' }) =>
          outcome === 'open' ? expectedCloseDate === '' || expectedCloseDate > '2024-02-29' : closeDate > '2024-02-29',
        );
        const expected = ratio(exact(String(slipped.length)), exact(String(found.length)));
        expect(slip(then, now)).toEqual(found.length === 0 ? { ...expected, ...zeroOver } : expected);
      }),
      runs(100),
    );
  });
});

const { actual, why } = none('zero-denominator');
const zeroOver = { actual, why };
