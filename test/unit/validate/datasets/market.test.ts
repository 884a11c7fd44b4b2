import { describe, expect, test } from 'vitest';
import { toText } from '../../../../src/lib/decimal.ts';
import type { DataSet } from '../../../../src/model/data-set.ts';
import { codes, dataSetOf } from '../../../support/data-set.ts';

const sizes = ({ market }: DataSet) =>
  market.map(({ period, segment, region, size }) => [period.id, segment, region, toText(size)]);

describe('market', () => {
  test('a size beside several competitors counts once; another one is an error', async () => {
    const data = await dataSetOf({
      'market.csv': [
        'Period,Region,Market Size,Competitor,Competitor Revenue',
        '2024-Q1,East,1000,Acme,300',
        '2024-Q1,East,1000,Best,200',
        '2024-Q1,West,500,Acme,30',
        '2024-Q2,East,1100,Acme,30',
        '2024-Q2,East,1200,Best,30',
        'soon,East,7,Best,30',
      ],
    });
    expect(sizes(data)).toEqual([
      ['2024-Q1', null, 'East', '1000'],
      ['2024-Q1', null, 'West', '500'],
      ['2024-Q2', null, 'East', '1100'],
    ]);
    expect(data.problems).toMatchObject([
      {
        code: 'market/size-differs',
        place: { row: 6, column: 3 },
        params: { period: '2024-Q2', first: '1100', second: '1200', firstRow: 5 },
      },
      { code: 'market/unknown-period', value: 'soon', place: { row: 7, column: 1 } },
    ]);
  });

  test.each([
    ['年份,市场规模（万元）', '2024,12.5', '2024', '125000'],
    ['月份,细分市场,市场容量', '2024年3月,零售,9', '2024-03', '9'],
    ['Month,Market Size', 'Apr-18,3.5', '2018-04', '3.5'],
    ['Date,Market Size', '2024-03-01,3.5', '2024-03', '3.5'],
  ])('%s: %s', async (header, row, period, size) => {
    const data = await dataSetOf({ 'm.csv': [header, row] });
    expect(sizes(data).map(([id, , , amount]) => [id, amount])).toEqual([[period, size]]);
    expect(Object.keys(codes(data)).filter((code) => code !== 'table/unit-scaled')).toEqual([]);
  });

  test('first days of quarters are quarters', async () => {
    const data = await dataSetOf({ 'm.csv': ['Date,Market Size', '2024-01-01,3', '2024-04-01,4', '2024-07-01,5'] });
    expect(sizes(data).map(([id]) => id)).toEqual(['2024-Q1', '2024-Q2', '2024-Q3']);
  });
});
