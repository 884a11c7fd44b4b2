/** Sharp edges of the KPIs of deals, worked by hand from contract.md §4 and kpis.md §3-C. */
import { describe, expect, test } from 'vitest';
import { evaluateWorld, shown, worldOf } from '../../../support/worlds.ts';

/** `won 2024-02-01 2024-02-11 10`: outcome, created, closed, amount; `-` is a blank cell. */
function dealt(lines: readonly string[]) {
  return lines.map((line) => {
    const [outcome = '', createdDate = '', closeDate = '', amount = ''] = line
      .split(' ')
      .map((cell) => (cell === '-' ? '' : cell));
    return { outcome, createdDate, closeDate, amount };
  });
}

function resultOf(id: string, lines: readonly string[], asOf: string | null = null) {
  const world = worldOf({ deals: dealt(lines) }, { asOf });
  return shown(evaluateWorld(world, { period: '2024-02', by: [], grain: 'year' }).kpis)[id];
}

describe('win rates', () => {
  test('leave open deals out', () => {
    const lines = ['won 2024-01-01 2024-02-01 30', 'lost 2024-01-01 2024-02-29 10', 'open 2024-02-01 - 99'];
    expect(resultOf('win-rate', lines)).toMatchObject({ numerator: '1', denominator: '2', actual: '0.5' });
    expect(resultOf('win-rate-by-value', lines)).toMatchObject({ numerator: '30', denominator: '40', actual: '0.75' });
  });

  test('over nothing are undefined, without a win 0', () => {
    const march = ['won 2024-02-01 2024-03-01 30'];
    expect(resultOf('win-rate', march)).toMatchObject({ actual: null, why: 'zero-denominator', denominator: '0' });
    expect(resultOf('win-rate', [...march, 'lost - 2024-02-01 -'])).toMatchObject({ actual: '0', why: null });
    expect(resultOf('win-rate-by-value', [...march, 'lost - 2024-02-01 -'])).toMatchObject({ why: 'zero-denominator' });
  });

  test('by value have no share of a negative whole', () => {
    const lines = ['won 2024-01-01 2024-02-01 30', 'lost 2024-01-01 2024-02-29 -40'];
    expect(resultOf('win-rate-by-value', lines)).toMatchObject({
      actual: null,
      why: 'negative-base',
      denominator: '-10',
    });
  });

  test('by creation count open deals as not won yet, with a caution', () => {
    const lines = [
      'won 2024-02-01 2024-05-01 1',
      'lost 2024-02-02 2024-02-03 1',
      'open 2024-02-29 - 1',
      '- 2024-01-31 - 1',
    ];
    const rate = { numerator: '1', denominator: '3', actual: '0.333333', cautions: ['immature'] };
    expect(resultOf('created-win-rate', lines)).toMatchObject(rate);
    expect(resultOf('created-win-rate', lines.slice(0, 2))).toMatchObject({ actual: '0.5', cautions: [] });
    // By the end of April it was not won yet.
    const april = { numerator: '0', denominator: '2', cautions: ['immature'] };
    expect(resultOf('created-win-rate', lines.slice(0, 2), '2024-04-30')).toMatchObject(april);
  });
});

describe('sales-cycle', () => {
  const took = (...days: readonly number[]) =>
    days.map((count) => {
      const created = new Date(Date.UTC(2024, 1, 28 - count)).toISOString().slice(0, 10);
      return `won ${created} 2024-02-28 1`;
    });

  test.each([
    [[7], '7', '7', '7'],
    [[1, 4], '2.5', '1.75', '3.25'],
    [[1, 2, 9], '2', '1.5', '5.5'],
    [[0, 1, 3, 10], '2', '0.75', '4.75'],
    [[100, 9, 20, 3, 50], '20', '9', '50'],
  ])('of %j days has the median %s and the quartiles %s and %s', (days, median, p25, p75) => {
    expect(resultOf('sales-cycle', took(...days))).toMatchObject({ actual: median, details: { p25, p75 } });
  });

  test('counts the same day as 0 and leaves out what ends before it begins', () => {
    const lines = [...took(0, 5), 'won 2024-02-20 2024-02-10 1', 'won - 2024-02-10 1', 'lost 2023-01-01 2024-02-10 1'];
    expect(resultOf('sales-cycle', lines)?.actual).toBe('2.5');
    expect(resultOf('sales-cycle-mean', lines)).toMatchObject({ numerator: '5', denominator: '2', actual: '2.5' });
    expect(resultOf('deals-won', lines)?.actual).toBe('4');
  });

  test('goes over a leap day', () => {
    expect(resultOf('sales-cycle', ['won 2023-02-28 2024-02-29 1'])?.actual).toBe('366');
  });

  test('of nothing won is unknown', () => {
    expect(resultOf('sales-cycle', ['lost 2024-02-01 2024-02-02 1'])).toMatchObject({ actual: null, why: 'no-data' });
    expect(resultOf('sales-cycle-mean', ['lost 2024-02-01 2024-02-02 1'])?.why).toBe('no-data');
  });
});

describe('average-deal-size', () => {
  test('is over won deals with an amount, 0 being one', () => {
    const lines = ['won - 2024-02-01 10', 'won - 2024-02-02 0', 'won - 2024-02-03 -', 'lost - 2024-02-04 90'];
    expect(resultOf('average-deal-size', lines)).toMatchObject({ numerator: '10', denominator: '2', actual: '5' });
  });

  test('of none is 0 ÷ 0', () => {
    const none = { numerator: '0', denominator: '0', why: 'zero-denominator' };
    expect(resultOf('average-deal-size', ['won - 2024-02-03 -'])).toMatchObject(none);
  });
});

describe('sales-velocity', () => {
  test('is one quotient of exact parts', () => {
    // 3 open × 2 ÷ 3 won × (100 ÷ 1 with an amount) ÷ (7 ÷ 2 days) = 57.142857…
    const lines = [
      'open 2024-01-01 - 1',
      'open - - -',
      'open 2024-02-28 - 1',
      'won 2024-02-01 2024-02-04 100',
      'won 2024-02-01 2024-02-05 -',
      'lost 2024-02-01 2024-02-09 5',
    ];
    expect(resultOf('sales-velocity', lines)?.actual).toBe('57.142857');
  });

  test('over a cycle of no day is undefined', () => {
    const lines = ['open 2024-01-01 - 1', 'won 2024-02-01 2024-02-01 100'];
    expect(resultOf('sales-velocity', lines)).toMatchObject({ actual: null, why: 'zero-denominator' });
  });
});

describe('weighted-pipeline', () => {
  test('takes deals with both, 0 % being one', () => {
    const deals = [
      { outcome: 'open', createdDate: '2024-02-01', amount: '1000', probability: '0.333' },
      { outcome: 'open', createdDate: '2024-02-01', amount: '500', probability: '0' },
      { outcome: 'open', createdDate: '2024-02-01', amount: '500', probability: '' },
      { outcome: 'open', createdDate: '2024-02-01', amount: '', probability: '0.5' },
      { outcome: 'won', createdDate: '2024-02-01', amount: '70', probability: '1' },
    ];
    const { kpis } = evaluateWorld(worldOf({ deals }), { period: '2024-02', by: [] });
    expect(shown(kpis)['weighted-pipeline']).toMatchObject({
      actual: '333',
      cautions: ['without-probability'],
      details: { withoutProbability: '2' },
    });
    expect(shown(kpis)['open-pipeline']).toMatchObject({ actual: '2000', details: { withoutAmount: '1' } });
  });
});
