import { describe, expect, test } from 'vitest';
import { toText } from '../../../../src/lib/decimal.ts';
import type { NumberFormat } from '../../../../src/model/mapping.ts';
import { readNumber } from '../../../../src/validate/cells/read-number.ts';

function read(text: string, format: NumberFormat | null = null): string {
  const reading = readNumber(text, format);
  return reading.kind === 'number' ? toText(reading.value) : reading.kind;
}

describe('money as people write it', () => {
  test.each([
    ['1234.5', '1234.5'],
    ['1,234.50', '1234.5'],
    ['¥1,234.50', '1234.5'],
    ['￥1，234.50', '1234.5'],
    ['RMB 1234', '1234'],
    ['CNY1,234', '1234'],
    ['$45,000', '45000'],
    ['-$1,148', '-1148'],
    ['$-1,148', '-1148'],
    ['1,234.50 元', '1234.5'],
    ['45k', '45000'],
    ['1.2M', '1200000'],
    ['1.2万', '12000'],
    ['3,500万元', '35000000'],
    ['1.5亿', '150000000'],
    ['(1,200)', '-1200'],
    ['（１，２００）', '-1200'],
    ['($1,200.50)', '-1200.5'],
    ['-1,200', '-1200'],
    ['1,200-', '-1200'],
    ['△1,200', '-1200'],
    ['−5', '-5'],
    ['1,23,456', '123456'],
    ['12%', '0.12'],
    ['12.0 %', '0.12'],
    ['１２％', '0.12'],
    ['.5', '0.5'],
    ['+3', '3'],
    ['1.5E+3', '1500'],
    ['1e-3', '0.001'],
    ['+0012', '12'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each(['', '-', '--', '—', '/', 'N/A', 'null', '无', '暂无', '未填写', '(空)', ' '])(
    '%s says nothing is there',
    (text) => {
      expect(read(text)).toBe('none');
    },
  );

  test.each(['#N/A', '#DIV/0!', '#REF!'])('%s is an error, never 0', (text) => {
    expect(read(text)).toBe('error');
  });

  test.each([
    '6O0',
    '1,23',
    '1,2345',
    '1.2.3',
    '12,34.5',
    '--5',
    '-(5)',
    'abc',
    '12 apples',
    '$',
    '万',
    '1,234,56',
    '٣',
  ])('%s is no number', (text) => {
    expect(read(text)).toBe('bad');
  });

  // Beyond the digits of a double everything stays exact; beyond any money it is no number, and never Infinity or 0.
  test.each([
    ['9007199254740991', '9007199254740991'],
    ['9007199254740993', '9007199254740993'],
    ['-9007199254740993', '-9007199254740993'],
    ['99999999999999999999.99', '99999999999999999999.99'],
    ['1e22', '10000000000000000000000'],
    ['0.000000000000000000001', '0.000000000000000000001'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['(0)', '0'],
    ['0e0', '0'],
    ['100%', '1'],
    ['-5%', '-0.05'],
    ['-3亿', '-300000000'],
    ['1.5百万', '1500000'],
    ['2千', '2000'],
    ['0.00001万', '0.1'],
  ])('at the borders %s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    '1e999',
    '-1e999',
    '1e-999',
    '4.9e-324',
    '1e308',
    '1e1000000000',
    'Infinity',
    '-Infinity',
    'NaN',
    '0x10',
    '1_000',
  ])('%s is no money', (text) => {
    expect(read(text)).toBe('bad');
  });

  test.each(['5%万', '1.2万%', '1万2', '(-5)', '-(−5)', '+', '.'])('%s says two things, or none', (text) => {
    expect(read(text)).toBe('bad');
  });

  test('a letter O among digits is named with what was meant', () => {
    expect(readNumber('6O0', null)).toEqual({ kind: 'bad', hint: '600' });
  });

  test('decimal commas are read in a column of them', () => {
    const comma: NumberFormat = { decimalMark: ',', groupMark: '.' };
    expect(read('1.234,56', comma)).toBe('1234.56');
    expect(read('4.800', comma)).toBe('4800');
    expect(read('4.80', comma)).toBe('bad');
    expect(read('1 234,56', { decimalMark: ',', groupMark: ' ' })).toBe('1234.56');
    expect(read('1\u202f234,56', { decimalMark: ',', groupMark: ' ' })).toBe('1234.56');
    expect(read("1'234.50", { decimalMark: '.', groupMark: "'" })).toBe('1234.5');
  });

  test('a unit of the cell is told from the number, and a sign names the currency', () => {
    expect(readNumber('$1.2M', null)).toMatchObject({ currency: 'USD', hasUnit: true, isRounded: true });
    expect(readNumber('¥12', null)).toMatchObject({ currency: 'CNY', hasUnit: false });
    expect(readNumber('5%', null)).toMatchObject({ hasUnit: true, isRounded: false });
  });
});
