import { describe, expect, test } from 'vitest';
import { TargetBook } from '../../../../src/compute/targets/target-book.ts';
import { toText } from '../../../../src/lib/decimal.ts';
import type { Target } from '../../../../src/model/target.ts';
import { periodNamed, target } from '../../../support/targets.ts';

const q1 = ['2024-01', '2024-02', '2024-03'];

/** The target's text, or why there is none. */
function ask(
  targets: readonly Target[],
  period: string,
  keys: Readonly<Record<string, string>> = {},
  months: readonly string[] = q1,
  kpi = 'revenue',
) {
  const { target: found, why } = new TargetBook(targets).resolve(
    kpi,
    new Map(Object.entries(keys)),
    periodNamed(period),
    new Set(months),
  );
  return found === null ? why : toText(found);
}

function byMonth(keys: Readonly<Record<string, string>>, ...values: number[]): Target[] {
  return values.map((value, i) => target(`2024-0${i + 1}`, keys, String(value)));
}

describe('periods', () => {
  test('months make the quarter; a quarter of its own wins', () => {
    const months = byMonth({}, 10, 20, 30);
    expect(ask(months, '2024-Q1')).toBe('60');
    expect(ask(months, '2024-02', {}, ['2024-02'])).toBe('20');
    expect(ask([...months, target('2024-Q1', {}, '70')], '2024-Q1')).toBe('70');
  });

  test('a year is never prorated, and is the sum of its quarters', () => {
    expect(ask([target('2024', {}, '120')], '2024-Q1')).toBe('no-target');
    expect(ask([target('2024', {}, '120')], '2024', {}, ['2024-12'])).toBe('120');
    const quarters = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'].map((id) => target(id, {}, '30'));
    expect(ask(quarters, '2024', {}, ['2024-01', '2024-12'])).toBe('120');
    expect(ask([...quarters, ...byMonth({}, 10, 10, 10)], '2024', {}, ['2024-01'])).toBe('120');
  });

  test('every month with actuals must have a target', () => {
    expect(ask(byMonth({}, 10, 20), '2024-Q1')).toBe('target-incomplete');
    expect(ask(byMonth({}, 10, 20), '2024-Q1', {}, ['2024-01', '2024-02'])).toBe('30');
    expect(ask(byMonth({}, 10, 20), '2024-Q1', {}, [])).toBe('30');
  });

  test('days and weeks are judged by month; a week belongs to the month of its Thursday', () => {
    const days = [target('2024-01-03', {}, '1'), target('2024-01-30', {}, '2'), target('2024-02-05', {}, '4')];
    expect(ask(days, '2024-01', {}, ['2024-01'])).toBe('3');
    expect(ask(days, '2024-01-03..2024-01-10', {}, ['2024-01'])).toBe('1');
    expect(ask(days, '2024-Q1')).toBe('target-incomplete');
    const weeks = [target('2024-W13', {}, '5'), target('2024-W14', {}, '7')];
    expect(ask(weeks, '2024-03', {}, ['2024-03'])).toBe('5');
    expect(ask(weeks, '2024-04', {}, ['2024-04'])).toBe('7');
  });

  test('a zero target is a target', () => {
    expect(ask([target('2024-Q1', {}, '0')], '2024-Q1')).toBe('0');
  });
});

