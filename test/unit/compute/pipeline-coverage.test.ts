/** What is open against what is left of the revenue target (contract §4). */
import { expect, test } from 'vitest';
import { evaluateDataSet } from '../../../src/compute/evaluate.ts';
import { toText } from '../../../src/lib/decimal.ts';
import { dataSetOf } from '../../support/data-set.ts';

const deals = [
  'Deal ID,Rep,Stage,Amount,Created Date,Close Date,Expected Close Date',
  'D1,Ann,Won,400,2024-01-02,2024-02-10,2024-02-01',
  'D2,Ann,Negotiation,300,2024-01-20,,2024-03-15',
  'D3,Bob,Negotiation,900,2024-01-21,,2024-04-15',
  'D4,Bob,Lost,50,2024-01-21,2024-03-30,2024-03-30',
];

async function coverage(target: string | null) {
  const targets = target === null ? {} : { 'targets.csv': ['Period,KPI,Target', `2024-Q1,revenue,${target}`] };
  const data = await dataSetOf({ 'deals.csv': deals, ...targets });
  const { kpis } = evaluateDataSet(data, { period: '2024-Q1', by: [] });
  const found = kpis.find(({ id }) => id === 'pipeline-coverage');
  const text = (value: NonNullable<typeof found>['actual'] | undefined) => value && toText(value);
  return [text(found?.actual), text(found?.numerator), text(found?.denominator), found?.why];
}

test('divides what is expected to close in the period by target less won', async () => {
  expect(await coverage('1000')).toEqual(['0.5', '300', '600', null]);
});

test('is undefined without a target, and once the target is met', async () => {
  expect(await coverage(null)).toEqual([null, null, null, 'no-target']);
  expect(await coverage('400')).toEqual([null, '300', '0', 'target-met']);
});
