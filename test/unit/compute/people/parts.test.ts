/** What is computed of one person's rows alone is what all the data says of that person. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load } from '../../../../src/app/load.ts';
import { type Computed, evaluateDataSet } from '../../../../src/compute/evaluate.ts';
import { type Parts, partsOf } from '../../../../src/compute/people/parts.ts';
import { toText } from '../../../../src/lib/decimal.ts';
import type { DataSet } from '../../../../src/model/data-set.ts';
import type { KpiResult } from '../../../../src/model/evaluation.ts';
import { seededRandom } from '../../../support/random.ts';

const random = seededRandom(5);
const names = ['Ann', 'Bob', '陈静', 'Dora', ''];
const day = () => `202${random.pick(['3', '4'])}-0${random.between(1, 6)}-${10 + random.between(0, 18)}`;

const orders = [
  ['Order ID', 'Order Date', 'Due Date', 'Customer ID', 'Rep', 'Amount', 'Quantity', 'Cost', 'Status'],
  ...Array.from({ length: 400 }, (_, at) => [
    `O${at % 350}`,
    day(),
    '2024-03-30',
    `C${random.between(1, 40)}`,
    random.pick(names),
    `${random.between(-20, 900)}.${random.between(10, 99)}`,
    `${random.between(1, 9)}`,
    `${random.between(1, 90)}`,
    random.pick(['Shipped', 'Shipped', 'Cancelled', 'Refunded']),
  ]),
  // Everybody's data ends on one day, or the period would not be complete.
  ['O-last', '2024-06-30', '2024-06-30', 'C1', 'Ann', '5', '1', '1', 'Shipped'],
];
const deals = [
  ['Deal ID', 'Customer ID', 'Rep', 'Stage', 'Amount', 'Probability', 'Created Date', 'Close Date'],
  ...Array.from({ length: 120 }, (_, at) => {
    const stage = random.pick(['Won', 'Lost', 'Negotiation']);
    const closed = stage === 'Negotiation' ? '' : `2024-0${random.between(1, 4)}-15`;
    return [
      `D${at}`,
      `C${at % 40}`,
      random.pick(names),
      stage,
      `${random.between(100, 900)}`,
      '0.4',
      '2023-12-01',
      closed,
    ];
  }),
];
const returned = [
  ['Returned order ID', 'Order ID', 'Return amount', 'Return date'],
  ...Array.from({ length: 12 }, (_, at) => [`R${at}`, `O${at * 7}`, '3.5', '2024-02-20']),
];
const targets = [
  ['Rep', 'Month', 'KPI', 'Target'],
  ...['Ann', 'Bob', '陈静', 'Eve'].flatMap((name) =>
    ['2024-01', '2024-02', '2024-03'].map((month) => [name, month, 'revenue', `${random.between(1000, 9000)}`]),
  ),
];

const folder = mkdtempSync(join(tmpdir(), 'parts-'));
let data: DataSet;
let whole: Computed;
let parts: Parts | null;
const options = { period: '2024-Q1', by: [['rep']] };

beforeAll(async () => {
  const paths = Object.entries({ orders, deals, returned, targets }).map(([name, rows]) => {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, rows.map((row) => `${row.join(',')}\n`).join(''));
    return path;
  });
  ({ data } = await load(paths, {}));
  whole = evaluateDataSet(data, options, { workbook: true });
  parts = partsOf(data, options);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const shown = (kpis: readonly KpiResult[]) =>
  new Map(
    kpis.map(({ id, actual, target, attainment, status, why, cautions, rows, compare }) => [
      id,
      {
        actual: actual && toText(actual),
        target: target && toText(target),
        attainment: attainment && toText(attainment),
        base: compare?.actual ? toText(compare.actual) : null,
        ...{ status, why, cautions, rows },
      },
    ]),
  );

const partOf = (name: string) => {
  const part = parts?.list.find((one) => one.name === name);
  expect(part).toBeDefined();
  return part?.evaluate();
};
const entryOf = (name: string) => whole.breakdown.find(({ by }) => by['rep'] === name)?.kpis ?? [];

test('everybody with actuals or targets in the period has a part, nobody else', () => {
  expect(parts?.list.map(({ name }) => name).sort()).toEqual(['Ann', 'Bob', 'Dora', 'Eve', '陈静'].sort());
  const blank = shown(entryOf('(unassigned)')).get('revenue');
  expect({ rows: parts?.nobody.rows, amount: parts && toText(parts.nobody.amount) }).toEqual({
    rows: blank?.rows,
    amount: blank?.actual,
  });
});

describe.each(['Ann', 'Bob', 'Dora', 'Eve', '陈静'])('%s', (name) => {
  test('has the figures of the breakdown, every KPI of them', () => {
    const own = shown(partOf(name)?.computed.kpis ?? []);
    const listed = shown(entryOf(name));
    expect(listed.size).toBeGreaterThan(20);
    for (const [id, result] of listed) expect([id, own.get(id)]).toEqual([id, result]);
  });

  test('has the course and the lists that stand on the sheet', () => {
    const sheet = whole.people?.list.find((person) => person.name === name);
    const own = partOf(name)?.computed.people?.list;
    expect(own).toHaveLength(1);
    expect(own?.[0]?.trend).toEqual(sheet?.trend);
    expect(own?.[0]?.lists).toEqual(sheet?.lists);
  });

  test('holds rows, targets and tables of nobody else', () => {
    const found = partOf(name);
    const rows = found?.data.facts.orders;
    const column = rows?.dimension('rep');
    const seen = new Set<string>();
    rows?.included.forEach((is, row) => {
      if (is === 1 && column) seen.add(column.text(column.codes[row] ?? 0));
    });
    expect([...seen].filter((rep) => rep !== name)).toEqual([]);
    expect(found?.data.targets.every(({ keys }) => keys.get('rep') === name)).toBe(true);
    expect(found?.computed.breakdown.map(({ by }) => by['rep'])).toEqual([name]);
  });
});

test('the parts and nobody add up to the whole', () => {
  const sums = (parts?.list ?? []).map((part) => {
    const actual = part.evaluate().computed.kpis.find(({ id }) => id === 'revenue')?.actual;
    return actual ? Number(toText(actual)) : 0;
  });
  const all = whole.kpis.find(({ id }) => id === 'revenue')?.actual;
  const nobody = parts ? Number(toText(parts.nobody.amount)) : 0;
  expect(sums.reduce((sum, value) => sum + value, nobody)).toBeCloseTo(all ? Number(toText(all)) : -1, 6);
});
