/** Sharp edges of the customer KPIs, worked by hand from contract.md §4 and kpis.md §3-B. */
import { describe, expect, test } from 'vitest';
import { evaluateWorld, shown, worldOf } from '../../../support/worlds.ts';

/** `a 2024-02-01 10 o1`: customer, day, amount and, where there is one, order. `-` is nobody. */
function sold(lines: readonly string[]) {
  return lines.map((line) => {
    const [customer = '', orderDate = '', amount = '', orderId = ''] = line.split(' ');
    return { customerId: customer === '-' ? '' : customer, orderDate, amount, orderId };
  });
}

function results(period: string, lines: readonly string[], more: Parameters<typeof worldOf>[1] = {}) {
  return shown(evaluateWorld(worldOf({ orders: sold(lines) }, more), { period, by: [], grain: 'year' }).kpis);
}

/** Numerator, denominator and value, or why there is none. */
function ratioOf(id: string, period: string, lines: readonly string[]): readonly (string | null | undefined)[] {
  const result = results(period, lines)[id];
  return [result?.numerator, result?.denominator, result?.actual ?? result?.why];
}

describe('customer-retention and customer-churn', () => {
  const lines = ['a 2024-01-05 10', 'b 2024-01-06 10', 'c 2024-01-07 10', 'a 2024-02-01 10', 'd 2024-02-02 10'];

  test('of those active before, who is active again', () => {
    expect(ratioOf('customer-retention', '2024-02', lines)).toEqual(['1', '3', '0.333333']);
    expect(ratioOf('customer-churn', '2024-02', lines)).toEqual(['2', '3', '0.666667']);
  });

  test('the preceding period is of the same kind: of a quarter the quarter, of a range as many days', () => {
    expect(ratioOf('customer-retention', '2024-Q1', ['a 2023-10-01 1', 'b 2023-09-30 1', 'a 2024-03-31 1'])).toEqual([
      '1',
      '1',
      '1',
    ]);
    const days = ['z 2024-01-01 1', 'a 2024-02-09 1', 'b 2024-02-10 1', 'b 2024-02-20 1', 'a 2024-02-20 1'];
    expect(ratioOf('customer-retention', '2024-02-15..2024-02-19', days)).toEqual(['0', '1', '0']);
  });

  test('who only gave back is not retained, and was not there before', () => {
    const refunds = ['a 2024-01-05 10', 'b 2024-01-05 -1', 'a 2024-02-01 -10', 'b 2024-02-01 5'];
    expect(ratioOf('customer-retention', '2024-02', refunds)).toEqual(['0', '1', '0']);
  });

  test('nobody there before is 0 ÷ 0, a time before the data is unknown', () => {
    expect(ratioOf('customer-retention', '2024-03', ['a 2024-01-05 10', 'a 2024-03-05 10'])).toEqual([
      '0',
      '0',
      'zero-denominator',
    ]);
    expect(ratioOf('customer-retention', '2024-01', lines)).toEqual([null, null, 'no-data']);
  });

  test('nobody back is 0, not unknown', () => {
    expect(ratioOf('customer-retention', '2024-02', ['a 2024-01-05 10'])).toEqual(['0', '1', '0']);
  });
});

