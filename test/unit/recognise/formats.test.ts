import { describe, expect, test } from 'vitest';
import type { Mapping } from '../../../src/model/mapping.ts';
import type { RecogniseOptions } from '../../../src/model/options.ts';
import { recognise } from '../../../src/recognise/recognise.ts';
import { sheetOf, textFile, workbook } from '../../support/raw-files.ts';

function mappingOf(lines: readonly string[], options?: RecogniseOptions, delimiter = ','): Mapping {
  const [table] = recognise([textFile(lines, 'data.csv', delimiter)], options).tables;
  if (!table) throw new Error('no table');
  return table.mapping;
}

function orders(dates: readonly string[], options?: RecogniseOptions): Mapping {
  return mappingOf(['Order Date | Amount', ...dates.map((date) => `${date} | 1.5`)], options);
}

function amounts(values: readonly string[], delimiter = ','): Mapping {
  return mappingOf(['Order Date | Amount', ...values.map((value) => `2024-01-05 | ${value}`)], {}, delimiter);
}

describe('the order of dates', () => {
  test.each([
    ['a day above 12 first', ['01/02/2024', '13/02/2024'], 'dmy'],
    ['a day above 12 second', ['1/2/2024', '1/31/2024 8:26'], 'mdy'],
    ['dots', ['1.2.2024', '31.12.2024'], 'dmy'],
    ['a typing error that is no date in any order', ['01/02/2024', '13/02/2024', '31/31/2024'], 'dmy'],
    ['year first', ['2024/1/5', '2024.1.6', '2024年1月7日', '20240108'], null],
    ['names', ['5-Jan-24', 'Dec 8, 2022', '8 December 2022'], null],
    ['times and offsets', ['2024-01-05T14:15:33+01:00', '2012-01-01 11:13:25 -0500'], null],
    ['serials', ['45296', '45297'], null],
    ['dates that read the same in both', ['01/01/2024', '2/2/2024'], 'dmy'],
    ['two-digit years first', ['24-1-5', '24-1-31', '23-12-30', '24-02-28'], 'ymd'],
  ])('%s', (_, dates, order) => {
    const mapping = orders(dates);
    expect(mapping.dataset).toBe('orders');
    expect(mapping.columns[0]?.dateOrder).toBe(order);
    expect(mapping.problems).toEqual([]);
  });

  test('that no value settles is said once, with both readings', () => {
    const { columns, problems } = orders(['01/01/2024', '03/04/2024', '05/06/2024', '05/06/2024']);
    expect(columns[0]?.dateOrder).toBeNull();
    expect(problems.map(({ code, place, value, params }) => [code, place.row, place.column, value, params])).toEqual([
      ['cell/ambiguous-date', 3, 1, '03/04/2024', { readings: ['2024-04-03', '2024-03-04'], rows: 3 }],
    ]);
  });

  test('is what --date-order says', () => {
    const { columns, problems } = orders(['03/04/2024'], { dateOrder: 'mdy' });
    expect([columns[0]?.dateOrder, problems.length]).toEqual(['mdy', 0]);
  });

  test('that contradicts itself is not chosen', () => {
    expect(orders(['13/02/2024', '02/14/2024', '03/04/2024']).problems.map(({ code }) => code)).toEqual([
      'cell/ambiguous-date',
    ]);
  });

  test('is settled from all files of a dataset, and from neighbours of the same style', () => {
    const first = textFile(['Order Date | Amount', '1/7/2019 | 2.5'], 'q1.csv');
    const second = textFile(['Order Date | Amount', '4/17/2019 | 2.5'], 'q2.csv');
    expect(recognise([first, second]).tables.map(({ mapping }) => mapping.columns[0]?.dateOrder)).toEqual([
      'mdy',
      'mdy',
    ]);
    const neighbours = mappingOf(['Order Date | Ship Date | Amount', '01-02-2024 | 15-02-2024 | 1.5']);
    expect(neighbours.columns.map(({ dateOrder }) => dateOrder)).toEqual(['dmy', 'dmy', null]);
  });

  test('is asked for in columns of dates only', () => {
    expect(mappingOf(['Order Date | Ratio note | Amount', '2024-01-05 | 03/04/2024 | 1.5']).problems).toEqual([]);
  });
});

