/** The long table tells what the JSON document tells, and its columns are those that are documented. */
import { expect, test } from 'vitest';
import { wordsOf } from '../../../src/i18n/index.ts';
import type { FlatValue } from '../../../src/model/flat-table.ts';
import { tidyTable } from '../../../src/report/tidy.ts';
import { exampleEvaluation } from '../../support/evaluation.ts';

const evaluation = exampleEvaluation('en');
const { columns, rows } = tidyTable(evaluation);
const records = [...rows].map((row) => new Map<string, FlatValue>(columns.map((name, at) => [name, row[at] ?? null])));
const recordsOf = (section: string) => records.filter((record) => record.get('section') === section);

test('a row for each KPI of the whole, of each part and of each sub-period', () => {
  const countOf = (entries: readonly { readonly kpis: readonly unknown[] }[]) =>
    entries.reduce((sum, { kpis }) => sum + kpis.length, 0);
  expect(recordsOf('total')).toHaveLength(evaluation.kpis.length);
  expect(recordsOf('part')).toHaveLength(countOf(evaluation.breakdown));
  expect(recordsOf('trend')).toHaveLength(countOf(evaluation.trend));
});

test('values are those of the document, with the period and the part that they are of', () => {
  const [revenue] = evaluation.kpis;
  const [total] = recordsOf('total');
  expect(total?.get('actual')).toBe(revenue?.actual);
  expect(total?.get('attainment')).toBe(revenue?.attainment);
  expect(['period', 'periodStart', 'periodEnd', 'compare'].map((name) => total?.get(name))).toEqual([
    '2024-Q1',
    '2024-01-01',
    '2024-03-31',
    '2023-Q1',
  ]);
  const [part] = recordsOf('part');
  expect([part?.get('by'), part?.get('value'), part?.get('currency')]).toEqual(['rep', 'Wang Fang', 'CNY']);
  expect(recordsOf('trend').at(-1)?.get('periodStart')).toBe('2024-03-01');
});

test.each(['en', 'zh-CN'] as const)('every column is documented, %s', (lang) => {
  const documented = wordsOf(lang).terminal.explain.report;
  expect(columns.filter((name) => !new RegExp(`\\b${name}\\b`).test(documented))).toEqual([]);
});