describe('net- and gross-revenue-retention', () => {
  test('growth counts in net, never in gross; new customers in neither', () => {
    const lines = ['a 2024-01-05 100', 'b 2024-01-05 50', 'a 2024-02-05 180', 'b 2024-02-05 20', 'c 2024-02-05 999'];
    expect(ratioOf('net-revenue-retention', '2024-02', lines)).toEqual(['200', '150', '1.333333']);
    expect(ratioOf('gross-revenue-retention', '2024-02', lines)).toEqual(['120', '150', '0.8']);
  });

  test('who gives back more than they buy counts 0 in gross, all of it in net', () => {
    const lines = ['a 2024-01-05 100', 'a 2024-02-05 5', 'a 2024-02-06 -45'];
    expect(ratioOf('net-revenue-retention', '2024-02', lines)).toEqual(['-40', '100', '-0.4']);
    expect(ratioOf('gross-revenue-retention', '2024-02', lines)).toEqual(['0', '100', '0']);
  });

  test('nor is any of 13 digits after the point', () => {
    const lines = ['a 2024-01-05 0.1234567890123', 'b 2024-01-05 1', 'a 2024-02-05 -0.1234567890123', 'b 2024-02-05 1'];
    expect(ratioOf('gross-revenue-retention', '2024-02', lines)).toEqual(['1', '1.1234567890123', '0.89011']);
  });

  test('a base that is negative or nothing has no retention', () => {
    const negative = ['a 2024-01-05 5', 'a 2024-01-06 -20', 'a 2024-02-05 10'];
    expect(ratioOf('net-revenue-retention', '2024-02', negative)).toEqual(['10', '-15', 'negative-base']);
    expect(ratioOf('gross-revenue-retention', '2024-02', negative)).toEqual(['-15', '-15', 'negative-base']);
    const even = ['a 2024-01-05 5', 'a 2024-01-06 -5', 'a 2024-02-05 10'];
    expect(ratioOf('net-revenue-retention', '2024-02', even)).toEqual(['10', '0', 'zero-denominator']);
  });

  test('anonymous money is in neither', () => {
    const lines = ['a 2024-01-05 10', '- 2024-01-05 90', 'a 2024-02-05 10', '- 2024-02-05 1'];
    expect(ratioOf('net-revenue-retention', '2024-02', lines)).toEqual(['10', '10', '1']);
  });

  test('sums of 13 digits after the point are exact', () => {
    const lines = ['a 2024-01-05 0.1234567890123', 'a 2024-01-06 9007199254740.9', 'a 2024-02-05 0.0000000000001'];
    expect(ratioOf('net-revenue-retention', '2024-02', lines)).toEqual([
      '0.0000000000001',
      '9007199254741.0234567890123',
      '0',
    ]);
  });
});

describe('reactivated-customers', () => {
  const back = (lines: readonly string[], period = '2024-02') => {
    const result = results(period, ['z 2022-01-01 1', ...lines])['reactivated-customers'];
    return result?.actual ?? result?.why;
  };

  test('the twelve months before the period are quiet, to the day', () => {
    expect(back(['a 2023-02-01 1', 'a 2024-02-10 1'])).toBe('0');
    expect(back(['a 2023-01-31 1', 'a 2024-02-10 1'])).toBe('1');
    expect(back(['a 2023-01-31 1', 'a 2024-01-31 1', 'a 2024-02-10 1'])).toBe('0');
  });

  test('of a period that begins within a month they begin on its day', () => {
    const period = '2024-02-15..2024-02-29';
    expect(back(['a 2023-02-14 1', 'a 2024-02-20 1'], period)).toBe('1');
    expect(back(['a 2023-02-15 1', 'a 2024-02-20 1'], period)).toBe('0');
    expect(back(['a 2023-02-27 1', 'a 2024-02-29 1'], '2024-02-29..2024-03-31')).toBe('1');
    expect(back(['a 2023-02-28 1', 'a 2024-02-29 1'], '2024-02-29..2024-03-31')).toBe('0');
  });

  test('a refund keeps nobody and brings nobody back', () => {
    expect(back(['a 2022-12-01 1', 'a 2023-06-01 -1', 'a 2024-02-10 1'])).toBe('1');
    expect(back(['a 2022-12-01 1', 'a 2024-02-10 -1'])).toBe('0');
  });

  test('cannot be known from a history of less than twelve months', () => {
    const short = results('2024-02', ['a 2023-02-01 1', 'a 2024-02-10 1'])['reactivated-customers'];
    expect(short?.why).toBe('left-censored');
    expect(results('2023-02', ['a 2023-02-01 1'])['reactivated-customers']?.why).toBe('no-data');
  });
});