describe('nodes', () => {
  const people = [
    ...byMonth({ region: 'East', team: 'A', rep: 'Ann' }, 1, 1, 1),
    ...byMonth({ region: 'East', team: 'A', rep: 'Bob' }, 2, 2, 2),
    ...byMonth({ region: 'West', team: 'B', rep: 'Cho' }, 4, 4, 4),
  ];

  test('a team, a region and the whole are the sums of their people', () => {
    expect(ask(people, '2024-Q1', { rep: 'Ann' })).toBe('3');
    expect(ask(people, '2024-Q1', { team: 'A' })).toBe('9');
    expect(ask(people, '2024-Q1', { region: 'West' })).toBe('12');
    expect(ask(people, '2024-Q1')).toBe('21');
    expect(ask(people, '2024-Q1', { rep: 'Dan' })).toBe('no-target');
    expect(ask(people, '2024-Q1', { product: 'X' })).toBe('no-target');
  });

  test('a node uses its own row', () => {
    const own = [...people, target('2024-Q1', { region: 'East', team: 'A' }, '10')];
    expect(ask(own, '2024-Q1', { team: 'A' })).toBe('10');
    expect(ask(own, '2024-Q1', { region: 'East' })).toBe('10');
    expect(ask(own, '2024-Q1')).toBe('22');
  });

  test('its own row that covers fewer months gives way to its children', () => {
    const own = [...people, target('2024-01', { region: 'East', team: 'A' }, '3')];
    expect(ask(own, '2024-Q1', { team: 'A' })).toBe('9');
  });

  test('parents by name', () => {
    const named = [
      target('2024-Q1', { team: 'A' }, '10', { parent: 'East' }),
      target('2024-Q1', { rep: 'Ann' }, '4', { parent: 'A' }),
      target('2024-Q1', { rep: 'Bob' }, '5', { parent: 'B' }),
    ];
    expect(ask(named, '2024-Q1', { team: 'A' })).toBe('10');
    expect(ask(named, '2024-Q1', { team: 'B' })).toBe('5');
    expect(ask(named, '2024-Q1', { region: 'East' })).toBe('10');
    expect(ask(named, '2024-Q1')).toBe('15');
  });

  test('levels that nothing links are the same money twice', () => {
    const levels = [
      target('2024-Q1', { team: 'A' }, '10'),
      target('2024-Q1', { rep: 'Ann' }, '4'),
      target('2024-Q1', { rep: 'Bob' }, '5'),
    ];
    expect(ask(levels, '2024-Q1')).toBe('10');
    const monthlyPeople = [target('2024-01', { team: 'A' }, '10'), ...byMonth({ rep: 'Ann' }, 1, 2, 3)];
    expect(ask(monthlyPeople, '2024-Q1')).toBe('6');
  });

  test('teams of one name in two regions are two teams', () => {
    const teams = [
      target('2024-Q1', { region: 'E', team: '一部' }, '1'),
      target('2024-Q1', { region: 'W', team: '一部' }, '2'),
    ];
    expect(ask(teams, '2024-Q1')).toBe('3');
    expect(ask(teams, '2024-Q1', { region: 'E', team: '一部' })).toBe('1');
  });

  test('a node twice: equal counts once, different is ambiguous', () => {
    expect(ask([target('2024-Q1', { rep: 'Ann' }, '4'), target('2024-Q1', { rep: 'Ann' }, '4.0')], '2024-Q1')).toBe(
      '4',
    );
    const twice = [
      target('2024-Q1', { rep: 'Ann' }, '4'),
      target('2024-Q1', { rep: 'Ann' }, '5'),
      target('2024-Q1', { rep: 'Bob' }, '1'),
    ];
    expect(ask(twice, '2024-Q1')).toBe('target-ambiguous');
    expect(ask(twice, '2024-Q1', { rep: 'Bob' })).toBe('1');
  });

  test('a joined table may say who is in a team', () => {
    const book = new TargetBook(byMonth({ rep: 'Ann' }, 1, 2, 3), {
      isMember: (dimension, value, of, ofValue) =>
        dimension === 'rep' && value === 'Ann' && of === 'team' && ofValue === 'A',
    });
    expect(book.resolve('revenue', new Map([['team', 'A']]), periodNamed('2024-Q1'), new Set(q1)).target).toEqual({
      units: 6n,
      scale: 0,
    });
    expect(book.resolve('revenue', new Map([['team', 'B']]), periodNamed('2024-Q1'), new Set(q1)).why).toBe(
      'no-target',
    );
  });
});

describe('dimensions', () => {
  const rows = ['A', 'B'].flatMap((category) =>
    ['x', 'y'].flatMap((segment) => byMonth({ category, segment }, 1, 2, 3)),
  );

  test('what is not asked is summed', () => {
    expect(ask(rows, '2024-Q1')).toBe('24');
    expect(ask(rows, '2024-Q1', { category: 'A' })).toBe('12');
    expect(ask(rows, '2024-Q1', { segment: 'y' })).toBe('12');
    expect(ask(rows, '2024-02', { Category: 'Ａ', segment: 'x' }, ['2024-02'])).toBe('2');
    expect(ask(rows, '2024-Q1', { region: 'East' })).toBe('no-target');
  });

  test('repeated rows of a key add up', () => {
    expect(
      ask([...rows, target('2024-01', { category: 'A', segment: 'x' }, '5')], '2024-01', { category: 'A' }, [
        '2024-01',
      ]),
    ).toBe('7');
  });

  test('cuts of one total are never added together', () => {
    const cuts = [
      target('2024-Q1', { rep: 'Ann' }, '100'),
      target('2024-Q1', { product: 'P' }, '60'),
      target('2024-Q1', { product: 'Q' }, '40'),
    ];
    expect(ask(cuts, '2024-Q1')).toBe('100');
    expect(ask(cuts, '2024-Q1', { product: 'P' })).toBe('60');
    expect(ask([...cuts, target('2024-Q1', {}, '90')], '2024-Q1')).toBe('90');
  });

  test('people by product', () => {
    const both = [
      target('2024-Q1', { rep: 'Ann', product: 'P' }, '1', { isNode: true }),
      target('2024-Q1', { rep: 'Ann', product: 'Q' }, '2', { isNode: true }),
      target('2024-Q1', { rep: 'Bob', product: 'P' }, '4', { isNode: true }),
    ];
    expect(ask(both, '2024-Q1', { rep: 'Ann' })).toBe('3');
    expect(ask(both, '2024-Q1', { product: 'P' })).toBe('5');
    expect(ask(both, '2024-Q1', { rep: 'Ann', product: 'Q' })).toBe('2');
    expect(ask(both, '2024-Q1')).toBe('7');
  });

  test('the unassigned have no target', () => {
    expect(ask(rows, '2024-Q1', { category: '' })).toBe('no-target');
  });

  test('members that only targets know', () => {
    const book = new TargetBook([...rows, target('2024-Q1', { category: 'C' }, '1')]);
    expect(book.members(['category'])).toEqual([['A'], ['B'], ['C']]);
    expect(book.members(['category', 'segment'])).toEqual([
      ['A', 'x'],
      ['A', 'y'],
      ['B', 'x'],
      ['B', 'y'],
    ]);
    expect(book.dimensions).toEqual(['category', 'segment']);
  });

  test('a dimension may go by its heading', () => {
    const book = new TargetBook(rows, { nameOf: (name) => (name === '类别' ? 'category' : name) });
    expect(book.resolve('revenue', new Map([['类别', 'A']]), periodNamed('2024-Q1'), new Set(q1)).why).toBeNull();
    expect(book.members(['类别'])).toEqual([['A'], ['B']]);
  });
});

