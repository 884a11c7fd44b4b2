import { describe, expect, test } from 'vitest';
import { cellCode } from '../../../../src/model/raw-table.ts';
import { limitsFor } from '../../../../src/read/limits.ts';
import { rechunk } from '../../../../src/read/xlsx/chunk-scanner.ts';
import { WorkbookRoom } from '../../../../src/read/xlsx/room.ts';
import { readSharedStrings } from '../../../../src/read/xlsx/shared-strings.ts';
import { type ScannedSheet, scanSheet } from '../../../../src/read/xlsx/sheet-scanner.ts';
import { cellFormat } from '../../../../src/read/xlsx/styles.ts';
import { cellsOf } from '../../../support/cells.ts';
import { textLike } from '../../../support/text-like.ts';

const sizes = [1, 7, 64, 1 << 20];
const file = 'book.xlsx';
const formats = ['General', 'yyyy-mm-dd', '0.00%', 'h:mm', '[h]:mm', 'yyyy-mm-dd hh:mm'].map(cellFormat);

async function* one(text: string | Buffer): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

interface Given {
  readonly strings?: string;
  readonly is1904?: boolean;
  readonly limits?: Parameters<typeof limitsFor>[1];
}

async function scan(xml: string | Buffer, size: number, given: Given = {}): Promise<ScannedSheet> {
  const limits = limitsFor('workbook', given.limits);
  const strings = await readSharedStrings(rechunk(one(`<sst>${given.strings ?? ''}</sst>`), size), {
    file,
    part: 'xl/sharedStrings.xml',
    limits,
  });
  const context = {
    file,
    formats,
    strings,
    is1904: given.is1904 ?? false,
    limits,
    room: new WorkbookRoom(limits, file),
  };
  return await scanSheet(rechunk(one(xml), size), context, { sheet: 'Sheet1', part: 'xl/worksheets/sheet1.xml' });
}

function sheet(rows: string): string {
  return `<?xml version="1.0"?>\n<worksheet xmlns="urn:m"><dimension ref="A1"/><sheetData>${rows}</sheetData><pageMargins/></worksheet>`;
}

function cells(scanned: ScannedSheet): Record<string, string> {
  return cellsOf({ ...scanned, file, sheet: 'Sheet1', isHidden: false, isOwn: false, isTyped: true });
}

/** The cells, which must be the same wherever the part is cut. */
async function cellsAtAllSizes(xml: string | Buffer, given: Given = {}): Promise<Record<string, string>> {
  const [first, ...others] = await Promise.all(sizes.map(async (size) => cells(await scan(xml, size, given))));
  for (const other of others) expect(other).toEqual(first);
  return first ?? {};
}

const row = (content: string, r = 1) => sheet(`<row r="${r}">${content}</row>`);
const strings =
  '<si><t>one</t></si><si><t>two &amp; three</t></si><si/><si><t/></si><si><r><t>run </t></r><r><t>on</t></r></si>';

