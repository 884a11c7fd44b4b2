/** Our sheets in workbooks of users: what is theirs keeps its bytes, what is ours is sound and does not grow. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../../src/problems/user-error.ts';
import { memorySource } from '../../../../src/read/source.ts';
import { readWorkbook } from '../../../../src/read/xlsx/read-workbook.ts';
import { graftDocument } from '../../../../src/report/data/data-sheets.ts';
import { packageOf, partText } from '../../../support/annotated.ts';
import { exampleEvaluation } from '../../../support/evaluation.ts';
import { changedParts, grafted, packageFaults } from '../../../support/grafted.ts';
import { cellsOf } from '../../../support/read-cells.ts';
import { richWorkbook } from '../../../support/rich-workbook.ts';
import { unpack } from '../../../support/unpack.ts';
import { workbookBytes } from '../../../support/zip.ts';

const edited = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/styles.xml', 'xl/_rels/workbook.xml.rels'];
const workbookXml = (bytes: Uint8Array) => partText(bytes, 'xl/workbook.xml');
const namesOf = async (bytes: Uint8Array) => (await packageOf(bytes)).parts.map(({ name }) => name);
const sheetTags = (xml: string) => [...xml.matchAll(/<(?:\w+:)?sheet [^>]*?name="([^"]*)"/g)].map(([, name]) => name);

describe.each([{ isMacro: false }, { isMacro: true }])('a workbook with one of everything %o', (kind) => {
  const source = richWorkbook(kind);

  test('keeps the packed bytes of every part but four', async () => {
    const after = await grafted(source);
    expect(await changedParts(source, after)).toEqual(edited);
    expect((await namesOf(after)).slice(0, (await namesOf(source)).length)).toEqual(await namesOf(source));
  });

  test('is sound afterwards: XML, relationships, content types', async () => {
    expect(await packageFaults(await grafted(source), () => true)).toEqual([]);
  });

  test('does not grow, and is the same bytes again', async () => {
    const once = await grafted(source);
    const other = await grafted(once, graftDocument(exampleEvaluation('en', { gap: null, breakdown: [], by: [] })));
    expect(Buffer.compare(await grafted(once), once)).toBe(0);
    expect(Buffer.compare(await grafted(source), once)).toBe(0);
    // Other sheets in between leave nothing behind but formats.
    const back = await grafted(other);
    expect(new Set(await namesOf(back))).toEqual(new Set(await namesOf(once)));
    expect(sheetTags(await workbookXml(back))).toEqual(sheetTags(await workbookXml(once)));
    expect(await changedParts(source, back)).toEqual(edited);
  });
});

describe('names', () => {
  test('of the user are never taken: sheets, tables, and formulas and charts follow', async () => {
    const after = await grafted(richWorkbook());
    const xml = await workbookXml(after);
    expect(sheetTags(xml).slice(0, 5)).toEqual(['Summary', "My 'plan' &amp; 数据", 'Chart', 'Summary (2)', 'KPIs']);
    const parts = unpack(after);
    const tables = [...parts].filter(([name]) => name.startsWith('xl/tables/'));
    const displayed = tables.map(([, text]) => / displayName="([^"]*)"/.exec(text)?.[1]?.toLowerCase());
    expect(new Set(displayed).size).toBe(displayed.length);
    expect(displayed).toContain('tblkpi_2');
    expect(displayed).toContain('tbltrend_2');
    const ids = tables.map(([, text]) => / id="(\d+)"/.exec(text)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const added = [...parts].filter(([name]) => /worksheets\/sheet(?:[3-9]|1\d)\.xml$|charts\/chart[2-9]/.test(name));
    const texts = added.map(([, text]) => text).join('');
    expect(texts).toContain('&apos;Summary (2)&apos;!');
    expect(texts).not.toMatch(/&apos;Summary&apos;!|tblTrend\[/);
  });

  test('print titles and marks belong to the right sheets, names of the user stay', async () => {
    const xml = await workbookXml(await grafted(richWorkbook()));
    expect(xml).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="1">'My ''plan'' &amp; 数据'!$A$1:$B$2</definedName>`,
    );
    expect(xml).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="4">&apos;KPIs&apos;!$5:$5</definedName>',
    );
    expect(xml).toContain('<definedName name="_salesmetrics.sheet.Summary" hidden="1">&apos;Summary (2)&apos;!$A$1<');
    expect(xml).toContain('<definedName name="_salesmetrics.version" hidden="1">1</definedName>');
  });
});

test('the user sees what they saw: their sheet is open, none of ours selected, all is computed on opening', async () => {
  const after = await grafted(richWorkbook());
  const xml = await workbookXml(after);
  expect(xml).toContain('<workbookView activeTab="1" firstSheet="1"/>');
  expect(xml).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
  const selected = [...unpack(after)].filter(([, text]) => text.includes('tabSelected')).map(([name]) => name);
  expect(selected).toEqual(['xl/worksheets/sheet1.xml']);
});

test('formats of the user keep their numbers, ours are behind them', async () => {
  const xml = await partText(await grafted(richWorkbook()), 'xl/styles.xml');
  expect(xml).toContain(
    '<font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font><font>',
  );
  for (const list of ['fonts', 'cellXfs', 'dxfs', 'numFmts']) {
    const [, count, content = ''] = new RegExp(`<${list} count="(\\d+)">(.*?)</${list}>`).exec(xml) ?? [];
    const child = { fonts: 'font', cellXfs: 'xf', dxfs: 'dxf', numFmts: 'numFmt' }[list] ?? '';
    const top = content.replaceAll(/<dxf>.*?<\/dxf>/g, '<dxf>');
    expect(top.match(new RegExp(`<${child}[ >/]`, 'g')) ?? [], list).toHaveLength(Number(count));
  }
  expect(xml.match(/formatCode="0\.0%"/g)).toHaveLength(1);
});

describe('a second run', () => {
  test('finds sheets by their marks: renamed and moved ones are replaced where they are, copies are left', async () => {
    const once = unpack(await grafted(richWorkbook()));
    const moved = (once.get('xl/workbook.xml') ?? '')
      .replaceAll(/name="KPIs"/g, 'name="Zahlen"')
      .replaceAll('&apos;KPIs&apos;', 'Zahlen')
      .replace(/(<sheets>)(.*)(<sheet name="Zahlen"[^>]*>)/, '$1$3$2')
      .replaceAll(/localSheetId="(\d+)"/g, (_, at: string) => `localSheetId="${Number(at) < 4 ? Number(at) + 1 : at}"`)
      .replace('activeTab="1"', 'activeTab="2"');
    const again = await grafted(await rezipped(once, moved));
    const xml = await workbookXml(again);
    expect(sheetTags(xml).slice(0, 2)).toEqual(['Zahlen', 'Summary']);
    expect(xml).toContain('activeTab="2"');
    expect(xml).toMatch(/Print_Area" localSheetId="2"/);
    expect(await packageFaults(again, () => true)).toEqual([]);
  });

  test('takes the cells of replaced sheets out of the calculation chain', async () => {
    const once = unpack(await grafted(richWorkbook()));
    const id = / name="KPIs" sheetId="(\d+)"/.exec(once.get('xl/workbook.xml') ?? '')?.[1] ?? '';
    const chain = `<calcChain xmlns="urn:m"><c r="D6" i="${id}"/><c r="E6"/><c r="C1" i="7"/><c r="C2" i="${id}"/><c r="C3" i="7"/></calcChain>`;
    const again = await grafted(await rezipped(once, null, chain));
    expect(await partText(again, 'xl/calcChain.xml')).toBe(
      '<calcChain xmlns="urn:m"><c r="C1" i="7"/><c r="C3" i="7"/></calcChain>',
    );
    const onlyOurs = await grafted(
      await rezipped(once, null, `<calcChain xmlns="urn:m"><c r="D6" i="${id}"/></calcChain>`),
    );
    expect(await namesOf(onlyOurs)).not.toContain('xl/calcChain.xml');
    expect(await packageFaults(onlyOurs, () => true)).toEqual([]);
  });

  test('keeps the ids of its tables, because slicers of the user name them', async () => {
    const ids = async (bytes: Uint8Array) =>
      new Map(
        [...unpack(bytes).values()].flatMap((text) => {
          const [, id = '', name = ''] = /<table [^>]*? id="(\d+)" name="(\w+)"/.exec(text) ?? [];
          return name === '' ? [] : [[name, id] as const];
        }),
      );
    const once = await grafted(richWorkbook());
    const fewer = await grafted(once, graftDocument(exampleEvaluation('en', { gap: null, problems: [] })));
    const [before, after] = [await ids(once), await ids(fewer)];
    for (const name of ['smData', 'smAbout']) expect(after.get(name)).toBe(before.get(name));
  });
});

/** Packs parts anew, as another program would that saved the workbook. */
async function rezipped(parts: ReadonlyMap<string, string>, workbook: string | null, chain?: string) {
  const { zip } = await import('../../../support/zip.ts');
  return zip(
    [...parts].map(([name, data]) => {
      if (name === 'xl/workbook.xml' && workbook !== null) return { name, data: workbook };
      return { name, data: name === 'xl/calcChain.xml' && chain !== undefined ? chain : data };
    }),
  );
}

