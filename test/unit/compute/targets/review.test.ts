/** Every code of targets with a case that has it and one that only looks like it, by the real readers. */
import { describe, expect, test } from 'vitest';
import { reviewTargets } from '../../../../src/compute/targets/review.ts';
import { cellName } from '../../../../src/model/place.ts';
import type { Problem } from '../../../../src/model/problem.ts';
import { dataSetOf } from '../../../support/data-set.ts';

type Files = Readonly<Record<string, readonly string[]>>;

async function problemsOf(files: Files): Promise<Problem[]> {
  const data = await dataSetOf(files);
  expect(data.targets.length).toBeGreaterThan(0);
  return [...data.problems, ...reviewTargets(data)];
}

/** What is no mere remark: `error targets/gap B3`. */
async function found(files: Files, remarks: readonly string[] = []): Promise<string[]> {
  const problems = await problemsOf(files);
  return problems
    .filter(({ severity, code }) => severity !== 'info' || remarks.includes(code))
    .map(({ severity, code, place }) => `${severity} ${code} ${cellName(place) ?? place.row}`);
}

const month = ['2024-01', '2024-02', '2024-03'];

/** `Period, Rep, Target` of Ann 100, Bob 200 and Cid 300 in three months, changed by row number (2 is the first). */
function long(changes: Readonly<Record<number, string | null>> = {}): string[] {
  const rows = month.flatMap((id) => [`${id},Ann Lee,100`, `${id},Bob Ray,200`, `${id},Cid Fox,300`]);
  const all = rows.map((row, i) => (Object.hasOwn(changes, i + 2) ? changes[i + 2] : row));
  return ['Period,Rep,Target', ...all.filter((row) => row != null)] as string[];
}

/** Months, quarter and subtotals across. */
function wide(changes: Readonly<Record<string, string>> = {}): string[] {
  const rows = [
    ['2024 sales targets (USD)', '', '', '', '', ''],
    ['Region', 'Rep', 'Jan', 'Feb', 'Mar', 'Q1'],
    ['East', 'Ann Lee', '10', '20', '30', '60'],
    ['', 'Bob Ray', '11', '22', '33', '66'],
    ['', 'Subtotal', '21', '42', '63', '126'],
    ['West', 'Cid Fox', '12', '24', '36', '72'],
    ['', 'Dan Poe', '13', '26', '39', '78'],
    ['', 'Subtotal', '25', '50', '75', '150'],
    ['Total', '', '46', '92', '138', '276'],
  ];
  for (const [cell, text] of Object.entries(changes)) {
    const row = rows[Number(cell.slice(1)) - 1];
    if (row) row[cell.charCodeAt(0) - 65] = text;
  }
  return rows.map((row) => row.join(','));
}

const people = ['Rep,Team,From,To', 'Ann Lee,East,,', 'Bob Ray,East,,', 'Cid Fox,West,,'];

const tree = (changes: Readonly<Record<number, string>> = {}): string[] => {
  const rows = [
    '2024-01,Company,Acme,,Revenue,600',
    '2024-01,Team,East,Acme,Revenue,300',
    '2024-01,Team,West,Acme,Revenue,300',
    '2024-01,Rep,Ann Lee,East,Revenue,100',
    '2024-01,Rep,Bob Ray,East,Revenue,200',
    '2024-01,Rep,Cid Fox,West,Revenue,300',
  ];
  return ['Period,Level,Name,Parent,KPI,Target', ...rows.map((row, i) => changes[i + 2] ?? row)];
};

describe('clean plans', () => {
  test.each([
    ['long', { 'targets.csv': long() }],
    ['wide', { 'targets.csv': wide() }],
    ['a tree', { 'targets.csv': tree() }],
    ['with their people', { 'targets.csv': long(), 'people.csv': people }],
    [
      '中文宽表',
      {
        '目标.csv': [
          '2024年销售目标分解表（单位：万元）,,,,,',
          '大区,姓名,1月,2月,3月,一季度小计',
          '华东,张三,1.5,2.5,3,7',
          ',李四,1,2,3,6',
          ',小计,2.5,4.5,6,13',
          '合计,,2.5,4.5,6,13',
        ],
      },
    ],
    [
      '中文长表',
      {
        '目标.csv': [
          '期间,层级,名称,上级,指标,目标值,单位',
          '2024-01,公司,某某公司,,销售额,30,万元',
          '2024-01,部门,华东,某某公司,销售额,30,万元',
          '2024-01,员工,张三,华东,销售额,10,万元',
          '2024-01,员工,李四,华东,销售额,20,万元',
        ],
      },
    ],
  ])('%s', async (_, files: Files) => {
    expect(await found(files)).toEqual([]);
  });
});