const hazards: readonly [name: string, xml: string, wanted: Record<string, string>][] = [
  [
    'all types',
    row(
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>A1</f><v>x</v></c><c r="C1" t="inlineStr"><is><t>in</t></is></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="n"><v>1.5</v></c><c r="G1"><v>2</v></c><c r="H1" s="1" t="d"><v>2024-01-31</v></c>',
    ),
    { A1: 'one', B1: 'x', C1: 'in', D1: 'TRUE', E1: '#N/A', F1: '1.5', G1: '2', H1: '2024-01-31' },
  ],
  [
    'false, and booleans in words',
    row('<c r="A1" t="b"><v>0</v></c><c r="B1" t="b"><v>true</v></c><c r="C1" t="b"><f>1=2</f><v>false</v></c>'),
    { A1: 'FALSE', B1: 'TRUE', C1: 'FALSE' },
  ],
  [
    'attributes in any order, single quotes, line breaks',
    row(`<c t="s" s="0" r="A1"><v>0</v></c><c\n  r='B1'\n t = 's' ><v>1</v></c ><c s="1" r="C1"><v>45322</v></c>`),
    { A1: 'one', B1: 'two & three', C1: '2024-01-31' },
  ],
  [
    'no references at all',
    sheet('<row><c><v>1</v></c><c t="s"><v>0</v></c></row><row><c><v>2</v></c></row>'),
    { A1: '1', B1: 'one', A2: '2' },
  ],
  [
    'rows without number, cells with',
    sheet('<row><c r="B5"><v>1</v></c><c r="D5"><v>2</v></c></row><row><c r="A6"><v>3</v></c></row>'),
    { B5: '1', D5: '2', A6: '3' },
  ],
  [
    'cells without reference behind one with',
    row('<c r="C1"><v>1</v></c><c><v>2</v></c><c s="1"/><c><v>3</v></c>'),
    { C1: '1', D1: '2', F1: '3' },
  ],
  [
    'a prefix',
    '<x:worksheet xmlns:x="urn:m"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>1</x:v></x:c><x:c r="B1"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:t>in</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    { A1: 'two & three', B1: '2', C1: 'in' },
  ],
  [
    'a comment with </row> and tags',
    row('<c r="A1"><v>1</v></c><!-- </row><c r="B1"><v>9</v></c> --><c r="C1"><!-- </c> --><v>2</v></c>'),
    { A1: '1', C1: '2' },
  ],
  [
    'CDATA',
    row(
      '<c r="A1" t="inlineStr"><is><t><![CDATA[a < b </row> & c]]></t></is></c><c r="B1" t="str"><v>x<![CDATA[</c>]]>y</v></c>',
    ),
    { A1: 'a < b </row> & c', B1: 'x</c>y' },
  ],
  [
    'instructions and white space',
    sheet('\n <?go on?> <row r="1">\n  <c r="A1">\n <v>1</v>\n </c>\n  <c r="B1"><v>2</v></c>\n </row>\n'),
    { A1: '1', B1: '2' },
  ],
  [
    'formulas: before the value, shared, array, without value',
    row(
      '<c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>4</v></c><c r="B1"><f t="shared" si="0"/><v>5</v></c><c r="C1"><f>C2</f></c><c r="D1"><f>D2</f><v></v></c><c r="E1"><f>E2</f><v/></c><c r="F1" t="str"><f>""</f><v></v></c><c r="G1"><f t="array" ref="G1">SUM(A1&gt;1)</f><v>7</v></c><c r="H1"><f/></c>',
    ),
    { A1: '4', B1: '5', C1: '(no result)', D1: '(no result)', E1: '(no result)', G1: '7', H1: '(no result)' },
  ],
  [
    'rich text, phonetic runs, xml:space',
    row(
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">a </t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>KANA</t></rPh><phoneticPr fontId="1"/></is></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c><c r="C1" t="s"><v>4</v></c>',
    ),
    { A1: 'a b', B1: ' x ', C1: 'run on' },
  ],
  [
    'empty texts are no cells',
    row(
      '<c r="A1" t="s"><v>2</v></c><c r="B1" t="s"><v>3</v></c><c r="C1" t="inlineStr"><is><t></t></is></c><c r="D1" t="inlineStr"><is/></c><c r="E1" t="s"><v></v></c><c r="F1" s="1"></c><c r="G1" s="2"/><c r="H1"/><c r="I1"><v>1</v></c>',
    ),
    { I1: '1' },
  ],
  [
    'entities, also beyond U+FFFF',
    row(
      '<c r="A1" t="inlineStr"><is><t>&lt;&amp;&gt;&quot;&apos;&#65;&#x1F600;</t></is></c><c r="B1" t="str"><v>&#x4e2d;&#25991;</v></c>',
    ),
    { A1: '<&>"\'A😀', B1: '中文' },
  ],
  [
    "Excel's escapes",
    row(
      '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x000D__x0041_</t></is></c><c r="B1" t="str"><v>_xD83D__xDE1C_ _x00</v></c>',
    ),
    { A1: 'a\rb_x000D_A', B1: '😜 _x00' },
  ],
  ['line ends', row('<c r="A1" t="inlineStr"><is><t>a\r\nb\rc\nd</t></is></c>'), { A1: 'a\nb\nc\nd' }],
  [
    'an extension list in a cell',
    row('<c r="A1"><v>1</v><extLst><ext uri="x"><v>9</v><f>2</f></ext></extLst></c><c r="B1"><v>2</v></c>'),
    { A1: '1', B1: '2' },
  ],
  [
    'strange elements and alternate content',
    sheet(
      '<mc:AlternateContent><row r="9"><c><v>9</v></c></row></mc:AlternateContent><row r="1"><c r="A1"><v>1</v></c><x14:more><c r="B1"><v>9</v></c></x14:more><c r="C1"><v>2</v></c></row>',
    ),
    { A1: '1', C1: '2' },
  ],
  ['the last cell there is', sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), { XFD1048576: '1' }],
  [
    'numbers of all spellings',
    row(
      '<c r="A1"><v> 12 </v></c><c r="B1"><v>+5</v></c><c r="C1"><v>1.5E-7</v></c><c r="D1"><v>1e3</v></c><c r="E1"><v>0.1000000000000000055511151231257827</v></c><c r="F1"><v>-0</v></c><c r="G1"><v>1.50</v></c><c r="H1"><v>123456789012345678</v></c><c r="I1"><v>.5</v></c><c r="J1"><v>5.</v></c><c r="K1"><v>9.9999999999999999</v></c>',
    ),
    {
      A1: '12',
      B1: '5',
      C1: '0.00000015',
      D1: '1000',
      E1: '0.1',
      F1: '0',
      G1: '1.5',
      H1: '123456789012345680',
      I1: '0.5',
      J1: '5',
      K1: '10',
    },
  ],
  [
    'what is no number is text',
    row('<c r="A1"><v>abc</v></c><c r="B1"><v>1 2</v></c><c r="C1"><v>1E999</v></c>'),
    { A1: 'abc', B1: '1 2', C1: '1E999' },
  ],
  [
    'dates, times, durations, percents',
    row(
      '<c r="A1" s="1"><v>45322</v></c><c r="B1" s="5"><v>45322.75</v></c><c r="C1" s="3"><v>0.75</v></c><c r="D1" s="4"><v>1.5</v></c><c r="E1" s="2"><v>0.12</v></c><c r="F1" s="1"><v>60</v></c><c r="G1" s="1"><v>59</v></c><c r="H1" s="1"><v>61</v></c><c r="I1" s="1"><v>-1</v></c><c r="J1" s="99"><v>1</v></c>',
    ),
    {
      A1: '2024-01-31',
      B1: '2024-01-31T18:00:00',
      C1: '0.75',
      D1: '1.5',
      E1: '0.12',
      F1: '60',
      G1: '1900-02-28',
      H1: '1900-03-01',
      I1: '-1',
      J1: '1',
    },
  ],
  [
    'ISO dates',
    row(
      '<c r="A1" t="d"><v>2024-01-31T08:00:00</v></c><c r="B1" t="d" s="1"><v>2024-02-30</v></c><c r="C1" t="d"><v>2024-01-31T08:00:00.000Z</v></c>',
    ),
    { A1: '2024-01-31T08:00:00', B1: '2024-02-30', C1: '2024-01-31T08:00:00' },
  ],
  [
    'rows that are only formatted',
    sheet(
      '<row r="1" ht="20" s="3" customFormat="1"/><row r="2"><c r="A2" s="1"/></row><row r="3"></row><row r="4"><c r="A4"><v>1</v></c></row><row r="5" spans="1:2"/>',
    ),
    { A4: '1' },
  ],
  [
    'rows out of order and rows that come twice',
    sheet(
      '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="B3"><v>33</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>',
    ),
    { A1: '1', B2: '2', A3: '3', B3: '33' },
  ],
  ['cells out of order', row('<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c>'), { A1: '1', C1: '3' }],
  ['an inline string with its text in v', row('<c r="A1" t="inlineStr"><v>NN</v></c>'), { A1: 'NN' }],
  ['an empty style', row('<c r="A1" s=""><v>1</v></c>'), { A1: '1' }],
  ['a sheet without data', '<worksheet><sheetData/></worksheet>', {}],
  ['a sheet of another kind', '<chartsheet><sheetPr/><drawing r:id="x"/></chartsheet>', {}],
];

