/** CSV as RFC 4180 wants it, and text that no spreadsheet takes for a formula. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalFromText } from '../../../src/lib/decimal.ts';
import { tableCsv } from '../../../src/write/csv.ts';

const oneCell = (value: string) => ({ columns: ['x', 'y'], rows: [[value, 1]] });
const fieldOf = (value: string) => tableCsv(oneCell(value), 'escape').text.slice('x,y\r\n'.length, -',1\r\n'.length);

describe('text that begins like a formula', () => {
  test.each([
    '=1+1',
    '+49 30 1',
    '-cmd',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '"=1"',
    '\uFEFF=1',
    '＝1+1',
    '＋1a',
    '－a',
    '＠a',
    '-1-1',
    '=HYPERLINK("http://e.com")',
  ])('%j gets an apostrophe and quotes', (payload) => {
    expect(fieldOf(payload)).toBe(`"'${payload.replaceAll('"', '""')}"`);
    expect(tableCsv(oneCell(payload), 'escape').escaped).toBe(1);
  });

  test.each(['-5', '+1,234.50', '-12%', '1e-5', '王芳', 'a=b', 'x@y', ''])('%j stays', (plain) => {
    expect(tableCsv(oneCell(plain), 'escape').escaped).toBe(0);
    expect(parse(tableCsv(oneCell(plain), 'escape').text, { columns: true })).toEqual([{ x: plain, y: '1' }]);
  });

  test('is refused or left as it is where that is asked for', () => {
    expect(() => tableCsv(oneCell('=1+1'), 'refuse')).toThrow(expect.objectContaining({ code: 'output/formula' }));
    expect(tableCsv(oneCell('=1+1'), 'raw')).toEqual({ text: 'x,y\r\n"=1+1",1\r\n', escaped: 0 });
  });
});

test('numbers are told by type: a negative one is no formula', () => {
  const rows = [[decimalFromText('-100.50'), decimalFromText('0.0000001'), null, true, -3]];
  expect(tableCsv({ columns: ['a', 'b', 'c', 'd', 'e'], rows }, 'refuse').text).toBe(
    'a,b,c,d,e\r\n-100.5,0.0000001,,true,-3\r\n',
  );
});

test('a byte order mark only on request', () => {
  expect(tableCsv(oneCell('a'), 'escape', true).text).toBe('\uFEFFx,y\r\na,1\r\n');
});

test('any text comes back through a CSV reader, with at most an apostrophe in front', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), { minLength: 1 }), (rows) => {
      const read: string[][] = parse(tableCsv({ columns: ['x', 'y'], rows }, 'escape').text, {
        from_line: 2,
        record_delimiter: '\r\n',
      });
      const plain = read.map((row, at) =>
        row.map((text, column) => (text === rows[at]?.[column] ? text : text.slice(1))),
      );
      expect(plain).toEqual(rows);
    }),
  );
});
