import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupCut, wholeCut } from '../../../src/compute/cut.ts';
import { groupBy } from '../../../src/compute/grouping.ts';
import { historyOf } from '../../../src/compute/history.ts';
import type { Kpi, Measure } from '../../../src/compute/kpi.ts';
import { kpis } from '../../../src/compute/kpis/index.ts';
import { streamsOf } from '../../../src/compute/streams.ts';
import { add, type Decimal, decimal, decimalFromText, sum, toText, zero } from '../../../src/lib/decimal.ts';
import { parsePeriod } from '../../../src/model/period.ts';
import { dataSetOf, type FactRow, ordersOf } from '../../support/facts.ts';

const period = parsePeriod('2024-02') ?? { id: '', grain: 'month', start: 0, end: 0 };

const amounts = fc.constantFrom('10', '0', '12.5', '-3', '99.99', '0.0001', '1234567.8901', '0.123456789012', '-7.25');
const names = (prefix: string, count: number) =>
  fc.integer({ min: 0, max: count }).map((n) => (n === 0 ? '' : `${prefix}${n}`));

const anyRow: fc.Arbitrary<FactRow> = fc.record({
  orderId: names('o', 6),
  orderDate: fc.constantFrom(
    '2023-01-15',
    '2024-01-05',
    '2024-01-31',
    '2024-02-01',
    '2024-02-14',
    '2024-02-29',
    '2024-03-01',
  ),
  customerId: names('c', 5),
  rep: names('r', 3),
  amount: amounts,
  quantity: fc.constantFrom('1', '2.5', '-1', ''),
  unitPrice: fc.constantFrom('5', '7.77', ''),
  cost: fc.constantFrom('3', '0.5', ''),
  profit: fc.constantFrom('1', '-2', ''),
});

// One row makes sure that all columns are there.
const full: FactRow = {
  orderId: 'o1',
  orderDate: '2023-01-15',
  customerId: 'c1',
  rep: 'r1',
  amount: '10',
  quantity: '1',
  unitPrice: '5',
  cost: '3',
  profit: '1',
};
const anyOrders = fc.array(anyRow, { maxLength: 25 }).map((rows) => [full, ...rows]);

function measureWhole(kpi: Kpi, rows: readonly FactRow[]): Measure | undefined {
  const streams = streamsOf(dataSetOf(ordersOf(rows)), {});
  const slice = wholeCut(streams, period).slice(kpi.stream);
  return slice ? kpi.measure(slice, historyOf(streams, 12))[0] : undefined;
}

function measureByRep(kpi: Kpi, rows: readonly FactRow[]): readonly Measure[] {
  const data = dataSetOf(ordersOf(rows));
  const streams = streamsOf(data, {});
  const slice = groupCut(streams, period, groupBy(data, ['rep'], [])).slice(kpi.stream);
  return slice ? kpi.measure(slice, historyOf(streams, 12)) : [];
}

function shown(measure: Measure | undefined): unknown {
  const text = (value: Decimal | null | undefined) => (value ? toText(value) : null);
  return measure && [text(measure.actual), text(measure.numerator), text(measure.denominator), measure.why];
}

describe.each(kpis.filter(({ id }) => id !== 'net-revenue'))('$id', (kpi) => {
  test('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(anyOrders, (rows) => {
        expect(shown(measureWhole(kpi, rows.toReversed()))).toEqual(shown(measureWhole(kpi, rows)));
      }),
    );
  });

  test.runIf(isPlain(kpi.id))('equals a plain loop over the rows', () => {
    fc.assert(
      fc.property(anyOrders, (rows) => {
        expect(shown(measureWhole(kpi, rows))?.toString()).toBe(plain(kpi.id, rows).toString());
      }),
    );
  });

  test.runIf(kpi.rollUp === 'sum')('of a whole is the sum over its parts', () => {
    fc.assert(
      fc.property(anyOrders, (rows) => {
        const parts = measureByRep(kpi, rows).map(({ actual }) => actual ?? zero);
        expect(toText(sum(parts))).toBe(toText(measureWhole(kpi, rows)?.actual ?? zero));
      }),
    );
  });

  test.runIf(kpi.rollUp === 'ratio-of-sums')('of a whole is the ratio of the summed parts', () => {
    fc.assert(
      fc.property(anyOrders, (rows) => {
        const parts = measureByRep(kpi, rows);
        const whole = measureWhole(kpi, rows);
        const total = (pick: (measure: Measure) => Decimal | null) =>
          toText(parts.map((part) => pick(part) ?? zero).reduce(add, zero));
        expect(total(({ numerator }) => numerator)).toBe(toText(whole?.numerator ?? zero));
        expect(total(({ denominator }) => denominator)).toBe(toText(whole?.denominator ?? zero));
      }),
    );
  });
});

