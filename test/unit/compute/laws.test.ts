/** What holds for every KPI whatever the data: no law needs to know how a KPI is computed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kpis } from '../../../src/compute/kpis/index.ts';
import { traitsOf } from '../../../src/model/kpi-traits.ts';
import { idsBetween } from '../../oracle/plain/dates.ts';
import { exact, type Plain, textOf, totalOf } from '../../oracle/plain/numbers.ts';
import { spanOfData, type Tables, type World } from '../../oracle/plain/world.ts';
import { anyPeriod, anyWorld, runs } from '../../support/any-world.ts';
import { evaluateWorld, shown } from '../../support/worlds.ts';

type Shown = Readonly<Record<string, Plain>>;
type Row = Readonly<Record<string, string | undefined>>;

/** The same data with other rows. */
function changed(world: World, change: (rows: readonly Row[]) => readonly Row[]): World {
  const given: readonly (readonly [string, readonly Row[]])[] = Object.entries({ ...world.tables });
  const tables: Tables = Object.fromEntries(given.map(([name, rows]) => [name, change(rows)]));
  return { ...world, tables };
}

function without(results: Shown, ...ids: readonly string[]): Shown {
  return Object.fromEntries(Object.entries(results).filter(([id]) => !ids.includes(id)));
}

const headline = (world: World, period: string): Shown =>
  shown(evaluateWorld(world, { period, by: [], grain: 'year' }).kpis);

const anyDated = anyWorld.filter((world) => spanOfData(world) !== null);

/** The entries of one breakdown. */
function partsBy(world: World, period: string, dimension: string): readonly Shown[] {
  const { breakdown } = evaluateWorld(world, { period, by: [[dimension]], grain: 'year' });
  return breakdown.map((entry) => shown(entry.kpis));
}

const anyWithReps = anyDated.filter(({ tables }) =>
  Object.values(tables).some((rows: readonly Row[]) => rows.some((row) => 'rep' in row)),
);

/** The total over parts of what each of them says; null where one of them cannot tell. */
function total(parts: readonly Shown[], id: string, pick: (plain: Plain) => string | null): string | null {
  const measures = parts.flatMap((part) => part[id] ?? []);
  if (parts.length === 0 || measures.some(({ why }) => why === 'missing-field')) return null;
  return textOf(totalOf(measures.map((measure) => exact(pick(measure) ?? '0'))));
}

const idsOf = (rollUp: string) => kpis.filter((kpi) => kpi.rollUp === rollUp).map(({ id }) => id);

test('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(anyDated, anyPeriod, (world, period) => {
      const turned = changed(world, (rows) => rows.toReversed());
      const [now, then] = [world, turned].map((one) => evaluateWorld(one, { period, by: [], grain: 'quarter' }));
      expect(then && shown(then.kpis)).toEqual(now && shown(now.kpis));
      expect(then?.trend.map((entry) => shown(entry.kpis))).toEqual(now?.trend.map((entry) => shown(entry.kpis)));
    }),
    runs(40),
  );
});

test('a column that nobody asks for changes nothing', () => {
  fc.assert(
    fc.property(anyDated, anyPeriod, (world, period) => {
      const wider = changed(world, (rows) =>
        rows.map((row, at) => ({ Notes: at % 2 === 0 ? '' : `note ${at}`, ...row })),
      );
      expect(headline(wider, period)).toEqual(headline(world, period));
    }),
    runs(40),
  );
});

test('the only member of a dimension is the whole', () => {
  fc.assert(
    fc.property(anyDated, anyPeriod, (world, period) => {
      const owned = changed({ ...world, returns: null }, (rows) => rows.map((row) => ({ ...row, company: 'Ours' })));
      const { breakdown, kpis: whole } = evaluateWorld(owned, { period, by: [['company']], grain: 'year' });
      const [only, ...others] = breakdown;
      expect(others).toEqual([]);
      // No market is known by company.
      expect(without(shown(only?.kpis ?? []), 'market-share')).toEqual(without(shown(whole), 'market-share'));
      expect(only?.kpis.map(({ rows }) => rows)).toEqual(whole.map(({ rows }) => rows));
    }),
    runs(40),
  );
});

test('an entry of the trend is the evaluation of its period', () => {
  const stocks = ['open-pipeline', 'weighted-pipeline', 'sales-velocity'];
  fc.assert(
    fc.property(anyDated, fc.constantFrom('month', 'quarter', 'year'), fc.nat(), (world, grain, at) => {
      const { trend } = evaluateWorld(world, { period: '2024-02', by: [], grain });
      const entry = trend[at % trend.length];
      const alone = evaluateWorld(world, { period: entry?.period ?? '', by: [], grain: 'year' });
      expect(without(shown(entry?.kpis ?? []), ...stocks)).toEqual(without(shown(alone.kpis), ...stocks));
      const rows = (results: typeof alone.kpis) =>
        results.filter(({ id }) => !stocks.includes(id)).map((kpi) => kpi.rows);
      expect(rows(entry?.kpis ?? [])).toEqual(rows(alone.kpis));
    }),
    runs(40),
  );
});

