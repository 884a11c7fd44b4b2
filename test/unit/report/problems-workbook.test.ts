import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { decimalFromText } from '../../../src/lib/decimal.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { problem } from '../../../src/problems/catalogue.ts';
import { type ProblemsBook, problemsDocument } from '../../../src/report/problems-workbook.ts';
import { writeWorkbook } from '../../../src/write/xlsx/workbook.ts';
import { dumpWorkbook } from '../../support/dump-workbook.ts';

const place = { file: 'in/q1.xlsx', sheet: "O'Orders", row: 417, column: 6 };
const bad: Problem = problem('cell/not-a-number', place, { hint: '' }, { heading: '=1+1', value: '=cmd|x' });
const book = (problems: readonly Problem[], lang: 'en' | 'zh-CN' = 'en'): ProblemsBook => ({
  problems,
  leftOut: [{ place: { ...place, column: null }, day: null, amount: decimalFromText('12.5'), code: bad.code }],
  files: ['in/q1.xlsx'],
  lang,
  tool: { name: 'salesmetrics', version: '0.1.0' },
  pathOf: (file) => `../${file}`,
});
const bytesOf = (problems: readonly Problem[], lang?: 'en' | 'zh-CN') =>
  writeWorkbook(problemsDocument(book(problems, lang)));

test.each(['en', 'zh-CN'] as const)('lists and counts in %s', async (lang) => {
  const more = problem('table/hidden-rows', { ...place, row: null, column: null }, { rows: 8, amount: '9600' });
  await expect(await dumpWorkbook(await bytesOf([bad, bad, more], lang))).toMatchFileSnapshot(
    `golden/problems-${lang.toLowerCase()}.txt`,
  );
});

test('links to the cell, keeps formulas of the file as text, and is the same bytes twice', async () => {
  const bytes = await bytesOf([bad]);
  expect(Buffer.compare(bytes, await bytesOf([bad]))).toBe(0);
  const part = (name: string) => Buffer.from(unzipSync(bytes)[name] ?? []).toString();
  expect(part('xl/worksheets/sheet1.xml')).toContain(`location="&apos;O&apos;&apos;Orders&apos;!F417"`);
  expect(part('xl/worksheets/_rels/sheet1.xml.rels')).toContain('Target="../in/q1.xlsx"');
  expect(part('xl/worksheets/sheet1.xml')).not.toContain('<f>');
  expect(part('docProps/custom.xml')).toContain('salesmetrics.version');
});

test('a code with very many problems does not crowd out the others', () => {
  const many = Array.from({ length: 60_000 }, () => bad);
  const rare = problem('cell/error-value', place, {});
  const [sheet, codes] = problemsDocument(book([...many, rare])).sheets;
  expect(sheet?.tables[0]?.area.bottom).toBe(4 + 50_000);
  const texts = (of: typeof sheet) => of?.rows.map((row) => row[1]?.value).filter((value) => value?.kind === 'text');
  expect(texts(sheet)?.some((value) => value?.text === 'cell/error-value')).toBe(true);
  expect(JSON.stringify(sheet?.rows[2]?.[0]?.value)).toContain('60,001');
  expect(texts(codes)).toHaveLength(3);
});
