/** LibreOffice must compute what the workbook says: the formulas are live, their results are cached. */
import { expect, test } from 'vitest';
import { decimalFromText, zero } from '../../src/lib/decimal.ts';
import { workbookDocument } from '../../src/report/workbook.ts';
import { writeWorkbook } from '../../src/write/xlsx/workbook.ts';
import { exampleEvaluation, kpiResult } from '../support/evaluation.ts';
import { examplePeople } from '../support/people.ts';
import { hasLibreOffice, recalculate } from '../support/recalculate.ts';

const isThere = hasLibreOffice();
if (!isThere) console.warn('SKIPPED: recalculation of workbooks by LibreOffice (soffice is not installed)');

const d = decimalFromText;
const cohorts = {
  grain: 'month',
  list: [
    { period: '2024-01', leftCensored: false, active: [4, 1, 2], mature: 3 },
    { period: '2024-02', leftCensored: false, active: [0, 0], mature: 2 },
    { period: '2024-03', leftCensored: false, active: [3], mature: 1 },
  ],
} as const;
const revenue = kpiResult('revenue', {
  unit: 'money',
  actual: '100.25',
  base: '120',
  rest: {
    details: {
      priceVolumeMixBy: 'product',
      changeByPriceVolumeMix: {
        fromPrice: d('-1.5'),
        fromVolume: d('-30.25'),
        fromMix: d('2'),
        fromNewProducts: d('10'),
        fromGoneProducts: zero,
        fromOthers: zero,
      },
      changeByCustomers: { fromNew: d('30'), fromReturned: d('0.25'), fromShrunk: d('-20'), fromLost: d('-30') },
    },
  },
});

test.skipIf(!isThere).each([
  ['en', 'as it is', {}],
  ['zh-CN', 'as it is', {}],
  ['en', 'without parts', { gap: null, breakdown: [], by: [] }],
  ['en', 'by customers', { gap: null, breakdown: [], by: [], kpis: [revenue], cohorts }],
  ['en', 'with people', { people: examplePeople() }],
  ['zh-CN', 'with people', { people: examplePeople(exampleEvaluation('zh-CN')) }],
] as const)(
  'formulas give the cached results (%s, %s)',
  async (lang, _, changes) => {
    const results = await recalculate(await writeWorkbook(workbookDocument(exampleEvaluation(lang, changes))));
    expect(results.length).toBeGreaterThan(20);
    for (const { cell, formula, cached, computed } of results) {
      if (typeof cached === 'number') expect(computed, `${cell} =${formula}`).toBeCloseTo(cached, 9);
      else expect(computed, `${cell} =${formula}`).toBe(cached);
    }
  },
  60_000,
);
