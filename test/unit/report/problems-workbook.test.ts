import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { decimalFromText } from '../../../src/lib/decimal.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { problem } from '../../../src/problems/catalogue.ts';
import { memorySource } from '../../../src/read/source.ts';
import { readWorkbook } from '../../../src/read/xlsx/read-workbook.ts';
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

test('rows beyond those with links are written one by one, in the same table and of the same looks', async () => {
  const many = Array.from(
    { length: 10_003 },
    (_, i): Problem => ({ ...bad, place: { ...place, row: i + 2 }, value: i % 2 ? '=1' : 'a<b' }),
  );
  const bytes = await bytesOf(many);
  expect(Buffer.compare(bytes, await bytesOf(many))).toBe(0);
  const part = (name: string) => Buffer.from(unzipSync(bytes)[name] ?? []).toString();
  expect(part('xl/tables/table1.xml').match(/ ref="[^"]*"/g)).toEqual([' ref="A4:J10007"', ' ref="A4:J10007"']);
  const read = await readWorkbook(memorySource('problems.xlsx', Buffer.from(bytes)));
  const column = (index: number) => {
    const raw = read.tables[0]?.columns[index];
    return [10_001, 10_002, 10_003, 10_004, 10_005].map((row) => raw?.pool.text(raw.values[row] ?? 0));
  };
  expect(read.tables[0]?.rowCount).toBe(10_006);
  expect(column(4)).toEqual(['F10000', 'F10001', 'F10002', 'F10003', 'F10004']);
  expect(column(6)).toEqual(['a<b', '=1', 'a<b', '=1', 'a<b']);
});

test('a code with more problems than a sheet has rows does not crowd out the others', () => {
  const many = Array.from({ length: 12_000 }, () => bad);
  const rare = problem('cell/error-value', place, {});
  const [sheet, codes] = problemsDocument(book([...many, rare]), 11_000).sheets;
  expect(sheet?.tables[0]?.area.bottom).toBe(4 + 10_000);
  expect(sheet?.tail?.count).toBe(1_000);
  const rows = [...(sheet?.tail?.rows() ?? [])];
  expect([rows.length, rows.at(-1)?.[1]?.value]).toEqual([1_000, { kind: 'text', text: 'cell/error-value' }]);
  expect(JSON.stringify(sheet?.rows[2]?.[0]?.value)).toContain('12,001');
  expect(codes?.rows.flatMap((row) => row[1]?.value ?? [])).toHaveLength(3);
});