describe('every hazard reads the same however the part is cut', () => {
  test.each(hazards)('%s', async (_, xml, wanted) => {
    expect(await cellsAtAllSizes(xml, { strings })).toEqual(wanted);
  });

  test('1904', async () => {
    const xml = row('<c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>43860</v></c><c r="C1" s="3"><v>0.5</v></c>');
    expect(await cellsAtAllSizes(xml, { is1904: true })).toEqual({ A1: '1904-01-01', B1: '2024-01-31', C1: '0.5' });
  });
});

test('merged ranges, hidden rows and formats are reported', async () => {
  const xml =
    '<worksheet><cols><col min="1" max="1" hidden="1"/></cols><sheetData><row r="1"><c r="A1" s="1"><v>45322</v></c></row><row r="2" hidden="1"><c r="A2" s="1"><v>45323</v></c></row><row r="3" hidden="true"/><row r="4" ht="12" hidden="false"><c r="A4"><v>1</v></c></row></sheetData><autoFilter ref="A1:A4"/><mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref=\'B5:B5\'></mergeCell></mergeCells></worksheet>';
  for (const size of sizes) {
    const scanned = await scan(xml, size);
    expect(scanned.merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 3 },
      { top: 5, left: 2, bottom: 5, right: 2 },
    ]);
    expect([...scanned.hiddenRows]).toEqual([2]);
    expect([...scanned.rowNumbers]).toEqual([1, 2, 4]);
    expect([...(scanned.columns[0]?.formats ?? [])]).toEqual([
      ['yyyy-mm-dd', 2],
      ['General', 1],
    ]);
  }
});