describe('sums', () => {
  test.each([
    ['a month', { C3: '15' }, 'error targets/quarter-sum C3'],
    ['a quarter', { F4: '70' }, 'error targets/quarter-sum F4'],
    ['a subtotal', { D5: '43' }, 'error targets/quarter-sum D5'],
    ['a grand total', { C9: '64' }, 'error targets/quarter-sum C9'],
  ])('%s is one problem at its cell', async (_, change, expected) => {
    expect(await found({ 'targets.csv': wide(change) })).toEqual([expected]);
  });

  test('what follows is related', async () => {
    const [one] = await problemsOf({ 'targets.csv': wide({ C3: '15' }) });
    expect(one?.params).toMatchObject({ name: 'Ann Lee', period: '2024-Q1', own: '60', sum: '65', wanted: '10' });
    expect(one?.related.map(cellName)).toEqual(['F3', 'E3', 'D3', 'C5', 'C4']);
  });

  test('two mistakes are two problems', async () => {
    expect(await found({ 'targets.csv': wide({ C3: '15', E7: '41' }) })).toEqual([
      'error targets/quarter-sum C3',
      'error targets/quarter-sum E7',
    ]);
  });

  test('where several cells would do, the total is named', async () => {
    const rows = ['Rep,Jan 2024,Feb 2024,Mar 2024,Q1 2024 target', 'Ann,10,20,30,61', 'Bob,10,20,30,60'];
    expect(await found({ 'targets.csv': rows })).toEqual(['error targets/quarter-sum E2']);
  });

  test('half-years and years', async () => {
    const rows = ['Rep,H1 target,H2 target,2024 target', 'Ann,10,20,31', 'Bob,10,20,30'];
    expect(await found({ 'targets.csv': rows })).toEqual(['error targets/year-sum D2']);
    const halves = ['Rep,Q1 2024 target,Q2 2024 target,H1 2024 target', 'Ann,10,20,31', 'Bob,10,20,30'];
    expect(await found({ 'targets.csv': halves })).toEqual(['error targets/half-sum D2']);
  });

  test('a printed total', async () => {
    const rows = ['Rep,Jan 2024 target,Feb 2024 target', 'Ann,10,20', 'Bob,10,20', 'Total,20,41'];
    expect(await found({ 'targets.csv': rows })).toEqual(['error targets/printed-total C4']);
  });

  test('a team and its people', async () => {
    expect(await found({ 'targets.csv': tree({ 5: '2024-01,Rep,Ann Lee,East,Revenue,110' }) })).toEqual([
      'error targets/parent-sum F3',
    ]);
  });

  test('two cuts of one total', async () => {
    const byRegion = ['Period,Region,Target', '2024-01,East,60', '2024-01,West,40'];
    const byProduct = (last: number) => ['Period,Product,Target', '2024-01,Chair,70', `2024-01,Desk,${last}`];
    expect(await found({ 'targets-a.csv': byRegion, 'targets-b.csv': byProduct(35) })).toEqual([
      'error targets/cut-sum C3',
    ]);
    expect(await found({ 'targets-a.csv': byRegion, 'targets-b.csv': byProduct(30) })).toEqual([]);
  });

  test('万 rounded is a warning, once a row', async () => {
    const rows = ['姓名,2024年1月目标(万元),2024年2月目标(万元)', '张三,1.4,2.4', '李四,1.4,2.4', '合计,3,5'];
    expect(await found({ '目标.csv': rows })).toEqual(['warning targets/printed-total B4']);
  });
});

