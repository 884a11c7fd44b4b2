/** The library from source: options in the words of the command line, documents that their schemas hold. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate, explain, inspect, UserError, validate } from '../../src/index.ts';
import { schemaOfDocument } from '../../src/report/schemas/index.ts';

const examples = join(import.meta.dirname, '../../examples');
const book = join(examples, 'first-run/q1.xlsx');

test('what is asked in the words of the flags is computed, and stands in the document', async () => {
  const document = await evaluate([book], {
    period: '2024年3月',
    by: ['team', 'region,category'],
    kpis: ['revenue'],
    compare: 'previous',
    asOf: '2024-03-31',
    only: { region: ['Southwest', 'North China'] },
  });
  expect(document.period).toMatchObject({ id: '2024-03', from: 'flag' });
  expect(document.compare?.id).toBe('2024-02');
  expect(document.kpis.map(({ id }) => id)).toEqual(['revenue']);
  expect(new Set(document.breakdown.map(({ by }) => Object.keys(by).join()))).toEqual(
    new Set(['team', 'region,category']),
  );
  const sold = document.breakdown.filter(({ kpis }) => (kpis[0]?.rows ?? 0) > 0);
  expect(new Set(sold.flatMap(({ by }) => by['region'] ?? []))).toEqual(new Set(['Southwest', 'North China']));
  expect(document.options).toEqual({
    period: '2024年3月',
    by: ['team', 'region,category'],
    kpi: ['revenue'],
    compare: 'previous',
    'as-of': '2024-03-31',
    only: ['region=Southwest', 'region=North China'],
  });
});

test('targets and columns are named as on the command line', async () => {
  const orders = join(examples, '02-chinese-crm-export/orders.csv');
  const targets = join(examples, '02-chinese-crm-export/targets.xlsx');
  const document = await evaluate([orders], { targets: [targets], columns: { rep: '销售员' }, period: '2024-Q1' });
  expect(document.inputs.map(({ path }) => path)).toEqual([orders, targets]);
  expect(document.kpis[0]).toMatchObject({ id: 'revenue', target: 11_500_000 });
});

test('each function gives a document of its schema', async () => {
  const documents = await Promise.all([
    evaluate([book], { kpis: ['revenue'] }),
    validate([book]),
    inspect(book, { rows: 2 }),
    explain('customer-retention', [book], { by: ['rep'], period: '2024-Q1' }),
  ]);
  for (const document of documents) schemaOfDocument(document)?.parse(document);
  expect(documents.map(({ schema }) => schema)).toEqual([
    'salesmetrics.evaluation/1',
    'salesmetrics.validation/1',
    'salesmetrics.inspection/1',
    'salesmetrics.explanation/1',
  ]);
});

test('the rows of an explanation add up to its number', async () => {
  const { groups } = await explain('revenue', [book], { period: '2024-Q1' });
  const [whole] = groups;
  const adds = (whole?.terms ?? []).flatMap(({ rows }) => rows ?? []).map(({ adds: cents }) => Math.round(cents * 100));
  expect(adds.length).toBe(1009);
  expect(adds.reduce((sum, cents) => sum + cents, 0) / 100).toBe(whole?.kpi.actual);
});

test('what cannot be used is thrown with its code', async () => {
  const failing = [
    evaluate(['nope.csv']),
    evaluate([book], { asOf: '31.3.2024' }),
    evaluate([book], { period: 'soon' }),
    explain('revenu', [book]),
  ];
  const codes = await Promise.all(failing.map((run) => run.catch((error: unknown) => error)));
  expect(codes.map((error) => (error instanceof UserError ? error.code : error))).toEqual([
    'file/not-found',
    'usage/wrong-value',
    'period/unknown',
    'kpi/unknown',
  ]);
});
