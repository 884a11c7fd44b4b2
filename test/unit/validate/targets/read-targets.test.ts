import { describe, expect, test } from 'vitest';
import { toText } from '../../../../src/lib/decimal.ts';
import { cellName } from '../../../../src/model/place.ts';
import type { Target } from '../../../../src/model/target.ts';
import { findTargetLayout } from '../../../../src/recognise/target-layout.ts';
import { readTargets } from '../../../../src/validate/targets/read-targets.ts';
import { type Cell, type Described, merge, rawTable, recognised } from '../../../support/raw-tables.ts';

function read(rows: readonly (readonly Cell[])[], described: Described, more: Parameters<typeof rawTable>[1] = {}) {
  const { targets, problems } = readTargets([recognised(rawTable(rows, more), described)]);
  return {
    targets,
    lines: targets.map(lineOf),
    problems: problems.map(({ code, place }) => `${code} ${cellName(place)}`),
  };
}

function lineOf({ kpi, period, keys, isNode, kind, value }: Target): string {
  const named = [...keys].map(([name, text]) => `${name}=${text}`).join(' ');
  return `${kpi} ${period.id} [${named}]${isNode ? '' : ' key'}${kind === 'target' ? '' : ` ${kind}`} ${toText(value)}`;
}

/** A wide table, its layout found as recognition finds it. */
function wide(
  rows: readonly (readonly Cell[])[],
  headerRows: readonly number[],
  year: number | null,
  described: Partial<Described> = {},
  more: Parameters<typeof rawTable>[1] = {},
) {
  const layout = findTargetLayout(rawTable(rows, more), headerRows, { year });
  return read(
    rows,
    { fields: [], header: headerRows.at(-1) ?? 0, periodColumns: layout?.periodColumns ?? [], ...described },
    more,
  );
}

