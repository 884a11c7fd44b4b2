/** `--against` by the library: with the earlier file, and with a document that kept its rows. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { evaluationJson } from '../../../src/app/documents.ts';
import { evaluateFiles } from '../../../src/app/evaluate.ts';
import { evaluate } from '../../../src/index.ts';
import type { Cell } from '../../../src/model/document.ts';
import { UserError } from '../../../src/problems/user-error.ts';
import { workbookDocument } from '../../../src/report/workbook.ts';

const heading = 'Order ID,Order Date,Rep,Product,Amount';
const earlier = ['A1,2024-01-05,Li,Desk,100.10', 'A2,2024-02-05,Wang,Desk,80', 'A3,2024-03-30,Li,Lamp,7.05'];
const later = ['A1,2024-01-05,Wang,Desk,100.10', 'A2,2024-02-05,Wang,Desk,81.01', 'A4,2024-03-31,Li,Lamp,9'];

let folder = '';
const at = (name: string) => join(folder, name);
const write = (name: string, rows: readonly string[]) => {
  writeFileSync(at(name), [heading, ...rows, ''].join('\n'));
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'salesmetrics-against-'));
  write('april.csv', earlier);
  write('june.csv', later);
  await keep('april.json', {});
  await keep('rows.json', { withRows: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function keep(name: string, options: { readonly withRows?: boolean }): Promise<void> {
  const compute = { period: '2024-Q1', kpis: ['revenue', 'orders', 'average-order-value'] };
  const { evaluation } = await evaluateFiles([at('april.csv')], { out: null, compute, ...options });
  writeFileSync(at(name), evaluationJson(evaluation));
}

async function against(name: string) {
  const { against: found } = await evaluate([at('june.csv')], { against: at(name), compute: { kpis: ['revenue'] } });
  if (found === null) throw new RangeError('nothing was held against it');
  return found;
}

test('the earlier file is read again, and its period is evaluated', async () => {
  const { rowsFrom, counts, kpis, people, runs } = await against('april.json');
  expect({ rowsFrom, counts, runs }).toEqual({
    rowsFrom: 'files',
    counts: { added: 1, removed: 1, changed: 1, reassigned: 1 },
    runs: [],
  });
  expect(kpis).toEqual([
    {
      id: 'revenue',
      unit: 'money',
      was: 187.15,
      now: 190.11,
      difference: 2.96,
      parts: { added: 9, removed: -7.05, changed: 1.01, reassigned: 0 },
      why: null,
    },
  ]);
  expect(people.map(({ rep, kpis: own }) => [rep, own[0]?.difference, own[0]?.parts?.reassigned])).toEqual([
    ['Wang', 101.11, 100.1],
    ['Li', -98.15, -100.1],
  ]);
});

test('a document that kept its rows says the same without the file', async () => {
  const whole = await against('april.json');
  rmSync(at('april.csv'));
  const { path, sha256, rowsFrom, ...found } = await against('rows.json');
  expect(path).toBe(at('rows.json'));
  expect(rowsFrom).toBe('document');
  expect(sha256).not.toBe(whole.sha256);
  expect({ ...whole, ...found }).toEqual(whole);
});

describe('the earlier file', () => {
  const code = async () =>
    await against('april.json').catch((error: unknown) => error instanceof UserError && error.code);

  test('that is gone, or written over, is named and never guessed', async () => {
    write('april.csv', later);
    expect(await code()).toBe('against/input-changed');
    rmSync(at('april.csv'));
    expect(await code()).toBe('against/input-gone');
  });
});

test('the sheet of changes has live sums that agree with the figures', async () => {
  const options = { against: at('april.json'), out: null };
  const { evaluation } = await evaluateFiles([at('june.csv')], options);
  const document = workbookDocument(evaluation);
  const sheet = document.sheets.find(({ name }) => name === 'Changes');
  expect(sheet?.tables.map(({ name }) => name)).toEqual(['tblChangeKpis', 'tblChangePeople', 'tblChanges']);
  const formulas = (sheet?.rows ?? []).flatMap((row) => row.flatMap((cell) => cell?.formula ?? []));
  expect(formulas).toContain('SUM(tblChanges[Effect on Revenue])');
  expect(formulas).toContain('SUM(tblChangePeople[Difference])');
  const audit = document.sheets.find(({ name }) => name === 'Audit');
  const checks = (audit?.rows ?? []).filter(([name]) => /earlier run|changed rows/.test(textOf(name)));
  expect(checks.map((row) => row.map(textOf))).toEqual([
    ['Revenue, changes since the earlier run add up', '2.96', '2.96', 'OK'],
    ['Orders, changes since the earlier run add up', '0', '0', 'OK'],
    ['Revenue, sum of the changed rows', '2.96', '2.96', 'OK'],
  ]);
  const { evaluation: alone } = await evaluateFiles([at('june.csv')], { out: null });
  expect(workbookDocument(alone).sheets.map(({ name }) => name)).not.toContain('Changes');
});

function textOf(cell: Cell | undefined): string {
  if (cell?.value.kind === 'text') return cell.value.text;
  if (cell?.value.kind !== 'number') return '';
  const { units, scale } = cell.value.value;
  return String(Number(units) / 10 ** scale);
}
