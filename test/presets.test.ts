/** Each export of each preset through the program: what it is taken for, what comes of it, and that what is wrong in it is said. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type EvaluationDocument, evaluate, validate } from '../src/index.ts';
import { bytesOf, type ExportFile, shuffled } from './support/exports/export-file.ts';
import { exportFiles } from './support/exports/index.ts';
import { seededRandom } from './support/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'presets-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function written(file: ExportFile, name = file.path): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await bytesOf(file));
  return path;
}

/** The file, and the one that it is read beside. */
async function pathsOf(file: ExportFile): Promise<string[]> {
  const beside = exportFiles.find(({ title }) => title === file.beside);
  return [await written(file), ...(beside ? [await written(beside)] : [])];
}

function kpi(document: EvaluationDocument, id: string) {
  return document.kpis.find((one) => one.id === id);
}

/** The figures that the records of the fixture give, as the program has them. */
async function figuresFrom(paths: readonly string[], wanted: NonNullable<ExportFile['figures']>) {
  const document = await evaluate(paths, { compute: { period: '2024-Q1' } });
  const revenue = kpi(document, 'revenue')?.actual;
  if ('orders' in wanted) return { orders: kpi(document, 'orders')?.actual, revenue };
  const [won, closed] = [kpi(document, 'win-rate')?.numerator ?? 0, kpi(document, 'win-rate')?.denominator ?? 0];
  return { won, lost: closed - won, revenue };
}

const withFigures = exportFiles.flatMap((file) => (file.figures ? [{ ...file, figures: file.figures }] : []));
const withTargets = exportFiles.filter(({ target }) => target !== undefined);
const withOneHeading = withFigures.filter(({ headings }) => headings.length === 1);

describe('each export', () => {
  test.each(exportFiles)('$title is named, read as its program means it, and its fault is reported', async (file) => {
    const { inputs, counts } = await validate(await pathsOf(file));
    const { preset, dataset, fields: columns } = file;
    expect(inputs[0]?.tables[0]).toMatchObject({ preset, dataset, columns });
    expect(counts.byCode).toHaveProperty([file.planted]);
  });

  test.each(withFigures)('$title gives the figures of the records that it was made of', async (file) => {
    expect(await figuresFrom([await written(file)], file.figures)).toEqual(file.figures);
  });

  test.each(withOneHeading)('$title gives them with its columns in another order and one added', async (file) => {
    const random = seededRandom(file.title.length);
    const mixed = shuffled(file, (width) => random.shuffled([...Array(width).keys()]), 'Our own notes');
    const path = await written({ ...mixed, before: [], after: [] }, `mixed ${file.path}`);
    expect(await figuresFrom([path], file.figures)).toEqual(file.figures);
  });

  test.each(withTargets)('$title gives the targets', async (file) => {
    const document = await evaluate(await pathsOf(file), { compute: { period: '2024-Q1' } });
    expect(kpi(document, 'revenue')?.target).toBe(file.target);
  });
});

test('numbers of orders are known without the marks that keep their digits', async () => {
  const taobao = exportFiles.find(({ preset }) => preset === 'taobao');
  if (!taobao) throw new Error('no export of taobao');
  const path = await written(taobao);
  const returned = join(folder, 'returns.csv');
  writeFileSync(returned, 'Order ID,Return Date,Return Amount\n234567890123455001,2024-01-20,1.00\n');
  const { counts } = await validate([path, returned]);
  expect(counts.byCode).not.toHaveProperty(['row/return-without-order']);
});

test('what the user says of a column goes before what its program means', async () => {
  const woo = exportFiles.find(({ path }) => path.startsWith('wc-orders'));
  if (!woo) throw new Error('no export of woocommerce');
  const columns = new Map([['amount', 'N. Revenue (formatted)']]);
  const { inputs } = await evaluate([await written(woo)], { recognise: { columns }, compute: { period: '2024-Q1' } });
  expect(inputs[0]?.tables[0]).toMatchObject({ preset: 'woocommerce', columns: { amount: 'N. Revenue (formatted)' } });
});

test('two exports keep their own meaning of one status', async () => {
  const shopify = exportFiles.find(({ title }) => title === 'Shopify orders');
  if (!shopify?.figures) throw new Error('no export of shopify');
  const own = join(folder, 'own.csv');
  writeFileSync(own, 'Order ID,Order Date,Amount,Status\nX1,2024-02-01,70.00,pending\nX2,2024-02-02,30.00,paid\n');
  const document = await evaluate([await written(shopify), own], { compute: { period: '2024-Q1' } });
  expect(kpi(document, 'revenue')?.actual).toBe(shopify.figures.revenue + 100);
});

test('deals that are dated as expected say so, unless the user names a date', async () => {
  const deals = exportFiles.find(({ preset, dataset }) => preset === 'fxiaoke' && dataset === 'deals');
  if (!deals) throw new Error('no deals of fxiaoke');
  const path = await written(deals);
  const { counts } = await validate([path]);
  expect(counts.byCode).toMatchObject({ 'table/expected-close': 1 });
  const said = await validate([path], { recognise: { columns: new Map([['closeDate', '最后修改时间']]) } });
  expect(said.counts.byCode).not.toHaveProperty(['table/expected-close']);
});
