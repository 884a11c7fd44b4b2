import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluateFiles } from '../../../src/app/evaluate.ts';
import { settingsFor } from '../../../src/app/settings.ts';
import { toText } from '../../../src/lib/decimal.ts';

async function evaluated(sales: string, rates: string, config = '') {
  const folder = mkdtempSync(join(tmpdir(), 'salesmetrics-rates-'));
  const paths = [join(folder, 'sales.csv'), join(folder, 'rates.csv')];
  writeFileSync(join(folder, 'sales.csv'), `Order no.,Order date,Amount,Cost,Currency\n${sales}`);
  writeFileSync(join(folder, 'rates.csv'), `date,from,to,rate\n${rates}`);
  if (config !== '') writeFileSync(join(folder, 'salesmetrics.yaml'), config);
  const settings = await settingsFor(paths);
  const { evaluation } = await evaluateFiles(paths, { out: null, settings });
  const figureOf = (id: string) => evaluation.kpis.find((kpi) => kpi.id === id)?.actual ?? null;
  return { evaluation, revenue: toText(figureOf('revenue') ?? { units: -1n, scale: 0 }), figureOf };
}

const sales = 'A1,2024-01-02,100.10,50.05,USD\nA2,2024-01-03,600,300,CNY\nA3,2024-01-31,700,350,CNY\n';

test('amounts are multiplied exactly, cost too, and the report says what was converted', async () => {
  const { evaluation, revenue, figureOf } = await evaluated(sales, '2024-01-01,USD,CNY,7.123456789\n');
  // 100.10 × 7.123456789 = 713.0580245789
  expect(revenue).toBe('2013.0580245789');
  expect(toText(figureOf('gross-margin') ?? { units: -1n, scale: 0 })).toBe('0.5');
  expect(evaluation).toMatchObject({ ok: true, currency: 'CNY' });
  expect(evaluation.problems.map(({ code, params }) => [code, params['after']])).toContainEqual([
    'money/converted',
    '713.0580245789',
  ]);
});

test('a row without a rate is left out, never taken at 1', async () => {
  const { evaluation, revenue } = await evaluated(sales, '2024-01-01,EUR,CNY,7.8\n');
  expect(revenue).toBe('1300');
  expect(evaluation).toMatchObject({ ok: false, leftOut: { rows: 1 } });
  expect(evaluation.problems.find(({ code }) => code === 'money/missing-rate')).toMatchObject({
    place: { row: 2 },
    params: { from: 'USD', to: 'CNY', day: '2024-01-02' },
  });
});

test('the currency of the config is the one that is converted to', async () => {
  const { evaluation, revenue } = await evaluated(sales, '2024-01-01,CNY,USD,0.125\n', 'money: { currency: USD }\n');
  expect(evaluation.currency).toBe('USD');
  expect(revenue).toBe('262.6');
});
