import { describe, expect, test } from 'vitest';
import { parseEarlierEvaluation } from '../../../src/config/earlier-evaluation.ts';
import { toText } from '../../../src/lib/decimal.ts';
import { UserError } from '../../../src/problems/user-error.ts';

const row: readonly unknown[] = [0, 2, 1, 'A1', '12345678901234567.89', '12345678901234567.89', 'A1'];

function documentWith(changes: Readonly<Record<string, unknown>> = {}, rows: readonly unknown[] = [row]): string {
  return JSON.stringify({
    schema: 'salesmetrics.evaluation/1',
    tool: { name: 'salesmetrics', version: '0.1.0' },
    asOf: '2024-03-31',
    currency: 'CNY',
    config: null,
    options: { period: '2024-Q1' },
    period: { id: '2024-Q1' },
    inputs: [{ path: 'april.csv', sha256: '00', tables: [{ dataset: 'orders' }, { dataset: null }] }],
    kpis: [{ id: 'revenue', actual: 0.1 }],
    rows: {
      places: [{ file: 'april.csv', sheet: null }],
      tables: [
        {
          dataset: 'orders',
          fields: [
            { name: 'orderId', kind: 'text' },
            { name: 'amount', kind: 'amount' },
          ],
          kpis: [
            { id: 'revenue', adds: 'amount' },
            { id: 'orders', adds: 'key' },
          ],
          rows,
        },
      ],
    },
    ...changes,
  });
}

function refusal(text: string): { readonly code: string; readonly params: UserError['params'] } {
  try {
    parseEarlierEvaluation(text, 'april.json');
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, params: error.params };
    throw error;
  }
  throw new RangeError('it was taken');
}

describe('an earlier evaluation', () => {
  test('gives its rows to the last digit, and its figures', () => {
    const { rows, inputs, actuals } = parseEarlierEvaluation(documentWith(), 'april.json');
    const [table] = rows?.tables ?? [];
    const share = table?.shares.get('revenue');
    expect(share?.adds === 'amount' && toText(share.at(0) ?? { units: 0n, scale: 0 })).toBe('12345678901234567.89');
    expect(table?.shares.get('orders')?.at(0)).toBe('A1');
    expect(table?.placeOf(0)).toEqual({ file: 'april.csv', sheet: null, row: 2, column: null });
    expect(inputs).toEqual([{ path: 'april.csv', sha256: '00', datasets: ['orders'] }]);
    expect(actuals.get('revenue')).toEqual({ units: 1n, scale: 1 });
  });

  test('without rows is one too, also of a version that knew none', () => {
    expect(parseEarlierEvaluation(documentWith({ rows: null }), 'april.json').rows).toBeNull();
    expect(parseEarlierEvaluation(documentWith({ rows: undefined }), 'april.json').rows).toBeNull();
  });
});

describe('refused by name:', () => {
  test.each([
    ['no JSON', '{', 'against/not-json'],
    ['a list', '[]', 'against/other-document'],
    ['JSON of something else', '{"schema":"other/1"}', 'against/other-document'],
    ['an explanation', '{"schema":"salesmetrics.explanation/1"}', 'against/other-document'],
    ['a later version', '{"schema":"salesmetrics.evaluation/2"}', 'against/newer'],
    ['an evaluation without its parts', '{"schema":"salesmetrics.evaluation/1"}', 'against/damaged'],
  ])('%s', (_, text, code) => {
    expect(refusal(text)).toMatchObject({ code, params: { file: 'april.json' } });
  });

  test('a row with cells too few, or an amount that is none, with its place', () => {
    const where = (rows: readonly unknown[]) => refusal(documentWith({}, rows)).params['where'];
    expect(where([row, row.slice(1)])).toBe('rows, orders 2');
    expect(where([row.with(4, '1e5')])).toBe('rows, orders 1');
    expect(where([row.with(5, 12)])).toBe('rows, orders 1');
  });
});
