import { describe, expect, test } from 'vitest';
import { computeOptions } from '../../../src/cli/flags/computing.ts';
import { givenFlags } from '../../../src/cli/flags/given-flags.ts';
import { spelledOut } from '../../../src/cli/flags/optional-values.ts';
import { loadOptions } from '../../../src/cli/flags/reading.ts';
import { pageName } from '../../../src/cli/flags/values.ts';
import { langOf } from '../../../src/cli/lang.ts';
import { parseIsoDay } from '../../../src/model/day.ts';
import { UserError } from '../../../src/problems/user-error.ts';

const compute = (flags: Parameters<typeof computeOptions>[0]) => computeOptions(flags, () => '2026-06-30');

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}

describe('what is computed', () => {
  test('--cohorts is by month where no grain is said', () => {
    expect(compute({ cohorts: true })).toEqual({ cohorts: 'month' });
    expect(compute({ cohorts: 'Quarter' })).toEqual({ cohorts: 'quarter' });
    expect(codeOf(() => compute({ cohorts: 'weekly' }))).toBe('usage/wrong-value');
  });

  test('--cohorts takes no file for its grain', () => {
    expect(spelledOut(['evaluate', '--cohorts', 'q1.csv'])).toEqual(['evaluate', '--cohorts=month', 'q1.csv']);
    const clear = ['evaluate', '-', '--cohorts', 'year', '--cohorts', '--kpi', '--cohorts'];
    expect(spelledOut(clear)).toEqual(clear);
  });

  test('--html takes a page for its file, and no other', () => {
    expect(spelledOut(['--html', 'q1.csv'])).toEqual(['--html=', 'q1.csv']);
    expect(spelledOut(['--html', '-'])).toEqual(['--html=', '-']);
    for (const clear of [
      ['--html', 'to/page.HTM', 'q1.csv'],
      ['q1.csv', '--html', '--json'],
    ])
      expect(spelledOut(clear)).toEqual(clear);
    expect([pageName(undefined), pageName(true), pageName(''), pageName('a.html')]).toEqual([
      undefined,
      true,
      true,
      'a.html',
    ]);
    expect(codeOf(() => pageName('a.xlsx'))).toBe('usage/wrong-value');
  });

  test('nothing said is nothing set', () => {
    expect(compute({})).toEqual({});
  });

  test('--by repeats for several cuts and combines by comma', () => {
    expect(compute({ by: ['rep,region', '产品线'] })).toEqual({ by: [['rep', 'region'], ['产品线']] });
  });

  test('periods are brought to their ids', () => {
    expect(compute({ period: '2024年1季度' }).period).toBe('2024-Q1');
    expect(compute({ period: '2024-01..2024-03' }).period).toBe('2024-01..2024-03');
    expect(compute({ period: 'ALL' }).period).toBe('all');
    expect(codeOf(() => compute({ period: 'soon' }))).toBe('period/unknown');
  });

  test('--as-of takes a date, or today as the caller has it', () => {
    expect(compute({ asOf: 'today' }).asOf).toBe(parseIsoDay('2026-06-30'));
    expect(codeOf(() => compute({ asOf: '2024-02-30' }))).toBe('usage/wrong-value');
  });

  test('--only gathers the values of one dimension', () => {
    expect(compute({ only: ['region=East', 'region=West', 'a=b=c'] }).only).toEqual(
      new Map([
        ['region', ['East', 'West']],
        ['a', ['b=c']],
      ]),
    );
  });

  test('--allow-skipped is rows or percent, --fail-under percent with or without its sign', () => {
    expect(compute({ allowSkipped: '4' }).allowSkipped).toEqual({ rows: 4 });
    expect(compute({ allowSkipped: '0.5%' }).allowSkipped).toEqual({ percent: '0.5' });
    expect(compute({ failUnder: '95%' }).failUnder).toBe('95');
    expect(codeOf(() => compute({ allowSkipped: '-1' }))).toBe('usage/wrong-value');
  });

  test('--expect is an exact decimal with an optional tolerance', () => {
    expect(compute({ expect: ['revenue=10,577,000.00', 'orders=5@1'] }).expect).toEqual([
      { kpi: 'revenue', value: '10577000.00', tolerance: '0' },
      { kpi: 'orders', value: '5', tolerance: '1' },
    ]);
    expect(codeOf(() => compute({ expect: ['revenue=ten'] }))).toBe('usage/wrong-value');
  });
});

describe('what is read', () => {
  test('tables are declared by file and sheet', () => {
    const { recognise } = loadOptions({ as: ['orders=a.xlsx#Q1'], targets: ['plan.csv'] });
    expect(recognise?.as).toEqual([
      { dataset: 'orders', file: 'a.xlsx', sheet: 'Q1' },
      { dataset: 'targets', file: 'plan.csv', sheet: null },
    ]);
  });

  test('limits take sizes', () => {
    expect(loadOptions({ maxInput: '2GiB', maxRows: '500' }).read?.limits).toEqual({ maxInput: 2 ** 31, maxRows: 500 });
    expect(codeOf(() => loadOptions({ maxRows: 'many' }))).toBe('usage/wrong-value');
  });

  test('columns are named by field, and by one heading only', () => {
    expect(loadOptions({ column: ['Amount=含税金额'] }).recognise?.columns).toEqual(new Map([['amount', '含税金额']]));
    expect(codeOf(() => loadOptions({ column: ['amount=a', 'amount=b'] }))).toBe('usage/repeated');
    expect(codeOf(() => loadOptions({ column: ['amont=a'] }))).toBe('usage/wrong-value');
  });

  test('encodings and delimiters are checked', () => {
    expect(loadOptions({ encoding: 'gbk', delimiter: 'tab' }).read).toMatchObject({ encoding: 'gbk', delimiter: '\t' });
    expect(codeOf(() => loadOptions({ encoding: 'klingon' }))).toBe('usage/wrong-value');
    expect(codeOf(() => loadOptions({ delimiter: 'ab' }))).toBe('usage/wrong-value');
  });
});

test('the flags that can change a figure are kept as typed', () => {
  expect(givenFlags({ period: '2024-Q1', asOf: 'today', quiet: true, json: true })).toEqual({
    period: '2024-Q1',
    'as-of': 'today',
  });
});

describe('language', () => {
  test('the flag wins, then SALESMETRICS_LANG, LC_ALL, LANG, the system', () => {
    const env = { LANG: 'zh_CN.UTF-8' };
    expect(langOf('en', { env, locale: () => 'zh-CN' })).toBe('en');
    expect(langOf(undefined, { env: { ...env, SALESMETRICS_LANG: 'en' }, locale: () => 'zh-CN' })).toBe('en');
    expect(langOf('auto', { env, locale: () => 'en-GB' })).toBe('zh-CN');
    expect(langOf(undefined, { env: {}, locale: () => 'zh-Hans-CN' })).toBe('zh-CN');
    expect(langOf(undefined, { env: { LANG: 'C' }, locale: () => 'en' })).toBe('en');
    expect(codeOf(() => langOf('fr', { env, locale: () => 'en' }))).toBe('usage/wrong-value');
  });
});