describe('long tables', () => {
  test('a month and a category: keys, not nodes', () => {
    const rows: Cell[][] = [
      ['Month of Order Date', 'Category', 'Target'],
      ['Apr-18', 'Furniture', 10400],
      ['Apr-18', 'Clothing', 12000],
    ];
    expect(read(rows, { fields: ['period', null, 'target'] }).lines).toEqual([
      'revenue 2018-04 [category=Furniture] key 10400',
      'revenue 2018-04 [category=Clothing] key 12000',
    ]);
  });

  test('days stay days, firsts of months are months, firsts of quarters quarters', () => {
    const grainOf = (...days: string[]) =>
      read([['Date', 'Target'], ...days.map((day) => [{ day }, 1])], { fields: ['period', 'target'] }).targets.map(
        ({ period }) => period.id,
      );
    expect(grainOf('2024-01-03', '2024-01-04')).toEqual(['2024-01-03', '2024-01-04']);
    expect(grainOf('2024-01-01', '2024-02-01')).toEqual(['2024-01', '2024-02']);
    expect(grainOf('2024-01-31', '2024-02-29')).toEqual(['2024-01', '2024-02']);
    expect(grainOf('2024-01-01', '2024-04-01')).toEqual(['2024-Q1', '2024-Q2']);
  });

  test('level, name, parent, KPI names in both languages, ratios', () => {
    const rows: Cell[][] = [
      ['期间', '层级', '名称', '上级', '指标', '目标值'],
      ['2024-Q1', '公司', '某某公司', null, '销售额', 1000],
      ['2024-Q1', '部门', '华东', '某某公司', '销售额', 600],
      ['2024-Q1', '员工', '王芳', '华东', '新客户数', 12],
      ['2024-Q1', '公司', '某某公司', null, '客户保留率', '90%'],
      ['2024-Q1', 'person', 'Ann', '华东', 'Sales cycle', 45],
    ];
    const { lines, targets } = read(rows, { fields: ['period', 'level', 'name', 'parent', 'kpi', 'target'] });
    expect(lines).toEqual([
      'revenue 2024-Q1 [] 1000',
      'revenue 2024-Q1 [team=华东] 600',
      'new-customers 2024-Q1 [rep=王芳] 12',
      'customer-retention 2024-Q1 [] 0.9',
      'sales-cycle 2024-Q1 [rep=Ann] 45',
    ]);
    expect(targets.map(({ parent }) => parent)).toEqual([null, '某某公司', '华东', null, '华东']);
    expect(targets.map(({ namePlace }) => cellName(namePlace))).toEqual(['C2', 'C3', 'C4', 'C5', 'C6']);
  });

  test('a person with team and region', () => {
    const rows: Cell[][] = [
      ['月份', '大区', '部门', '姓名', '目标'],
      ['2024-01', '华东', '一部', '张三', 5],
    ];
    expect(read(rows, { fields: ['period', null, null, null, 'target'] }).lines).toEqual([
      'revenue 2024-01 [region=华东 team=一部 rep=张三] 5',
    ]);
  });

  test('a name alone is a person; 合计 is everybody', () => {
    const rows: Cell[][] = [
      ['Name', 'Quarter', 'Quota'],
      ['Ann', 'Q1', 5],
      ['Total', 'Q1', 5],
    ];
    const described = { fields: ['name', 'period', 'target'], title: 'Quotas 2024' };
    expect(read(rows, described).lines).toEqual(['revenue 2024-Q1 [rep=Ann] 5', 'revenue 2024-Q1 [] 5']);
  });

  test('year and month columns, months as bare numbers', () => {
    const rows: Cell[][] = [
      ['年份', '月份', '目标'],
      [2023, 12, 5],
      [2024, 1, 6],
    ];
    expect(read(rows, { fields: [null, 'period', 'target'] }).lines).toEqual([
      'revenue 2023-12 [] 5',
      'revenue 2024-01 [] 6',
    ]);
  });

  test('start and end', () => {
    const rows: Cell[][] = [
      ['Start', 'End', 'Target'],
      [{ day: '2024-01-01' }, { day: '2024-03-31' }, 1],
      [{ day: '2024-01-01' }, { day: '2024-02-15' }, 2],
    ];
    expect(read(rows, { fields: ['periodStart', 'periodEnd', 'target'] }).lines).toEqual([
      'revenue 2024-Q1 [] 1',
      'revenue 2024-01-01..2024-02-15 [] 2',
    ]);
  });

  test('floor, stretch, weight, version, effect, and a kind column', () => {
    const rows: Cell[][] = [
      ['月份', '姓名', '保底', '目标', '挑战', '权重', '版本', '生效日期'],
      ['2024-01', '张三', 80, 100, 120, '40%', 'v2', { day: '2024-01-01' }],
    ];
    const fields = ['period', null, 'floor', 'target', 'stretch', 'weight', 'version', 'effectiveFrom'];
    const { lines, targets } = read(rows, { fields });
    expect(lines).toEqual([
      'revenue 2024-01 [rep=张三] 100',
      'revenue 2024-01 [rep=张三] floor 80',
      'revenue 2024-01 [rep=张三] stretch 120',
    ]);
    expect(targets[0]).toMatchObject({ version: 'v2', effectiveFrom: 19_723 });
    expect(targets[0]?.weight && toText(targets[0].weight)).toBe('0.4');
    const kinds: Cell[][] = [
      ['月份', '类型', '目标'],
      ['2024-01', '保底', 1],
      ['2024-01', '目标', 2],
    ];
    expect(read(kinds, { fields: ['period', 'kind', 'target'] }).lines).toEqual([
      'revenue 2024-01 [] floor 1',
      'revenue 2024-01 [] 2',
    ]);
  });

  test('a 类型 that is no kind of target is a dimension', () => {
    const rows: Cell[][] = [
      ['月份', '类型', '目标'],
      ['2024-01', '新签', 1],
      ['2024-01', '续签', 2],
    ];
    expect(read(rows, { fields: ['period', 'kind', 'target'] }).lines).toEqual([
      'revenue 2024-01 [类型=新签] key 1',
      'revenue 2024-01 [类型=续签] key 2',
    ]);
  });

  test('several KPIs side by side', () => {
    const rows: Cell[][] = [
      ['月份', '姓名', '销售目标', '回款目标', '新客户目标', '备注'],
      ['2024-01', '张三', 10, 8, 3, 'x'],
    ];
    expect(read(rows, { fields: ['period', null, 'target', null, null, null] }).lines).toEqual([
      'revenue 2024-01 [rep=张三] 10',
      'collected 2024-01 [rep=张三] 8',
      'new-customers 2024-01 [rep=张三] 3',
    ]);
  });

  test('the title may name the KPI', () => {
    const rows: Cell[][] = [
      ['月份', '目标'],
      ['1月', 10],
    ];
    expect(read(rows, { fields: ['period', 'target'], title: '某公司2024年回款目标分解表' }).lines).toEqual([
      'collected 2024-01 [] 10',
    ]);
    expect(read(rows, { fields: ['period', 'target'], title: '某公司2024年销售目标分解表' }).lines).toEqual([
      'revenue 2024-01 [] 10',
    ]);
  });
});

describe('units', () => {
  test('万 of the title scales money only; a suffix of the cell replaces it', () => {
    const rows: Cell[][] = [
      ['月份', '指标', '目标'],
      ['2024-01', '销售额', 120.5],
      ['2024-01', '新客户数', 12],
      ['2024-01', '销售额', '1.5亿'],
    ];
    expect(read(rows, { fields: ['period', 'kpi', 'target'], unit: '10000' }).lines).toEqual([
      'revenue 2024-01 [] 1205000',
      'new-customers 2024-01 [] 12',
      'revenue 2024-01 [] 150000000',
    ]);
  });

  test('a unit column wins over the title', () => {
    const rows: Cell[][] = [
      ['月份', '指标', '目标', '单位'],
      ['2024-01', '销售额', 120, '万元'],
      ['2024-01', '销售额', 120, '元'],
      ['2024-01', '客户保留率', 90, '%'],
    ];
    expect(read(rows, { fields: ['period', 'kpi', 'target', 'unit'], unit: '1000' }).lines).toEqual([
      'revenue 2024-01 [] 1200000',
      'revenue 2024-01 [] 120',
      'customer-retention 2024-01 [] 0.9',
    ]);
  });
});

