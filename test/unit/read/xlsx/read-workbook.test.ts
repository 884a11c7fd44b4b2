import { describe, expect, test } from 'vitest';
import type { ReadOptions } from '../../../../src/model/options.ts';
import type { RawFile } from '../../../../src/model/raw-table.ts';
import { UserError } from '../../../../src/problems/user-error.ts';
import { memorySource } from '../../../../src/read/source.ts';
import { readWorkbook } from '../../../../src/read/xlsx/read-workbook.ts';
import { cellsOf } from '../../../support/cells.ts';
import { textLike } from '../../../support/text-like.ts';
import {
  rels,
  type TestWorkbook,
  workbookBytes,
  workbookParts,
  xmlHead,
  type ZipPart,
  zip,
} from '../../../support/zip.ts';

const file = 'book.xlsx';

async function read(bytes: Uint8Array, options: ReadOptions = {}): Promise<RawFile> {
  return await readWorkbook(memorySource(file, bytes), options);
}

/** All cells by `sheet!cell`. */
function cells({ tables }: RawFile): Record<string, string> {
  const named = tables.flatMap((table) =>
    Object.entries(cellsOf(table)).map(([cell, text]): [string, string] => [`${table.sheet}!${cell}`, text]),
  );
  return Object.fromEntries<string>(named);
}

function replaced(book: TestWorkbook, ...parts: readonly ZipPart[]): Buffer {
  const names = new Set(parts.map(({ name }) => name));
  return zip([...workbookParts(book).filter(({ name }) => !names.has(name)), ...parts]);
}

const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45322</v></c><c r="C1"><v>1.25</v></c></row>';
const book: TestWorkbook = {
  sheets: [{ name: 'Orders', rows }],
  strings: '<si><t>客户 &amp; Co</t></si>',
  formats: ['General', 'yyyy-mm-dd'],
};
const wanted = { 'Orders!A1': '客户 & Co', 'Orders!B1': '2024-01-31', 'Orders!C1': '1.25' };
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

