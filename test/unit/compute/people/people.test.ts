/** Who gets a page, and what stands in its lists. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { load } from '../../../../src/app/load.ts';
import { evaluateDataSet } from '../../../../src/compute/evaluate.ts';
import { partsOf } from '../../../../src/compute/people/parts.ts';
import { toText } from '../../../../src/lib/decimal.ts';
import { formatDay } from '../../../../src/model/day.ts';
import { mostPeople, type People } from '../../../../src/model/people.ts';

const folder = mkdtempSync(join(tmpdir(), 'people-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function dataOf(tables: Readonly<Record<string, string>>) {
  const paths = Object.entries(tables).map(([name, lines]) => {
    const path = join(folder, `${name}.csv`);
    writeFileSync(
      path,
      `${lines
        .trim()
        .replaceAll(/\n */g, '\n')
        .replaceAll(/ *\| */g, ',')}\n`,
    );
    return path;
  });
  return (await load(paths, {})).data;
}

async function peopleOf(tables: Readonly<Record<string, string>>): Promise<People | null> {
  return evaluateDataSet(await dataOf(tables), { period: '2024-Q1' }, { workbook: true }).people;
}

async function pageOf(name: string, tables: Readonly<Record<string, string>>) {
  const page = (await peopleOf(tables))?.list.find((person) => person.name === name);
  if (page === undefined) throw new Error(`no page for ${name}`);
  return page;
}

const orders = `
  Order ID | Order Date | Rep | Customer Name | Amount
  A1 | 2023-11-05 | Ann | Acme | 50
  A2 | 2023-12-05 | Ann | Bolt | 20
  A3 | 2024-01-05 | Ann | Acme | 100
  A3 | 2024-01-05 | Ann | Acme | 200.25
  A4 | 2024-02-05 | Ann | Cato | 250
  A5 | 2024-02-06 | Ann | Dune | -40
  A6 | 2023-10-06 | Ben | Dune | 10
  A7 | 2024-03-31 | Ben | Cato | 75`;

describe('orders', () => {
  test('are whole, with all their lines', async () => {
    const { lists } = await pageOf('Ann', { orders });
    expect(lists.orders?.slice(0, 2).map(({ name, customer, amount }) => [name, customer, toText(amount)])).toEqual([
      ['A3', 'Acme', '300.25'],
      ['A4', 'Cato', '250'],
    ]);
    expect(lists.won).toBeNull();
  });

  test('of one period name customers who came and went, as the KPIs count them', async () => {
    const { lists, kpis } = await pageOf('Ann', { orders });
    const shown = (list: typeof lists.gained) => list && [list.count, list.largest.map(({ name }) => name)];
    expect(shown(lists.gained)).toEqual([1, ['Cato']]);
    expect(kpis.find(({ id }) => id === 'new-customers')?.actual).toEqual({ units: 1n, scale: 0 });
    expect(shown(lists.lost)).toEqual([1, ['Bolt']]);
    expect(lists.lost?.period).toBe('2023-Q4');
    // Ben's first sale to Cato is none of a new customer: Ann had sold to Cato before.
    expect(shown((await pageOf('Ben', { orders })).lists.gained)).toEqual([0, []]);
  });

  test('without anything before the period say nothing of customers who came', async () => {
    const some = orders
      .split('\n')
      .filter((line) => !line.includes('2023'))
      .join('\n');
    const { lists } = await pageOf('Ann', { orders: some });
    expect([lists.gained, lists.lost]).toEqual([null, null]);
  });
});

describe('deals', () => {
  const deals = `
    Deal ID | Rep | Customer Name | Stage | Amount | Created Date | Close Date
    D1 | Ann | Acme | Won | 10 | 2023-12-01 | 2024-01-03
    D2 | Ann | Bolt | Won | 30 | 2023-12-01 | 2024-01-04
    D3 | Ann | Cato | Won | 99 | 2023-12-01 | 2023-12-30
    D4 | Ann | Dune | Lost | 40 | 2023-12-01 | 2024-03-04
    D5 | Ann | Elan | Proposal | 70 | 2023-12-01 |
    D6 | Ann | Fogg | Proposal |  | 2023-12-01 |
    D7 | Ben | Gala | Lost | 0 | 2023-12-01 | 2024-03-31`;

  test('won in the period, and open now or lost in the period', async () => {
    const { lists } = await pageOf('Ann', { deals });
    const shown = (list: typeof lists.won) =>
      list?.map(({ name, amount, day, stage }) => [name, toText(amount), day === null ? null : formatDay(day), stage]);
    expect(shown(lists.won)).toEqual([
      ['D2', '30', '2024-01-04', 'Won'],
      ['D1', '10', '2024-01-03', 'Won'],
    ]);
    expect(shown(lists.openOrLost)).toEqual([
      ['D5', '70', null, 'Proposal'],
      ['D4', '40', '2024-03-04', 'Lost'],
    ]);
    expect([lists.orders, lists.customers]).toEqual([null, null]);
  });

  test('without amounts are not called the largest', async () => {
    const { lists } = await pageOf('Ben', { deals });
    expect([lists.won, lists.openOrLost]).toEqual([[], null]);
  });
});

describe('people', () => {
  test('without actuals or targets in the period have no page, those with a target only have one', async () => {
    const targets = 'Rep | Month | Target\nAnn | 2024-01 | 5\nZoe | 2024-02 | 7\nOld | 2023-11 | 9';
    const staff = 'Rep | Team\nAnn | East\nBen | East\nIdle | West';
    const people = await peopleOf({ orders, targets, staff });
    expect(people?.list.map(({ name }) => name)).toEqual(['Ann', 'Ben', 'Zoe']);
  });

  test('are those of `rep`, whatever is broken down', async () => {
    const data = await dataOf({ orders });
    const { people } = evaluateDataSet(data, { period: '2024-Q1', by: [['customerName']] }, { workbook: true });
    expect(people?.list.map(({ name, kpis }) => [name, kpis.find(({ id }) => id === 'revenue')?.actual])).toEqual([
      ['Ann', { units: 51025n, scale: 2 }],
      ['Ben', { units: 7500n, scale: 2 }],
    ]);
  });

  test('cost nothing where no workbook is made, and are none where nothing tells them', async () => {
    expect(evaluateDataSet(await dataOf({ orders }), { period: '2024-Q1' }).people).toBeNull();
    const nameless = 'Order ID | Order Date | Amount\nA1 | 2024-01-05 | 1\nA2 | 2024-03-31 | 2';
    expect(await peopleOf({ orders: nameless })).toBeNull();
    expect(partsOf(await dataOf({ orders: nameless }), { period: '2024-Q1' })).toBeNull();
  });

  test('beyond a number of pages are counted only; a part has everybody', async () => {
    const lines = Array.from({ length: mostPeople + 3 }, (_, at) => `B${at} | 2024-03-31 | P${at} | Acme | ${at + 1}`);
    const data = await dataOf({ orders: `${orders.split('\n')[1]}\n${lines.join('\n')}` });
    const { people } = evaluateDataSet(data, { period: '2024-Q1' }, { workbook: true });
    expect([people?.list.length, people?.all]).toEqual([mostPeople, mostPeople + 3]);
    expect(people?.list[0]?.name).toBe(`P${mostPeople + 2}`);
    expect(partsOf(data, { period: '2024-Q1' })?.list).toHaveLength(mostPeople + 3);
  });
});

describe('namesakes', () => {
  const ids = `
    Order ID | Order Date | Rep | Employee ID | Amount
    A1 | 2024-01-05 | Wei | 7 | 10
    A2 | 2024-02-05 | Wei | 9 | 20
    A3 | 2024-02-06 | Wei |  | 40
    A4 | 2024-03-31 | Ann | 5 | 5`;
  const names = async (tables: Readonly<Record<string, string>>) =>
    (await peopleOf(tables))?.list.map(({ name }) => name).sort();

  test('are told apart by employee id; a row without one is nobody’s', async () => {
    expect(await names({ ids })).toEqual(['Ann', 'Wei (7)', 'Wei (9)']);
    const parts = partsOf(await dataOf({ ids }), { period: '2024-Q1' });
    expect(parts?.nobody).toEqual({ rows: 1, amount: { units: 40n, scale: 0 } });
  });

  test('are told apart by team where the list of people says so', async () => {
    const staff = 'Rep | Team\nAnn | East\nWei | East\nWei | West';
    const teams = `
      Order ID | Order Date | Rep | Team | Amount
      A1 | 2024-01-05 | Wei | East | 10
      A2 | 2024-02-05 | Wei | West | 20
      A4 | 2024-03-31 | Ann | East | 5`;
    expect(await names({ teams, staff })).toEqual(['Ann', 'Wei (East)', 'Wei (West)']);
  });

  test('of whom nobody can tell which is meant have no page and no part', async () => {
    const staff = 'Rep | Employee ID\nAnn | 5\nWei | 7\nWei | 9';
    const plain = 'Order ID | Order Date | Rep | Amount\nA1 | 2024-01-05 | Wei | 10\nA4 | 2024-03-31 | Ann | 5';
    expect(await names({ plain, staff })).toEqual(['Ann']);
    const parts = partsOf(await dataOf({ plain, staff }), { period: '2024-Q1' });
    expect([parts?.list.map(({ name }) => name), parts?.nobody.rows]).toEqual([['Ann'], 1]);
  });

  test('one who moved to another team is one', async () => {
    const staff = 'Rep | Team | From | To\nAnn | East | 2020-01-01 | 2024-01-31\nAnn | West | 2024-02-01 |';
    const moved = 'Order ID | Order Date | Rep | Amount\nA1 | 2024-01-05 | Ann | 10\nA4 | 2024-03-31 | Ann | 5';
    expect(await names({ moved, staff })).toEqual(['Ann']);
  });
});
