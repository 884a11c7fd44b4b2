/** LibreOffice must compute what the workbook says: the formulas are live, their results are cached. */
import { expect, test } from 'vitest';
import { workbookDocument } from '../../src/report/workbook.ts';
import { writeWorkbook } from '../../src/write/xlsx/workbook.ts';
import { exampleEvaluation } from '../support/evaluation.ts';
import { hasLibreOffice, recalculate } from '../support/recalculate.ts';

const isThere = hasLibreOffice();
if (!isThere) console.warn('SKIPPED: recalculation of workbooks by LibreOffice (soffice is not installed)');

test.skipIf(!isThere).each([
  ['en', {}],
  ['zh-CN', {}],
  ['en', { gap: null, breakdown: [], by: [] }],
] as const)(
  'formulas give the cached results (%s, %o)',
  async (lang, changes) => {
    const results = await recalculate(await writeWorkbook(workbookDocument(exampleEvaluation(lang, changes))));
    expect(results.length).toBeGreaterThan(20);
    for (const { cell, formula, cached, computed } of results) {
      if (typeof cached === 'number') expect(computed, `${cell} =${formula}`).toBeCloseTo(cached, 9);
      else expect(computed, `${cell} =${formula}`).toBe(cached);
    }
  },
  60_000,
);
