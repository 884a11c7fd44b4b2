/** The same data in other files gives the same figures: split over several, and as a workbook. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { load } from '../../../src/app/load.ts';
import { evaluateDataSet } from '../../../src/compute/evaluate.ts';
import { toText } from '../../../src/lib/decimal.ts';
import type { KpiResult } from '../../../src/model/evaluation.ts';
import { seededRandom } from '../../support/random.ts';
import { workbookBytes } from '../../support/zip.ts';

type Table = readonly (readonly string[])[];

const random = seededRandom(11);
const pick = (...values: readonly string[]) => values[Math.floor(random.next() * values.length)] ?? '';
const day = () => `2024-0${pick('1', '2', '3')}-${pick('03', '09', '17', '21', '28')}`;
const rows = (count: number, row: (at: number) => readonly string[]) =>
  Array.from({ length: count }, (_, at) => row(at));

const tables: Readonly<Record<string, Table>> = {
  Orders: [
    ['Order ID', 'Order Date', 'Due Date', 'Customer ID', 'Rep', 'Amount', 'Quantity', 'Cost'],
    ...rows(80, (at) => [
      `O${at}`,
      day(),
      '2024-03-30',
      `C${pick('1', '2', '3', '4', '5', '6')}`,
      pick('Ann', 'Bob'),
      pick('10.5', '99.99', '1200', '-4.25'),
      pick('1', '2'),
      pick('3', '4.5'),
    ]),
  ],
  Deals: [
    ['Deal ID', 'Deal Name', 'Rep', 'Stage', 'Amount', 'Probability', 'Created Date', 'Close Date'],
    ...rows(60, (at) => [
      `D${at}`,
      `Deal ${at}`,
      pick('Ann', 'Bob'),
      pick('Won', 'Lost', 'Negotiation'),
      pick('500', '70.25'),
      pick('0.1', '0.6'),
      '2023-12-01',
      day(),
    ]),
  ],
  Payments: [
    ['Payment ID', 'Order ID', 'Payment Date', 'Payment Amount'],
    ...rows(50, (at) => [`P${at}`, `O${at}`, day(), pick('5', '10.5', '20')]),
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-files-'));
const csv = (list: Table) => `${list.map((cells) => cells.join(',')).join('\n')}\n`;

function writeCsv(name: string, list: Table): string {
  const path = join(folder, name);
  writeFileSync(path, csv(list));
  return path;
}

/** Numbers as numbers, all else as text. */
function workbook(): string {
  const path = join(folder, 'all.xlsx');
  const cell = (text: string) =>
    /^-?\d+(?:\.\d+)?$/.test(text) ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheets = Object.entries(tables).map(([name, list]) => ({
    name,
    rows: list.map((cells, at) => `<row r="${at + 1}">${cells.map(cell).join('')}</row>`).join(''),
  }));
  writeFileSync(path, workbookBytes({ sheets }));
  return path;
}

async function figures(paths: readonly string[]): Promise<unknown> {
  const { data } = await load(paths, {});
  const { kpis, trend, breakdown } = evaluateDataSet(data, { period: '2024-Q1', by: [['rep']], cohorts: 'month' });
  expect(kpis.filter(({ actual }) => actual !== null).length).toBeGreaterThan(20);
  const shown = (results: readonly KpiResult[]) =>
    results.map(({ id, actual, numerator, denominator, why, rows: used }) => [
      id,
      ...[actual, numerator, denominator].map((value) => value && toText(value)),
      why,
      used,
    ]);
  return [shown(kpis), trend.map((entry) => shown(entry.kpis)), breakdown.map(({ by, kpis: own }) => [by, shown(own)])];
}

let whole: unknown;

beforeAll(async () => {
  whole = await figures(Object.entries(tables).map(([name, list]) => writeCsv(`${name.toLowerCase()}.csv`, list)));
});

test('split over two files each', async () => {
  const halves = Object.entries(tables).flatMap(([name, [head = [], ...list]]) => [
    writeCsv(`${name.toLowerCase()}-1.csv`, [head, ...list.slice(0, 31)]),
    writeCsv(`${name.toLowerCase()}-2.csv`, [head, ...list.slice(31)]),
  ]);
  expect(await figures(halves)).toEqual(whole);
});

test('as sheets of one workbook', async () => {
  expect(await figures([workbook()])).toEqual(whole);
});