describe('KPIs', () => {
  test('targets of ratios are never added', () => {
    const share = { kpi: 'customer-retention' };
    const rows = [
      target('2024-01', {}, '0.9', share),
      target('2024-02', {}, '0.9', share),
      target('2024-03', {}, '0.9', share),
    ];
    expect(ask(rows, '2024-Q1', {}, q1, 'customer-retention')).toBe('no-target');
    expect(ask([...rows, target('2024-Q1', {}, '0.9', share)], '2024-Q1', {}, q1, 'customer-retention')).toBe('0.9');
    const people = [target('2024-Q1', { rep: 'Ann' }, '0.9', share), target('2024-Q1', { rep: 'Bob' }, '0.8', share)];
    expect(ask(people, '2024-Q1', {}, q1, 'customer-retention')).toBe('no-target');
    expect(ask(people, '2024-Q1', { rep: 'Bob' }, q1, 'customer-retention')).toBe('0.8');
  });

  test('a KPI without targets has none; floors and stretch targets are no targets', () => {
    expect(ask([target('2024-Q1', {}, '1')], '2024-Q1', {}, q1, 'orders')).toBe('no-target');
    expect(ask([target('2024-Q1', {}, '1', { kind: 'floor' }), target('2024-Q1', {}, '2')], '2024-Q1')).toBe('2');
  });
});

describe('versions', () => {
  const v1 = byMonth({}, 1, 1, 1).map((one): Target => ({ ...one, version: 'v1', effectiveFrom: 19_723 }));
  const v2 = byMonth({}, 5, 5, 5).map((one): Target => ({ ...one, version: 'v2', effectiveFrom: 19_754 }));

  test('the latest in force at the start of the period counts', () => {
    expect(ask([...v1, ...v2], '2024-Q1')).toBe('3');
    expect(ask([...v1, ...v2], '2024-02', {}, ['2024-02'])).toBe('5');
  });

  test('two without a day of effect are ambiguous, one is not', () => {
    const undated = (targets: readonly Target[]) => targets.map((one) => ({ ...one, effectiveFrom: null }));
    expect(ask([...undated(v1), ...undated(v2)], '2024-Q1')).toBe('target-ambiguous');
    expect(ask(undated(v1), '2024-Q1')).toBe('3');
  });

  test('a column that repeats each row’s start is no versioning', () => {
    const rows = q1.map((id, i) => target(id, {}, '1', { effectiveFrom: `2024-0${i + 1}-01` }));
    expect(ask(rows, '2024-Q1')).toBe('3');
  });
});

test('five thousand daily rows answer quickly enough to be asked thousands of times', () => {
  const days = Array.from({ length: 1_460 }, (_, i) => i + 18_262);
  const rows = days.flatMap((start) =>
    ['A', 'B', 'C'].map(
      (category): Target => ({
        ...target('2024-01', { category }, '1'),
        period: { id: String(start), grain: 'day', start, end: start },
      }),
    ),
  );
  const book = new TargetBook(rows);
  const period = { id: 'all', grain: 'all', start: 18_262, end: 18_262 + 1_460 } as const;
  for (let i = 0; i < 500; i++) {
    const found = book.resolve('revenue', new Map(i % 2 === 0 ? [] : [['category', 'B']]), period, new Set());
    expect(found.target?.units).toBe(i % 2 === 0 ? 4380n : 1460n);
  }
});
