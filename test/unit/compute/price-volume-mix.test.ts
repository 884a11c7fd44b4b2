/** Price, volume and mix: hand-made examples, and that the parts are the whole to the last digit. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOfChange, type Sold } from '../../../src/compute/price-volume-mix.ts';
import { type Decimal, decimal, decimalFromText, multiply, subtract, sum, toText } from '../../../src/lib/decimal.ts';
import { isAmounts } from '../../../src/model/evaluation.ts';
import { evaluateWorld, worldOf } from '../../support/worlds.ts';

type Period = readonly [money: string, quantity: string];

function sold(then: Period | null, now: Period | null, isNamed = true): Sold {
  const side = (period: Period | null) => ({
    money: decimalFromText(period?.[0] ?? '0'),
    quantity: decimalFromText(period?.[1] ?? '0'),
    rows: period === null ? 0 : 1,
  });
  return { before: side(then), now: side(now), isNamed };
}

function shown(products: readonly Sold[], scale = 2): Record<string, string> {
  const parts: Readonly<Record<string, Decimal>> = { ...partsOfChange(products, scale) };
  return Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, toText(value)]));
}

describe('parts', () => {
  test('a dearer product is price', () => {
    expect(shown([sold(['100', '10'], ['120', '10'])])).toMatchObject({
      fromPrice: '20',
      fromVolume: '0',
      fromMix: '0',
    });
  });

  test('more of all products in the same shares is volume', () => {
    const products = [sold(['100', '10'], ['150', '15']), sold(['40', '20'], ['60', '30'])];
    expect(shown(products)).toMatchObject({ fromPrice: '0', fromVolume: '70', fromMix: '0' });
  });

  test('more of the dear product and as much less of the cheap one is mix', () => {
    const products = [sold(['100', '10'], ['150', '15']), sold(['20', '10'], ['10', '5'])];
    expect(shown(products)).toMatchObject({ fromPrice: '0', fromVolume: '0', fromMix: '40' });
  });

  test('all three at once, rounded so that they still add up', () => {
    // p0 = 10/3 and 2; q 3 → 4, 5 → 7: at old prices 13.33 + 14 = 27.33; volume 20 × 11/8 − 20 = 7.5.
    const products = [sold(['10', '3'], ['15', '4']), sold(['10', '5'], ['14', '7'])];
    expect(shown(products)).toMatchObject({ fromPrice: '1.67', fromVolume: '7.5', fromMix: '-0.17' });
  });

  test('products that came and went are apart, and what has no price goes to the others', () => {
    const products = [
      sold(null, ['30', '3']),
      sold(['20', '2'], null),
      sold(['50', '5'], ['40', '4'], false),
      sold(['10', '0'], ['12', '1']),
      sold(['9', '3'], ['-3', '-1']),
    ];
    expect(shown(products)).toMatchObject({
      fromNewProducts: '30',
      fromGoneProducts: '-20',
      fromOthers: '-20',
      fromPrice: '0',
    });
  });

  test('nothing sold in both periods', () => {
    expect(shown([])).toEqual({
      fromPrice: '0',
      fromVolume: '0',
      fromMix: '0',
      fromNewProducts: '0',
      fromGoneProducts: '0',
      fromOthers: '0',
    });
  });
});

const anyAmount = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }).map((cents) => decimal(cents, 2));
const anyQuantity = fc.integer({ min: -50, max: 5_000 }).map((units) => decimal(units));
const anySide = fc.record({ money: anyAmount, quantity: anyQuantity, rows: fc.constantFrom(0, 1, 7) });
const anySold = fc.record({ before: anySide, now: anySide, isNamed: fc.boolean() }).map(withoutRows);

/** A product without rows has neither money nor quantity. */
function withoutRows({ before, now, isNamed }: Sold): Sold {
  const side = (of: Sold['before']) => (of.rows === 0 ? { money: decimal(0), quantity: decimal(0), rows: 0 } : of);
  return { before: side(before), now: side(now), isNamed };
}

test('the parts add up to the change, whatever was sold', () => {
  fc.assert(
    fc.property(fc.array(anySold, { maxLength: 12 }), (products) => {
      const change = subtract(
        sum(products.map(({ now }) => now.money)),
        sum(products.map(({ before }) => before.money)),
      );
      expect(toText(sum(Object.values(partsOfChange(products, 2))))).toBe(toText(change));
    }),
  );
});

test('prices that all change by one factor leave nothing to mix that was not there', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 99 })), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.integer({ min: 1, max: 5 }),
      (products, factor) => {
        const same = products.map(([price, quantity]): Sold => {
          const money = decimal(price * quantity);
          const [then, now] = [money, multiply(money, decimal(factor))];
          return {
            before: { money: then, quantity: decimal(quantity), rows: 1 },
            now: { money: now, quantity: decimal(quantity), rows: 1 },
            isNamed: true,
          };
        });
        const { fromVolume, fromMix } = partsOfChange(same, 2);
        expect([toText(fromVolume), toText(fromMix)]).toEqual(['0', '0']);
      },
    ),
  );
});

const anyRow = fc.record({
  orderDate: fc.constantFrom('2024-01-10', '2024-02-10', ''),
  product: fc.constantFrom('Tea', 'Cup', 'Pot', ''),
  amount: fc.constantFrom('10', '12.5', '-3', '99.99', '0.0001', '0.1234567890123', ''),
  quantity: fc.constantFrom('1', '2.5', '-1', '0', '7', ''),
});

test('of an evaluation the parts add up to the change of revenue, rows without quantity or product included', () => {
  let told = 0;
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 4, maxLength: 20 }), (orders) => {
      // Nothing dated is nothing to evaluate.
      fc.pre(orders.some(({ orderDate }) => orderDate !== ''));
      const { kpis } = evaluateWorld(worldOf({ orders }), { period: '2024-02', by: [], compare: 'previous' });
      const revenue = kpis.find(({ id }) => id === 'revenue');
      const parts = revenue?.details['changeByPriceVolumeMix'];
      if (!revenue?.actual || !isAmounts(parts)) return;
      told += 1;
      const change = subtract(revenue.actual, revenue.compare?.actual ?? decimal(0));
      expect(toText(sum(Object.values(parts).flatMap((part) => part ?? [])))).toBe(toText(change));
    }),
  );
  expect(told).toBeGreaterThan(0);
});