describe('names', () => {
  test('a misspelled person, the nearest offered, no gap on top', async () => {
    const files = { 'targets.csv': long({ 5: '2024-02,Ann Leee,100' }), 'people.csv': people };
    const [one] = await problemsOf(files);
    expect(one).toMatchObject({ code: 'row/unknown-person', severity: 'error', params: { near: ['Ann Lee'] } });
    expect(await found(files)).toEqual(['error row/unknown-person B5']);
  });

  const orders = (reps: readonly string[]) => [
    'Order ID,Order date,Rep,Amount',
    ...reps.map((rep, i) => `O${i},2024-01-1${i},${rep},50`),
  ];

  test('without a list the sellers are known: a near one is an error, a new one a warning', async () => {
    const sellers = orders(['Ann Lee', 'Bob Ray', 'Cid Fox']);
    const misspelled = { 'targets.csv': long({ 2: '2024-01,An Lee,100', 5: null, 8: null }), 'orders.csv': sellers };
    expect(await found(misspelled)).toContain('error row/unknown-person B2');
    const newcomer = ['Period,Rep,Target', '2024-01,Ann Lee,100', '2024-01,Zoe Winter,100'];
    expect(await found({ 'targets.csv': newcomer, 'orders.csv': orders(['Ann Lee']) })).toEqual([
      'warning row/unknown-person B3',
    ]);
  });

  test('an unknown KPI, an unknown parent', async () => {
    expect(await found({ 'targets.csv': tree({ 2: '2024-01,Company,Acme,,Revnue,600' }) })).toEqual([
      'error targets/unknown-kpi E2',
    ]);
    expect(await found({ 'targets.csv': tree({ 5: '2024-01,Rep,Ann Lee,Eastt,Revenue,100' }) })).toEqual([
      'error targets/unknown-parent D5',
    ]);
  });

  test('somebody who has left or has not come', async () => {
    const left = [
      'Rep,Team,From,To',
      'Ann Lee,East,2020-01-01,2024-01-31',
      'Bob Ray,East,,',
      'Cid Fox,West,2024-01-15,',
    ];
    expect(await found({ 'targets.csv': long(), 'people.csv': left })).toEqual(['warning targets/inactive-owner C5']);
    const late = ['Rep,Team,From,To', 'Ann Lee,East,,', 'Bob Ray,East,,', 'Cid Fox,West,2024-02-01,'];
    expect(await found({ 'targets.csv': long(), 'people.csv': late })).toEqual(['warning targets/inactive-owner C4']);
  });

  test('twice', async () => {
    expect(await found({ 'targets.csv': [...long(), '2024-03,Cid Fox,310'] })).toEqual(['error targets/duplicate B11']);
  });
});

describe('gaps', () => {
  test('a blank month of one', async () => {
    expect(await found({ 'targets.csv': wide({ D4: '' }) })).toEqual(['warning targets/gap D4']);
    expect(await found({ 'targets.csv': long({ 6: null }) })).toEqual(['warning targets/gap B3']);
  });

  test('a newcomer has none before', async () => {
    const from = ['Rep,Team,From,To', 'Ann Lee,East,,', 'Bob Ray,East,2024-02-01,', 'Cid Fox,West,,'];
    expect(await found({ 'targets.csv': long({ 3: null }), 'people.csv': from })).toEqual([]);
  });

  test('a month of all', async () => {
    const rows = long().map((row) => row.replace('2024-02', '2024-04'));
    expect(await found({ 'targets.csv': rows })).toEqual(['warning targets/gap null']);
    expect(await found({ 'targets.csv': long({ 8: null, 9: null, 10: null }) })).toEqual([]);
  });

  test('somebody of the list', async () => {
    expect(await found({ 'targets.csv': long(), 'people.csv': [...people, 'Eve Oak,West,,'] })).toEqual([
      'warning targets/gap null',
    ]);
    expect(await found({ 'targets.csv': long(), 'people.csv': [...people, 'Eve Oak,West,,2019-01-01'] })).toEqual([]);
  });

  test('sales without a target', async () => {
    const targets = ['Period,Region,Target', '2024-01,East,60', '2024-01,West,40'];
    const orders = (last: string) => [
      'Order ID,Order date,Region,Amount',
      'O1,2024-01-03,East,5',
      'O2,2024-01-04,West,5',
      `O3,${last},North,5`,
    ];
    expect(await found({ 'targets.csv': targets, 'orders.csv': orders('2024-01-05') })).toEqual([
      'warning targets/gap null',
    ]);
    expect(await found({ 'targets.csv': targets, 'orders.csv': orders('2024-02-05') })).toEqual([]);
  });
});

