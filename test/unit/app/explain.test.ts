/** The rows behind the numbers of the example workbook make these numbers. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explainFiles } from '../../../src/app/explain.ts';
import { sum, toText } from '../../../src/lib/decimal.ts';
import type { Explanation } from '../../../src/model/explanation.ts';

const workbook = join(import.meta.dirname, '../../../examples/first-run/q1.xlsx');

async function explained(kpi: string): Promise<Explanation> {
  return await explainFiles(kpi, [workbook], { settings: null, compute: { period: '2024-Q1' } });
}

test.each([
  'revenue',
  'orders',
  'units',
  'active-customers',
  'deals-won',
  'deals-lost',
  'deals-created',
  'open-pipeline',
])('%s is the sum of its rows', async (kpi) => {
  const { groups } = await explained(kpi);
  const [group] = groups;
  const rows = group?.terms.flatMap((term) => [...(term.rows?.all() ?? [])]) ?? [];
  expect(rows.length).toBeGreaterThan(0);
  expect(toText(sum(rows.map(({ adds }) => adds)))).toBe(toText(group?.result.actual ?? { units: -1n, scale: 0 }));
});

test('every order is in the revenue of the quarter or not in it for a reason', async () => {
  const { groups, excluded, inputs } = await explained('revenue');
  const orders = inputs[0]?.tables.find(({ dataset }) => dataset === 'orders');
  const used = groups[0]?.terms[0]?.rows?.count ?? 0;
  expect(used + excluded.reduce((all, { rows }) => all + rows, 0)).toBe(orders?.rows);
  expect(excluded.map(({ reason, what }) => [reason, what])).toEqual([
    ['status', 'Cancelled'],
    ['outside-period', null],
  ]);
});

test('a retention names the customers who left, the largest first', async () => {
  const { groups } = await explained('customer-retention');
  const lost = groups[0]?.terms.find(({ key }) => key === 'customers-lost');
  expect(lost?.members?.count).toBe(45);
  expect(lost?.members?.largest[0]?.name).toBe('Aurora Vaccines');
});