describe('the format of numbers', () => {
  test.each([
    ['points', ['1234.5', '0.25', '12'], '.'],
    ['commas', ['"', '1234,5', '12,25'], ','],
    ['groups and decimals', ['1,234.50', '12.5'], '.'],
    ['the other way', ['1.234,56', '4.800'], ','],
    ['blanks', ['1 234,56', '12 000,00'], ','],
    ['apostrophes', ["1'234.50", '99.10'], '.'],
    ['India', ['1,23,456', '45,000'], '.'],
    ['many groups', ['1.234.567', '4.800'], ','],
    ['three decimals beside others', ['1.234', '2.5'], '.'],
    ['a leading zero', ['1.234', '0.567'], '.'],
    ['currency and brackets', ['$1,234.50', '($12.00)', '￥3.5', '1,200.5-'], '.'],
    ['large numbers without marks', ['1.234', '1500', '7'], '.'],
    ['thousands only, in a file of commas', ['1,234', '12,500'], '.'],
    ['thousands only, below which they stand bare', ['1.234', '12.500', '4.800', '9.100', '7.600', '950', '12'], ','],
  ])('%s', (_, values, mark) => {
    const mapping = amounts(values, _ === 'thousands only, in a file of commas' ? ',' : ';');
    expect(mapping.columns[1]?.numberFormat?.decimalMark).toBe(mark);
    expect(mapping.problems).toEqual([]);
  });

  test.each([
    ['4.800', ['4.800', '4800']],
    ['1,234', ['1.234', '1234']],
  ])('%s alone is ambiguous', (value, readings) => {
    const { problems, columns } = amounts([value, value], ';');
    expect(columns[1]?.numberFormat).toBeNull();
    expect(problems.map((one) => [one.code, one.place.row, one.place.column, one.value, one.params])).toEqual([
      ['cell/ambiguous-number', 2, 2, value, { readings }],
    ]);
  });

  test('is settled by another column of the file', () => {
    const lines = ['Order Date | Amount | Cost', '2024-01-05 | 4.800 | 12.50'];
    expect(mappingOf(lines).columns[1]?.numberFormat?.decimalMark).toBe('.');
  });

  test('matters not where all numbers are whole', () => {
    const { columns, problems } = amounts(['12', '1500']);
    expect([columns[1]?.numberFormat, problems]).toEqual([null, []]);
  });

  test('is not asked of a workbook, whose numbers are numbers', () => {
    const file = workbook([sheetOf('S', ['Order Date | Amount', '2024-01-05 | 4.800', '2024-01-06 | 1.234'])]);
    expect(recognise([file]).tables[0]?.mapping.problems).toEqual([]);
  });
});

describe('units and currencies', () => {
  test('of a heading scale their column alone', () => {
    const { columns, problems } = mappingOf([
      'Order Date | 销售额（万元） | 成本 | 数量(件)',
      '2024-01-05 | 1.5 | 2.5 | 3',
    ]);
    expect(columns.map(({ unit, currency }) => [String(unit.units), currency])).toEqual([
      ['1', null],
      ['10000', 'CNY'],
      ['1', null],
      ['1', null],
    ]);
    expect(problems.map(({ code, place }) => [code, place.row, place.column])).toEqual([['table/unit-scaled', 1, 2]]);
  });

  test('of the title scale money only', () => {
    const { columns } = mappingOf([
      'Sales report (in thousands)',
      'Order Date | Amount | Quantity',
      '2024-01-05 | 1.5 | 3',
    ]);
    expect(columns.map(({ unit }) => String(unit.units))).toEqual(['1', '1000', '1']);
  });

  test.each([
    ['"¥"#,##0.00', 'CNY'],
    ['[$€-407]#,##0.00', 'EUR'],
    ['[$CNY] #,##0', 'CNY'],
    ['_($* #,##0.00_)', 'USD'],
    ['[$-409]#,##0.00', null],
    ['#,##0.00', null],
    ['[$¥-411]#,##0', 'JPY'],
  ])('of the number format %s', (numberFormat, currency) => {
    const sheet = sheetOf('S', ['Order Date | Amount', '2024-01-05 | 1.5'], { formats: { 1: numberFormat } });
    expect(recognise([workbook([sheet])]).tables[0]?.mapping.columns[1]?.currency).toBe(currency);
  });

  test('of cells; of several none', () => {
    expect(amounts(['$1.50', '$2.25']).columns[1]?.currency).toBe('USD');
    expect(amounts(['$1.50', '€2.25']).columns[1]?.currency).toBeNull();
    expect(
      mappingOf(['Order Date | Customer ID | Amount', '2024-01-05 | RS-11770 | 1.5']).columns[1]?.currency,
    ).toBeNull();
  });
});

describe('what inspect shows', () => {
  test('type, empty cells, distinct values, sample and both ends', () => {
    const mapping = mappingOf([
      'Order Date | Customer | Amount | Paid | Note',
      '13/02/2024 | A | 1.234,50 | TRUE | ',
      '01/03/2024 | B |  | TRUE | ',
      '02/03/2024 | A | -12,00 | FALSE | ',
    ]);
    const shown = mapping.columns.map((column) => [
      column.type,
      column.empty,
      column.distinct,
      column.sample,
      column.smallest,
      column.largest,
    ]);
    expect(shown).toEqual([
      ['date', 0, 3, '13/02/2024', '2024-02-13', '2024-03-02'],
      ['text', 0, 2, 'A', null, null],
      ['money', 1, 2, '1.234,50', '-12', '1234.5'],
      ['text', 0, 2, 'TRUE', null, null],
      ['empty', 3, 0, null, null, null],
    ]);
  });
});
