import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decimal, toText } from '../../../src/lib/decimal.ts';
import { formatDay } from '../../../src/model/day.ts';
import { plainBridge, plainCohorts } from '../../oracle/plain/cohorts.ts';
import { spanNamed } from '../../oracle/plain/dates.ts';
import { exact, textOf, totalOf } from '../../oracle/plain/numbers.ts';
import { customerKey, spanOfData, type World } from '../../oracle/plain/world.ts';
import { anyAsOf, anyPeriod, anyWorld, runs } from '../../support/any-world.ts';
import { evaluateWorld, texts, worldOf } from '../../support/worlds.ts';

const anySold = anyWorld.filter(({ tables }) => tables.orders?.some(({ orderDate }) => orderDate) === true);

describe('cohorts', () => {
  test.each(['month', 'quarter', 'year'] as const)('by %s equal a plain loop over the sales', (grain) => {
    fc.assert(
      fc.property(anySold, anyAsOf, (unbounded, asOf) => {
        const world = { ...unbounded, asOf };
        fc.pre(spanOfData(world) !== null);
        const { cohorts } = evaluateWorld(world, { period: '2024-02', by: [], grain: 'year', cohorts: grain });
        expect(cohorts?.list ?? null).toEqual(plainCohorts(world, grain));
      }),
      runs(40),
    );
  });

  const orders = [
    { orderDate: '2023-11-20', customerId: 'a', amount: '5' },
    { orderDate: '2024-01-10', customerId: 'a', amount: '5' },
    { orderDate: '2024-01-11', customerId: 'b', amount: '-5' },
    { orderDate: '2024-01-12', customerId: 'c', amount: '0' },
    { orderDate: '2024-02-29', customerId: 'b', amount: '5' },
    { orderDate: '2024-02-29', customerId: 'c', amount: '-1' },
    { orderDate: '2024-03-31', customerId: 'c', amount: '1' },
    { orderDate: '2024-03-31', customerId: '', amount: '1' },
  ];

  test('a refund makes nobody a buyer, and an empty month is a cohort of nobody', () => {
    const world = worldOf({ orders });
    const { cohorts } = evaluateWorld(world, { period: '2024-03', by: [], cohorts: 'month' });
    expect(cohorts?.list.map(({ period, active, leftCensored }) => [period, active, leftCensored])).toEqual([
      ['2023-11', [1, 0, 1, 0, 0], true],
      ['2023-12', [0, 0, 0, 0], false],
      ['2024-01', [1, 0, 1], false],
      ['2024-02', [1, 0], false],
      ['2024-03', [0], false],
    ]);
  });

  test('what is not over yet is not mature', () => {
    const world = { ...worldOf({ orders }), asOf: '2024-02-29' };
    const { cohorts } = evaluateWorld(world, { period: '2024-01', by: [], cohorts: 'quarter' });
    expect(cohorts?.list.map(({ period, mature }) => [period, mature])).toEqual([
      ['2023-Q4', 1],
      ['2024-Q1', 0],
    ]);
  });

  test('are not told where they were not asked for, nor without customers', () => {
    expect(evaluateWorld(worldOf({ orders }), { by: [] }).cohorts).toBeNull();
    const anonymous = worldOf({ orders: orders.map((row) => ({ ...row, customerId: '' })) });
    expect(evaluateWorld(anonymous, { by: [], cohorts: 'month' }).cohorts).toBeNull();
  });
});

/** The bridge of the revenue, and what it is compared with. */
function bridgeOf(world: World, period: string, compare: string) {
  const { kpis, compare: compared } = evaluateWorld(world, { period, by: [], grain: 'year', compare });
  const revenue = kpis.find(({ id }) => id === 'revenue');
  const [parts] = [revenue && texts(revenue.details)['changeByCustomers']];
  const then = compared && { from: formatDay(compared.start), to: formatDay(compared.end) };
  const textOrZero = (value: Decimal | null | undefined) => (value ? toText(value) : '0');
  const change = exact(textOrZero(revenue?.actual)) - exact(textOrZero(revenue?.compare?.actual));
  return { parts, then, change: textOf(change) };
}

describe('the bridge of a change of revenue', () => {
  test('equals a plain loop over the customers, and adds up to the change', () => {
    fc.assert(
      fc.property(anySold, anyPeriod, fc.constantFrom('previous', 'year-ago'), (world, period, compare) => {
        const { parts, then, change } = bridgeOf(world, period, compare);
        const isKnown = then !== null && customerKey(world) !== null;
        expect(parts).toEqual(isKnown ? plainBridge(world, spanNamed(period), then) : undefined);
        const added = Object.values(isKnown ? plainBridge(world, spanNamed(period), then) : {}).map(exact);
        if (isKnown) expect(textOf(totalOf(added))).toBe(change);
      }),
      runs(80),
    );
  });

  test('tells new, returned, grown, shrunk and lost customers apart', () => {
    const orders = [
      { orderDate: '2023-05-01', customerId: 'back', amount: '1' },
      { orderDate: '2024-01-05', customerId: 'more', amount: '10' },
      { orderDate: '2024-01-05', customerId: 'less', amount: '10' },
      { orderDate: '2024-01-05', customerId: 'gone', amount: '10' },
      { orderDate: '2024-01-05', customerId: '', amount: '7' },
      { orderDate: '2024-02-05', customerId: 'more', amount: '15' },
      { orderDate: '2024-02-05', customerId: 'less', amount: '0.5' },
      { orderDate: '2024-02-29', customerId: 'new', amount: '3' },
      { orderDate: '2024-02-29', customerId: 'back', amount: '4' },
    ];
    const { parts } = bridgeOf(worldOf({ orders }), '2024-02', 'previous');
    expect(parts).toEqual({
      fromNew: '3',
      fromReturned: '4',
      fromGrown: '5',
      fromShrunk: '-9.5',
      fromLost: '-10',
      withoutCustomer: '-7',
    });
  });

  test('who is stated to have bought in the time compared with is not new, though no row shows it', () => {
    const world = worldOf(
      {
        orders: [
          { orderDate: '2024-01-02', customerId: 'z', amount: '1' },
          { orderDate: '2024-02-05', customerId: 'a', amount: '2' },
          // The month is over, so all of January is compared with.
          { orderDate: '2024-02-29', customerId: 'z', amount: '1' },
        ],
      },
      { firstOrderDays: { a: '2024-01-20' } },
    );
    expect(bridgeOf(world, '2024-02', 'previous').parts).toMatchObject({ fromNew: '0', fromReturned: '2' });
  });

  test('is not told without a comparison', () => {
    const world = worldOf({ orders: [{ orderDate: '2024-01-05', customerId: 'a', amount: '10' }] });
    expect(bridgeOf(world, '2024-01', 'none').parts).toBeUndefined();
  });
});
