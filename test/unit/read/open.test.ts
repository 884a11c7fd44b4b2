import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import type { RawFile } from '../../../src/model/raw-table.ts';
import { openFile } from '../../../src/read/open.ts';
import { evaluationPage } from '../../../src/report/page.ts';
import { writePage } from '../../../src/write/html/page.ts';
import { cellsOf } from '../../support/cells.ts';
import { exampleEvaluation } from '../../support/evaluation.ts';
import { textLike } from '../../support/text-like.ts';
import { workbookBytes, workbookParts, zip } from '../../support/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-open-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function open(name: string, content: string | Uint8Array): Promise<RawFile> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return await openFile(path);
}

function first({ tables }: RawFile): Record<string, string> {
  const [table] = tables;
  return table ? cellsOf(table) : {};
}

const book = { sheets: [{ name: 'S', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] };
const html = '<html><body><table><tr><td>a</td><td>1</td></tr></table></body></html>';

describe('content decides, and a name that says otherwise is noted', () => {
  test.each([
    ['a.xlsx', workbookBytes(book), 'xlsx', []],
    ['a.csv', workbookBytes(book), 'xlsx', ['file/content-differs']],
    ['a.xls', workbookBytes(book), 'xlsx', ['file/content-differs']],
    ['a', workbookBytes(book), 'xlsx', []],
    ['b.csv', 'a,b\n1,2\n', 'csv', []],
    ['b.xls', 'a\tb\n1\t2\n', 'tsv', ['file/text-named-xls']],
    ['b.xlsx', 'a,b\n1,2\n', 'csv', ['file/text-named-xls']],
    ['c.html', html, 'html', []],
    ['c.xls', `\ufeff\n${html}`, 'html', ['file/html-named-xls']],
    ['d.xls', `<!-- made by x -->\n<?xml version="1.0"?>${html}`, 'html', ['file/html-named-xls']],
    ['c.csv', html, 'html', ['file/content-differs']],
    ['e.csv', 'BZh and ORC,PAR1\n1,2\n', 'csv', []],
  ])('%s', async (name, content, format, codes) => {
    const file = await open(name, content);
    expect([file.format, file.notes.map(({ code }) => code)]).toEqual([format, codes]);
  });
});

describe('known formats that are not read are named', () => {
  const mimetype = { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true };
  test.each([
    [
      'a.xlsb',
      zip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'xl/workbook.bin', data: 'x' },
      ]),
      /xlsb/,
    ],
    ['a.ods', zip([mimetype, { name: 'content.xml', data: '<x/>' }]), /OpenDocument/],
    [
      'a.docx',
      zip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'word/document.xml', data: '<x/>' },
      ]),
      /Word/,
    ],
    [
      'a.pptx',
      zip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'ppt/presentation.xml', data: '<x/>' },
      ]),
      /PowerPoint/,
    ],
    ['a.zip', zip([{ name: 'orders.csv', data: 'a,b' }]), /zip archive/],
    ['a.pdf', '%PDF-1.7\n', /PDF/],
    ['a.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /PNG/],
    ['a.db', 'SQLite format 3\0\0\0\0', /SQLite/],
    ['a.csv.gz', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]), /gzip/],
    ['a.7z', Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), /7-Zip/],
    ['a.parquet', Buffer.from('PAR1\x15\x04\x00\x00', 'latin1'), /Parquet/],
    [
      'a.xml',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:x"></Workbook>',
      /Excel 2003/,
    ],
    ['a2.xml', '<?xml version="1.0"?><orders/>', /XML/],
    ['a.slk', 'ID;PWXL;N;E\nC;X1;Y1;K1\n', /SYLK/],
    ['a.dif', 'TABLE\r\n0,1\r\n"EXCEL"\r\n', /DIF/],
    ['a.mht', 'MIME-Version: 1.0\nContent-Type: multipart/related\n', /web archive/],
    ['a.html', '<html><p>nothing here</p></html>', /without tables/],
  ])('%s', async (name, content, format) => {
    await expect(open(name, content)).rejects.toMatchObject({
      code: 'file/unsupported',
      params: { file: join(folder, name), format: textLike(format) },
    });
  });

  test.each([
    ['x.xlsx', 'PK\u0003\u0004'],
    ['y.xlsx', Buffer.from([1, 2, 3, 0, 0, 5])],
    ['z.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    ['w.xls', Buffer.from([0x09, 0x08, 0x10, 0, 0, 6, 5, 0, 1, 2, 3])],
    ['v.xlsx', zip(workbookParts(book).filter(({ name }) => name !== '[Content_Types].xml'))],
  ])('%s is damaged', async (name, content) => {
    await expect(open(name, content)).rejects.toMatchObject({ code: 'file/damaged' });
  });
});