test('a plain workbook', async () => {
  const found = await read(workbookBytes(book));
  expect(cells(found)).toEqual(wanted);
  expect(found).toMatchObject({ path: file, format: 'xlsx', encoding: null, delimiter: null, notes: [] });
  expect(found.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(found.tables[0]).toMatchObject({ file, sheet: 'Orders', isHidden: false, isOwn: false, isTyped: true });
});

test('hidden sheets, 1904, entities in names, own files', async () => {
  const found = await read(
    workbookBytes({
      ...book,
      sheets: [
        { name: 'A &amp; B', rows },
        { name: 'H', rows, state: 'hidden' },
        { name: 'V', state: 'veryHidden' },
      ],
      is1904: true,
      properties: ['salesmetrics.version'],
    }),
  );
  expect(found.tables.map(({ sheet, isHidden, isOwn }) => [sheet, isHidden, isOwn])).toEqual([
    ['A & B', false, true],
    ['H', true, true],
    ['V', true, true],
  ]);
  expect(cells(found)['A & B!B1']).toBe('2028-02-01');
});

describe('parts are found by their relationships', () => {
  const sheetXml = `${xmlHead}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;

  test.each([
    [
      'absolute targets',
      ['worksheet:/xl/worksheets/sheet1.xml', 'styles:/xl/styles.xml', 'sharedStrings:/xl/sharedStrings.xml'],
    ],
    ['another case', ['worksheet:WorkSheets/Sheet1.XML', 'styles:Styles.xml', 'sharedStrings:SharedStrings.xml']],
    [
      'dots and backslashes',
      ['worksheet:..\\xl\\worksheets\\sheet1.xml', 'styles:./styles.xml', 'sharedStrings:../xl/sharedStrings.xml'],
    ],
  ])('%s', async (_, targets) => {
    expect(cells(await read(replaced(book, { name: 'xl/_rels/workbook.xml.rels', data: rels(targets) })))).toEqual(
      wanted,
    );
  });

  test('any names, no xl folder', async () => {
    const parts = workbookParts(book);
    const data = (name: string) => parts.find((part) => part.name === name)?.data ?? '';
    const bytes = zip([
      { name: '[Content_Types].xml', data: data('[Content_Types].xml') },
      { name: '_rels/.rels', data: rels(['officeDocument:/deep/er/b.xml']) },
      { name: 'deep/er/b.xml', data: data('xl/workbook.xml') },
      {
        name: 'deep/er/_rels/b.xml.rels',
        data: rels(['worksheet:data one.xml', 'styles:../s.xml', 'sharedStrings:/t.xml']),
      },
      { name: 'deep/er/data one.xml', data: sheetXml },
      { name: 'deep/s.xml', data: data('xl/styles.xml') },
      { name: 't.xml', data: data('xl/sharedStrings.xml') },
    ]);
    expect(cells(await read(bytes))).toEqual(wanted);
  });

  test('strict workbooks', async () => {
    const strict = workbookParts(book).map((part) => ({
      ...part,
      data: String(part.data)
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    }));
    expect(cells(await read(zip(strict)))).toEqual(wanted);
  });

  test('shared strings before the sheet, or nowhere', async () => {
    expect(cells(await read(zip(workbookParts(book).toReversed())))).toEqual(wanted);
    const inline = { ...book, sheets: [{ name: 'S', rows: '<row><c t="inlineStr"><is><t>x</t></is></c></row>' }] };
    expect(cells(await read(zip(workbookParts(inline).filter(({ name }) => !/styles|shared/.test(name)))))).toEqual({
      'S!A1': 'x',
    });
  });

  test('a chart sheet is a sheet without rows', async () => {
    const two = {
      ...book,
      sheets: [
        { name: 'Chart', xml: '<chartsheet/>' },
        { name: 'Orders', rows },
      ],
    };
    const list = rels([
      'chartsheet:worksheets/sheet1.xml',
      'worksheet:worksheets/sheet2.xml',
      'styles:styles.xml',
      'sharedStrings:sharedStrings.xml',
    ]);
    const found = await read(replaced(two, { name: 'xl/_rels/workbook.xml.rels', data: list }));
    expect(found.tables.map(({ sheet, rowCount }) => [sheet, rowCount])).toEqual([
      ['Chart', 0],
      ['Orders', 1],
    ]);
  });

  test('a package without its own list of relationships', async () => {
    const parts = workbookParts(book).filter(({ name }) => name !== '_rels/.rels');
    expect(cells(await read(zip(parts)))).toEqual(wanted);
  });

  test('a workbook with macros', async () => {
    const types = String(workbookParts(book)[0]?.data).replace(
      'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'vnd.ms-excel.sheet.macroEnabled.main+xml',
    );
    const found = await read(replaced(book, { name: '[Content_Types].xml', data: types }));
    expect(found.format).toBe('xlsm');
    expect(cells(found)).toEqual(wanted);
  });
});

describe('parts in other encodings', () => {
  const asUtf16 = (text: string, isBig: boolean): Buffer => {
    const bytes = Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };

  test.each([
    ['UTF-16 LE', (text: string) => asUtf16(text, false)],
    ['UTF-16 BE', (text: string) => asUtf16(text, true)],
    ['UTF-8 with BOM', (text: string) => Buffer.from(`\ufeff${text}`)],
  ])('%s', async (_, encode) => {
    const parts = workbookParts(book).map((part) => ({ ...part, data: encode(String(part.data)) }));
    expect(cells(await read(zip(parts)))).toEqual(wanted);
  });

  test('a declared one', async () => {
    const data = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="GBK"?><sst><si><t>'),
      Buffer.from([0xbf, 0xcd, 0xbb, 0xa7]),
      Buffer.from(' &amp; Co</t></si></sst>'),
    ]);
    expect(cells(await read(replaced(book, { name: 'xl/sharedStrings.xml', data })))).toEqual(wanted);
  });

  test.each([
    ['xl/sharedStrings.xml', Buffer.from('<sst><si><t>\u00e4</t></si></sst>', 'latin1')],
    ['xl/workbook.xml', Buffer.from('<workbook><sheets><sheet name="\u00e4"/></sheets></workbook>', 'latin1')],
    ['xl/sharedStrings.xml', '<?xml version="1.0" encoding="klingon"?><sst><si><t>a</t></si></sst>'],
  ])('%s in bytes that are none', async (name, data) => {
    await expect(read(replaced(book, { name, data }))).rejects.toMatchObject({ code: 'file/damaged' });
  });
});

describe('packages that are not whole are refused', () => {
  test.each([
    ['[Content_Types].xml', /Content_Types/],
    ['xl/workbook.xml', /no workbook/],
    ['xl/_rels/workbook.xml.rels', /sheet Orders is missing/],
    ['xl/worksheets/sheet1.xml', /sheet Orders is missing/],
    ['xl/sharedStrings.xml', /shared string/],
  ])('without %s', async (name, reason) => {
    const parts = workbookParts(book).filter((part) => part.name !== name);
    await expect(read(zip(parts))).rejects.toMatchObject({
      code: 'file/damaged',
      params: { file, reason: textLike(reason) },
    });
  });

  test.each(['xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', '[Content_Types].xml', '_rels/.rels'])(
    'a document type in %s',
    async (name) => {
      const data = String(workbookParts(book).find((part) => part.name === name)?.data);
      const bomb = data.replace('?>', '?><!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]>');
      await expect(read(replaced(book, { name, data: bomb }))).rejects.toMatchObject({
        code: 'file/damaged',
        params: { reason: textLike(/DOCTYPE/) },
      });
    },
  );

  test('a damaged part that nobody reads', async () => {
    const bytes = replaced(book, { name: 'xl/media/image1.png', data: 'picture', crc: 7 });
    await expect(read(bytes)).rejects.toMatchObject({ params: { reason: textLike(/image1/) } });
  });

  test('more sheets than allowed', async () => {
    const two = { ...book, sheets: [{ name: 'A' }, { name: 'B' }] };
    await expect(read(workbookBytes(two), { limits: { maxSheets: 1 } })).rejects.toMatchObject({
      code: 'limit/sheets',
    });
  });

  test('more bytes than allowed', async () => {
    await expect(read(workbookBytes(book), { limits: { maxInput: 100 } })).rejects.toMatchObject({
      code: 'limit/input',
    });
  });
});

test('an aborted read stops with the reason given', async () => {
  const stop = new AbortController();
  stop.abort(new Error('stopped'));
  const source = memorySource(file, workbookBytes(book), { signal: stop.signal });
  await expect(readWorkbook(source, { signal: stop.signal })).rejects.toThrow('stopped');
});

/** Numbers that look random and are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mutated(bytes: Buffer, random: () => number): Buffer {
  const below = (limit: number) => Math.floor(random() * limit);
  const copy = Buffer.from(bytes);
  const kind = below(4);
  if (kind === 0) return copy.subarray(0, below(copy.length));
  if (kind === 1) return Buffer.concat([copy.subarray(0, below(copy.length)), copy.subarray(below(copy.length))]);
  const at = below(copy.length);
  if (kind === 2) copy.writeUInt8(copy.readUInt8(at) ^ (1 << below(8)), at);
  else copy.writeUInt8(below(256), at);
  return copy;
}

test('500 mutations: each is refused or reads the same, none crashes', async () => {
  const many = Array.from(
    { length: 30 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c><c r="B${i + 1}"><v>${i * 1.25}</v></c></row>`,
  );
  const sound = workbookBytes({ ...book, sheets: [{ name: 'Orders', rows: many.join('') }], properties: ['other'] });
  const right = cells(await read(sound));
  const random = seeded(20_240_131);
  let refusals = 0;
  for (let i = 0; i < 500; i += 1) {
    const bytes = mutated(sound, random);
    try {
      expect(cells(await read(bytes))).toEqual(right);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refusals += 1;
    }
  }
  expect(refusals).toBeGreaterThan(400);
});

test('mutated parts behind a right checksum never crash', async () => {
  const random = seeded(7);
  for (let i = 0; i < 150; i += 1) {
    const parts = workbookParts(book);
    const target = parts[Math.floor(random() * parts.length)];
    if (!target) continue;
    const data = mutated(Buffer.from(target.data), random);
    try {
      await read(replaced(book, { ...target, data }));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
});
