import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../../src/problems/user-error.ts';
import { memorySource } from '../../../../src/read/source.ts';
import { readWorkbook } from '../../../../src/read/xlsx/read-workbook.ts';
import { readXml } from '../../../../src/read/xlsx/xml.ts';
import { annotated, mark, packageOf, packedHashes, partText } from '../../../support/annotated.ts';
import { cellsOf } from '../../../support/read-cells.ts';
import { rels, workbookParts, xmlHead, type ZipPart, zip } from '../../../support/zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const styles = `${xmlHead}<styleSheet xmlns="${main}"><fills count="9"><fill><patternFill patternType="none"/></fill><fill/></fills><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14" fillId="1" applyNumberFormat="1"><alignment horizontal="left"/></xf></cellXfs></styleSheet>`;

function book(rows: string, more: { readonly sheet?: string; readonly parts?: readonly ZipPart[] } = {}): Buffer {
  const sheet =
    more.sheet ??
    `${xmlHead}<worksheet xmlns="${main}"><cols><col min="3" max="4" style="1"/></cols><sheetData>${rows}</sheetData><extLst/></worksheet>`;
  const parts = workbookParts({ sheets: [{ name: 'A', xml: sheet }, { name: 'B' }] });
  const own = new Set((more.parts ?? []).map(({ name }) => name));
  return zip([
    ...parts.filter(({ name }) => name !== 'xl/styles.xml' && !own.has(name)),
    { name: 'xl/styles.xml', data: styles },
    { name: 'xl/vbaProject.bin', data: 'macros', isStored: true },
    { name: 'xl/charts/chart1.xml', data: '<c/>', hasDescriptor: true },
    ...(more.parts ?? []),
  ]);
}

const sheetOf = (bytes: Uint8Array) => partText(bytes, 'xl/worksheets/sheet1.xml');

describe('cells', () => {
  const rows =
    '<row r="2"><c r="A2" s="1"><v>1</v></c><c r="C2"/></row><row r="4" s="1" customFormat="1"/><row><c><v>5</v></c><c t=\'str\'><v>></v></c></row>';

  test('take another format in place, or are put in where there are none', async () => {
    const marks = ['A2', 'B2', 'D2', 'C3', 'A4', 'B5', 'A9'].map((cell) => mark('A', cell));
    const { bytes } = await annotated(book(rows), marks);
    const xml = await sheetOf(bytes);
    expect(/<sheetData>.*<\/sheetData>/.exec(xml)?.[0]).toBe(
      '<sheetData><row r="2"><c r="A2" s="2"><v>1</v></c><c r="B2" s="3"/><c r="C2"/><c r="D2" s="2"/></row>' +
        '<row r="3"><c r="C3" s="2"/></row><row r="4" s="1" customFormat="1"><c r="A4" s="2"/></row>' +
        '<row><c><v>5</v></c><c t=\'str\' s="3"><v>></v></c></row><row r="9"><c r="A9" s="3"/></row></sheetData>',
    );
    expect(await partText(bytes, 'xl/styles.xml')).toContain(
      '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" fillId="1" applyNumberFormat="1"><alignment horizontal="left"/></xf><xf numFmtId="14" fillId="2" applyNumberFormat="1" applyFill="1"><alignment horizontal="left"/></xf><xf numFmtId="0" fillId="2" applyFill="1"/></cellXfs>',
    );
  });

  test('an empty sheet, prefixes, comments and CDATA that look like cells', async () => {
    const { bytes } = await annotated(
      book('', { sheet: `<x:worksheet xmlns:x="${main}"><x:sheetData/></x:worksheet>` }),
      [mark('A', 'B2')],
    );
    expect(await sheetOf(bytes)).toMatch(
      /<x:sheetData><x:row r="2"><x:c r="B2" s="2"\/><\/x:row><\/x:sheetData><x:legacyDrawing /,
    );
    const tricky =
      '<!-- <row r="1"> --><row r="1"><c r="A1" t="str"><v><![CDATA[<c r="B1">]]></v></c><c r="B1"/></row>';
    const marked = await sheetOf((await annotated(book(tricky), [mark('A', 'B1')])).bytes);
    expect(marked).toContain('<v><![CDATA[<c r="B1">]]></v></c><c r="B1" s="2"/></row>');
  });
});

