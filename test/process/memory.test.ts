/** The memory of the command on files that ask for as much as they can: small files, and each a way to fill gigabytes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { columnLetters } from '../../src/model/place.ts';
import { buildTool, runTool } from '../support/built.ts';
import { workbookBytes, workbookParts, xmlHead, zip } from '../support/zip.ts';

/** MiB. Generous: what matters is that no file of a few kilobytes takes gigabytes. */
const mostMemory = 700;

let folder = '';
beforeAll(() => {
  buildTool();
  folder = mkdtempSync(join(tmpdir(), 'salesmetrics-memory-'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
const cell = '<c><v>7</v></c>';
const headings = ['Order ID', 'Order Date', 'Rep', 'Amount'];
const row = (cells: string) => `<row>${cells}</row>`;

function bookOf(rows: string, after = ''): Buffer {
  return workbookBytes({ sheets: [{ name: 'Orders', rows, after }] });
}

/** One row that fills all columns, in many sheets. */
function manyColumns(): Buffer {
  const rows = row(text('x').repeat(16_384));
  return workbookBytes({ sheets: Array.from({ length: 12 }, (_, at) => ({ name: `S${at}`, rows })) });
}

function longStrings(): Buffer {
  const parts = workbookParts({ sheets: [{ name: 'Orders', rows: row(text('Order ID')) }], strings: '' });
  const long = 'x'.repeat(32_000);
  const items = Array.from({ length: 5_200 }, (_, at) => `<si><t>${at}${long}</t></si>`);
  const data = `${xmlHead}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${items.join('')}</sst>`;
  return zip(parts.map((part) => (part.name === 'xl/sharedStrings.xml' ? { ...part, data } : part)));
}

function entities(): Buffer {
  const lines = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
  const xml = `<!DOCTYPE w [<!ENTITY e0 "lol">${lines.join('')}]><worksheet><sheetData>${row(text('&e9;'))}</sheetData></worksheet>`;
  return workbookBytes({ sheets: [{ name: 'Orders', xml }] });
}

const allColumns = Array.from({ length: 16_384 }, (_, at) => `c${at}`).join(',');

/** Name, file, the command's exit code, what it says on either stream. */
const cases: readonly (readonly [string, string, () => Buffer | string, number, RegExp])[] = [
  [
    'a part that unpacks to a gigabyte',
    'bomb.xlsx',
    () => zip(workbookParts({}).map((part) => (part.name.includes('sheet1') ? { ...part, size: 2 ** 30 + 1 } : part))),
    2,
    /--max-inflated/,
  ],
  ['six million cells', 'cells.xlsx', () => bookOf(row(cell.repeat(60)).repeat(100_000)), 0, /100,000 rows/],
  [
    'cells along a diagonal',
    'diagonal.xlsx',
    () =>
      bookOf(
        Array.from(
          { length: 8_000 },
          (_, at) => `<row r="${at + 1}"><c r="${columnLetters(at + 1)}${at + 1}"><v>7</v></c></row>`,
        ).join(''),
      ),
    2,
    /--max-cells/,
  ],
  ['all columns in many sheets', 'columns.xlsx', manyColumns, 2, /--max-cells/],
  [
    'a million merged ranges',
    'merges.xlsx',
    () => bookOf(row(cell), `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(1_000_000)}</mergeCells>`),
    2,
    /--max-cells/,
  ],
  ['long texts', 'texts.xlsx', longStrings, 2, /too many bytes of text.*--max-strings/s],
  ['entities that grow tenfold nine times', 'entities.xlsx', entities, 2, /DOCTYPE/],
  [
    'more wrong cells than are listed',
    'wrong.csv',
    () => `${headings}\n${Array.from({ length: 320_000 }, (_, at) => `${at},day ${at},W,x${at}\n`).join('')}`,
    1,
    /40,000 more problems of the code cell\/not-a-number/,
  ],
  [
    'long headings',
    'headings.csv',
    () => `${Array.from({ length: 3_000 }, (_, at) => `Order Date ${`h${at} `.repeat(60)}`)}\n1,2,3\n`,
    0,
    /not recognised|no problems/,
  ],
  [
    'a heading of a megabyte',
    'heading.csv',
    () => `Order Date,Amount,${'x '.repeat(400_000)}\n2024-01-05,5,1\n`,
    0,
    /./,
  ],
  [
    'a quote that is never closed',
    'unclosed.csv',
    () => `${headings}\n"1,2024-01-01,W,5\n${'2,2024-01-01,W,5\n'.repeat(1_500_000)}`,
    2,
    /--max-record/,
  ],
  [
    'a million columns',
    'million.csv',
    () => `${'c,'.repeat(1_000_000)}\n${'1,'.repeat(1_000_000)}\n`,
    2,
    /--max-columns/,
  ],
  ['short rows below a long one', 'ragged.csv', () => `${allColumns}\n${'1\n'.repeat(15_000)}`, 2, /--max-cells/],
  [
    'ids far apart in all columns',
    'ids.csv',
    () => `${allColumns}\n${['x65535', 'x1'].map((id) => Array(16_384).fill(id).join(',')).join('\n')}\n`,
    0,
    /2 rows/,
  ],
];

test.each(cases)('%s', (_, name, bytesOf, status, says) => {
  writeFileSync(join(folder, name), bytesOf());
  const run = runTool(folder, ['validate', name]);
  rmSync(join(folder, name));
  expect(run.stdout + run.stderr).toMatch(says);
  expect(run.status).toBe(status);
  if (status !== 0) expect(run.stderr).toContain(name);
  expect(run.stderr.length).toBeLessThan(1 << 16);
  expect(run.peak).toBeGreaterThan(20);
  expect(run.peak).toBeLessThan(mostMemory);
});