test('sheets that were put in are not read as data, those of the user are', async () => {
  const { tables } = await readWorkbook(memorySource('a.xlsx', await grafted(richWorkbook())));
  expect(tables.filter(({ isOwn }) => !isOwn).map(({ sheet }) => sheet)).toEqual([
    'Summary',
    "My 'plan' & 数据",
    'Chart',
  ]);
  expect(tables.filter(({ isOwn }) => isOwn).map(({ sheet }) => sheet)).toContain('sm_data');
});

describe('odd packages', () => {
  test('prefixes: x:workbook, x:styleSheet, another prefix for relationships', async () => {
    const prefixed = (name: string, data: string) =>
      /xl\/(?:workbook|styles)\.xml$/.test(name)
        ? data
            .replaceAll(/<(\/?)(?=[a-z])(?!\w+:)/gi, '<$1x:')
            .replace('xmlns=', 'xmlns:x=')
            .replaceAll('r:id=', 'rel:id=')
            .replace('xmlns:r=', 'xmlns:rel=')
        : data;
    const after = await grafted(richWorkbook({}, prefixed));
    const xml = await workbookXml(after);
    expect(xml).toMatch(/<x:sheet name="KPIs" sheetId="\d+" xmlns:r="[^"]*" r:id="rIdSalesmetrics2"\/>/);
    expect(xml).toContain('<x:definedName name="_salesmetrics.version" hidden="1">1</x:definedName>');
    expect(await partText(after, 'xl/styles.xml')).toMatch(/<x:xf [^>]*><x:alignment [^>]*\/><\/x:xf><\/x:cellXfs>/);
    expect(await packageFaults(after, () => true)).toEqual([]);
    expect(Buffer.compare(await grafted(after), after)).toBe(0);
  });

  test('a strict workbook gets strict parts', async () => {
    const strict = (_: string, data: string) =>
      data
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    const source = richWorkbook({}, strict);
    const after = await grafted(source);
    const old = new Set(await namesOf(source));
    const added = [...unpack(after)].filter(([name]) => !old.has(name));
    expect(added.length).toBeGreaterThan(20);
    for (const [name, text] of added) {
      expect(text, name).not.toMatch(
        /="http:\/\/schemas\.openxmlformats\.org\/(?:spreadsheetml|drawingml|officeDocument)/,
      );
    }
    expect(await packageFaults(after, () => true)).toEqual([]);
  });

  test('no styles part: one is made, and the formats are found in it', async () => {
    const source = workbookBytes({ sheets: [{ name: 'A', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
    const bare = await rezipped(new Map([...unpack(source)].filter(([name]) => name !== 'xl/styles.xml')), null);
    const after = await grafted(bare);
    expect(await partText(after, 'xl/styles1.xml')).toContain('<name val="Calibri"/>');
    expect((await packageOf(after)).styles).toBe('xl/styles1.xml');
    expect(Buffer.compare(await grafted(after), after)).toBe(0);
  });
});

describe('is refused', () => {
  const codeOf = async (bytes: Uint8Array) => {
    const error: unknown = await grafted(bytes).catch((thrown: unknown) => thrown);
    return error instanceof UserError ? error.code : String(error);
  };

  test.each([
    ['into/locked', 'xl/workbook.xml', '<bookViews>', '<workbookProtection lockStructure="1"/><bookViews>'],
    [
      'into/shared',
      'xl/_rels/workbook.xml.rels',
      `Id="rId7" Type="${'http://schemas.openxmlformats.org'}/officeDocument/2006/relationships/externalLink"`,
      'Id="rId7" Type="http://x/revisionHeaders"',
    ],
  ])('%s', async (code, part, from, to) => {
    const changed = richWorkbook({}, (name, data) => (name === part ? data.replace(from, to) : data));
    expect(Buffer.compare(changed, richWorkbook())).not.toBe(0);
    expect(await codeOf(changed)).toBe(code);
  });

  test('a signed workbook, and one whose parts are in UTF-16', async () => {
    const parts = unpack(richWorkbook());
    expect(await codeOf(await rezipped(new Map([...parts, ['_xmlsignatures/sig1.xml', '<s/>']]), null))).toBe(
      'into/signed',
    );
    const { zip } = await import('../../../support/zip.ts');
    const wide = (text: string) => Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    const utf16 = zip(
      [...parts].map(([name, data]) => ({ name, data: name === 'xl/workbook.xml' ? wide(data) : data })),
    );
    expect(await codeOf(utf16)).toBe('package/encoding');
  });
});

const nasty = join(import.meta.dirname, '../../../../../shared/data/nasty/files');
const workbooks = existsSync(nasty) ? readdirSync(nasty).filter((name) => /\.xls[xm]$/.test(name)) : [];
if (workbooks.length === 0) console.log(`skipped: no nasty corpus at ${nasty}`);

test('every workbook of the corpus that can be read keeps its cells and its bytes', { timeout: 240_000 }, async () => {
  let count = 0;
  for (const name of workbooks) {
    const bytes = readFileSync(join(nasty, name));
    const file = await readWorkbook(memorySource(name, bytes)).catch(() => null);
    if (file === null || bytes.length > 2_000_000) continue;
    const after = await grafted(bytes).catch((error: unknown) => {
      if (error instanceof UserError) return null;
      throw error;
    });
    if (after === null) continue;
    count += 1;
    const again = await readWorkbook(memorySource(name, after));
    const theirs = again.tables.slice(0, file.tables.length);
    expect(theirs.map(cellsOf), name).toEqual(file.tables.map(cellsOf));
    const changed = await changedParts(bytes, after);
    const others = changed.filter((part) => !/Content_Types|workbook\d*\.xml|styles\d*\.xml/i.test(part));
    expect(others, name).toEqual([]);
  }
  if (workbooks.length > 0) expect(count).toBeGreaterThan(40);
});
