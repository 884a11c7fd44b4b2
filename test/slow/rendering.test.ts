/** What LibreOffice prints of a workbook: every sheet, no number that does not fit, at the widths that we give. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluateFiles } from '../../src/app/evaluate.ts';
import type { Evaluation } from '../../src/model/evaluation.ts';
import { workbookDocument } from '../../src/report/workbook.ts';
import { writeWorkbook } from '../../src/write/xlsx/workbook.ts';
import { exampleEvaluation } from '../support/evaluation.ts';
import { hasLibreOffice } from '../support/recalculate.ts';

const isThere = hasLibreOffice() && spawnSync('pdftotext', ['-v']).status === 0;
if (!isThere) console.warn('SKIPPED: rendering of workbooks (soffice or pdftotext is not installed)');

async function printed(evaluation: Evaluation): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rendering-'));
  try {
    writeFileSync(join(folder, 'in.xlsx'), await writeWorkbook(workbookDocument(evaluation)));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'in.xlsx')],
      {
        stdio: 'ignore',
      },
    );
    return execFileSync('pdftotext', ['-layout', join(folder, 'in.pdf'), '-'], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const evaluated = async (paths: readonly string[], lang: 'en' | 'zh-CN') =>
  (await evaluateFiles(paths, { out: null, lang })).evaluation;

test.skipIf(!isThere).each([
  ['the example of the tests', () => exampleEvaluation('en')],
  ['the same in Chinese', () => exampleEvaluation('zh-CN')],
  ['the first example', () => evaluated(['examples/first-run/q1.xlsx'], 'en')],
  ['the first example in Chinese', () => evaluated(['examples/first-run/q1.xlsx'], 'zh-CN')],
  [
    'the Chinese example',
    () =>
      evaluated(['examples/02-chinese-crm-export/orders.csv', 'examples/02-chinese-crm-export/targets.xlsx'], 'zh-CN'),
  ],
] as const)(
  '%s prints whole',
  async (_, make) => {
    const evaluation = await make();
    const text = await printed(evaluation);
    expect(text.split('\n').filter((line) => line.includes('##'))).toEqual([]);
    for (const { name } of workbookDocument(evaluation).sheets) expect(text).toContain(name);
    expect(text).not.toMatch(/#(?:REF|NAME|VALUE|DIV|N\/A)|Err:\d/);
  },
  120_000,
);
