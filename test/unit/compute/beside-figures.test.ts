/** What reports show beside the figures: last months, teams, run rate, weights. */
import { expect, test } from 'vitest';
import { evaluateDataSet } from '../../../src/compute/evaluate.ts';
import { type Decimal, decimal, toText } from '../../../src/lib/decimal.ts';
import type { Target } from '../../../src/model/target.ts';
import { dataSetOfRows } from '../../support/facts.ts';
import { target } from '../../support/targets.ts';

const shown = (value: Decimal | null) => value && toText(value);
const order = (orderDate: string, rep: string, team: string, amount: string) => ({ orderDate, rep, team, amount });
const orders = [
  order('2024-01-10', 'Ann', 'North', '10'),
  order('2024-02-10', 'Ann', 'North', '20'),
  order('2024-03-31', 'Ann', 'South', '5'),
  order('2024-01-20', 'Bob', 'North', '7'),
  order('2024-03-20', 'Bob', 'North', '1'),
];

function evaluated(targets: readonly Target[], period = '2024-Q1') {
  return evaluateDataSet(dataSetOfRows({ orders }, { targets }), { period }, { workbook: true });
}

const ofBob = target('2024-Q1', { rep: 'Bob' }, '16');

test('the last months of each part, in the order of the breakdown', () => {
  const { recent, breakdown } = evaluated([]);
  expect(recent.periods).toEqual(['2024-01', '2024-02', '2024-03']);
  expect(recent.entries.map(({ by }) => by)).toEqual(breakdown.map(({ by }) => by));
  expect(recent.entries.map(({ points }) => points.map(({ actual }) => shown(actual)))).toEqual([
    ['10', '20', '5'],
    ['7', '0', '1'],
  ]);
});

test('months after the period are not shown', () => {
  expect(evaluated([], '2024-01').recent.periods).toEqual(['2024-01']);
});

test('a person stands in each team with what was sold there, and of one team with the own target', () => {
  const teams = evaluated([ofBob]).teams.map(({ team, kpi, people }) => [
    team,
    shown(kpi.actual),
    people.map(({ rep, kpi: own, points }) => [
      rep,
      shown(own.actual),
      shown(own.target),
      points.map((p) => shown(p.actual)),
    ]),
  ]);
  expect(teams).toEqual([
    [
      'North',
      '38',
      [
        ['Ann', '30', null, ['10', '20', '0']],
        ['Bob', '8', '16', ['7', '0', '1']],
      ],
    ],
    ['South', '5', [['Ann', '5', null, ['0', '0', '5']]]],
  ]);
});

test('nobody asked for people: no teams', () => {
  expect(
    evaluateDataSet(dataSetOfRows({ orders }), { period: '2024-Q1', by: [['team']] }, { workbook: true }).teams,
  ).toEqual([]);
});

const yearly = (value: string) => [target('2024', {}, value)];

test('the months that are left must bring the rest of the year', () => {
  const { runRate } = evaluated(yearly('100'));
  expect(runRate && { ...runRate, target: shown(runRate.target), actual: shown(runRate.actual) }).toEqual({
    until: '2024',
    target: '100',
    actual: '43',
    monthsLeft: 9,
  });
});

test('no rate without a target that reaches beyond the period, once it is reached, or where it has holes', () => {
  expect(evaluated([]).runRate).toBeNull();
  expect(evaluated(yearly('40')).runRate).toBeNull();
  expect(evaluated([target('2024-Q1', {}, '16'), target('2024-Q2', {}, '16')]).runRate).toBeNull();
});

test('of a month the quarter is told where the year has no target', () => {
  expect(evaluated([target('2024-Q1', {}, '100')], '2024-01').runRate).toMatchObject({
    until: '2024-Q1',
    monthsLeft: 2,
  });
});

test('a weight counts where all targets of the KPI agree on it', () => {
  const weighing = (weight: Decimal | null) => ({ ...target('2024-Q1', {}, '16'), weight });
  expect([...evaluated([weighing(decimal(70))]).weights]).toEqual([['revenue', decimal(70)]]);
  expect([...evaluated([weighing(null)]).weights]).toEqual([]);
});
