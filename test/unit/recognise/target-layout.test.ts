import { describe, expect, test } from 'vitest';
import type { RawFile, RawTable } from '../../../src/model/raw-table.ts';
import { recognise } from '../../../src/recognise/recognise.ts';
import { findTargetLayout } from '../../../src/recognise/target-layout.ts';
import { type Cell, merge, rawTable } from '../../support/raw-tables.ts';

function layoutOf(rows: readonly (readonly Cell[])[], headerRows: readonly number[], year: number | null, more = {}) {
  const layout = findTargetLayout(rawTable(rows, more), headerRows, { year });
  return (
    layout && {
      columns: layout.periodColumns.map(
        ({ index, period, role, kpi }) => `${index} ${period.id} ${role}${kpi ? ` ${kpi}` : ''}`,
      ),
      keys: layout.keyColumns,
      saysTarget: layout.saysTarget,
      problems: layout.problems.map(({ code }) => code),
    }
  );
}

test('months under merged quarters, subtotals, the year and remarks (targets.md 5.1)', () => {
  const rows: Cell[][] = [
    [
      '大区',
      '部门',
      '姓名',
      '2023实际',
      '增长率',
      '全年目标',
      '一季度',
      null,
      null,
      null,
      '二季度',
      null,
      null,
      null,
      '备注',
    ],
    [null, null, null, null, null, null, '1月', '2月', '3月', '小计', '4月', '5月', '6月', '小计', null],
    ['华东', '一部', '张三', 420, '20%', 504, 30, 25, 60, 115, 40, 40, 40, 120, '新客户为主'],
    [null, null, '李四', 300, '10%', 330, 20, 20, 20, 60, 20, 20, 20, 60, null],
  ];
  const merges = [merge(1, 7, 1, 10), merge(1, 11, 1, 14), merge(1, 6, 2, 6)];
  expect(layoutOf(rows, [0, 1], 2024, { merges })).toEqual({
    columns: [
      '3 2023 actual',
      '5 2024 subtotal',
      '6 2024-01 target',
      '7 2024-02 target',
      '8 2024-03 target',
      '9 2024-Q1 subtotal',
      '10 2024-04 target',
      '11 2024-05 target',
      '12 2024-06 target',
      '13 2024-Q2 subtotal',
    ],
    keys: [0, 1, 2, 4, 14],
    saysTarget: true,
    problems: [],
  });
});

test('groups without merged cells, as a text file has them', () => {
  const rows: Cell[][] = [
    ['Rep', 'Q1 2024', null, null, 'Q2 2024', null, null],
    [null, 'Target', 'Actual', '% to goal', 'Target', 'Actual', '% to goal'],
    ['Ann', 100, 90, '90%', 110, null, null],
  ];
  expect(layoutOf(rows, [0, 1], null)?.columns).toEqual([
    '1 2024-Q1 target',
    '2 2024-Q1 actual',
    '3 2024-Q1 rate',
    '4 2024-Q2 target',
    '5 2024-Q2 actual',
    '6 2024-Q2 rate',
  ]);
});

test('three columns per month and their totals, as ERPNext writes them', () => {
  const rows: Cell[][] = [
    [
      'Sales Person',
      'Target (Apr 2024)',
      'Achieved (Apr 2024)',
      'Variance (Apr 2024)',
      'Target (May 2024)',
      'Achieved (May 2024)',
      'Variance (May 2024)',
      'Total Target',
      'Total Achieved',
    ],
    ['Ann', 10, 9, -1, 10, 12, 2, 20, 21],
  ];
  expect(layoutOf(rows, [0], null)?.columns).toEqual([
    '1 2024-04 target',
    '2 2024-04 actual',
    '3 2024-04 rate',
    '4 2024-05 target',
    '5 2024-05 actual',
    '6 2024-05 rate',
    '7 2024-04..2024-05 subtotal',
    '8 2024-04..2024-05 actual',
  ]);
});

test('plain months say nothing of targets themselves; date cells are months', () => {
  const rows: Cell[][] = [
    ['Region', { day: '2024-01-01' }, { day: '2024-02-01' }, 'Mar-24', 'Total'],
    ['East', 1, 2, 3, 6],
  ];
  expect(layoutOf(rows, [0], null)).toEqual({
    columns: ['1 2024-01 target', '2 2024-02 target', '3 2024-03 target', '4 2024-Q1 subtotal'],
    keys: [0],
    saysTarget: false,
    problems: [],
  });
});