test('cells with formulas are noted, on whatever path they are read', async () => {
  const xml = row(
    '<c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c><c r="C1"><f t="array" ref="C1">A1&gt;1</f><v>3</v></c><c r="D1"><f>D2</f></c><c r="E1" t="str"><f>"x"</f><v>x</v></c>',
  );
  for (const size of sizes) {
    expect([...((await scan(xml, size)).formulas ?? [])]).toEqual([2, 3, 4, 5].map((column) => cellCode(1, column)));
  }
});

const refused: readonly [name: string, xml: string | Buffer, why: RegExp][] = [
  ['a document type', `<!DOCTYPE w [<!ENTITY a "b">]>${row('<c><v>1</v></c>')}`, /DOCTYPE/],
  ['an unknown entity', row('<c r="A1" t="inlineStr"><is><t>&lol;</t></is></c>'), /entity/],
  ['a part cut off', '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>', /cut off/],
  ['a cell cut off', '<worksheet><sheetData><row r="1"><c r="A1"><v>1', /cut off/],
  ['a shared string that is not there', row('<c r="A1" t="s"><v>7</v></c>'), /A1.*shared string/],
  ['a shared string without number', row('<c r="A1" t="s"><v>x</v></c>'), /shared string/],
  ['a cell of another row', row('<c r="A2"><v>1</v></c>'), /A2 stands in another row/],
  ['a cell of no name', row('<c r="17"><v>1</v></c>'), /named 17/],
  ['a row numbered nothing', sheet('<row r="x"><c><v>1</v></c></row>'), /row numbered x/],
  ['tags that do not fit', row('<c r="A1"><v>1</f></c>'), /closes what is not open/],
  [
    'bytes that are no UTF-8',
    Buffer.from(row('<c r="A1" t="inlineStr"><is><t>a\u00ff</t></is></c>'), 'latin1'),
    /UTF-8/,
  ],
];

