import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planOf } from '../../../../src/compute/plans/plan.ts';
import type { SplitRequest } from '../../../../src/compute/plans/request.ts';
import { compare, type Decimal, decimal, decimalFromText, sum, toText } from '../../../../src/lib/decimal.ts';
import { parseIsoDay } from '../../../../src/model/day.ts';
import { parsePeriod } from '../../../../src/model/period.ts';
import type { PlanNode } from '../../../../src/model/plan.ts';
import { dataSetOf, type FactRow, ordersOf } from '../../../support/facts.ts';

const year = parsePeriod('2024') ?? null;

function asked(more: Partial<SplitRequest> = {}): SplitRequest {
  return {
    kpi: 'revenue',
    total: decimal(1_200_000),
    period: year,
    dimensions: ['region', 'rep'],
    grain: 'month',
    method: undefined,
    base: undefined,
    weights: null,
    weightColumn: null,
    buffers: new Map(),
    step: null,
    ramp: 0,
    ...more,
  };
}

const row = fc.record({
  orderId: fc.nat(50).map(String),
  orderDate: fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, day]) => `2023-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
  region: fc.constantFrom('East', 'West', '华南'),
  rep: fc.constantFrom('Ann', 'Bob', '王芳', 'Dee', 'Eve', 'Fay'),
  amount: fc.integer({ min: -2_000, max: 90_000 }).map((cents) => (cents / 100).toFixed(2)),
});
/** Sales of the year before, some of them for sure. */
const rows = fc
  .array(row, { minLength: 1, maxLength: 60 })
  .map((made): FactRow[] => [
    ...made,
    { orderId: 'x', orderDate: '2023-01-01', region: 'East', rep: 'Ann', amount: '10' },
    { orderId: 'y', orderDate: '2023-12-31', region: 'West', rep: 'Bob', amount: '20' },
  ]);
const total = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((units): Decimal => ({ units, scale: 2 }));
const step = fc.constantFrom('1000', '100', '1', '0.01', '333', '25000').map(decimalFromText);

function everyNode(node: PlanNode): PlanNode[] {
  return [node, ...node.children.flatMap(everyNode)];
}

function textOf(node: PlanNode): string {
  return everyNode(node)
    .map(({ path, values }) => `${path.join('/')}: ${values.map(toText).join(' ')}`)
    .join('\n');
}

describe('laws of a split', () => {
  test('parts add up exactly at every level and in every period, and none is negative', () => {
    fc.assert(
      fc.property(rows, total, step, fc.constantFrom('month', 'quarter', null), (made, whole, round, grain) => {
        const { root } = planOf(dataSetOf(ordersOf(made)), asked({ total: whole, step: round, grain }));
        expect(toText(root.total)).toBe(toText(whole));
        for (const { values, total: own, children } of everyNode(root)) {
          expect(toText(sum(values))).toBe(toText(own));
          expect(values.every(({ units }) => units >= 0n)).toBe(true);
          if (children.length === 0) continue;
          for (const [i, value] of values.entries()) {
            expect(toText(sum(children.map((child) => child.values[i] ?? decimal(0))))).toBe(toText(value));
          }
        }
      }),
    );
  });

  test('with a buffer parts add up to the whole and the buffer, to the step', () => {
    fc.assert(
      fc.property(rows, total, fc.integer({ min: 0, max: 40 }), (made, whole, percent) => {
        const buffers = new Map([['rep', decimal(percent, 2)]]);
        const { root } = planOf(dataSetOf(ordersOf(made)), asked({ total: whole, buffers, step: decimal(1) }));
        for (const region of root.children) {
          if (region.total.units === 0n) continue;
          const wanted = region.total.units * BigInt(100 + percent);
          const got = sum(region.children.map((child) => child.total));
          const off = got.units * 100n - wanted;
          // Half a step, in hundredths of cents.
          expect(off <= 5_000n && off >= -5_000n).toBe(true);
        }
        expect(toText(sum(root.children.map((child) => child.total)))).toBe(toText(root.total));
      }),
    );
  });

  test('the order of rows changes nothing', () => {
    fc.assert(
      fc.property(rows, total, fc.nat(), (made, whole, turn) => {
        const turned = [...made.slice(turn % made.length), ...made.slice(0, turn % made.length)].reverse();
        const [a, b] = [made, turned].map((some) => planOf(dataSetOf(ordersOf(some)), asked({ total: whole })));
        expect(b && textOf(b.root)).toBe(a && textOf(a.root));
      }),
    );
  });

  test('no part is more than two steps from its share of a period', () => {
    fc.assert(
      fc.property(rows, step, (made, round) => {
        const { root } = planOf(dataSetOf(ordersOf(made)), asked({ dimensions: ['rep'], step: round }));
        for (const { values, share } of root.children) {
          for (const [i, value] of values.entries()) {
            const whole = root.values[i] ?? decimal(0);
            const due = (Number(whole.units) / 10 ** whole.scale) * (Number(share.share?.units ?? 0n) / 1e6);
            const off = Math.abs(Number(value.units) / 10 ** value.scale - due);
            expect(off).toBeLessThanOrEqual(2 * (Number(round.units) / 10 ** round.scale) + 2);
          }
        }
      }),
    );
  });
});

const people = (names: readonly [string, string | null, string | null][]) =>
  names.map(([rep, from, to]) => ({
    rep,
    from: from === null ? null : (parseIsoDay(from) ?? null),
    to: to === null ? null : (parseIsoDay(to) ?? null),
    texts: new Map([['region', 'East']]),
    place: { file: 'people.csv', sheet: null, row: 2, column: 1 },
  }));
const twoSellers = ordersOf([
  { orderId: '1', orderDate: '2023-01-10', rep: 'Ann', region: 'East', amount: '300' },
  { orderId: '2', orderDate: '2023-12-30', rep: 'Bob', region: 'East', amount: '100' },
]);
const byRep = asked({ dimensions: ['rep'], total: decimal(1200), step: decimal(1) });
const valuesOf = (node: PlanNode | undefined) => node?.values.map(toText).join(' ');

describe('planOf', () => {
  test('splits by the history of the year before', () => {
    const plan = planOf(dataSetOf(twoSellers), asked({ dimensions: ['rep'], step: decimal(1), grain: null }));
    expect(plan.root.children.map(({ path, total: own }) => [path[0], toText(own)])).toEqual([
      ['Ann', '900000'],
      ['Bob', '300000'],
    ]);
    expect(plan.method).toBe('history');
    expect(plan.bases.parts?.id).toBe('2023');
  });

  test('gives newcomers nothing before they start and then a growing part; who left gets nothing', () => {
    const data = dataSetOf(twoSellers, {
      people: people([
        ['Ann', null, null],
        ['New', '2024-03-15', null],
        ['Bob', null, '2024-02-10'],
        ['Old', null, '2023-06-30'],
      ]),
    });
    const { root } = planOf(data, { ...byRep, method: 'equal', ramp: 3 });
    expect(root.children.map(({ path }) => path[0])).toEqual(['Ann', 'Bob', 'New']);
    const [ann, bob, newcomer] = root.children;
    expect(valuesOf(bob)).toBe('50 50 0 0 0 0 0 0 0 0 0 0');
    expect(valuesOf(newcomer)).toBe('0 0 25 40 50 50 50 50 50 50 50 50');
    expect(valuesOf(ann)).toBe('50 50 75 60 50 50 50 50 50 50 50 50');
    expect(newcomer?.ramp.map(({ column }) => column)).toEqual(['2024-01', '2024-02', '2024-03', '2024-04']);
  });

  test('gives somebody without history the mean of the others, and says so', () => {
    const data = dataSetOf(twoSellers, {
      people: people([
        ['Ann', null, null],
        ['Bob', null, null],
        ['New', null, null],
      ]),
    });
    const { root } = planOf(data, { ...byRep, grain: null });
    expect(root.children.map(({ total: own, share }) => [toText(own), share.because])).toEqual([
      ['600', 'history'],
      ['200', 'history'],
      ['400', 'mean'],
    ]);
  });

  test('names who sold but is not among the people', () => {
    const plan = planOf(dataSetOf(twoSellers, { people: people([['Ann', null, null]]) }), byRep);
    expect(plan.notes).toContainEqual({ kind: 'left-out', names: ['Bob'] });
  });

  test('puts a person who sold in two regions under the larger one', () => {
    const orders = ordersOf([
      { orderId: '1', orderDate: '2023-01-10', rep: 'Ann', region: 'East', amount: '300' },
      { orderId: '2', orderDate: '2023-12-30', rep: 'Ann', region: 'West', amount: '400' },
      { orderId: '3', orderDate: '2023-12-30', rep: 'Bob', region: 'East', amount: '700' },
    ]);
    const plan = planOf(dataSetOf(orders), asked({ total: decimal(100), step: decimal(1), grain: null }));
    expect(textOf(plan.root)).toBe(': 100\nEast: 50\nEast/Bob: 50\nWest: 50\nWest/Ann: 50');
    expect(plan.notes).toContainEqual({ kind: 'several-parents', names: ['Ann'] });
  });

  test('splits by weights of people and of months', () => {
    const weights = new Map(
      [
        ['ann', '3'],
        ['bob', '1'],
      ].map(([name, text]) => [name ?? '', decimalFromText(text ?? '')]),
    );
    const named = new Map([...weights].map(([name, weight]) => [name === 'ann' ? 'Ann' : 'Bob', weight]));
    const quarter = parsePeriod('2024-Q1') ?? null;
    const months = new Map(
      [
        ['1月', '1'],
        ['2月', '1'],
        ['3月', '2'],
      ].map(([name, text]) => [name ?? '', decimalFromText(text ?? '')]),
    );
    const request = { ...byRep, total: decimal(400), period: quarter, method: 'weights' as const };
    const { root } = planOf(dataSetOf(twoSellers), { ...request, weights: new Map([...named, ...months]) });
    expect(textOf(root)).toBe(': 100 100 200\nAnn: 75 75 150\nBob: 25 25 50');
    expect(() => planOf(dataSetOf(twoSellers), { ...request, weights: new Map([['Ann', decimal(1)]]) })).toThrow(
      'plan/no-weights',
    );
  });

  test('splits by working days', () => {
    const period = parsePeriod('2024-01..2024-02') ?? null;
    const { columns } = planOf(dataSetOf(twoSellers), { ...byRep, period, method: 'workdays' });
    expect(columns.map(({ share }) => share.basis && toText(share.basis))).toEqual(['23', '21']);
  });

  test('lowers the step where parts would be lost in it', () => {
    expect(toText(planOf(dataSetOf(twoSellers), { ...byRep, step: null }).step)).toBe('1');
    expect(toText(planOf(dataSetOf(twoSellers), { ...byRep, total: decimal(2_400_000), step: null }).step)).toBe(
      '1000',
    );
  });

  test.each([
    [{ kpi: 'win-rate' }, 'plan/not-additive'],
    [{ total: null }, 'plan/no-total'],
    [{ period: null }, 'plan/no-period'],
    [{ method: 'weights' as const }, 'plan/weights-not-given'],
    [{ dimensions: ['planet'] }, 'dimension/unknown'],
    [{ method: 'history' as const, period: parsePeriod('2022') ?? null }, 'plan/no-history'],
  ])('refuses %o', (more, code) => {
    expect(() => planOf(dataSetOf(twoSellers), { ...byRep, ...more })).toThrow(code);
  });

  test('a total that is no multiple of the step leaves its rest with the largest part', () => {
    const { root } = planOf(dataSetOf(twoSellers), {
      ...byRep,
      total: decimalFromText('1234.56'),
      step: decimal(100),
      grain: null,
    });
    expect(textOf(root)).toBe(': 1234.56\nAnn: 934.56\nBob: 300');
    expect(compare(root.total, decimalFromText('1234.56'))).toBe(0);
  });
});
