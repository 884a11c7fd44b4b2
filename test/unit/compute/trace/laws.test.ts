/** The rows listed behind a number make that number, and every row of the data is in it or not in it for a reason. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kpi } from '../../../../src/compute/kpi.ts';
import { kpis } from '../../../../src/compute/kpis/index.ts';
import { scopeOf } from '../../../../src/compute/scope.ts';
import { termsOf } from '../../../../src/compute/trace/terms/index.ts';
import { traceKpi } from '../../../../src/compute/trace/trace.ts';
import { add, type Decimal, decimal, multiply, sum, toText } from '../../../../src/lib/decimal.ts';
import type { TracedGroup, TracedTerm } from '../../../../src/model/explanation.ts';
import type { ComputeOptions } from '../../../../src/model/options.ts';
import type { World } from '../../../oracle/plain/world.ts';
import { factTables, spanOfData } from '../../../oracle/plain/world.ts';
import { anyAsOf, anyPeriod, anyWorld, runs } from '../../../support/any-world.ts';
import { dataSetFor, dayOrNull } from '../../../support/worlds.ts';

function scopeFor(world: World, options: ComputeOptions) {
  const { asOf, lookback } = world;
  const bounds = asOf === null ? {} : { asOf: dayOrNull(asOf) ?? 0 };
  return scopeOf(dataSetFor(world), { lookback, ...bounds, ...options });
}

/** Σ of what the rows of a term add; of what comes from no row its value. */
function listed({ rows, value }: TracedTerm): Decimal {
  return rows === null ? value : sum([...rows.all()].map(({ adds }) => adds));
}

function total(terms: readonly TracedTerm[], role: TracedTerm['role']): string {
  const own = terms.filter((term) => term.role === role);
  return toText(own.reduce((all, term) => add(all, multiply(listed(term), decimal(term.factor))), decimal(0)));
}

function checkGroup({ result, terms }: TracedGroup): void {
  for (const term of terms) expect([term.key, toText(listed(term))]).toEqual([term.key, toText(term.value)]);
  for (const { rows } of terms) if (rows) expect([...rows.all()]).toHaveLength(rows.count);
  const { actual, numerator, denominator } = result;
  const has = (role: TracedTerm['role']) => terms.some((term) => term.role === role);
  if (actual !== null && has('value')) expect([result.id, total(terms, 'value')]).toEqual([result.id, toText(actual)]);
  if (numerator !== null && has('top'))
    expect([result.id, total(terms, 'top')]).toEqual([result.id, toText(numerator)]);
  if (denominator !== null && has('bottom'))
    expect([result.id, total(terms, 'bottom')]).toEqual([result.id, toText(denominator)]);
}

test('every KPI says what it is made of', () => {
  expect(kpis.filter((kpi) => termsOf(kpi, []).length === 0).map(({ id }) => id)).toEqual([]);
});

const onlyTold = ['sales-cycle', 'sales-velocity', 'first-response-time', 'resolution-time'];

test('every KPI but medians and products of several is the sum or quotient of its terms', () => {
  const isTold = (kpi: Kpi) => termsOf(kpi, []).every(({ role }) => role === 'part');
  expect(kpis.filter(isTold).map(({ id }) => id)).toEqual(onlyTold);
  const isQuotient = (kpi: Kpi) => termsOf(kpi, []).some(({ role }) => role === 'top');
  const isHalf = (kpi: Kpi) => isQuotient(kpi) !== termsOf(kpi, []).some(({ role }) => role === 'bottom');
  expect(kpis.filter(isHalf)).toEqual([]);
});

// Generated worlds have no earlier export, which the others need.
const ofOneWorld = kpis.filter(({ isOffered }) => isOffered === undefined);

describe.each(ofOneWorld.map((kpi) => ({ id: kpi.id, kpi })))('$id', ({ id, kpi }) => {
  test('is what its rows add up to', () => {
    fc.assert(
      fc.property(anyWorld, anyPeriod, fc.oneof(fc.constant(null), anyAsOf), (whole, period, asOf) => {
        const world = { ...whole, asOf };
        fc.pre(spanOfData(world) !== null);
        const { groups } = traceKpi(scopeFor(world, { period, kpis: [id] }), kpi, undefined);
        groups.forEach(checkGroup);
      }),
      runs(40),
    );
  });

  test('of every member is what its rows add up to', () => {
    fc.assert(
      fc.property(anyWorld, anyPeriod, (world, period) => {
        fc.pre(spanOfData(world) !== null);
        fc.pre(factTables(world).some((row) => 'region' in row));
        const { groups } = traceKpi(scopeFor(world, { period, kpis: [id] }), kpi, ['region']);
        groups.forEach(checkGroup);
      }),
      runs(15),
    );
  });

  test('has or leaves out every row of its tables', () => {
    fc.assert(
      fc.property(anyWorld, anyPeriod, (world, period) => {
        fc.pre(spanOfData(world) !== null);
        const scope = scopeFor(world, { period, kpis: [id] });
        const { groups, excluded } = traceKpi(scope, kpi, undefined);
        fc.pre(groups.length > 0);
        const datasets = new Set(termsOf(kpi, []).flatMap((term) => (term.kind === 'rows' ? [term.stream] : [])));
        const own = new Set([...datasets].flatMap((stream) => scope.streams.datasetOf(stream) ?? []));
        const data = [...own].map((dataset) => scope.data.facts[dataset]);
        const count = data.reduce((all, facts) => all + (facts?.included.filter((is) => is === 1).length ?? 0), 0);
        const places = groups.flatMap(({ terms }) =>
          terms.flatMap(({ key, rows }) => (key === 'returned' || key === 'market' ? [] : [...(rows?.all() ?? [])])),
        );
        const used = new Set(places.map(({ place }) => JSON.stringify(place)));
        const left = excluded.filter(({ reason }) => reason !== 'left-out').reduce((all, { rows }) => all + rows, 0);
        expect(used.size + left).toBe(count);
      }),
      runs(15),
    );
  });
});