describe('what cannot be read right is refused', () => {
  test.each(refused)('%s', async (_, xml, why) => {
    for (const size of sizes) {
      await expect(scan(xml, size)).rejects.toMatchObject({
        code: 'file/damaged',
        params: { file, reason: textLike(why) },
      });
    }
  });

  test.each([
    ['limit/rows', { maxRows: 2 }, sheet('<row r="3"><c r="A3"><v>1</v></c></row>')],
    ['limit/columns', { maxColumns: 2 }, row('<c r="C1"><v>1</v></c>')],
    ['limit/columns', {}, row('<c r="XFE1"><v>1</v></c>')],
    ['limit/rows', {}, sheet('<row r="1048577"><c r="A1048577"><v>1</v></c></row>')],
    [
      'limit/cells',
      { maxCells: 3 },
      sheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'),
    ],
  ])('%s', async (code, limits, xml) => {
    await expect(scan(xml, 64, { limits })).rejects.toMatchObject({ code });
  });

  test('more shared strings than allowed', async () => {
    await expect(scan(row(''), 64, { strings, limits: { maxStrings: 2 } })).rejects.toMatchObject({
      code: 'limit/strings',
    });
  });
});

test.each([
  ['without number or cells', '<row/>'],
  ['of one number', '<row r="1"/>'],
  ['with cells', '<row r="1"><c r="A1"><v>1</v></c></row>'],
])('more rows than allowed %s: they are stored nowhere, but take their time', async (_, one) => {
  await expect(scan(sheet(one.repeat(11)), 64, { limits: { maxRows: 10 } })).rejects.toMatchObject({
    code: 'limit/rows',
    params: { found: 11 },
  });
  await expect(scan(sheet(one.repeat(10)), 64, { limits: { maxRows: 10 } })).resolves.toBeDefined();
});

test('one row far longer than a chunk', async () => {
  const many = Array.from({ length: 16_384 }, (_, index) => `<c><v>${index}</v></c>`).join('');
  const scanned = await scan(sheet(`<row>${many}</row>`), 64);
  expect(scanned.columns).toHaveLength(16_384);
  expect(scanned.columns[16_383]?.values[0]).toBe(16_383);
});

test('one text far longer than a chunk', async () => {
  const text = '长'.repeat(100_000);
  const scanned = await scan(
    row(`<c t="inlineStr"><is><t>${text}</t></is></c><c t="inlineStr"><is><t>${text}&amp;</t></is></c>`),
    64,
  );
  expect(scanned.columns.map(({ pool }) => pool.text(0).length)).toEqual([100_000, 100_001]);
});

test('a million blank rows are not stored', async () => {
  async function* rows(): AsyncGenerator<Buffer> {
    yield Buffer.from('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>');
    for (let from = 2; from < 1_000_000; from += 10_000) {
      const blank = Array.from(
        { length: 10_000 },
        (_, i) => `<row r="${from + i}" ht="15"><c r="A${from + i}" s="1"/></row>`,
      );
      yield Buffer.from(blank.join(''));
    }
    yield Buffer.from('</sheetData></worksheet>');
  }
  const limits = limitsFor('workbook');
  const sharedStrings = await readSharedStrings(one('<sst/>'), { file, part: 'x', limits });
  const context = {
    file,
    formats,
    strings: sharedStrings,
    is1904: false,
    limits,
    room: new WorkbookRoom(limits, file),
  };
  const scanned = await scanSheet(rows(), context, { sheet: 'S', part: 'x' });
  expect(scanned.rowCount).toBe(1);
  expect(scanned.columns[0]?.kinds).toHaveLength(1);
});

test('equal texts share one index of a column, shared or inline', async () => {
  const xml = sheet(
    '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>one</t></is></c></row><row r="3"><c r="A3" t="s"><v>1</v></c></row>',
  );
  const { columns } = await scan(xml, 64, { strings });
  expect([...(columns[0]?.values ?? [])]).toEqual([0, 0, 1]);
  expect(columns[0]?.pool.size).toBe(2);
});
