import { describe, expect, test } from 'vitest';
import { type ReviseRequest, revise } from '../../../../src/compute/plans/revise.ts';
import { stepOfFigures } from '../../../../src/compute/plans/step.ts';
import { decimal, decimalFromText, toText } from '../../../../src/lib/decimal.ts';
import { parseIsoDay } from '../../../../src/model/day.ts';
import type { Revision } from '../../../../src/model/revision.ts';
import { dataSetOf, ordersOf } from '../../../support/facts.ts';
import { target } from '../../../support/targets.ts';

const orders = ordersOf([
  { orderId: '1', orderDate: '2024-01-10', rep: 'Ann', amount: '60' },
  { orderId: '2', orderDate: '2024-02-29', rep: 'Ann', amount: '100' },
  { orderId: '3', orderDate: '2024-02-10', rep: 'Bob', amount: '250' },
]);
const month = (name: string, number: number, value: string) =>
  target(`2024-0${number}`, { region: 'East', rep: name }, value);
const targets = [
  ...[1, 2, 3, 4].flatMap((number) => [month('Ann', number, '100'), month('Bob', number, '100')]),
  target('2024-Q1', { region: 'East' }, '600'),
  target('2024-04', { region: 'East' }, '200'),
  target('2024-04', {}, '200'),
];
const day = (text: string) => parseIsoDay(text) ?? 0;
const request: ReviseRequest = {
  file: 'targets.xlsx',
  values: null,
  method: 'spread',
  effective: day('2024-03-01'),
  by: 'Wang Fang',
  reason: 'late start',
  step: null,
  notes: new Map(),
};
const data = dataSetOf(orders, { targets });
const changed = ({ changes }: Revision) =>
  changes.map(
    ({ keys, period, before, after }) =>
      `${[...keys.values()].join('/')} ${period.id} ${before && toText(before)} > ${toText(after)}`,
  );

describe('the step of the figures', () => {
  test.each([
    [['1200', '30000'], '100'],
    [['500000', '2000000'], '100000'],
    [['12.50', '100'], '0.1'],
    [['12.55', '0'], '0.01'],
    [['7'], '1'],
    [['0'], '1000'],
  ])('%s', (figures, step) => {
    expect(toText(stepOfFigures(figures.map(decimalFromText)))).toBe(step);
  });

  test('a plan in hundreds stays one', () => {
    const hundreds = dataSetOf(orders, { targets: [1, 2, 3, 4].map((n) => month('Ann', n, `${n}3700`)) });
    const values = revise(hundreds, request).changes.map(({ after }) => toText(after));
    expect(values.every((value) => value.endsWith('00'))).toBe(true);
    expect(values.every((value) => value.endsWith('000'))).toBe(false);
  });
});

describe('revise', () => {
  test('spreads what is missing over the months left, and takes totals along', () => {
    const revision = revise(data, request);
    expect(changed(revision)).toEqual([
      'East/Ann 2024-03 100 > 120',
      'East/Bob 2024-03 100 > 75',
      'East/Ann 2024-04 100 > 120',
      'East/Bob 2024-04 100 > 75',
      'East 2024-04 200 > 195',
      ' 2024-04 200 > 195',
    ]);
    expect(revision.totals.map(({ before, after }) => [toText(before), toText(after)])).toEqual([['400', '390']]);
    expect(
      revision.versions.map(({ name, effectiveFrom, targets: rows }) => [name, effectiveFrom, rows.length]),
    ).toEqual([
      ['1', null, 11],
      ['2', day('2024-03-01'), 6],
    ]);
  });

  test('goes on at the pace so far', () => {
    const revision = revise(data, { ...request, method: 'run-rate', step: decimal(1) });
    expect(changed(revision).slice(0, 2)).toEqual(['East/Ann 2024-03 100 > 80', 'East/Bob 2024-03 100 > 125']);
  });

  test('keeps every target but those that values name', () => {
    const values = [target('2024-04', { region: 'East', rep: 'Ann' }, '90')].map((one) => ({
      ...one,
      place: { ...one.place, file: 'new.csv' },
    }));
    const revision = revise(dataSetOf(orders, { targets: [...targets, ...values] }), { ...request, values: 'new.csv' });
    expect(changed(revision)).toEqual(['East/Ann 2024-04 100 > 90', 'East 2024-04 200 > 190', ' 2024-04 200 > 190']);
    expect(revision.method).toBe('values');
  });

  test('never changes a period that has begun', () => {
    const { versions } = revise(data, { ...request, effective: day('2024-03-02') });
    expect(versions.at(-1)?.targets.every(({ period }) => period.id === '2024-04')).toBe(true);
  });

  test('says who changed earlier versions and why', () => {
    const first = revise(data, request);
    const rows = first.versions.flatMap((version) =>
      version.targets.map((one) => ({ ...one, version: version.name, effectiveFrom: version.effectiveFrom })),
    );
    const notes = new Map([['2', { by: 'Wang Fang', reason: 'late start' }]]);
    const second = revise(dataSetOf(orders, { targets: rows }), {
      ...request,
      method: 'keep',
      effective: day('2024-04-01'),
      notes,
    });
    expect(second.versions.map(({ name, by, reason }) => [name, by, reason])).toEqual([
      ['1', '', ''],
      ['2', 'Wang Fang', 'late start'],
      ['3', 'Wang Fang', 'late start'],
    ]);
    expect(second.changes.every(({ version }) => version === '2')).toBe(true);
  });

  test.each([
    [{ effective: day('2025-01-01') }, 'plan/nothing-left'],
    [{ effective: day('2024-04-01') }, 'plan/actuals-end'],
    [{ file: 'other.xlsx' }, 'plan/no-targets'],
  ])('refuses %o', (more, code) => {
    expect(() => revise(data, { ...request, ...more })).toThrow(code);
  });
});
