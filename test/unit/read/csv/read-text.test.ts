import { describe, expect, test } from 'vitest';
import { cellKind } from '../../../../src/model/raw-table.ts';
import { readBytes, readCells, tableOf } from '../../../support/read-cells.ts';

describe('cells', () => {
  test('keep quotes, delimiters and line breaks inside quotes', async () => {
    expect(await readCells('a,b\n"x, y","say ""hi"""\n"two\r\nlines",""\n')).toEqual([
      ['a', 'b'],
      ['x, y', 'say "hi"'],
      ['two\r\nlines', ''],
    ]);
  });

  test('keep blanks, comment signs and quotes in the middle as they are', async () => {
    expect(await readCells('a,b\n x ,# 1\n37°36\'37.8"N,5" pipe\n')).toEqual([
      ['a', 'b'],
      [' x ', '# 1'],
      ['37°36\'37.8"N', '5" pipe'],
    ]);
  });

  test('lose blanks around quotes only', async () => {
    expect(await readCells('"a", "b, c" ,d\n1, "x" y,2\n')).toEqual([
      ['a', 'b, c', 'd'],
      ['1', ' "x" y', '2'],
    ]);
  });

  test('that name parts of objects are texts like any other', async () => {
    expect(await readCells('__proto__,constructor\n__proto__,toString\n')).toEqual([
      ['__proto__', 'constructor'],
      ['__proto__', 'toString'],
    ]);
  });

  const numbers = ['0', '7', '-7', '1.50', '0.00', '-0.05', '999999999999999', '0.000000000000001', '123456789.012345'];
  const texts = [
    '00',
    '-0',
    '-0.00',
    '+1',
    '1.',
    '.5',
    '1e3',
    '1,5',
    '1000000000000000',
    '12a',
    '-',
    '--1',
    '1-2',
    '٣',
  ];
  const spelled = [
    ...numbers.map((text) => ({ text, isNumber: true })),
    ...texts.map((text) => ({ text, isNumber: false })),
  ];
  test.each(spelled)('$text as a number: $isNumber', async ({ text, isNumber }) => {
    for (const cell of [`"${text}"`, ...(text.includes(',') ? [] : [text])]) {
      const table = tableOf(await readBytes(`h,x\n${cell},1\n`, { delimiter: ',' }));
      const kind = table.columns[0]?.kinds[1] ?? 0;
      expect(kind >= cellKind.decimal).toBe(isNumber);
      expect((await readCells(`h,x\n${cell},1\n`, { delimiter: ',' }))[1]).toEqual([text, '1']);
    }
  });

  test('of numbers know their decimals: 1.50 is 150 at two', async () => {
    const [column] = tableOf(await readBytes('h\n1.50\n-3\n')).columns;
    expect([...(column?.kinds ?? [])]).toEqual([cellKind.text, cellKind.decimal + 2, cellKind.decimal]);
    expect([...(column?.values ?? [])]).toEqual([0, 150, -3]);
  });
});

