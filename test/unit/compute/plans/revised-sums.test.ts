/** By law: whatever way a plan is revised, what added up (exactly, or within its buffers) still does. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planOf } from '../../../../src/compute/plans/plan.ts';
import { type ReviseRequest, revise } from '../../../../src/compute/plans/revise.ts';
import { reviewTargets } from '../../../../src/compute/targets/review.ts';
import { type Decimal, decimal, decimalFromText, multiply, sum, toText } from '../../../../src/lib/decimal.ts';
import { parseIsoDay } from '../../../../src/model/day.ts';
import { parsePeriod } from '../../../../src/model/period.ts';
import type { Plan, PlanNode } from '../../../../src/model/plan.ts';
import { reviseMethods } from '../../../../src/model/revision.ts';
import type { SumPolicies } from '../../../../src/model/sum-policy.ts';
import type { Target } from '../../../../src/model/target.ts';
import { dataSetOf, type FactRow, ordersOf } from '../../../support/facts.ts';
import { target } from '../../../support/targets.ts';

const people = [
  ['East', 'Ann'],
  ['East', 'Bob'],
  ['West', 'Dee'],
  ['West', 'Eve'],
  ['North', 'Fay'],
] as const;
const amounts = fc.array(fc.integer({ min: 1, max: 9_000_000 }), { minLength: 60, maxLength: 60 });

/** An order for every person and month of a year. */
function salesOf(year: number, cents: readonly number[]): FactRow[] {
  return people.flatMap(([region, rep], i) =>
    Array.from({ length: 12 }, (_, month) => ({
      orderId: `${year} ${rep} ${month}`,
      orderDate: `${year}-${String(month + 1).padStart(2, '0')}-15`,
      region,
      rep,
      amount: ((cents[i * 12 + month] ?? 0) / 100).toFixed(2),
    })),
  );
}

const asked = fc.record({
  before: amounts,
  now: amounts,
  total: fc.constantFrom('41234567', '1200000', '99999.99', '5000').map(decimalFromText),
  step: fc.constantFrom(null, '1000', '1').map((text) => (text === null ? null : decimalFromText(text))),
  buffers: fc.constantFrom<readonly (readonly [string, string])[]>(
    [],
    [['rep', '0.05']],
    [
      ['region', '0.025'],
      ['rep', '0.05'],
    ],
    [['rep', '0.3']],
  ),
  isQuarterly: fc.boolean(),
  month: fc.integer({ min: 2, max: 12 }),
  round: fc.constantFrom(null, decimal(100)),
});
type Asked = typeof asked extends fc.Arbitrary<infer One> ? One : never;

function planFor({ before, total, step, buffers }: Asked): Plan {
  return planOf(dataSetOf(ordersOf(salesOf(2023, before))), {
    kpi: 'revenue',
    total,
    period: parsePeriod('2024') ?? null,
    dimensions: ['region', 'rep'],
    grain: 'month',
    method: undefined,
    base: undefined,
    weights: null,
    weightColumn: null,
    buffers: new Map(buffers.map(([level, ratio]) => [level, decimalFromText(ratio)])),
    step,
    ramp: 0,
  });
}

function targetsFrom(plan: Plan, isQuarterly: boolean): Target[] {
  const sums: SumPolicies = new Map(
    [...plan.buffers].map(([level, ratio]) => [level, { kind: 'within', ratio, step: plan.step }]),
  );
  const nodes = (node: PlanNode): PlanNode[] => [node, ...node.children.flatMap(nodes)];
  return nodes(plan.root).flatMap(({ path, values }) => {
    const keys = Object.fromEntries(path.map((name, depth) => [plan.dimensions[depth] ?? '', name]));
    const months = plan.columns.map(({ period }, i) =>
      target(period.id, keys, toText(values[i] ?? decimal(0)), { sums }),
    );
    if (!isQuarterly) return months;
    const quarters = [0, 1, 2, 3].map((quarter) =>
      target(`2024-Q${quarter + 1}`, keys, toText(sum(values.slice(quarter * 3, quarter * 3 + 3))), { sums }),
    );
    return [...months, ...quarters];
  });
}

/** What `validate` calls an error in the targets of the new version. */
function errorsAfter(targets: readonly Target[], one: Asked, more: Partial<ReviseRequest>, given: Target[] = []) {
  const orders = ordersOf(salesOf(2024, one.now));
  const day = parseIsoDay(`2024-${String(one.month).padStart(2, '0')}-01`) ?? 0;
  const revision = revise(dataSetOf(orders, { targets: [...targets, ...given] }), {
    file: 'targets.xlsx',
    values: null,
    method: 'keep',
    effective: day,
    by: 'Ann',
    reason: 'law',
    step: one.round,
    notes: new Map(),
    ...more,
  });
  const all = revision.versions.flatMap((version) =>
    version.targets.map((each) => ({ ...each, version: version.name, effectiveFrom: version.effectiveFrom })),
  );
  const { facts } = dataSetOf(ordersOf([]));
  return reviewTargets(dataSetOf(orders, { targets: all, facts: { ...facts, orders: null } }))
    .filter(({ severity }) => severity === 'error')
    .map(({ code, params }) => [code, params['name'], params['period'], params['own'], params['sum']]);
}

test.each(reviseMethods)('%s', (method) => {
  fc.assert(
    fc.property(asked, (one) => {
      expect(errorsAfter(targetsFrom(planFor(one), one.isQuarterly), one, { method })).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('values from a file', () => {
  const factor = fc.constantFrom('0', '0.1', '0.5', '1.37', '2', '9').map(decimalFromText);
  fc.assert(
    fc.property(asked, fc.array(factor, { minLength: 60, maxLength: 60 }), (one, factors) => {
      const targets = targetsFrom(planFor(one), one.isQuarterly);
      const given = targets
        .filter(
          ({ keys, period: { id, grain } }) => keys.size === 2 && grain === 'month' && Number(id.slice(5)) >= one.month,
        )
        .map((each, i): Target => {
          const value: Decimal = multiply(each.value, factors[i] ?? decimal(1));
          return { ...each, value, place: { ...each.place, file: 'new.csv' } };
        });
      expect(errorsAfter(targets, one, { values: 'new.csv' }, given)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
