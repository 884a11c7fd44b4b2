/** What stands on the sheets: findings, reasons in the place of missing numbers, live formulas, checks. */
import { describe, expect, test } from 'vitest';
import { decimalFromText, divide } from '../../../src/lib/decimal.ts';
import type { Cell, Document } from '../../../src/model/document.ts';
import type { Evaluation } from '../../../src/model/evaluation.ts';
import { columnLetters } from '../../../src/model/place.ts';
import { workbookDocument } from '../../../src/report/workbook.ts';
import { writeWorkbook } from '../../../src/write/xlsx/workbook.ts';
import { dumpWorkbook } from '../../support/dump-workbook.ts';
import { exampleEvaluation, kpiResult } from '../../support/evaluation.ts';

type Lang = Evaluation['lang'];

function made(changes: Partial<Evaluation> = {}, lang: Lang = 'en'): Document {
  return workbookDocument(exampleEvaluation(lang, changes));
}

function cellsOf(document: Document): [string, Cell][] {
  return document.sheets.flatMap(({ name, rows }) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column): [string, Cell][] =>
        cell ? [[`${name}!${columnLetters(column + 1)}${row + 1}`, cell]] : [],
      ),
    ),
  );
}

function said({ value }: Cell): string {
  if (value.kind === 'text' || value.kind === 'status') return value.text;
  return value.kind === 'blank' ? value.because : '';
}

const wordsOn = (document: Document, sheet: string) =>
  cellsOf(document).flatMap(([at, cell]) => (at.startsWith(`${sheet}!`) ? [said(cell)] : []));
const titleOf = (changes: Partial<Evaluation>, lang: Lang = 'en') => made({ draft: false, ...changes }, lang).title;
const revenue = (spec: Parameters<typeof kpiResult>[1]) => ({
  kpis: [kpiResult('revenue', { unit: 'money', ...spec })],
});

describe('the title is the finding', () => {
  test.each([
    ['en', {}, '2024-Q1 reached 92.0% of its revenue target: CNY 923,000 short'],
    ['zh-CN', {}, '2024-Q1 完成销售额目标的 92.0%，差 92.3 万元'],
    ['en', revenue({ actual: '120', target: '100' }), '2024-Q1 reached 120.0% of its revenue target: CNY 20 above'],
    ['zh-CN', revenue({ actual: '120', target: '100' }), '2024-Q1 完成销售额目标的 120.0%，超出 20 元'],
    ['en', revenue({ actual: '100', target: '100' }), '2024-Q1 reached its revenue target exactly'],
    ['en', revenue({ actual: '99.96', target: '100' }), '2024-Q1 reached 99.9% of its revenue target: CNY 0.04 short'],
    [
      'en',
      revenue({ actual: '9999999999', target: '10000000000' }),
      '2024-Q1 reached 99.9% of its revenue target: CNY 1 short',
    ],
    ['en', revenue({ actual: '110', base: '100' }), '2024-Q1 revenue is CNY 110, +10.0% against 2023-Q1'],
    ['en', { ...revenue({ actual: '110' }), currency: null }, '2024-Q1 revenue is 110'],
    ['zh-CN', { ...revenue({ actual: '12345678' }), currency: 'USD' }, '2024-Q1 销售额 USD 1,234.6 万'],
    ['en', revenue({ actual: null }), '2024-Q1 revenue is not computed: no rows in the period'],
  ] as const)('%s: %o', (lang, changes, expected) => {
    expect(titleOf(changes, lang)).toBe(expected);
  });

  test('of a running period says how far it is and whether that is enough', () => {
    const { period } = exampleEvaluation();
    const pace = {
      elapsed: divide(decimalFromText('1'), decimalFromText('2')),
      basis: 'workdays',
      expected: null,
      status: 'on-track',
    } as const;
    expect(titleOf({ period: { ...period, complete: false, completeBecause: null }, pace })).toBe(
      '2024-Q1 has reached 92.0% of its revenue target by 2024-03-31: on track',
    );
  });
});

