/** Laws that hold for every KPI, whatever it is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kpis } from '../../../src/compute/kpis/index.ts';
import { add, type Decimal, toText, zero } from '../../../src/lib/decimal.ts';
import type { KpiResult } from '../../../src/model/evaluation.ts';
import type { Tables, World } from '../../oracle/plain/world.ts';
import { factTables, spanOfData } from '../../oracle/plain/world.ts';
import { anyPeriod, anyWorld } from '../../support/any-world.ts';
import { evaluateWorld, shown } from '../../support/worlds.ts';

type Row = Readonly<Record<string, string | undefined>>;

/** The same world with the rows of every table changed. */
function withRows({ tables, ...world }: World, change: (rows: readonly Row[]) => readonly Row[]): World {
  const changed = Object.entries(tables).map(([name, rows]) => [name, change(rows as readonly Row[])] as const);
  return { ...world, tables: Object.fromEntries(changed) as unknown as Tables };
}

function evaluated(world: World, period: string, by: readonly (readonly string[])[] = []) {
  return evaluateWorld(world, { period, by, grain: 'quarter' });
}

const dated = anyWorld.filter((world) => spanOfData(world) !== null);

test('the order of rows does not matter', () => {
  fc.assert(
    fc.property(dated, anyPeriod, (world, period) => {
      const [one, other] = [world, withRows(world, (rows) => rows.toReversed())].map((each) => evaluated(each, period));
      expect(shown(other?.kpis ?? [])).toEqual(shown(one?.kpis ?? []));
      expect(other?.trend.map((entry) => shown(entry.kpis))).toEqual(one?.trend.map((entry) => shown(entry.kpis)));
    }),
    { numRuns: 60 },
  );
});

test('a column that nobody asks for changes nothing', () => {
  fc.assert(
    fc.property(dated, anyPeriod, (world, period) => {
      const more = withRows(world, (rows) => rows.map((row, at) => ({ ...row, shoeSize: String(at) })));
      expect(shown(evaluated(more, period).kpis)).toEqual(shown(evaluated(world, period).kpis));
    }),
    { numRuns: 60 },
  );
});

describe('of parts and the whole', () => {
  const rollUps = new Map(kpis.map(({ id, rollUp }) => [id, rollUp]));
  const total = (parts: readonly KpiResult[], pick: (part: KpiResult) => Decimal | null) =>
    toText(parts.reduce<Decimal>((sum, part) => add(sum, pick(part) ?? zero), zero));

  /** What of a result is the sum over its parts; a market that is known as a whole need not be known in parts. */
  function addedUp({ id, denominator }: KpiResult): readonly ((result: KpiResult) => Decimal | null)[] {
    if (rollUps.get(id) === 'sum') return [({ actual }) => actual];
    if (rollUps.get(id) !== 'ratio-of-sums' || id === 'market-share' || denominator === null) return [];
    return [(result) => result.numerator, (result) => result.denominator];
  }

  test('sums add up, and of ratios both parts do', () => {
    fc.assert(
      fc.property(dated, anyPeriod, fc.constantFrom('rep', 'region'), (world, period, dimension) => {
        fc.pre(factTables(world).every((row) => dimension in row));
        const { kpis: wholes, breakdown } = evaluated(world, period, [[dimension]]);
        for (const whole of wholes) {
          const parts = breakdown.flatMap((entry) => entry.kpis.filter(({ id }) => id === whole.id));
          for (const pick of addedUp(whole)) {
            const value = pick(whole);
            if (value !== null) expect([whole.id, total(parts, pick)]).toEqual([whole.id, toText(value)]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