const plainKpis = ['revenue', 'orders', 'units', 'average-order-value', 'discount-rate', 'gross-margin', 'active-customers', 'new-customers']; // biome-ignore format: a list of words

function isPlain(id: string): boolean {
  return plainKpis.includes(id);
}

/** The KPI again by another route: filters and maps over row objects. Shown like `shown`. */
function plain(id: string, rows: readonly FactRow[]): unknown[] {
  const now = rows.filter(({ orderDate = '' }) => orderDate.startsWith('2024-02'));
  const of = (row: FactRow, field: string) => decimalFromText(row[field] || '0');
  const total = (list: readonly FactRow[], field: string) => sum(list.map((row) => of(row, field)));
  const isPositive = (row: FactRow) => of(row, 'amount').units >= 0n;
  const orders = new Set(now.map(({ orderId }, i) => orderId || `row ${i}`)).size;
  const value = (actual: Decimal) => [toText(actual), null, null, null];
  switch (id) {
    case 'revenue':
      return value(total(now, 'amount'));
    case 'orders':
      return value(decimal(orders));
    case 'units':
      return value(total(now, 'quantity'));
    case 'average-order-value':
      return ratio(total(now, 'amount'), decimal(orders));
    case 'discount-rate': {
      const priced = now.filter((row) => row['quantity'] && row['unitPrice']);
      const list = sum(priced.map((row) => product(of(row, 'quantity'), of(row, 'unitPrice'))));
      return ratio(minus(list, total(priced, 'amount')), list);
    }
    case 'gross-margin': {
      const [costed, profited] = [now.filter((row) => row['cost']), now.filter((row) => !row['cost'] && row['profit'])];
      const margin = add(minus(total(costed, 'amount'), total(costed, 'cost')), total(profited, 'profit'));
      return ratio(margin, total([...costed, ...profited], 'amount'));
    }
    case 'active-customers':
      return value(
        decimal(
          new Set(now.filter((row) => row['customerId'] && isPositive(row)).map((row) => row['customerId'])).size,
        ),
      );
    default: {
      const first = new Map<string, string>();
      for (const row of rows.filter(isPositive)) {
        const [customer = '', day = ''] = [row['customerId'], row['orderDate']];
        if (customer && (first.get(customer) ?? '9') > day) first.set(customer, day);
      }
      return value(decimal([...first.values()].filter((day) => day.startsWith('2024-02')).length));
    }
  }
}

const product = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale });
const minus = (a: Decimal, b: Decimal): Decimal => add(a, { units: -b.units, scale: b.scale });

function ratio(numerator: Decimal, denominator: Decimal): unknown[] {
  const parts = [toText(numerator), toText(denominator)];
  if (denominator.units === 0n) return [null, ...parts, 'zero-denominator'];
  if (denominator.units < 0n) return [null, ...parts, 'negative-base'];
  // Half away from zero to 6 digits, by strings of a far longer quotient.
  const scaled =
    (numerator.units * 10n ** BigInt(denominator.scale + 30)) / (denominator.units * 10n ** BigInt(numerator.scale));
  const rounded = (scaled + (scaled < 0n ? -1n : 1n) * 5n * 10n ** 23n) / 10n ** 24n;
  return [toText(decimal(rounded, 6)), ...parts, null];
}
