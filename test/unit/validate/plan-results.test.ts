import { describe, expect, test } from 'vitest';
import { formatDay } from '../../../src/model/day.ts';
import { dataSetOf, total, values } from '../../support/data-set.ts';

const plan = [
  '月份,姓名,目标,实际,完成率',
  '2024-01,甲,100,90,90%',
  '2024-01,乙,100,110,110%',
  '2024-01,合计,200,200,100%',
  '2024年2月,甲,100,70.5,70.5%',
  '2024年2月,乙,100,,',
];

describe('a plan with its actuals, alone', () => {
  test('gives facts of its own: by person, dated by the end of the period, sums and blanks apart', async () => {
    const data = await dataSetOf({ 'plan.csv': plan });
    expect(total(data)).toBe('270.5');
    expect(data.facts.orders && values(data.facts.orders, 'rep')).toEqual(['甲', '乙', '甲']);
    const days = data.facts.orders?.columns.get('orderDate');
    expect(days?.kind === 'day' && [...days.days].map(formatDay)).toEqual(['2024-01-31', '2024-01-31', '2024-02-29']);
    expect(data.areTotals).toBe(true);
    expect(data.targets.length).toBe(5);
    expect(data.problems.filter(({ severity }) => severity !== 'info').map(({ code }) => code)).toEqual([]);
  });

  test('may call the actual as sales are called: Month, Sales Rep, Sales, Target', async () => {
    const data = await dataSetOf({
      'perf.csv': ['Month,Sales Rep,Sales,Target', '2024-01,Ann,90.25,100', '2024-02,Ann,120,100'],
    });
    expect(total(data)).toBe('210.25');
    expect(data.targets.length).toBe(2);
  });

  test('says of a cell that is no number where it stands', async () => {
    const data = await dataSetOf({ 'plan.csv': [...plan, '2024-03,甲,100,9O,90%'] });
    const bad = data.problems.find(({ code }) => code === 'cell/not-a-number');
    expect(bad).toMatchObject({ place: { row: 7, column: 4 }, value: '9O', heading: '实际', treatment: 'left-out' });
  });
});

describe('a plan with three columns a month', () => {
  const wide = [
    '2024年目标完成表（单位：万元）,,,,,,,,',
    '大区,姓名,1月,,,2月,,,',
    ',,目标,完成,完成率,目标,完成,完成率,',
    '华东,张三,100,95,95%,100,96,96%,',
    '华东,李四,100,105,105%,100,,,',
    '华东小计,,200,200,100%,200,96,48%,',
    '合计,,200,200,100%,200,96,48%,',
  ];

  test('gives the parts, each month at its end; one report a sheet', async () => {
    const data = await dataSetOf({ 'plan.csv': wide });
    expect(total(data)).toBe('2960000');
    expect(data.facts.orders && values(data.facts.orders, 'rep')).toEqual(['张三', '李四', '张三']);
    expect(data.tables.map(({ dataset, rows }) => [dataset, rows])).toEqual([
      ['targets', 4],
      ['orders', 3],
    ]);
  });

  test('names the cell of a month that is no number', async () => {
    const data = await dataSetOf({ 'plan.csv': wide.map((line) => line.replace('100,96,96%', '100,9b,96%')) });
    const bad = data.problems.find(({ code }) => code === 'cell/not-a-number');
    expect(bad).toMatchObject({ place: { row: 4, column: 7 }, value: '9b' });
  });
});

describe('a plan whose actuals are not taken', () => {
  test('beside orders: they are the facts', async () => {
    const orders = ['订单号,订单日期,业务员,金额', 'A,2024-01-05,甲,55'];
    const data = await dataSetOf({ 'plan.csv': plan, 'orders.csv': orders });
    expect(total(data)).toBe('55');
    expect(data.areTotals).toBe(false);
  });

  test('with two columns that could be meant, or rows that sum up others by level', async () => {
    const two = await dataSetOf({ 'plan.csv': ['月份,姓名,目标,实际,完成', '2024-01,甲,100,90,95'] });
    expect(two.facts.orders).toBe(null);
    const levels = await dataSetOf({
      'plan.csv': ['期间,层级,节点,目标,实际', '2024-01,公司,公司,100,90', '2024-01,个人,甲,100,90'],
    });
    expect(levels.facts.orders).toBe(null);
  });

  test('of another KPI than revenue', async () => {
    const data = await dataSetOf({ 'plan.csv': ['月份,姓名,新客户数目标,实际', '2024-01,甲,5,4'] });
    expect(data.facts.orders).toBe(null);
  });
});
