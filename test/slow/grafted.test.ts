/** LibreOffice must open workbooks with our sheets in them, and compute formulas over them: theirs, ours and templates'. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toNumber } from '../../src/lib/decimal.ts';
import { dataRows } from '../../src/report/data/data-rows.ts';
import { graftDocument } from '../../src/report/data/data-sheets.ts';
import { exampleEvaluation } from '../support/evaluation.ts';
import { grafted } from '../support/grafted.ts';
import { hasLibreOffice, type Recalculated, recalculate } from '../support/recalculate.ts';

const isThere = hasLibreOffice();
if (!isThere) console.warn('SKIPPED: workbooks with our sheets opened by LibreOffice (soffice is not installed)');

const file = (path: string) => readFileSync(join(import.meta.dirname, '../..', path));

test.skipIf(!isThere)(
  'our formulas give the cached results in a workbook of the user',
  { timeout: 120_000 },
  async () => {
    const results = await recalculate(await grafted(file('examples/02-chinese-crm-export/targets.xlsx')));
    const ours = results.filter(({ cell }) => /^(?:Summary|KPIs|Attainment|Trend|Gap|Audit)!/.test(cell));
    expect(ours.length).toBeGreaterThan(50);
    for (const { cell, formula, cached, computed } of ours) {
      if (typeof cached === 'number') expect(computed, `${cell} =${formula}`).toBeCloseTo(cached, 9);
      else expect(computed, `${cell} =${formula}`).toBe(cached);
    }
  },
);

test.skipIf(!isThere).each([
  ['en', 'templates/report.xlsx', 'Report'],
  ['zh-CN', 'templates/report.zh-CN.xlsx', '报告'],
] as const)('a filled template shows the numbers of the data (%s)', { timeout: 120_000 }, async (lang, path, sheet) => {
  const evaluation = exampleEvaluation(lang, {});
  const results = await recalculate(await grafted(file(path), graftDocument(evaluation)));
  const at = (cell: string) => found(results, `${sheet}!${cell}`);
  const rows = new Map(dataRows(evaluation).map((row) => [row.key, row.kpi]));
  const numberOf = (key: string, field: 'actual' | 'target' | 'gap') => {
    const value = rows.get(key)?.[field] ?? null;
    return value === null ? '' : toNumber(value);
  };
  expect(at('B3')).not.toMatch(/salesmetrics evaluate/);
  for (const [row, key] of [
    [7, 'total|revenue|1'],
    [19, 'by1|revenue|1'],
    [24, 'by1|revenue|6'],
    [33, 'trend|revenue|1'],
  ] as const) {
    expect([at(`D${row}`), at(`E${row}`)], key).toEqual([numberOf(key, 'actual'), numberOf(key, 'target')]);
  }
  expect([at('C19'), at('C25'), at('D25')]).toEqual([evaluation.breakdown[0]?.by['rep'], '', '']);
});

function found(results: readonly Recalculated[], cell: string): unknown {
  return results.find((result) => result.cell === cell)?.computed;
}
