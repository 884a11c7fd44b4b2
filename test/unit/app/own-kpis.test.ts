import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateFiles } from '../../../src/app/evaluate.ts';
import { settingsFor } from '../../../src/app/settings.ts';
import { toText } from '../../../src/lib/decimal.ts';
import type { KpiResult } from '../../../src/model/evaluation.ts';
import type { ComputeOptions } from '../../../src/model/options.ts';

const sales = [
  'Order no.,Order date,Rep,Customer ID,Region,Quantity,Amount,Status',
  'A1,2023-12-30,W,c1,East,1,50,Shipped',
  'A2,2024-01-02,W,c1,East,2,100,Shipped',
  'A3,2024-01-03,L,c2,West,8,300,Refunded',
  'A4,2024-01-31,L,c1,East,5,200.5,Shipped',
  'A5,2024-02-29,L,c3,West,1,7,Cancelled',
  'A6,2024-02-29,L,c3,West,1,9,Shipped',
  '',
].join('\n');

async function evaluated(config: string, compute: ComputeOptions = {}, targets = '') {
  const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-own-'));
  const paths = [join(folder, 'sales.csv'), ...(targets === '' ? [] : [join(folder, 'targets.csv')])];
  writeFileSync(join(folder, 'sales.csv'), sales);
  if (targets !== '') writeFileSync(join(folder, 'targets.csv'), targets);
  writeFileSync(join(folder, 'salesmetrics.yaml'), `kpis:\n${config}`);
  const settings = await settingsFor(paths);
  const { evaluation } = await evaluateFiles(paths, {
    out: null,
    settings,
    compute: { period: '2024-01', ...compute },
  });
  const text = (found: KpiResult | undefined) => (found?.actual ? toText(found.actual) : (found?.why ?? null));
  const of = (id: string) => text(evaluation.kpis.find((kpi) => kpi.id === id));
  return { evaluation, of, text };
}

test.each([
  ['{ simple: { sum: amount } }', '600.5'],
  ['{ simple: { sum: amount, where: { region: East } } }', '300.5'],
  ['{ simple: { sum: amount, where: { region: [East, West], quantity: { gt: 2, lte: 5 } } } }', '200.5'],
  ['{ simple: { sum: amount, where: { status: refunded } } }', '300'],
  ['{ simple: { sum: amount, where: { status: counts } } }', '300.5'],
  ['{ simple: { sum: amount, where: { orderDate: { gte: 2024-01-03 } } } }', '500.5'],
  ['{ simple: { count: orderId } }', '3'],
  ['{ simple: { countDistinct: customerId } }', '2'],
  ['{ simple: { average: amount } }', '200.166667'],
  ['{ simple: { median: amount } }', '200.5'],
  ['{ simple: { min: amount } }', '100'],
  ['{ simple: { max: amount, where: { region: North } } }', 'no-data'],
  ['{ ratio: { of: { sum: amount, where: { region: East } }, to: { sum: amount } } }', '0.500416'],
  ['{ ratio: { of: { sum: amount }, to: { sum: amount, where: { region: North } } } }', 'zero-denominator'],
  ['{ ratio: { of: { sum: amount }, to: { sum: revenue } } }', '1'],
  ['{ derived: revenue / activeCustomers }', '300.25'],
  ['{ derived: -(revenue - 100.5) * 2 + units / 4 }', '-996.25'],
  ['{ derived: revenue / (orders - 3) }', 'zero-denominator'],
  ['{ cumulative: { of: revenue } }', '600.5'],
  ['{ cumulative: { of: revenue, since: start } }', '650.5'],
])('%s is %s', async (entry, expected) => {
  const { of } = await evaluated(`  mine: ${entry}\n`, { kpis: ['mine'] });
  expect(of('mine')).toBe(expected);
});

test('a ratio and a derived KPI have their exact parts; over groups they follow from the parts of each', async () => {
  const config = '  share: { derived: revenue / orders }\n';
  const { evaluation, text } = await evaluated(config, { kpis: ['share', 'average-order-value'], by: [['rep']] });
  expect(evaluation.kpis[0]).toMatchObject({ numerator: { units: 6005n, scale: 1 }, denominator: { units: 3n } });
  for (const { kpis } of evaluation.breakdown) expect(text(kpis[0])).toBe(text(kpis[1]));
  for (const { kpis } of evaluation.trend) expect(text(kpis[0])).toBe(text(kpis[1]));
});

test('a cumulative KPI of the trend grows from month to month and begins anew with the year', async () => {
  const { evaluation, text } = await evaluated('  ytd: { cumulative: { of: revenue } }\n', { kpis: ['ytd'] });
  expect(evaluation.trend.map(({ period, kpis }) => [period, text(kpis[0])])).toEqual([
    ['2023-12', '50'],
    ['2024-01', '600.5'],
    ['2024-02', '609.5'],
  ]);
});

test('own KPIs stand on own KPIs, have targets of the config and of files, a direction, and growth', async () => {
  const config = [
    '  east: { title: { en: East sales, zh-CN: 华东销售 }, simple: { sum: amount, where: { region: East } }, target: 600 }',
    '  twice: { derived: east * 2, format: money, better: lower }',
    '',
  ].join('\n');
  const { evaluation, of } = await evaluated(
    config,
    { kpis: ['east', 'twice', 'east-growth'], compare: 'previous' },
    'Period,KPI,Target\n2024-01,twice,500\n2024-01,华东销售,700\n',
  );
  expect([of('east'), of('twice'), of('east-growth')]).toEqual(['300.5', '601', '5.01']);
  const [east, twice] = evaluation.kpis;
  expect(east).toMatchObject({ target: { units: 700n }, status: 'below' });
  expect(twice).toMatchObject({ better: 'lower', status: 'near', target: { units: 500n } });
});

test('a column that is not there is told, never 0', async () => {
  const { evaluation } = await evaluated(
    '  cost: { simple: { sum: cost } }\n  paid: { ratio: { of: { sum: collected }, to: { sum: amount } } }\n',
    { kpis: ['cost', 'paid', 'revenue'] },
  );
  expect(evaluation.notComputed).toEqual([
    { id: 'cost', why: 'missing-field', missing: ['orders.cost'] },
    { id: 'paid', why: 'missing-field', missing: ['payments.date', 'payments.amount'] },
  ]);
});

test('expressions are data: nothing in one is ever run, and a wrong one is refused with its place', async () => {
  const parts = fc.constantFrom(
    'revenue',
    'orders',
    '(',
    ')',
    '+',
    '-',
    '*',
    '/',
    '1',
    '2.5',
    ' ',
    'process',
    '.exit(1)',
    '`',
    '"x"',
    '[0]',
    '=>',
    '?',
    ':',
    'constructor',
    '__proto__',
    '1e9',
    '!',
    '&&',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 12 }), async (list) => {
      const entry = `  mine: { derived: ${JSON.stringify(list.join(''))} }\n`;
      try {
        const { of } = await evaluated(entry, { kpis: ['mine'] });
        expect(of('mine')).toMatch(/^-?\d+(?:\.\d+)?$|^zero-denominator$/);
      } catch (error) {
        expect(error).toMatchObject({ name: 'UserError', faults: [{ line: 2 }] });
      }
    }),
    { numRuns: 60 },
  );
});
