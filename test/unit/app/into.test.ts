/** `evaluate --into`: what the user is told of the copy, and when there is none. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { evaluateFiles } from '../../../src/app/evaluate.ts';
import { UserError } from '../../../src/problems/user-error.ts';
import { richWorkbook } from '../../support/rich-workbook.ts';
import { writeSessionInputs } from '../../support/session-inputs.ts';
import { unpack } from '../../support/unpack.ts';
import { zip } from '../../support/zip.ts';

const templates = join(import.meta.dirname, '../../../templates');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'into-'));
  writeSessionInputs(folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);

async function told(into: string, more: { readonly out?: string } = {}): Promise<string[]> {
  try {
    const { evaluation } = await evaluateFiles([at('q1.csv')], { into: at(into), ...more });
    return evaluation.problems
      .filter(({ code }) => code.startsWith('into/'))
      .map(({ code, place, params }) => [code, place.sheet, ...Object.values(params)].join(' '));
  } catch (error) {
    return [error instanceof UserError ? error.code : String(error)];
  }
}

test('names that are taken are said, and the copy of a workbook with macros keeps its kind', async () => {
  writeFileSync(at('book.xlsm'), richWorkbook({ isMacro: true }));
  expect(await told('book.xlsm')).toEqual(['into/title-taken Summary Summary (2)']);
  expect(readdirSync(folder)).toContain('book.evaluated.xlsm');
  expect(readFileSync(at('book.xlsm')).equals(richWorkbook({ isMacro: true }))).toBe(true);
});

test('a layout that reads our sheets is to be computed again; one of another version is warned of', async () => {
  copyFileSync(join(templates, 'report.xlsx'), at('report.xlsx'));
  expect(await told('report.xlsx')).toEqual(['into/recalculate Report']);
  const parts = [...unpack(readFileSync(at('report.xlsx')))].map(([name, data]) => ({
    name,
    data: data.replace('hidden="1">1</definedName>', 'hidden="1">2</definedName>'),
  }));
  writeFileSync(at('later.xlsx'), zip(parts));
  expect(await told('later.xlsx')).toEqual(['into/other-version  2 1', 'into/recalculate Report']);
});

test('a workbook that is open in Excel is refused, and a copy that somebody else made is not replaced', async () => {
  writeFileSync(at('book.xlsx'), richWorkbook());
  writeFileSync(at('~$book.xlsx'), '');
  expect(await told('book.xlsx')).toEqual(['into/open']);
  rmSync(at('~$book.xlsx'));
  writeFileSync(at('book.evaluated.xlsx'), richWorkbook());
  expect(await told('book.xlsx')).toEqual(['output/exists']);
});

test('the copy of an input can be read again: our sheets are no data', async () => {
  writeFileSync(at('book.xlsx'), richWorkbook());
  await told('book.xlsx', { out: at('copy.xlsx') });
  const { evaluation } = await evaluateFiles([at('q1.csv'), at('copy.xlsx')], { out: null });
  const read = evaluation.inputs.find(({ path }) => path.endsWith('copy.xlsx'))?.tables ?? [];
  const own = evaluation.problems.filter(
    ({ code, params }) => code === 'table/not-read' && params['why'] === 'own-output',
  );
  expect(own.map(({ place }) => place.sheet)).toContain('sm_data');
  expect(read.filter(({ dataset }) => dataset !== null)).toEqual([]);
});