describe('numbers', () => {
  const weighted = (last: string) => [
    'Period,Rep,KPI,Target,Weight',
    '2024-01,Ann,Revenue,100,60%',
    '2024-01,Ann,Orders,10,40%',
    '2024-01,Bob,Revenue,100,60%',
    `2024-01,Bob,Orders,10,${last}`,
  ];

  test('weights', async () => {
    expect(await found({ 'targets.csv': weighted('30%') })).toEqual(['error targets/weights E5']);
    expect(await found({ 'targets.csv': weighted('40%') })).toEqual([]);
  });

  const year = (may: number) => [
    'Rep,Jan 2024 target,Feb 2024 target,Mar 2024 target,Apr 2024 target,May 2024 target',
    `Ann,500000,520000,480000,510000,${may}`,
    'Bob,500000,520000,480000,510000,600000',
  ];

  test('another unit', async () => {
    expect(await found({ 'targets.csv': year(51) })).toEqual(['warning targets/unit-slip F2']);
    expect(await found({ 'targets.csv': year(5100) })).toEqual([]);
    // Where sums show it, it is the error that they show.
    expect(await found({ 'targets.csv': [...year(51), 'Total,1000000,1040000,960000,1020000,1110000'] })).toEqual([
      'error targets/unit-slip F2',
    ]);
  });

  test('a negative one, and no gap or sum on top', async () => {
    expect(await found({ 'targets.csv': wide({ D4: '-22' }) })).toEqual(['error targets/negative D4']);
  });

  test('overlapping periods', async () => {
    const rows = (start: string) => [
      'Start,End,Rep,Target',
      '2024-01-01,2024-02-29,Ann,5',
      `${start},2024-04-15,Ann,5`,
    ];
    expect(await found({ 'targets.csv': rows('2024-02-15') })).toEqual(['warning targets/overlap D3']);
    expect(await found({ 'targets.csv': rows('2024-03-01') })).toEqual([]);
  });

  test('floor, target, stretch', async () => {
    const rows = (stretch: number) => ['Period,Rep,Target,Floor,Stretch', `2024-01,Ann,100,80,${stretch}`];
    expect(await found({ 'targets.csv': rows(90) })).toEqual(['warning targets/floor-target-stretch E2']);
    expect(await found({ 'targets.csv': rows(120) })).toEqual([]);
  });

  test('a rate that was added up', async () => {
    const rows = (whole: string) => [
      'Period,Level,Name,KPI,Target',
      `2024-01,Company,Acme,Win rate,${whole}`,
      '2024-01,Rep,Ann,Win rate,30%',
      '2024-01,Rep,Bob,Win rate,40%',
    ];
    expect(await found({ 'targets.csv': rows('70%') })).toEqual(['warning targets/non-additive-sum E2']);
    expect(await found({ 'targets.csv': rows('35%') })).toEqual([]);
  });
});

describe('versions', () => {
  const rows = (from: readonly string[], value: number) => [
    'Period,Rep,Target,Version,Effective from',
    `2024-01,Ann,100,v1,${from[0]}`,
    `2024-02,Ann,100,v1,${from[0]}`,
    `2024-01,Ann,100,v2,${from[1]}`,
    `2024-02,Ann,${value},v2,${from[1]}`,
  ];

  test('another total; what was over', async () => {
    expect(await found({ 'targets.csv': rows(['2024-01-01', '2024-02-01'], 120) })).toEqual([
      'warning targets/version-total null',
    ]);
    expect(await found({ 'targets.csv': rows(['2024-01-01', '2024-03-01'], 120) })).toEqual([
      'warning targets/version-total null',
      'warning targets/late-version C5',
    ]);
    expect(await found({ 'targets.csv': rows(['2024-01-01', '2024-02-01'], 100) })).toEqual([]);
  });

  test('none says from when it holds', async () => {
    expect(await found({ 'targets.csv': rows(['', ''], 100) })).toEqual(['error targets/several-versions B4']);
  });
});

describe('hierarchy and calendar', () => {
  test.each([
    ['an orphan', { 5: '2024-01,Rep,Ann Lee,,Revenue,100' }, 'error targets/hierarchy D5'],
    ['a second top', { 3: '2024-01,Company,Apex,,Revenue,600' }, 'error targets/hierarchy C3'],
    ['a blank at the end', { 5: '2024-01,Rep,Ann Lee,East ,Revenue,100' }, 'error targets/hierarchy D5'],
  ])('%s', async (_, change, expected) => {
    expect(await found({ 'targets.csv': tree(change) })).toContain(expected);
  });

  test('a circle', async () => {
    const rows = tree({ 3: '2024-01,Team,East,West,Revenue,300', 4: '2024-01,Team,West,East,Revenue,300' });
    expect(await found({ 'targets.csv': rows })).toEqual(['error targets/hierarchy D3']);
  });

  test('months out of order, rows of another year', async () => {
    const fiscal = ['FY2024 targets,,,', 'Rep,Nov,Dec,Jan', 'Ann,1,2,3', 'Bob,1,2,3'];
    expect(await found({ 'targets.csv': fiscal })).toEqual(['warning targets/calendar D2']);
    const title = (last: string) => [
      '2024 sales targets,,',
      'Period,Rep,Target',
      '2024-01,Ann,5',
      '2024-02,Ann,5',
      `${last},Ann,5`,
    ];
    expect(await found({ 'plan.csv': title('2022-03') })).toEqual(['warning targets/calendar A5']);
    expect(await found({ 'plan.csv': title('2024-03') })).toEqual([]);
  });
});

