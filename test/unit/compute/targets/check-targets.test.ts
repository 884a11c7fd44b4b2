import { describe, expect, test } from 'vitest';
import { type CheckedAgainst, checkTargets } from '../../../../src/compute/targets/check-targets.ts';
import { TargetBook } from '../../../../src/compute/targets/target-book.ts';
import { decimal, decimalFromText } from '../../../../src/lib/decimal.ts';
import type { Target } from '../../../../src/model/target.ts';
import { periodNamed, target } from '../../../support/targets.ts';

const against: CheckedAgainst = {
  period: periodNamed('2024-Q1'),
  months: new Set(['2024-01', '2024-02', '2024-03']),
  actualOf: () => decimal(60),
  isComplete: true,
  computes: () => true,
  taxBasis: { actual: null, target: null },
};

function check(targets: readonly Target[], more: Partial<CheckedAgainst> = {}) {
  return checkTargets(new TargetBook(targets), { ...against, ...more });
}

function codes(targets: readonly Target[], more: Partial<CheckedAgainst> = {}): string[] {
  return check(targets, more).map(({ code, severity, affects }) => `${code} ${severity} ${affects}`);
}

function byMonth(keys: Readonly<Record<string, string>>, ...values: number[]): Target[] {
  return values.map((value, i) => target(`2024-0${i + 1}`, keys, String(value)));
}

test('sound targets have no problems', () => {
  const people = [...byMonth({ rep: 'Ann' }, 10, 10, 10), ...byMonth({ rep: 'Bob' }, 10, 10, 10)];
  expect(codes([...people, target('2024-Q1', { rep: 'Ann' }, '30'), target('2024-Q1', {}, '60')])).toEqual([]);
});

describe('stated twice', () => {
  test('a person: an error at the later name cell, also when equal', () => {
    const [first, second] = [target('2024-Q1', { rep: 'Ann' }, '60'), target('2024-Q1', { rep: 'Ann' }, '60')];
    const [found] = check([first, second]);
    expect(found).toMatchObject({
      code: 'targets/duplicate',
      severity: 'error',
      place: second.namePlace,
      related: [first.namePlace],
      treatment: 'ignored',
      affects: 'period',
      params: { name: 'Ann', period: '2024-Q1', kpi: 'revenue', firstRow: first.place.row },
    });
  });

  test('of a wide row one problem, not one per month', () => {
    const months = byMonth({ rep: 'Ann' }, 20, 20, 20);
    const place = { file: 'targets.xlsx', sheet: 'Targets', row: 99, column: 1 };
    const again = byMonth({ rep: 'Ann' }, 20, 20, 20).map((one): Target => ({ ...one, namePlace: place }));
    expect(check([...months, ...again]).map(({ place: at }) => at)).toEqual([place]);
  });

  test('the same person in two teams is one person', () => {
    const rows = [
      target('2024-Q1', { team: 'A', rep: 'Ann' }, '60'),
      target('2024-Q1', { team: 'B', rep: 'Ann' }, '60'),
    ];
    expect(codes(rows)).toEqual(['targets/duplicate error period']);
  });

  test('rows of dimensions add up, with a warning', () => {
    const rows = [target('2024-01', { category: 'A' }, '30'), target('2024-01', { category: 'A' }, '30')];
    expect(codes(rows, { period: periodNamed('2024-02'), months: new Set(['2024-02']) })).toEqual([
      'targets/repeated-key warning none',
    ]);
  });

  test('another version, kind, KPI or period is no repeat', () => {
    const one = target('2024-Q1', { rep: 'Ann' }, '60', { version: 'a', effectiveFrom: '2023-01-01' });
    const others = [
      target('2024-Q1', { rep: 'Ann' }, '60', { version: 'b', effectiveFrom: '2023-02-01' }),
      target('2024-Q1', { rep: 'Ann' }, '50', { version: 'a', kind: 'floor' }),
      target('2024-Q1', { rep: 'Ann' }, '60', { version: 'a', effectiveFrom: '2023-01-01', kpi: 'orders' }),
      target('2024-Q2', { rep: 'Ann' }, '60', { version: 'a', effectiveFrom: '2023-01-01' }),
    ];
    expect(codes([one, ...others])).toEqual([]);
  });
});