test('小计 adds up the months since the last one, 合计 all', () => {
  const rows: Cell[][] = [
    ['姓名', '1月', '2月', '3月', '小计', '4月', '5月', '6月', '小计', '合计'],
    ['张三', 1, 1, 1, 3, 1, 1, 1, 3, 6],
  ];
  const columns = layoutOf(rows, [0], 2024)?.columns ?? [];
  expect([columns[3], columns[7], columns[8]]).toEqual([
    '4 2024-Q1 subtotal',
    '8 2024-Q2 subtotal',
    '9 2024-H1 subtotal',
  ]);
});

test('a KPI beside the period, floor and stretch', () => {
  const rows: Cell[][] = [
    ['姓名', '1月新客户数目标', '1月回款目标', '一季度保底', '一季度目标', '一季度挑战'],
    ['张三', 10, 200, 80, 100, 120],
  ];
  expect(layoutOf(rows, [0], 2024)?.columns).toEqual([
    '1 2024-01 target 新客户数',
    '2 2024-01 target 回款',
    '3 2024-Q1 floor',
    '4 2024-Q1 subtotal',
    '5 2024-Q1 stretch',
  ]);
});

describe('one column of targets is wide only where its heading says so', () => {
  test('全年目标', () => {
    const rows: Cell[][] = [
      ['姓名', '全年目标'],
      ['张三', 1000],
    ];
    expect(layoutOf(rows, [0], 2024)?.columns).toEqual(['1 2024 target']);
  });

  test('2024 alone is a number like any other', () => {
    const rows: Cell[][] = [
      ['Name', '2024'],
      ['Ann', 1000],
    ];
    expect(layoutOf(rows, [0], null)).toBeNull();
  });
});

test('months without a year anywhere are a problem', () => {
  const rows: Cell[][] = [
    ['姓名', '1月', '2月'],
    ['张三', 1, 2],
  ];
  expect(layoutOf(rows, [0], null)).toMatchObject({ columns: [], problems: ['targets/unknown-period'] });
});

test('a year column says the year', () => {
  const rows: Cell[][] = [
    ['Year', 'Rep', 'Jan', 'Feb'],
    [2024, 'Ann', 1, 2],
    [2024, 'Bob', 3, 4],
  ];
  expect(layoutOf(rows, [0], null)?.columns).toEqual(['2 2024-01 target', '3 2024-02 target']);
});

test.each([
  [
    ['Order ID', 'Order Date', 'Customer', 'Amount'],
    ['A1', '2024-01-01', 'X', 10],
  ],
  [
    ['订单号', '下单日期', '月份', '金额'],
    ['A1', '2024-01-01', '1月', 10],
  ],
  [
    ['Month', 'Rep', 'Target'],
    ['2024-01', 'Ann', 10],
  ],
  [
    ['Name', 'March', 'May'],
    ['Ann', 'x', 'y'],
  ],
] satisfies [Cell[], Cell[]][])('%s is no wide table', (header, row) => {
  expect(layoutOf([header, row], [0], 2024)).toBeNull();
});

test('three columns a month through recognition: targets, and nothing is ambiguous', () => {
  const rows: Cell[][] = [
    ['姓名', '2024年1月', null, null, '2024年2月', null, null],
    [null, '目标', '完成', '完成率', '目标', '完成', '完成率'],
    ['张三', 300, 290, '97%', 400, null, null],
    ['李四', 200, 210, '105%', 300, null, null],
  ];
  const { tables, problems } = recognise([fileOf(rawTable(rows, { sheet: '目标' }))], {});
  expect(tables.map(({ mapping }) => [mapping.dataset, mapping.periodColumns.length])).toEqual([['targets', 6]]);
  expect(
    [...problems, ...tables.flatMap(({ mapping }) => mapping.problems)].filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
});

function fileOf(table: RawTable): RawFile {
  const facts = { sha256: '', bytes: 1, format: 'xlsx', encoding: null, delimiter: null, lineEnding: null } as const;
  return { path: table.file, ...facts, tables: [table], notes: [] };
}
