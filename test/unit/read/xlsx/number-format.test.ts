import { expect, test } from 'vitest';
import { builtinFormat, formatKind } from '../../../../src/read/xlsx/number-format.ts';
import { readStyles } from '../../../../src/read/xlsx/styles.ts';

test.each([
  'yyyy-mm-dd',
  'd/m/yy',
  '[$-409]mmmm d, yyyy;@',
  'yyyy"年"m"月"d"日"',
  '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
  'mmm-yy',
  'm',
  'yyyy\\-mm\\-dd\\ hh:mm:ss.000',
  '[Red]dd.mm.yyyy',
  '上午/下午h"时"mm"分" d',
  'aaaa',
  '[$-404]e/m/d',
  'YYYY/M/D',
  'd',
])('%s is a date', (code) => {
  expect(formatKind(code)).toBe('date');
});

test.each(['h:mm', 'hh:mm:ss AM/PM', 'mm:ss.0', 'h "o\'clock"', '[$-409]h:mm:ss AM/PM;@'])('%s is a time', (code) => {
  expect(formatKind(code)).toBe('time');
});

test.each([
  'General',
  'GENERAL',
  '0',
  '0.00E+00',
  '#,##0.00 "days"',
  '0\\d',
  '#,##0.00_d',
  '* #,##0_);[Red]\\(#,##0\\)',
  '[$€-407]#,##0.00',
  '[h]:mm',
  '[hh]:mm:ss',
  '[m]:ss',
  '0%',
  '@',
  '"yyyy"',
  '[Red]0;[Black]yyyy',
  '_-* #,##0.00 "d"_-',
  '# ?/?',
  '0.00"h"',
  '[DBNum1][$-804]General',
  '',
])('%s is a number', (code) => {
  expect(formatKind(code)).toBe('number');
});

test('builtin formats', () => {
  const dates = Array.from({ length: 60 }, (_, id) => id).filter((id) => formatKind(builtinFormat(id)) !== 'number');
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  // 46 is a duration.
  expect(dates).toEqual([...range(14, 22), ...range(27, 36), 45, 47, ...range(50, 58)]);
});

test('only cellXfs counts, and a file may spell a builtin format its own way', () => {
  const xml =
    '<x:styleSheet xmlns:x="m"><x:numFmts><x:numFmt numFmtId="164" formatCode="yyyy&quot;-&quot;mm"/><x:numFmt numFmtId="14" formatCode="d.m.yyyy"/></x:numFmts><x:cellStyleXfs><x:xf numFmtId="14"/><x:xf numFmtId="14"/></x:cellStyleXfs><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="164"><x:alignment/></x:xf><x:xf numFmtId="14"/><x:xf/></x:cellXfs><x:dxfs><x:dxf><x:numFmt numFmtId="165" formatCode="0"/></x:dxf></x:dxfs></x:styleSheet>';
  expect(readStyles(xml)).toEqual([
    { code: 'General', kind: 'number' },
    { code: 'yyyy"-"mm', kind: 'date' },
    { code: 'd.m.yyyy', kind: 'date' },
    { code: 'General', kind: 'number' },
  ]);
});