describe('notes', () => {
  test('stand before what comes behind them in a sheet, and their text is text', async () => {
    const { bytes } = await annotated(book('<row r="1"><c r="A1"/></row>'), [
      mark('A', 'A1', { text: '王芳 <&"\u0007\n=1+1' }),
    ]);
    expect(await sheetOf(bytes)).toMatch(/<\/sheetData><legacyDrawing xmlns:r="[^"]+" r:id="rIdNote2"\/><extLst\/>/);
    expect(await partText(bytes, 'xl/comments1.xml')).toContain('王芳 &lt;&amp;&quot;\n=1+1</t>');
    expect(await partText(bytes, '[Content_Types].xml')).toContain('PartName="/xl/comments1.xml"');
    expect(await partText(bytes, 'xl/drawings/vmlDrawing1.vml')).toContain('<x:Row>0</x:Row><x:Column>0</x:Column>');
  });

  test('those that are there are kept, threaded ones untouched', async () => {
    const comments = `<comments xmlns="${main}"><authors><author>Ann</author><author>tc={1}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>mine</t></text></comment><comment ref="B1" authorId="1"><text><t>[Threaded comment]</t></text></comment></commentList></comments>`;
    const drawing =
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="o" xmlns:x="x"><v:shape id="_x0000_s2049"/></xml>';
    const sheet = `<worksheet xmlns="${main}" xmlns:r="r"><sheetData><row r="1"><c r="A1"/><c r="B1"/></row></sheetData><legacyDrawing r:id="rId2"/></worksheet>`;
    const source = book('', {
      sheet,
      parts: [
        {
          name: 'xl/worksheets/_rels/sheet1.xml.rels',
          data: rels(['comments:../comments7.xml', 'vmlDrawing:../drawings/v.vml']),
        },
        { name: 'xl/comments7.xml', data: comments },
        { name: 'xl/drawings/v.vml', data: drawing },
      ],
    });
    const { bytes, withoutNote } = await annotated(source, [mark('A', 'A1'), mark('A', 'B1'), mark('A', 'C1')]);
    expect(withoutNote).toBe(1);
    const xml = await partText(bytes, 'xl/comments7.xml');
    expect(xml).toContain('<t>mine</t><r><t xml:space="preserve">\n\na note</t></r></text>');
    expect(xml).toContain('<text><t>[Threaded comment]</t></text>');
    expect(xml).toContain('<author>salesmetrics</author></authors>');
    expect(xml).toContain('<comment ref="C1" authorId="2">');
    expect(await partText(bytes, 'xl/drawings/v.vml')).toMatch(/_x0000_s2049"\/>.*_x0000_s2050"/);
    expect((await packageOf(bytes)).parts.map(({ name }) => name)).toEqual(
      (await packageOf(source)).parts.map(({ name }) => name),
    );
  });
});

test('what is not touched keeps its packed bytes, and the copy is the same bytes twice', async () => {
  const source = book('<row r="1"><c r="A1"/></row>');
  const { bytes } = await annotated(source, [mark('A', 'A1')]);
  expect(Buffer.compare(bytes, (await annotated(source, [mark('A', 'A1')])).bytes)).toBe(0);
  const [before, after] = [await packedHashes(source), await packedHashes(bytes)];
  const changed = [...before].filter(([name, hash]) => after.get(name) !== hash).map(([name]) => name);
  expect(changed).toEqual(['[Content_Types].xml', 'xl/worksheets/sheet1.xml', 'xl/styles.xml']);
});

test('a signed workbook is refused', async () => {
  const source = book('', { parts: [{ name: '_xmlsignatures/sig1.xml', data: '<s/>' }] });
  await expect(annotated(source, [mark('A', 'A1')])).rejects.toThrow(UserError);
});

const nasty = join(import.meta.dirname, '../../../../../shared/data/nasty/files');
const workbooks = existsSync(nasty) ? readdirSync(nasty).filter((name) => /\.xls[xm]$/.test(name)) : [];
if (workbooks.length === 0) console.log(`skipped: no nasty corpus at ${nasty}`);

test('every workbook of the corpus that can be read is read the same when marked', { timeout: 240_000 }, async () => {
  let count = 0;
  for (const name of workbooks) {
    const bytes = readFileSync(join(nasty, name));
    const file = await readWorkbook(memorySource(name, bytes)).catch(() => null);
    if (file === null || bytes.length > 2_000_000) continue;
    const parts = await packageOf(bytes);
    const marks = [...parts.sheets.keys()].flatMap((sheet) =>
      ['A1', 'C3', 'B2', 'D40'].map((cell) => mark(sheet, cell)),
    );
    const made = await annotated(bytes, marks).catch((error: unknown) => {
      if (error instanceof UserError) return null;
      throw error;
    });
    if (made === null) continue;
    count += 1;
    const again = await readWorkbook(memorySource(name, made.bytes));
    expect(again.tables.map(cellsOf), name).toEqual(file.tables.map(cellsOf));
    await expectSound(made.bytes, bytes, name);
  }
  if (workbooks.length > 0) expect(count).toBeGreaterThan(40);
});

/** Edited parts are well-formed; all others are byte for byte what they were. */
async function expectSound(bytes: Uint8Array, source: Uint8Array, name: string): Promise<void> {
  const [before, after] = [await packedHashes(source), await packedHashes(bytes)];
  const touched = /(?:worksheets\/|styles|comments|vmlDrawing|_rels\/|Content_Types)|\.vml$/i;
  for (const [part, hash] of after) {
    if (before.get(part) === hash) continue;
    if (before.has(part)) expect(part.includes('sheet') || touched.test(part), `${name}: ${part}`).toBe(true);
    if (/\.vml$/i.test(part)) continue;
    const text = (await partText(bytes, part)).replace(/^\ufeff/, '');
    expect(() => [...readXml(text)], `${name}: ${part}`).not.toThrow();
  }
  for (const part of before.keys()) expect(after.has(part), `${name}: ${part}`).toBe(true);
}