describe('wide tables', () => {
  const header: Cell[] = ['大区', '部门', '姓名', '1月', '2月'];

  test('nodes filled down, totals read as the nodes they total', () => {
    const rows: Cell[][] = [
      header,
      ['华东', '一部', '张三', 1, 2],
      [null, null, '李四', 3, 4],
      [null, '小计', null, 4, 6],
      ['华北', '二部', '王五', 5, 6],
      ['合计', null, null, 9, 12],
    ];
    expect(wide(rows, [0], 2024).lines.filter((line) => line.includes('2024-01'))).toEqual([
      'revenue 2024-01 [region=华东 team=一部 rep=张三] 1',
      'revenue 2024-01 [region=华东 team=一部 rep=李四] 3',
      'revenue 2024-01 [region=华东] 4',
      'revenue 2024-01 [region=华北 team=二部 rep=王五] 5',
      'revenue 2024-01 [] 9',
    ]);
  });

  test('merged region cells, subtotal labels with a name', () => {
    const rows: Cell[][] = [
      ['大区', '姓名', '1月', '2月'],
      ['华东', '张三', 1, 2],
      [null, '李四', 3, 4],
      ['华东小计', null, 4, 6],
    ];
    expect(wide(rows, [0], 2024, {}, { merges: [merge(2, 1, 3, 1)] }).lines.slice(-2)).toEqual([
      'revenue 2024-01 [region=华东] 4',
      'revenue 2024-02 [region=华东] 6',
    ]);
  });

  test('a new region does not inherit the last one’s team', () => {
    const rows: Cell[][] = [header, ['华东', '一部', '张三', 1, 2], ['华北', null, '王五', 5, 6]];
    expect(wide(rows, [0], 2024).lines.at(-1)).toBe('revenue 2024-02 [region=华北 rep=王五] 6');
  });

  test('columns of actuals and rates are read past, years and quarters kept', () => {
    const rows: Cell[][] = [
      ['姓名', '全年目标', '1月', null, null],
      [null, null, '目标', '完成', '完成率'],
      ['张三', 100, 8, 9, '112%'],
    ];
    expect(
      wide(rows, [0, 1], 2024, { columns: { 0: { heading: '姓名' } } }, { merges: [merge(1, 3, 1, 5)] }).lines,
    ).toEqual(['revenue 2024 [rep=张三] 100', 'revenue 2024-01 [rep=张三] 8']);
  });

  test('regions across periods are nodes', () => {
    expect(
      wide(
        [
          ['大区', 'Q1', 'Q2'],
          ['华东', 1, 2],
        ],
        [0],
        2024,
      ).lines[0],
    ).toBe('revenue 2024-Q1 [region=华东] 1');
  });
});

describe('what is wrong is said at its cell', () => {
  test('cells of targets', () => {
    const rows: Cell[][] = [
      ['月份', '姓名', '目标'],
      ['2024-01', 'a', '6O0'],
      ['2024-01', 'b', { error: '#REF!' }],
      ['2024-01', 'c', { noResult: true }],
      ['2024-01', 'd', -5],
      ['2024-01', 'e', null],
      ['2024-01', 'f', '-'],
      ['2024-01', 'g', '#N/A'],
      ['2024-01', 'h', 0],
    ];
    const { lines, problems } = read(rows, { fields: ['period', null, 'target'] });
    expect(lines).toEqual(['revenue 2024-01 [rep=h] 0']);
    expect(problems).toEqual([
      'cell/not-a-number C2',
      'cell/error-value C3',
      'cell/no-cached-value C4',
      'targets/negative C5',
      'cell/error-value C8',
    ]);
  });

  test('periods, KPIs and names', () => {
    const rows: Cell[][] = [
      ['月份', '姓名', '指标', '目标'],
      ['2024-13', 'a', '销售额', 1],
      [null, 'b', '销售额', 1],
      ['2024-01', 'c', '新客户书', 1],
      ['2024-01', null, '销售额', 1],
      ['2024-01', 'd', null, 1],
    ];
    const { lines, problems } = read(rows, { fields: ['period', null, 'kpi', 'target'] });
    expect(lines).toEqual(['revenue 2024-01 [rep=d] 1']);
    expect(problems).toEqual([
      'targets/unknown-period A2',
      'cell/required A3',
      'targets/unknown-kpi C4',
      'cell/required B5',
    ]);
  });

  test('a grand total below a long table is no target of its own', () => {
    const rows: Cell[][] = [
      ['月份', '姓名', '目标'],
      ['2024-01', 'a', 1],
      [null, '合计', 1],
    ];
    expect(read(rows, { fields: ['period', null, 'target'] })).toMatchObject({
      lines: ['revenue 2024-01 [rep=a] 1'],
      problems: [],
    });
  });
});

test('a wrong cell knows the period it is about', () => {
  const { problems } = readTargets([
    recognised(
      rawTable([
        ['月份', '目标'],
        ['2024-02', 'x'],
      ]),
      { fields: ['period', 'target'] },
    ),
  ]);
  expect(problems[0]?.span).toEqual({ start: 19_754, end: 19_782 });
});