describe('remarks', () => {
  const history = ['Ann', 'Bob', 'Cid'].flatMap((rep, r) =>
    Array.from(
      { length: 12 },
      (_, i) => `O${r}${i},2023-${String(i + 1).padStart(2, '0')}-05,${rep},${i < 6 ? 100 : 300}`,
    ),
  );
  const orders = ['Order ID,Order date,Rep,Amount', ...history, 'X1,2023-01-01,Ann,1', 'X2,2023-12-31,Ann,1'];
  const plan = (ann: number) => ['Period,Rep,Target', `2024,Ann,${ann}`, '2024,Bob,2500', '2024,Cid,2600'];

  test('a target four times last year', async () => {
    expect(await found({ 'targets.csv': plan(10_000), 'orders.csv': orders }, ['targets/implausible'])).toEqual([
      'info targets/implausible C2',
    ]);
    expect(await found({ 'targets.csv': plan(2700), 'orders.csv': orders }, ['targets/implausible'])).toEqual([]);
  });

  test('twelve equal months where the past had seasons', async () => {
    const flat = Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')},Ann,210`);
    const files = { 'targets.csv': ['Period,Rep,Target', ...flat], 'orders.csv': orders };
    const [one] = (await problemsOf(files)).filter(({ code }) => code === 'targets/implausible');
    expect(one).toMatchObject({ severity: 'info', params: { kind: 'flat', name: 'Ann' } });
  });

  test('SMART, of plans for people only', async () => {
    const smart = async (files: Files) =>
      (await problemsOf(files)).filter(({ code }) => code === 'targets/not-smart').map(({ params }) => params['why']);
    expect(await smart({ 'targets.csv': plan(100) })).toEqual(['kpi', 'unit', 'unlinked', 'yearly']);
    expect(await smart({ 'targets.csv': ['Period,Category,Target', '2024,Chairs,5'] })).toEqual([]);
  });
});

describe('what parts may add up to', () => {
  const buffered = (line: string, west = 'Dan Poe,13,26,39,78') => [
    ['2024 sales targets (USD)', line, '', '', '', ''].join(','),
    'Region,Rep,Jan,Feb,Mar,Q1',
    'East,Ann Lee,10,20,30,60',
    ',Bob Ray,11,22,33,66',
    ',Subtotal,20,40,60,120',
    'West,Cid Fox,12,24,36,72',
    `,${west}`,
    ',Subtotal,25,50,75,150',
    'Total,,45,90,135,270',
  ];

  test.each([
    ['', 'error targets/printed-total F5'],
    ['Sums: equal', 'error targets/printed-total F5'],
    ['Buffer: 5%', 'warning targets/parent-sum F5'],
    ['Buffer: Rep 5%', 'warning targets/parent-sum F5'],
    ['上浮：业务员 5%', 'warning targets/parent-sum F5'],
    ['Sums: Rep at least', 'warning targets/parent-sum F5'],
    ['Buffer: Region 5%', 'error targets/printed-total F5'],
    ['Buffer: Rep 4.9%', 'error targets/printed-total F5'],
    ['Buffer: Rep 4.9%; rounded to 1', 'warning targets/parent-sum F5'],
  ])('%s above the table', async (line, expected) => {
    const problems = await found({ 'targets.csv': buffered(line) });
    expect(problems).toEqual(expected.startsWith('error') ? expect.arrayContaining([expected]) : [expected]);
    expect(problems.every((one) => one.startsWith(expected.slice(0, 5)))).toBe(true);
  });

  test('at least is no leave to add up to less', async () => {
    const short = buffered('Sums: at least', 'Dan Poe,12,26,40,78');
    expect(await found({ 'targets.csv': short })).toEqual([
      'warning targets/parent-sum F5',
      'warning targets/parent-sum E8',
      'error targets/printed-total C8',
    ]);
  });

  test('a mistake beyond the buffer is one, at its cell', async () => {
    const wrong = buffered('Buffer: Rep 5%', 'Dan Poe,93,26,39,78');
    expect(await found({ 'targets.csv': wrong })).toEqual([
      'warning targets/parent-sum F5',
      'error targets/quarter-sum C7',
    ]);
  });
});