describe('rows', () => {
  test.each([
    ['LF', 'a,b\n1,2\n3,4\n'],
    ['LF', 'a,b\n1,2\n3,4'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4'],
    ['CR', 'a,b\r1,2\r3,4\r'],
    ['CR', 'a,b\r1,2\r3,4'],
    ['mixed', 'a,b\r\n1,2\n3,4\r'],
  ])('end with %s: %j', async (ending, text) => {
    for (const chunkSize of [1, 2, 3, 1 << 20]) {
      const file = await readBytes(text, { chunkSize });
      expect(file.lineEnding).toBe(ending);
      expect(await readCells(text, { chunkSize })).toEqual([
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ]);
    }
  });

  test('without content are not stored, but counted', async () => {
    const table = tableOf(await readBytes('\n,,\n""\na,b\n\n"x\ny",2\n,\n3,4\n'));
    expect([...table.rowNumbers]).toEqual([4, 6, 9]);
    expect([...table.shownRows]).toEqual([1, 3, 5]);
  });

  test('of blank lines only are none', async () => {
    const file = await readBytes('\n\r\n\n');
    expect(tableOf(file)).toMatchObject({ rowCount: 0, columns: [] });
  });

  test('shorter or longer than the headings are noted once, the first and how many', async () => {
    const file = await readBytes('a,b,c\n1,2,3\n1,2\n1,2,3,4\n5,6,7\n1,2,3,\n');
    expect(file.notes).toEqual([
      { code: 'row/ragged', sheet: null, row: 3, params: { found: 2, expected: 3, rows: 2 } },
    ]);
    expect(await readCells('a,b,c\n1,2,3\n1,2\n1,2,3,4\n5,6,7\n')).toContainEqual(['1', '2', '3', '4']);
  });

  test('of a title above and a footer below are no ragged rows', async () => {
    const file = await readBytes('Sales report\n\nid,n,x\n1,2,3\n4,5,6\n\n"Grand Totals (2 records)"\nConfidential\n');
    expect(file.notes).toEqual([]);
    expect((await readBytes('id,n,x\n1,2,3\noops\n4,5,6\n')).notes[0]).toMatchObject({ row: 3, params: { found: 1 } });
  });
});

describe('the delimiter', () => {
  test.each([
    [',', 'a,b,c\n1,2,3\n'],
    [';', 'a;b;c\n1;2;3\n'],
    ['\t', 'a\tb\tc\n1\t2\t3\n'],
    ['|', 'a|b|c\n1|2|3\n'],
  ])('%j is found', async (delimiter, text) => {
    const file = await readBytes(text);
    expect(file.delimiter).toBe(delimiter);
    expect(file.format).toBe(delimiter === '\t' ? 'tsv' : 'csv');
    expect(tableOf(file).columns).toHaveLength(3);
  });

  test.each([
    [';', 'commas;points\n1,1;1.1\n0,25;0.25\n1,5;2,5\n'],
    [',', 'id,tags\n1,a;b\n2,c;d\n3,e;f\n'],
    ['\t', 'id\tname\tamount\n1\tSmith, J\t1,200\n2\tDoe, A\t3,400\n'],
    [',', 'id,note,x\n1,"a;b;c;d",2\n2,"e;f;g;h",3\n'],
    [';', '报表\n日期：2024-01-01,2024-03-31\n\n订单号;金额;客户\n1;2,5;x\n2;3,5;y\n'],
    [',', 'name\nSmith\nDoe\n'],
    [',', 'remark\nhe came; she went\nnothing\nall fine\nyes\n'],
    ['|', 'id|name\n1|#a#\n2| -|##\n'],
  ])('%j is found in %j', async (delimiter, text) => {
    expect((await readBytes(text)).delimiter).toBe(delimiter);
  });

  test.each(['sep=;\r\n', '"sep=;"\n', 'SEP=;\n'])('is told by %j', async (line) => {
    const file = await readBytes(`\ufeff${line}a,b;c\n1,2;3\n`);
    expect(file.delimiter).toBe(';');
    expect([...tableOf(file).rowNumbers]).toEqual([2, 3]);
    expect(await readCells(`${line}a,b;c\n1,2;3\n`, { chunkSize: 1 })).toEqual([
      ['a,b', 'c'],
      ['1,2', '3'],
    ]);
  });

  test.each([
    ['tab', 'a\tb,c\n'],
    ['\\t', 'a\tb,c\n'],
    ['|', 'a|b,c\n'],
    ['~', 'a~b,c\n'],
  ])('is what --delimiter %s says', async (delimiter, text) => {
    expect(await readCells(text, { delimiter })).toEqual([['a', 'b,c']]);
  });

  test.each(['', 'ab', '"', '\n', '1', 'é', ' '])('%j is refused', async (delimiter) => {
    await expect(readCells('a\n', { delimiter })).rejects.toMatchObject({
      code: 'usage/wrong-value',
      params: { flag: '--delimiter', value: delimiter },
    });
  });

  test('| is not confused with the second byte of a GBK character', async () => {
    // 瓅 is AD 7C in GBK: its second byte is the code of |.
    const bytes = Buffer.from('bfcdbba77cbdf0b6ee7cc7f80ad5c5ad7c7c31327cc9cf0ac0eec4c87c337cb1b10a', 'hex');
    for (const chunkSize of [1, 5, 1 << 20]) {
      expect(await readCells(bytes, { chunkSize })).toEqual([
        ['客户', '金额', '区'],
        ['张瓅', '12', '上'],
        ['李娜', '3', '北'],
      ]);
    }
  });
});

describe('other dialects', () => {
  test('backslash escapes', async () => {
    expect(await readCells('id|k|t\n1|A|"text\\"2\\""\n"2"|B|"x"\n')).toEqual([
      ['id', 'k', 't'],
      ['1', 'A', 'text"2"'],
      ['2', 'B', 'x'],
    ]);
  });

  test('single quotes', async () => {
    const text = "id|k|t\n1|A|'text|2'\n'2'|B|'it''s'\n\n3|C|'two\nlines'\n4|D|x\n";
    for (const chunkSize of [1, 1 << 20]) {
      const table = tableOf(await readBytes(text, { chunkSize }));
      expect([...table.rowNumbers]).toEqual([1, 2, 3, 5, 7]);
      expect([...table.shownRows]).toEqual([1, 2, 3, 5, 6]);
    }
    expect(await readCells(text)).toContainEqual(['1', 'A', 'text|2']);
  });

  test('apostrophes are no quotes', async () => {
    expect(await readCells("zip,name\n'01234,O'Neil\n'05678,'tis\n")).toEqual([
      ['zip', 'name'],
      ["'01234", "O'Neil"],
      ["'05678", "'tis"],
    ]);
  });

  test('what no dialect explains is refused with its row', async () => {
    await expect(readCells('a,b\n1,"x"\n2,"Acme "Best" Ltd"\n')).rejects.toMatchObject({
      code: 'file/damaged',
      params: { file: 't.csv', row: 3 },
    });
  });
});

describe('damage', () => {
  test('a quote that is never closed is an error with its row, and what it swallowed', async () => {
    for (const chunkSize of [1, 7, 1 << 20]) {
      const file = await readBytes('a,b\n1,x\n2,"oops\n3,y\n4,z\n', { chunkSize });
      expect(file.notes).toContainEqual({
        code: 'file/unclosed-quote',
        sheet: null,
        row: 3,
        params: { lines: 4 },
      });
    }
  });

  test('two stray quotes that swallow whole records between them are seen', async () => {
    const rows = Array.from({ length: 6 }, (_, i) => `${i},n${i},5`).join('\n');
    const file = await readBytes(`id,n,x\n7,"oops,1\n${rows}\n9,n,"\n10,b,3\n`);
    expect(file.notes[0]).toMatchObject({ code: 'file/unclosed-quote', row: 2 });
    expect((await readBytes('id,n,x\n1,"an address\nin\nfour\nlines",2\n')).notes).toEqual([]);
  });

  test('NUL bytes are noted', async () => {
    const file = await readBytes('a,b\n1,x\0y\n2,\0\n');
    expect(file.notes).toEqual([{ code: 'file/null-bytes', sheet: null, row: null, params: { count: 2 } }]);
  });

  test('a cell longer than Excel keeps is noted, in characters', async () => {
    expect((await readBytes(`a,b\n1,${'华'.repeat(32_767)}\n`)).notes).toEqual([]);
    const file = await readBytes(`a,b\n1,${'华'.repeat(32_768)}\n`);
    expect(file.notes).toEqual([{ code: 'cell/too-long', sheet: null, row: 2, params: { length: 32_768 } }]);
  });
});

describe('limits', () => {
  test.each([
    ['limit/rows', { maxRows: 2 }, 'a\n1\n2\n'],
    ['limit/columns', { maxColumns: 2 }, 'a,b\n1,2\n1,2,3\n'],
    ['limit/cells', { maxCells: 5 }, 'a,b\n1,2\n3,4\n'],
    ['limit/record', { maxRecord: 50 }, `a,b\n1,2\n1,${'x'.repeat(60)}\n`],
    ['limit/record', { maxRecord: 50 }, `a,b\n1,2\n1,"${'x\n'.repeat(60)}`],
    ['limit/cell', { maxCell: 40_000 }, `a,b\n1,2\n1,${'x'.repeat(40_001)}\n`],
  ])('%s', async (code, limits, text) => {
    for (const chunkSize of [16, 1 << 20]) {
      await expect(readBytes(text, { limits, chunkSize })).rejects.toMatchObject({
        code,
        params: { file: 't.csv', limit: Object.values(limits)[0], row: 3 },
      });
    }
  });

  test('empty cells at the end of a row are not columns', async () => {
    expect(await readCells('a,b,,,,\n1,2,,,,\n', { limits: { maxColumns: 2 } })).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});

test('fingerprint, size and progress', async () => {
  const seen: number[] = [];
  const file = await readBytes('a,b\n1,2\n3,4\n', { chunkSize: 4, onProgress: ({ bytes }) => seen.push(bytes) });
  expect(file).toMatchObject({
    path: 't.csv',
    bytes: 12,
    encoding: 'utf-8',
    sha256: 'b9485148546419a0f6a85e8d708c923557c15d7f3c7d078ef1fa7f7c0f57d5a5',
  });
  expect(seen).toEqual([4, 8, 12]);
});

test('an aborted signal stops the scan', async () => {
  const controller = new AbortController();
  const read = readBytes('a,b\n1,2\n3,4\n', {
    chunkSize: 4,
    signal: controller.signal,
    onProgress: () => controller.abort(new Error('stopped')),
  });
  await expect(read).rejects.toThrow('stopped');
});