test('headings that begin like the signature of another format are text', async () => {
  const file = await open('id.csv', 'ID;Produkt;Preis\n1;A;2\n');
  expect([file.format, file.delimiter]).toEqual(['csv', ';']);
});

describe('.xls in a worker', () => {
  function xls(bookType: 'biff8' | 'biff5'): Uint8Array {
    const sheet = utils.aoa_to_sheet([
      ['订单', 'amount', 'day', 'rate', 'ok'],
      ['A-1', 12.34, { t: 'n', v: 45322, z: 'yyyy-mm-dd' }, { t: 'n', v: 0.1 + 0.2, z: '0%' }, true],
      [null, null, null, null, null],
      ['A-2', 1e15, { t: 'n', v: 45322.5, z: 'yyyy-mm-dd hh:mm' }, { t: 'e', v: 0x2a }, false],
    ]);
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    const workbook = utils.book_new(sheet, 'Orders');
    const bytes: unknown = write(workbook, { type: 'buffer', bookType });
    if (!(bytes instanceof Uint8Array)) throw new TypeError('no bytes');
    return bytes;
  }

  test.each(['biff8', 'biff5'] as const)('%s', async (type) => {
    const file = await open(`${type}.xls`, xls(type));
    expect(file.format).toBe('xls');
    expect(file.tables[0]).toMatchObject({ sheet: 'Orders', isHidden: false, isTyped: true });
    const cells = first(file);
    expect(cells).toMatchObject({
      B2: '12.34',
      C2: '2024-01-31',
      D2: '0.3',
      E2: 'TRUE',
      A4: 'A-2',
      D4: '#N/A',
      E4: 'FALSE',
    });
    expect(cells['C4']).toBe('2024-01-31T12:00:00');
    if (type === 'biff8') expect(cells['A1']).toBe('订单');
    expect([...(file.tables[0]?.rowNumbers ?? [])]).toEqual([1, 2, 4]);
    // The writer of BIFF5 leaves them out.
    if (type === 'biff8') expect(file.tables[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }]);
  });

  test('cut anywhere it is refused or read, and never hangs', async () => {
    const bytes = xls('biff8');
    for (const part of [0.2, 0.6]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * part));
      await open('cut.xls', cut).catch((error: unknown) => {
        expect(error).toMatchObject({ name: 'UserError' });
      });
    }
  });
});

describe('HTML tables', () => {
  test('a page that we wrote is no data', async () => {
    const page = writePage(evaluationPage(exampleEvaluation()));
    expect(new Set((await open('own.html', page)).tables.map(({ isOwn }) => isOwn))).toEqual(new Set([true]));
  });

  test('spans, entities, line breaks, missing end tags, head and script left out', async () => {
    const page = `<html><head><title>x</title><style>td { color: red }</style></head><body>
      <script>document.write("<table><tr><td>no</td></tr></table>")</script>
      <table border=1><thead><tr><th colspan=2>客户 &amp; amount<th rowspan="2">C
      <tr><td>  a
        b<br>c &#x4e2d;<td>1.50
      <tr><td>&nbsp;</td><td>-</td><td><b>bold</b> <i>x</i> &lt;y&gt;</td></tr>
      </table></body></html>`;
    const file = await open('t.xls', page);
    expect(file.tables).toHaveLength(1);
    expect(file.tables[0]).toMatchObject({ sheet: null, isTyped: false });
    expect(first(file)).toEqual({
      A1: '客户 & amount',
      C1: 'C',
      A2: 'a b\nc 中',
      B2: '1.50',
      B3: '-',
      C3: 'bold x <y>',
    });
    expect(file.tables[0]?.isOwn).toBe(false);
    expect(file.tables[0]?.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 2 },
      { top: 1, left: 3, bottom: 2, right: 3 },
    ]);
  });

  test('GBK said by the page, and tables within tables', async () => {
    const head = '<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312">';
    const page = Buffer.concat([
      Buffer.from(`${head}<table><tr><td><table><tr><td>`),
      Buffer.from([0xbf, 0xcd, 0xbb, 0xa7]),
      Buffer.from('</td></tr></table></td><td>outer</td></tr></table>'),
    ]);
    const file = await open('g.xls', page);
    expect(file.encoding).toBe('gb18030');
    expect(file.tables.map((table) => [table.sheet, cellsOf(table)])).toEqual([
      ['Table 1', { B1: 'outer' }],
      ['Table 2', { A1: '客户' }],
    ]);
  });
});