describe('new-customers', () => {
  test('by the first row that is not negative', () => {
    const lines = ['z 2022-12-01 1', 'a 2024-01-10 -5', 'a 2024-02-10 5', 'b 2024-02-11 0', 'c 2024-02-12 -1'];
    expect(results('2024-02', lines)['new-customers']).toMatchObject({ actual: '2', cautions: [] });
  });

  test('with a caution until the history is twelve months long', () => {
    const cautions = (first: string) => results('2024-02', [`z ${first} 1`, 'a 2024-02-10 5'])['new-customers'];
    expect(cautions('2023-02-28')).toMatchObject({ actual: '1', cautions: [], details: { lookbackDays: '338' } });
    expect(cautions('2023-03-01')).toMatchObject({ actual: '1', cautions: ['short-history'] });
  });

  test('and as long as customers usually stay away', () => {
    // One gap of 420 days: the 95th percentile of one.
    const lines = ['z 2023-01-15 1', 'z 2024-03-10 1', 'a 2024-02-10 5'];
    expect(results('2024-02', lines)['new-customers']?.cautions).toEqual(['short-history']);
    // A refund between two purchases ends no gap.
    expect(results('2024-02', [...lines, 'z 2023-08-01 -1'])['new-customers']?.cautions).toEqual(['short-history']);
    expect(results('2024-02', [...lines, 'z 2023-08-01 1'])['new-customers']?.cautions).toEqual([]);
  });

  test('is unknown for the first period of the data, unless told otherwise or stated', () => {
    const lines = ['a 2024-02-01 5', 'b 2024-02-10 5'];
    expect(results('2024-02', lines)['new-customers']).toMatchObject({ actual: null, why: 'left-censored' });
    expect(results('2024-02', lines, { lookback: 0 })['new-customers']?.actual).toBe('2');
    const stated = { firstOrderDays: { a: '2019-05-01' } };
    expect(results('2024-02', lines, stated)['new-customers']).toMatchObject({ actual: '1', cautions: [] });
  });

  test('a row of the data before the stated first order is the first order', () => {
    const stated = { firstOrderDays: { a: '2024-02-20' } };
    const lines = ['a 2024-01-05 5', 'a 2024-02-10 5'];
    expect(results('2024-02', lines, stated)['new-customers']?.actual).toBe('0');
    expect(results('2024-01', lines, stated)['new-customers']?.actual).toBe('1');
  });
});

describe('repeat-purchase-rate and returning-customer-rate', () => {
  test('two orders in the period, a row without an id being one', () => {
    const lines = [
      'a 2024-02-01 1 o1',
      'a 2024-02-01 1 o1',
      'b 2024-02-01 1 o2',
      'b 2024-02-09 1 o3',
      'c 2024-02-01 1',
      'c 2024-02-01 1',
      'd 2024-02-01 1 o4',
      'd 2024-02-01 1',
      'e 2024-01-31 1 o5',
      'e 2024-02-01 1 o6',
    ];
    expect(ratioOf('repeat-purchase-rate', '2024-02', lines)).toEqual(['3', '5', '0.6']);
  });

  test('an order given back is an order, but makes nobody active', () => {
    expect(ratioOf('repeat-purchase-rate', '2024-02', ['a 2024-02-01 5 o1', 'a 2024-02-02 -5 o2'])).toEqual([
      '1',
      '1',
      '1',
    ]);
    expect(ratioOf('repeat-purchase-rate', '2024-02', ['a 2024-02-01 -5 o1', 'a 2024-02-02 -5 o2'])).toEqual([
      '0',
      '0',
      'zero-denominator',
    ]);
  });

  test('ever before, however long ago', () => {
    const lines = [
      'a 2020-01-01 1',
      'b 2024-02-01 1',
      'b 2024-02-02 1',
      'a 2024-02-03 1',
      'c 2024-01-03 -1',
      'c 2024-02-03 1',
    ];
    expect(ratioOf('returning-customer-rate', '2024-02', lines)).toEqual(['1', '3', '0.333333']);
    expect(ratioOf('returning-customer-rate', '2020-01', lines)).toEqual([null, null, 'no-data']);
  });
});

describe('the customer key', () => {
  test('is chosen per table: a row without an id is anonymous though it has a name', () => {
    const orders = [
      { orderDate: '2024-02-01', amount: '1', customerId: 'a', customerName: 'Ada' },
      { orderDate: '2024-02-01', amount: '1', customerId: '', customerName: 'Bob' },
    ];
    const { kpis } = evaluateWorld(worldOf({ orders }), { period: '2024-02', by: [] });
    expect(shown(kpis)['active-customers']?.actual).toBe('1');
  });
});
