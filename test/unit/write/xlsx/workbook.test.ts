/** The bytes of report workbooks: stable, well-formed, safe, and known as ours. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problem } from '../../../../src/problems/catalogue.ts';
import { workbookDocument } from '../../../../src/report/workbook.ts';
import { isOurs } from '../../../../src/write/xlsx/own-files.ts';
import { writeWorkbook } from '../../../../src/write/xlsx/workbook.ts';
import { dumpWorkbook } from '../../../support/dump-workbook.ts';
import { exampleEvaluation } from '../../../support/evaluation.ts';
import { unpack } from '../../../support/unpack.ts';

const english = await writeWorkbook(workbookDocument(exampleEvaluation('en')));
const chinese = await writeWorkbook(workbookDocument(exampleEvaluation('zh-CN')));
const parts = unpack(english);
const part = (name: string) => parts.get(name) ?? '';
const sheets = [...parts].filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));

describe('bytes', () => {
  test('are the same twice', async () => {
    expect(Buffer.from(await writeWorkbook(workbookDocument(exampleEvaluation('en')))).equals(english)).toBe(true);
  });

  test('are the same in another zone and locale', () => {
    const script = join(import.meta.dirname, '../../../support/hash-workbook.ts');
    const printed = execFileSync(process.execPath, ['--import', 'tsx', script], {
      env: { ...process.env, TZ: 'America/St_Johns', LC_ALL: 'de_DE.UTF-8', NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
    expect(printed.trim()).toBe(createHash('sha256').update(english).digest('hex'));
  });

  test('hold no clock: zip times are 1980, document dates are as-of', () => {
    // DOS date 1980-01-01 is 0x0021, time 0.
    expect(Buffer.from(english).readUInt32LE(10)).toBe(0x0021_0000);
    expect(part('docProps/core.xml')).toMatch(/created[^>]*>2024-03-31T00:00:00Z</);
    expect(part('docProps/core.xml')).toMatch(/modified[^>]*>2024-03-31T00:00:00Z</);
  });
});

describe('package', () => {
  test('every part is declared and every relation leads to a part', () => {
    for (const [name, xml] of parts) {
      if (!name.endsWith('.rels')) continue;
      const folder = name.replace(/_rels\/[^/]*$/, '');
      for (const [, target = ''] of xml.matchAll(
        /<Relationship [^>]*Target="([^"]*)"(?![^>]*TargetMode="External")[^>]*>/g,
      )) {
        const path = new URL(target, `http://x/${folder}`).pathname.slice(1);
        expect([...parts.keys()], `${name} -> ${target}`).toContain(path);
      }
    }
    for (const [, name = ''] of part('[Content_Types].xml').matchAll(/PartName="\/([^"]*)"/g)) {
      expect([...parts.keys()]).toContain(name);
    }
  });

  test('says who made it, and what of', () => {
    expect(part('docProps/app.xml')).toContain('<Application>salesmetrics</Application>');
    const custom = part('docProps/custom.xml');
    expect(custom).toContain('name="salesmetrics.version"><vt:lpwstr>0.1.0<');
    expect(custom).toMatch(/name="inputHash"><vt:lpwstr>[0-9a-f]{64}</);
    expect(custom).toContain('name="draft"><vt:bool>true<');
  });

  test('is known as ours; foreign and damaged files are not', () => {
    expect(isOurs(english)).toBe(true);
    expect(isOurs(english.subarray(0, 5000))).toBe(false);
    expect(isOurs(Buffer.from('a,b\n1,2\n'))).toBe(false);
    expect(isOurs(Buffer.from('{\n  "schema": "salesmetrics.evaluation/1",'))).toBe(true);
    expect(isOurs(Buffer.from('{"schema":"other/1"}'))).toBe(false);
  });

  test('names of tables and of their columns are unique, and the header cells say the same', async () => {
    const names = [...parts].flatMap(([name, xml]) =>
      name.startsWith('xl/tables/') ? [/ name="([^"]*)"/.exec(xml)?.[1]] : [],
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([
        'tblAttainment',
        'tblKpi',
        'tblAttainmentFull',
        'tblTrend',
        'tblGap',
        'tblProblems',
        'tblDefinitions',
        'tblAudit',
      ]),
    );
  });

  test('data bars have no random ids, and rules of bars find their extension', () => {
    for (const [, xml] of sheets) {
      const ids = [...xml.matchAll(/<x14:id>(\{[^}]*\})<\/x14:id>/g)].map(([, id]) => id);
      for (const id of ids) expect(xml).toContain(`id="${id}"`);
      expect(ids.every((id) => id?.startsWith('{00000000-'))).toBe(true);
    }
  });

  test('elements of a sheet stand in the order of the schema', () => {
    const order = [
      'sheetPr',
      'dimension',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'mergeCells',
      'conditionalFormatting',
      'hyperlinks',
      'printOptions',
      'pageMargins',
      'pageSetup',
      'headerFooter',
      'tableParts',
      'extLst',
    ];
    for (const [name, xml] of sheets) {
      const inner = xml
        .replaceAll(/<(conditionalFormatting)\b[\s\S]*?<\/\1>/g, '<conditionalFormatting/>')
        .replace(/<sheetPr>[\s\S]*?<\/sheetPr>/, '<sheetPr/>');
      const found = order.map((tag) => inner.search(new RegExp(`<${tag}\\b`))).filter((at) => at >= 0);
      expect(found, name).toEqual(found.toSorted((a, b) => a - b));
    }
  });
});

describe('looks', () => {
  test('a draft is marked on every tab and printed page', () => {
    for (const [, xml] of sheets) {
      expect(xml).toContain('<tabColor rgb="FFE69F00"/>');
      expect(xml).toContain('DRAFT</oddHeader>');
    }
  });

  test('a final report has no mark', async () => {
    const final = unpack(await writeWorkbook(workbookDocument(exampleEvaluation('en', { draft: false }))));
    for (const [, xml] of final) expect(xml).not.toContain('DRAFT');
  });

  test('summary has no grid and fits one page; data sheets freeze and repeat their header', () => {
    const [summary = '', kpis = ''] = sheets.map(([, xml]) => xml);
    expect(summary).toContain('showGridLines="0"');
    expect(summary).toMatch(/fitToWidth="1" fitToHeight="1"/);
    expect(kpis).toMatch(/<pane [^>]*ySplit="5"[^>]*state="frozen"/);
    expect(part('xl/workbook.xml')).toContain('_xlnm.Print_Titles');
  });

  test('problems link to their cell in the source file', () => {
    const quality = sheets[5]?.[1] ?? '';
    expect(quality).toContain(`location="&apos;Orders&apos;!F417"`);
    expect(part('xl/worksheets/_rels/sheet6.xml.rels')).toContain('Target="q1.xlsx" TargetMode="External"');
  });

  test('each language has its own font', () => {
    expect(part('xl/styles.xml')).toContain('Calibri');
    expect(unpack(chinese).get('xl/styles.xml')).toContain('Microsoft YaHei');
  });
});

describe('text from files', () => {
  const payloads = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '＝1',
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
    '_x000D_',
    'a\u0000b\u001bc',
    '\ud800',
    '<b>&"',
    '__proto__',
  ];

  async function withNames(names: readonly string[]): Promise<Map<string, string>> {
    const base = exampleEvaluation('en');
    const [entry] = base.breakdown;
    const breakdown = names.map((name) => ({ by: { rep: name }, kpis: entry?.kpis ?? [] }));
    const problems = names.map((value, i) =>
      problem(
        'cell/not-a-date',
        { file: `${value}.xlsx`, sheet: value, row: i + 2, column: 1 },
        {},
        { value, heading: value },
      ),
    );
    return unpack(await writeWorkbook(workbookDocument({ ...base, breakdown, problems, by: [['rep']] })));
  }

  test('is never a formula, and keeps its quote prefix', async () => {
    const made = await withNames(payloads);
    const formulas = [...made].flatMap(([, xml]) =>
      [...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula = '']) => formula),
    );
    for (const formula of formulas) expect(formula).not.toMatch(/HYPERLINK|cmd|http/);
    const strings = made.get('xl/sharedStrings.xml') ?? '';
    expect(strings).toContain('>=1+1<');
    expect(strings).toContain('_x005F_x000D_');
    expect(made.get('xl/styles.xml')).toMatch(/quotePrefix="1"/);
    expect(made.get('xl/styles.xml')).not.toContain('<protection');
  });

  test('quote prefix marks exactly the cells that begin like a formula', async () => {
    const made = await withNames(['=1+1', 'plain']);
    const formats = [...(made.get('xl/styles.xml') ?? '').matchAll(/<cellXfs[\s\S]*?<\/cellXfs>/g)].flatMap(([all]) =>
      [...all.matchAll(/<xf [^>]*>/g)].map(([xf]) => xf),
    );
    const strings = [...(made.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, si = '']) =>
      si.replaceAll(/<[^>]*>/g, ''),
    );
    const cells = [
      ...(made.get('xl/worksheets/sheet3.xml') ?? '').matchAll(/<c r="(A\d+)" s="(\d+)" t="s"><v>(\d+)<\/v>/g),
    ];
    const prefixed = cells
      .filter(([, , style]) => formats[Number(style)]?.includes('quotePrefix'))
      .map(([, , , text]) => strings[Number(text)]);
    // In the table of members and in that of their last periods.
    expect(new Set(prefixed)).toEqual(new Set(['=1+1']));
  });

  test('no link is made of it: only paths that were read, each encoded', async () => {
    const made = await withNames(['http://evil.example', 'javascript:alert(1)']);
    for (const [, xml] of made) {
      for (const [, target = ''] of xml.matchAll(/Target="([^"]*)" TargetMode="External"/g))
        expect(target).not.toMatch(/^\w+:/);
    }
  });

  test('any text at all gives a workbook that can be read again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 4 }),
        async (names) => {
          const made = await withNames([...new Set(names)]);
          for (const [, xml] of made) expect(xml).not.toMatch(/(?![\t\n\r])\p{Cc}(?<![\u007f-\u009f])/u);
        },
      ),
      { numRuns: 4 },
    );
  });
});

test('dump shows value, formula and format', async () => {
  const lines = (await dumpWorkbook(english)).split('\n');
  expect(lines).toContain('B6  10577000  #,##0');
  expect(lines).toContain('D6  0.9197391304347826  =IF(C6=0,"",B6/C6)  0.0%');
});
