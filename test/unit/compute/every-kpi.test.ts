/** Every KPI of the contract against the plain oracle: for the period, per entry of the trend and per member. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kpis } from '../../../src/compute/kpis/index.ts';
import { knownKpis } from '../../../src/model/kpi-traits.ts';
import { firstOfMonth, idsBetween, lastOfMonth, spanNamed } from '../../oracle/plain/dates.ts';
import { plainKpis } from '../../oracle/plain/index.ts';
import type { Plain } from '../../oracle/plain/numbers.ts';
import { type Cut, factTables, hasColumn, type Span, spanOfData, type World } from '../../oracle/plain/world.ts';
import { anyAsOf, anyPeriod, anyWorld, runs } from '../../support/any-world.ts';
import { evaluateWorld, shown } from '../../support/worlds.ts';

/** All KPIs that the world has the columns for. */
function plainOf(world: World, cut: Cut): Record<string, Plain> {
  const entries = Object.entries(plainKpis).map(([id, measure]) => [id, measure(world, cut)] as const);
  return Object.fromEntries(entries.flatMap(([id, plain]) => (plain === null ? [] : [[id, plain]])));
}

const whole = (span: Span): Cut => ({ span, member: null, isTrend: false });

function isDated(world: World): boolean {
  return spanOfData(world) !== null;
}

/** Money given back for an order that is not in the data: nobody's. */
function hasUnknownReturns({ tables, returns }: World): boolean {
  const isKnown = (id: string) => tables.orders?.some(({ orderId }) => orderId === id) === true;
  return returns?.some(({ orderId, date, amount }) => amount !== null && date !== '' && !isKnown(orderId)) === true;
}

test('the oracle knows every KPI of one data set alone', () => {
  const own = kpis.filter(({ isOffered }) => isOffered === undefined);
  expect(Object.keys(plainKpis).sort()).toEqual(own.map(({ id }) => id).sort());
  expect(knownKpis.toSorted()).toEqual(kpis.map(({ id }) => id).sort());
});

describe('every KPI equals a plain loop over the rows', () => {
  test('of a period', () => {
    fc.assert(
      fc.property(anyWorld, anyPeriod, (world, period) => {
        fc.pre(isDated(world));
        const { kpis: ours } = evaluateWorld(world, { period, by: [], grain: 'year' });
        expect(shown(ours)).toEqual(plainOf(world, whole(spanNamed(period))));
      }),
      runs(150),
    );
  });

  test('of all of the data', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const data = spanOfData(world);
        fc.pre(data !== null);
        if (data === null) return;
        const span: Span = { kind: 'all', from: firstOfMonth(data.from), to: lastOfMonth(data.to) };
        expect(shown(evaluateWorld(world, { period: 'all', by: [], grain: 'year' }).kpis)).toEqual(
          plainOf(world, whole(span)),
        );
      }),
      runs(50),
    );
  });

  test('up to a day', () => {
    fc.assert(
      fc.property(anyWorld, anyPeriod, anyAsOf, (unbounded, period, asOf) => {
        const world = { ...unbounded, asOf };
        fc.pre(isDated(world));
        const { kpis: ours } = evaluateWorld(world, { period, by: [], grain: 'year' });
        expect(shown(ours)).toEqual(plainOf(world, whole(spanNamed(period))));
      }),
      runs(100),
    );
  });

  test('of the rows wanted', () => {
    fc.assert(
      fc.property(anyWorld, anyPeriod, fc.constantFrom('rep', 'region', 'customerId'), (all, period, dimension) => {
        const value = factTables(all).flatMap((row) => row[dimension] || [])[0];
        fc.pre(value !== undefined);
        const world = { ...all, only: { dimension, value: value ?? '' } };
        fc.pre(isDated(world));
        const { kpis: ours } = evaluateWorld(world, { period, by: [], grain: 'year' });
        expect(shown(ours)).toEqual(plainOf(world, whole(spanNamed(period))));
      }),
      runs(60),
    );
  });

  test.each(['month', 'quarter', 'year'] as const)('in the trend, by %s', (grain) => {
    fc.assert(
      fc.property(anyWorld, fc.oneof(fc.constant(null), anyAsOf), (unbounded, asOf) => {
        const world = { ...unbounded, asOf };
        const data = spanOfData(world);
        fc.pre(data !== null);
        if (data === null) return;
        const { trend } = evaluateWorld(world, { period: '2024-02', by: [], grain });
        const ids = idsBetween(data.from, data.to, grain);
        expect(trend.map(({ period }) => period)).toEqual(ids);
        for (const { period, kpis: ours } of trend) {
          expect([period, shown(ours)]).toEqual([
            period,
            plainOf(world, { span: spanNamed(period), member: null, isTrend: true }),
          ]);
        }
      }),
      runs(25),
    );
  });

  test.each(['rep', 'region', 'segment'])('by %s', (dimension) => {
    fc.assert(
      fc.property(anyWorld, anyPeriod, fc.oneof(fc.constant(null), anyAsOf), (unbounded, period, asOf) => {
        const world = { ...unbounded, asOf };
        const rows = factTables(world).filter((row) => row['status'] !== 'Left out' && dimension in row);
        fc.pre(isDated(world) && hasColumn(factTables(world), dimension));
        const { breakdown } = evaluateWorld(world, { period, by: [[dimension]], grain: 'year' });
        const members = new Set(rows.map((row) => row[dimension] || '(unassigned)'));
        if (hasUnknownReturns(world)) members.add('(unassigned)');
        expect(new Set(breakdown.map(({ by }) => by[dimension]))).toEqual(members);
        expect(breakdown).toHaveLength(members.size);
        for (const { by, kpis: ours } of breakdown) {
          const member = { dimension, value: by[dimension] ?? '' };
          expect([by, shown(ours)]).toEqual([by, plainOf(world, { span: spanNamed(period), member, isTrend: false })]);
        }
      }),
      runs(35),
    );
  });
});