describe('sheets', () => {
  test('stand in their order under safe names, in both languages', () => {
    expect(made().sheets.map(({ name }) => name)).toEqual([
      'Summary',
      'KPIs',
      'Attainment',
      'Trend',
      'Gap',
      'Data quality',
      'Definitions',
      'Audit',
    ]);
    expect(made({}, 'zh-CN').sheets.map(({ name }) => name)).toEqual([
      '总览',
      '指标',
      '目标达成',
      '趋势',
      '缺口',
      '数据质量',
      '指标定义',
      '审计',
    ]);
  });

  test('are all there for an evaluation of almost nothing, with reasons', () => {
    const empty = made({
      kpis: [kpiResult('revenue', { unit: 'money', actual: null })],
      breakdown: [],
      by: [],
      trend: [],
      gap: null,
      compare: null,
      problems: [],
      inputs: [],
      notComputed: [],
    });
    expect(empty.sheets).toHaveLength(8);
    expect(wordsOn(empty, 'Trend')).toContain('No trend: no dated rows  [DRAFT]');
    expect(wordsOn(empty, 'Gap')).toContain('No gap to explain: no target and no period to compare with  [DRAFT]');
    expect(wordsOn(empty, 'KPIs')).toContain('no rows in the period');
  });

  test('a number that is not defined is its reason, never 0 or empty', () => {
    const document = made({ ...revenue({ actual: '5', rest: { attainmentWhy: 'target-incomplete' } }), gap: null });
    expect(wordsOn(document, 'KPIs')).toContain('targets do not cover the whole period');
  });

  test('the draft is marked on each sheet with its reason', () => {
    const document = made();
    for (const { name } of document.sheets) {
      expect(wordsOn(document, name).join('|'), name).toContain('DRAFT');
      expect(wordsOn(document, name), name).toContain('Draft: 4 rows left out (CNY 12,300); see "Data quality"');
    }
    expect(cellsOf(made({ draft: false })).some(([, cell]) => said(cell).includes('DRAFT'))).toBe(false);
  });

  test('KPIs that were not computed are listed with the missing column', () => {
    expect(wordsOn(made(), 'KPIs')).toEqual(
      expect.arrayContaining(['Discount rate', 'no column', 'Orders: list amount']),
    );
    expect(wordsOn(made(), 'Summary')).toContain(
      'Not computed: discount rate (no List amount column), units (no Quantity column), see "KPIs"',
    );
  });

  test('definitions stand in both languages', () => {
    expect(wordsOn(made(), 'Definitions')).toEqual(expect.arrayContaining(['Revenue', '销售额', 'In words', '含义']));
  });

  test('the audit names version, options, inputs with size and hash', () => {
    expect(wordsOn(made(), 'Audit')).toEqual(
      expect.arrayContaining([
        'salesmetrics 0.1.0',
        '--period 2024-Q1',
        'q1.xlsx',
        '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      ]),
    );
  });

  test('many members: the summary has the best and one row for the others, the attainment sheet has all', () => {
    const breakdown = Array.from({ length: 40 }, (_, i) => ({
      by: { rep: `P${i}` },
      kpis: [kpiResult('revenue', { unit: 'money', actual: '100', target: '90' })],
    }));
    const document = made({ ...revenue({ actual: '4000', target: '3600' }), breakdown, gap: null });
    expect(wordsOn(document, 'Summary')).toContain('26 others');
    expect(wordsOn(document, 'Attainment')).toContain('P39');
    expect(wordsOn(document, 'Audit').filter((word) => word === 'CHECK')).toEqual([]);
  });

  test('several cuts are several tables', () => {
    const { breakdown } = exampleEvaluation();
    const more = breakdown.map((entry, i) => ({ ...entry, by: { region: `R${i}` } }));
    const document = made({ breakdown: [...breakdown, ...more], by: [['rep'], ['region']] });
    const names = document.sheets.flatMap(({ tables }) => tables.map(({ name }) => name));
    expect(names).toEqual(expect.arrayContaining(['tblAttainmentFull', 'tblAttainmentFull2']));
    expect(new Set(names).size).toBe(names.length);
  });

  test('a dimension named like a column of ours does not confuse the sums', () => {
    const breakdown = exampleEvaluation().breakdown.map(({ by, kpis }) => ({
      by: { Target: by['rep'] ?? '', '': 'x' },
      kpis,
    }));
    const document = made({ breakdown, by: [['Target', '']] });
    const table = document.sheets[2]?.tables[0];
    expect(table?.headings.slice(0, 4)).toEqual(['Target', '#2', 'Target 2', 'Actual']);
    expect(cellsOf(document).find(([, { formula }]) => formula?.includes('[Target 2]'))).toBeDefined();
  });

  test('without targets the gap is against the comparison, where the parts explain it', () => {
    const breakdown = [
      { by: { rep: 'A' }, kpis: [kpiResult('revenue', { unit: 'money', actual: '70', base: '60' })] },
      { by: { rep: 'B' }, kpis: [kpiResult('revenue', { unit: 'money', actual: '30', base: '60' })] },
    ];
    const document = made({ ...revenue({ actual: '100', base: '120' }), breakdown, gap: null, draft: false });
    expect(wordsOn(document, 'Gap')).toContain('B loses most against 2023-Q1: -30 of -20');
    expect(wordsOn(document, 'Summary')).toContain('Change against 2023-Q1: B -30, A +10');
  });
});

describe('what changed by customers', () => {
  const changeByCustomers = {
    fromNew: decimalFromText('30'),
    fromReturned: decimalFromText('5'),
    fromGrown: decimalFromText('10'),
    fromShrunk: decimalFromText('-20'),
    fromLost: decimalFromText('-45'),
    withoutCustomer: decimalFromText('0'),
  };
  const changes = { ...revenue({ actual: '100', base: '120', rest: { details: { changeByCustomers } } }), gap: null };

  test.each([
    ['en', 'Gap', 'What changed by customers: revenue against 2023-Q1', ['New customers', 'Lost customers', 'OK']],
    ['zh-CN', '缺口', '按客户看变化：销售额较 2023-Q1', ['新客户', '流失的客户', '一致']],
  ] as const)('stands under the gap, adds up and is checked (%s)', (lang, sheet, title, words) => {
    const document = made({ ...changes, breakdown: [], by: [] }, lang);
    expect(wordsOn(document, sheet)).toEqual(expect.arrayContaining([title, ...words]));
    const formulas = cellsOf(document).flatMap(([at, { formula }]) => (at.startsWith(sheet) ? (formula ?? []) : []));
    expect(formulas).toContain('SUM(B10:B15)');
    expect(formulas.some((formula) => formula.startsWith('IF(ABS(B17-('))).toBe(true);
  });

  test('is not said where nothing is compared or no customers are known', () => {
    expect(wordsOn(made({ ...changes, compare: null }), 'Gap')).not.toContain('New customers');
    expect(wordsOn(made(), 'Gap')).not.toContain('New customers');
  });
});

describe('units', () => {
  const of = (id: string, spec: Parameters<typeof kpiResult>[1]) => made({ kpis: [kpiResult(id, spec)], gap: null });
  const cell = (document: Document, at: string) => cellsOf(document).find(([name]) => name === `KPIs!${at}`)?.[1];

  test('of days and hours differences are in their own unit, of rates of money both parts are money', () => {
    const hours = of('first-response-time', { unit: 'hours', actual: '4', base: '6' });
    expect(cell(hours, 'H6')?.value).toMatchObject({ of: 'days', value: decimalFromText('-2') });
    expect(cell(hours, 'H6')?.formula).toBe('B6-G6');
    const spec = { unit: 'ratio', actual: '0.5', numerator: '5.50', denominator: '11.00' } as const;
    expect(cell(of('collection-rate', spec), 'L6')?.value).toMatchObject({ of: 'money' });
    expect(cell(of('win-rate', spec), 'L6')?.value).toMatchObject({ of: 'count' });
  });

  test('what a KPI tells beside its value stands in its note', () => {
    const details = { p25: decimalFromText('12'), p75: decimalFromText('61.25') };
    const document = of('sales-cycle', { unit: 'days', actual: '38', rest: { details } });
    expect(wordsOn(document, 'KPIs')).toContain('the middle half took 12.0 to 61.3 days');
    const counted = of('weighted-pipeline', {
      unit: 'money',
      actual: '5',
      rest: { cautions: ['without-probability'], details: { withoutProbability: decimalFromText('3') } },
    });
    expect(wordsOn(counted, 'KPIs')).toContain('3 open deals without an amount or a probability are not in it');
  });

  test('a reason is that of the KPI', () => {
    const document = of('customer-retention', { unit: 'ratio', actual: null });
    expect(wordsOn(document, 'KPIs')).toContain('no data of the preceding period');
  });
});

describe('cohorts', () => {
  const cohorts = {
    grain: 'quarter',
    list: [
      { period: '2023-Q1', leftCensored: true, active: [90, 80, 70], mature: 2 },
      { period: '2023-Q2', leftCensored: false, active: [8, 2, 1], mature: 3 },
      { period: '2023-Q3', leftCensored: false, active: [12, 5], mature: 1 },
    ],
  } as const;
  const document = made({ cohorts, draft: false });
  const cellAt = (name: string) => cellsOf(document).find(([at]) => at === `Cohorts!${name}`)?.[1];

  test('have a sheet when asked for, after the gap', () => {
    expect(document.sheets.map(({ name }) => name)[5]).toBe('Cohorts');
    expect(made({ cohorts }, 'zh-CN').sheets.map(({ name }) => name)[5]).toBe('客户留存');
    expect(made().sheets.map(({ name }) => name)).not.toContain('Cohorts');
  });

  test('hide where everybody looks new, and say so', () => {
    expect(wordsOn(document, 'Cohorts')).not.toContain('2023-Q1');
    expect(wordsOn(document, 'Cohorts').join('|')).toContain('2023-Q1 is not shown');
  });

  test('leave blank what is not over, and count only who can tell', () => {
    expect(wordsOn(document, 'Cohorts')).toContain(
      'Of the customers of a first quarter, 25.0% bought again in the quarter after it',
    );
    expect(cellAt('C7')?.value).toMatchObject({ kind: 'number', value: decimalFromText('0.2500000000000000') });
    expect(cellAt('C8')?.value).toEqual({ kind: 'text', text: '' });
    expect(cellAt('C9')?.formula).toBe(
      'IF(SUMIF(C13:C14,">=0",B13:B14)=0,"",SUM(C13:C14)/SUMIF(C13:C14,">=0",B13:B14))',
    );
  });
});

describe('formulas', () => {
  const formulas = cellsOf(made()).flatMap(([at, { formula }]) => (formula === null ? [] : [[at, formula] as const]));

  test('quotients are guarded', () => {
    for (const [at, formula] of formulas) {
      if (/[A-Z]\d+\/[A-Z$]/.test(formula)) expect(formula, at).toMatch(/^IF\(/);
    }
  });

  test('are neither volatile nor array formulas, and reach nothing outside', () => {
    for (const [, formula] of formulas)
      expect(formula).not.toMatch(/NOW|TODAY|RAND|INDIRECT|OFFSET|HYPERLINK|WEBSERVICE|DDE|\[\d|http|\{/);
  });

  test('totals are sums over tables, checked against the engine in Audit', () => {
    expect(formulas.map(([, formula]) => formula)).toEqual(
      expect.arrayContaining(['SUM(tblAttainment[Actual])', 'SUM(tblAttainmentFull[Target])']),
    );
    expect(wordsOn(made(), 'Summary')).toContain('Checks: 7 of 7 OK');
  });

  test('an attainment just under a threshold is not shown as reaching it', () => {
    const document = made(revenue({ actual: '99960', target: '100000' }));
    const attained = cellsOf(document).find(([at]) => at === 'KPIs!D6')?.[1].value;
    expect(attained).toMatchObject({ kind: 'number', of: 'ratio', digits: 2 });
  });
});

test.each(['en', 'zh-CN'] as const)('the whole workbook as text (%s)', async (lang) => {
  await expect(await dumpWorkbook(await writeWorkbook(made({}, lang)))).toMatchFileSnapshot(
    `golden/workbook-${lang.toLowerCase()}.txt`,
  );
});

describe('teams', () => {
  const document = made();
  const sheet = document.sheets.find(({ name }) => name === 'Attainment');
  const rows = new Map(
    (sheet?.rows ?? []).flatMap((cells, index) => {
      const names = cells.slice(0, 3).map((cell) => (cell ? said(cell) : ''));
      return [[names.join('/'), { row: index + 1, actual: cells[4] }] as const];
    }),
  );

  test('are the sums of their people, and people of their months', () => {
    const [team, person, month] = ['Team 1//', 'Team 1/Wang Fang/', 'Team 1/Wang Fang/2024-01'].map((key) =>
      rows.get(key),
    );
    expect(person?.actual?.formula).toBe([1, 2, 3].map((offset) => `E${(person?.row ?? 0) + offset}`).join('+'));
    expect(team?.actual?.formula).toBe([1, 5, 9].map((offset) => `E${(team?.row ?? 0) + offset}`).join('+'));
    expect(month?.actual?.formula).toBeNull();
  });

  test('fold: people stand one deep, months two deep and hidden', () => {
    const at = (key: string) => sheet?.outlines.get(rows.get(key)?.row ?? 0);
    expect(at('Team 1//')).toBeUndefined();
    expect(at('Team 1/Wang Fang/')).toEqual({ level: 1, isFolded: false });
    expect(at('Team 1/Wang Fang/2024-03')).toEqual({ level: 2, isFolded: true });
  });
});

test('the trend says what the months that are left must bring', () => {
  expect(wordsOn(made(), 'Trend')).toContain(
    'Revenue: needs CNY 3,935,889 a month in the 9 months left to reach CNY 46,000,000 in 2024',
  );
  expect(wordsOn(made({ runRate: null }), 'Trend').join()).not.toContain('needs');
});

describe('weights', () => {
  const scoreOf = (changes: Partial<Evaluation>) => {
    const row = made(changes).sheets[1]?.rows.find(([first]) => first && said(first) === 'Weighted score');
    return row?.map((cell) => (cell === undefined ? '' : cell.value.kind === 'number' ? cell.value.value : said(cell)));
  };

  test('make a score: 70 x 10577/11500 + 30 x 212/200', () => {
    const score = scoreOf({});
    expect(score?.[17]).toEqual(decimalFromText('96.1817391304347820'));
    expect(score?.[16]).toEqual(decimalFromText('100'));
  });

  test('make none where one that counts has no attainment, and no columns where there are none', () => {
    const weights = new Map([
      ['revenue', decimalFromText('70')],
      ['orders', decimalFromText('30')],
    ]);
    expect(scoreOf({ weights })?.[3]).toBe('a KPI that counts has no attainment');
    expect(scoreOf({ weights: new Map() })).toBeUndefined();
  });
});