describe('sums', () => {
  test('a node differs from its people: at its own cell, the people related', () => {
    const team = target('2024-Q1', { team: 'A' }, '50');
    const people = [
      target('2024-Q1', { team: 'A', rep: 'Ann' }, '30'),
      target('2024-Q1', { team: 'A', rep: 'Bob' }, '30'),
    ];
    expect(check([team, ...people])).toMatchObject([
      {
        code: 'targets/parent-sum',
        severity: 'error',
        place: team.place,
        related: people.map(({ place }) => place),
        params: { name: 'A', period: '2024-Q1', own: '50', sum: '60' },
      },
    ]);
  });

  test('the company differs from a cut by category', () => {
    const rows = [
      target('2024-Q1', {}, '60'),
      target('2024-Q1', { category: 'A' }, '20'),
      target('2024-Q1', { category: 'B' }, '30'),
    ];
    expect(codes(rows)).toEqual(['targets/parent-sum error period']);
  });

  test('a difference within the rounding of 万 is a warning', () => {
    const unit = decimal(10_000);
    const rows = [
      target('2024-Q1', {}, '1000000', { unit }),
      target('2024-Q1', { rep: 'Ann' }, '500000', { unit }),
      target('2024-Q1', { rep: 'Bob' }, '510000', { unit }),
    ];
    expect(codes(rows, { actualOf: () => decimal(1_000_000) })).toEqual(['targets/parent-sum warning period']);
  });

  test('months that do not make their quarter', () => {
    const quarter = target('2024-Q2', { rep: 'Ann' }, '2000000');
    const months = ['2024-04', '2024-05', '2024-06'].map((id, i) =>
      target(id, { rep: 'Ann' }, String(600_000 + i * 50_000)),
    );
    const found = check([quarter, ...months]).filter(({ code }) => code === 'targets/quarter-sum');
    expect(found).toMatchObject([
      { place: quarter.place, params: { own: '2000000', sum: '1950000' }, affects: 'none' },
    ]);
  });

  test('parts that do not cover the total say nothing', () => {
    expect(codes([target('2024-Q1', {}, '60'), ...byMonth({ rep: 'Ann' }, 10, 10)])).toEqual([]);
  });

  test('ratios are not summed', () => {
    const rate = { kpi: 'win-rate' };
    const rows = [
      target('2024-Q1', {}, '0.3', rate),
      target('2024-Q1', { rep: 'Ann' }, '0.3', rate),
      ...byMonth({}, 1, 1, 1).map((one) => ({ ...one, ...rate, value: decimalFromText('0.3') })),
    ];
    expect(codes(rows, { actualOf: () => decimalFromText('0.3') })).toEqual([]);
  });
});

test('several versions without a day of effect', () => {
  const rows = [target('2024-Q1', {}, '60', { version: 'v1' }), target('2024-Q1', {}, '70', { version: 'v2' })];
  expect(check(rows)).toMatchObject([
    { code: 'targets/several-versions', params: { versions: ['v1', 'v2'], kpi: 'revenue' } },
  ]);
});

describe('coverage', () => {
  test('months with actuals but no target', () => {
    expect(check(byMonth({}, 20, 40))).toMatchObject([
      { code: 'targets/incomplete', params: { kpi: 'revenue', missing: ['2024-03'] } },
    ]);
  });

  test('a target for the year only', () => {
    expect(check([target('2024', {}, '60')])).toMatchObject([{ code: 'targets/year-only', params: { year: '2024' } }]);
    expect(codes([target('2024', {}, '60')], { period: periodNamed('2024') })).toEqual([]);
  });

  test('with --period all what lies outside is counted', () => {
    const all = { id: 'all', grain: 'all', start: 19_723, end: 19_813 } as const;
    const rows = [...byMonth({}, 20, 20, 20), target('2024-04', {}, '20'), target('2024-05', {}, '20')];
    expect(check(rows, { period: all })).toMatchObject([
      { code: 'targets/outside-period', severity: 'info', params: { rows: 2, first: '2024-01', last: '2024-03' } },
    ]);
  });
});

describe('scale', () => {
  const rows = [target('2024-Q1', {}, '1150')];

  test.each([
    ['115001', true],
    ['115000', false],
    ['11.5', false],
    ['11.49', true],
    ['0', false],
  ])('actual %s against 1150: %s', (actual, isOff) => {
    const found = codes(rows, { actualOf: () => decimalFromText(actual) });
    expect(found).toEqual(isOff ? ['targets/scale error period'] : []);
  });

  test('a running period may have reached little', () => {
    expect(codes(rows, { actualOf: () => decimal(1), isComplete: false })).toEqual([]);
  });
});

describe('tax basis', () => {
  const rows = [target('2024-Q1', {}, '60')];

  test.each([
    ['included', 'excluded', ['targets/tax-basis error period']],
    ['included', null, ['targets/tax-basis-unknown warning period']],
    [null, 'excluded', ['targets/tax-basis-unknown warning period']],
    ['included', 'included', []],
    [null, null, []],
  ] as const)('actual %s, target %s', (actual, other, expected) => {
    expect(codes(rows, { taxBasis: { actual, target: other } })).toEqual(expected);
  });

  test('counts have no tax', () => {
    const counts = [target('2024-Q1', {}, '60', { kpi: 'orders' })];
    expect(codes(counts, { taxBasis: { actual: 'included', target: null } })).toEqual([]);
  });
});
