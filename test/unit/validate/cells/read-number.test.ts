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