describe('of parts and their whole', () => {
  test('sums add up, over members', () => {
    fc.assert(
      fc.property(anyWithReps, anyPeriod, (world, period) => {
        const [whole, parts] = [headline(world, period), partsBy(world, period, 'rep')];
        for (const id of idsOf('sum').filter((one) => one in whole)) {
          const added = total(parts, id, ({ actual }) => actual);
          if (added !== null) expect([id, added]).toEqual([id, whole[id]?.actual]);
        }
      }),
      runs(40),
    );
  });

  test('flows add up, over months', () => {
    // An order counts in each month in which it has a line; who is back after a year may be back twice.
    const recounted = ['orders', 'reactivated-customers'];
    const flows = kpis.map(({ id }) => id).filter((id) => traitsOf(id)?.targets === 'sum' && !recounted.includes(id));
    // A stated first order need not have a row in its month: that month has nobody to show for it.
    const areFresh = (world: World) => ({ ...world, lookback: 0, firstOrderDays: null });
    fc.assert(
      fc.property(anyDated.map(areFresh), fc.constantFrom('2024-Q1', '2023', '2024'), (world, period) => {
        const whole = headline(world, period);
        const [from, to] = period.endsWith('Q1')
          ? ['2024-01-01', '2024-03-31']
          : [`${period}-01-01`, `${period}-12-31`];
        const parts = idsBetween(from ?? '', to ?? '', 'month').map((month) => headline(world, month));
        for (const id of flows.filter((one) => one in whole)) {
          expect([id, total(parts, id, ({ actual }) => actual)]).toEqual([id, whole[id]?.actual]);
        }
      }),
      runs(20),
    );
  });

  test('ratios are the ratios of the sums', () => {
    // A market's total and its parts are different rows.
    const ids = idsOf('ratio-of-sums').filter((id) => id !== 'market-share');
    fc.assert(
      fc.property(anyWithReps, anyPeriod, (world, period) => {
        const [whole, parts] = [headline(world, period), partsBy(world, period, 'rep')];
        const sides = ['numerator', 'denominator'] as const;
        for (const [id, side] of ids.flatMap((one) => sides.map((two) => [one, two] as const))) {
          const added = id in whole ? total(parts, id, (plain) => plain[side]) : null;
          if (added !== null) expect([id, side, added]).toEqual([id, side, whole[id]?.[side] ?? '0']);
        }
      }),
      runs(40),
    );
  });

  test('distinct counts are recounted: no less than the largest part, no more than all together', () => {
    fc.assert(
      fc.property(anyWithReps, anyPeriod, (world, period) => {
        const [whole, parts] = [headline(world, period), partsBy(world, period, 'rep')];
        for (const id of idsOf('distinct').filter((one) => typeof whole[one]?.actual === 'string')) {
          const counts = parts.map((part) => Number(part[id]?.actual ?? 0));
          // Facts without the dimension are in no part, and where nobody has a value of it there are none.
          if (parts.length === 0 || parts.some((part) => part[id]?.why === 'missing-field')) continue;
          expect([id, Number(whole[id]?.actual)]).toSatisfy(
            ([, count]: [string, number]) =>
              count >= Math.max(0, ...counts) && count <= counts.reduce((sum, part) => sum + part, 0),
          );
        }
      }),
      runs(40),
    );
  });
});

test('what is bounded to nothing is the same as what never came', () => {
  fc.assert(
    fc.property(anyDated, anyPeriod, (world, period) => {
      // No row has a date after it.
      const asOf = '2024-03-01';
      const bounded = headline({ ...world, asOf }, period);
      const stocks = ['overdue'];
      expect(without(bounded, ...stocks)).toEqual(without(headline(world, period), ...stocks));
    }),
    runs(40),
  );
});

test('kept and lost customers are all there were', () => {
  fc.assert(
    fc.property(anyDated, anyPeriod, (world, period) => {
      const { 'customer-retention': kept, 'customer-churn': lost } = headline(world, period);
      expect(kept?.why).toBe(lost?.why);
      if (typeof kept?.numerator !== 'string' || typeof lost?.numerator !== 'string') return;
      expect(textOf(exact(kept.numerator) + exact(lost.numerator))).toBe(kept.denominator);
    }),
    runs(40),
  );
});
