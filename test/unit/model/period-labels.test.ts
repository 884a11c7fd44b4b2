import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isYearlessLabel, parsePeriodLabel, parsePeriodText } from '../../../src/model/period-labels.ts';
import { findPeriodIn, yearStatedIn } from '../../../src/model/period-search.ts';

describe('a label with its year', () => {
  test.each([
    ['2024-01', '2024-01'],
    ['2024/1', '2024-01'],
    ['2024.01', '2024-01'],
    ['202401', '2024-01'],
    ['2024M1', '2024-01'],
    ['2024-M01', '2024-01'],
    ['Jan-24', '2024-01'],
    ['Apr-18', '2018-04'],
    ['Sept. 2024', '2024-09'],
    ['January 2024', '2024-01'],
    ['2024 Jan', '2024-01'],
    ['01/2024', '2024-01'],
    ['2024年1月', '2024-01'],
    ['２０２４年０１月份', '2024-01'],
    ['24年1月', '2024-01'],
    ['2024Q1', '2024-Q1'],
    ['2024-Q1', '2024-Q1'],
    ['1Q24', '2024-Q1'],
    ['Q1 2024', '2024-Q1'],
    ["Q1'24", '2024-Q1'],
    ['2024年第一季度', '2024-Q1'],
    ['2024年4季度', '2024-Q4'],
    ['2024H2', '2024-H2'],
    ['2024年上半年', '2024-H1'],
    ['2024', '2024'],
    ['2024年', '2024'],
    ['2024年度', '2024'],
    ['2024年全年', '2024'],
    ['FY2024', '2024'],
    ['FY26-Q3', '2026-Q3'],
    ['2024-03-05', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024-W11', '2024-W11'],
    ['2024年1-3月', '2024-Q1'],
    ['Jan-Mar 2024', '2024-Q1'],
    ['2024年1-4月', '2024-01..2024-04'],
  ])('%s is %s', (label, id) => {
    expect(parsePeriodLabel(label)?.id).toBe(id);
  });
});

describe('a label without a year', () => {
  test.each([
    ['1月', '2024-01'],
    ['十二月份', '2024-12'],
    ['一月', '2024-01'],
    ['M1', '2024-01'],
    ['May', '2024-05'],
    ['Q1', '2024-Q1'],
    ['第一季度', '2024-Q1'],
    ['一季度', '2024-Q1'],
    ['上半年', '2024-H1'],
    ['H1', '2024-H1'],
    ['全年', '2024'],
    ['Full Year', '2024'],
    ['1-6月', '2024-H1'],
  ])('%s is %s of the stated year, else nothing', (label, id) => {
    expect(parsePeriodLabel(label, { year: 2024 })?.id).toBe(id);
    expect(parsePeriodLabel(label)).toBeUndefined();
    expect(isYearlessLabel(label)).toBe(true);
  });
});

test.each([
  '',
  'abc',
  '12',
  '2024-13',
  '2024-02-30',
  '24-Jan',
  'Marketing',
  '1.5',
  '2024-Q5',
  'Total',
  '第五季度',
  '13月',
])('%s is no period', (label) => {
  expect(parsePeriodLabel(label, { year: 2024 })).toBeUndefined();
});

test('a fiscal year that starts in April is named after the year in which it ends', () => {
  const context = { year: null, fiscalYearStart: 4 };
  expect(parsePeriodLabel('FY2024', context)).toEqual({ id: 'FY2024', grain: 'year', start: 19_448, end: 19_813 });
  expect(parsePeriodLabel('FY24-Q1', context)).toMatchObject({ id: 'FY2024-Q1', start: 19_448 });
});

test('our own ids are read too', () => {
  expect(parsePeriodText('2024-01..2024-03')?.id).toBe('2024-01..2024-03');
});

test('no text is too odd', () => {
  fc.assert(
    fc.property(fc.string(), fc.option(fc.integer({ min: 1990, max: 2069 })), (text, year) => {
      const period = parsePeriodLabel(text, { year });
      if (period) expect(period.end).toBeGreaterThanOrEqual(period.start);
      findPeriodIn(text);
    }),
  );
});

describe('a period in a title or a file name', () => {
  test.each([
    ['2024年第一季度销售目标', '2024-Q1'],
    ['sales-2024-Q1.xlsx', '2024-Q1'],
    ['Invoices_2019Q1.csv', '2019-Q1'],
    ['targets-2024.xlsx', '2024'],
    ['XX公司2024年销售目标分解表', '2024'],
    ['sales_202401.csv', '2024-01'],
    ['2024年3月销售订单', '2024-03'],
    ['2024年1-3月销售', '2024-Q1'],
    ['Budget Jan 2024', '2024-01'],
    ['FY2024-Q2 quota', '2024-Q2'],
    ['2024年上半年回款', '2024-H1'],
  ])('%s states %s', (text, id) => {
    expect(findPeriodIn(text)?.id).toBe(id);
  });

  test.each([
    'Export 2024-05-03',
    'hubspot-crm-exports-all-deals-2026-05-01.csv',
    'sales_20240105.csv',
    '日期：2024-01-01 至 2024-03-31',
    '2024年3月5日导出',
    '2023-2024 plan',
    '2024-Q1 vs 2023-Q1',
    'q1.xlsx',
    'order 2000 items',
    '¥2024',
    'v2024.1.2',
    'INV2024-01-0007',
    'Sample - Superstore',
  ])('%s states none', (text) => {
    expect(findPeriodIn(text)).toBeUndefined();
  });

  test('the year of yearless months is the first that a name states alone', () => {
    expect(yearStatedIn([null, '2023-2024', 'targets_2024.xlsx'])).toBe(2024);
    expect(yearStatedIn(['plan', null])).toBeNull();
  });
});
