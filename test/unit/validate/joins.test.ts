/** Contract §2, "Joins and --by" and "People.", sentence by sentence. */
import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../../src/model/data-set.ts';
import { codes, dataSetOf, total, values } from '../../support/data-set.ts';

function members(data: DataSet, name: string): string[] {
  const found = data.members.get(name);
  if (!found || !('size' in found)) return [];
  return Array.from({ length: found.size - 1 }, (_, code) => found.text(code + 1));
}

const orders = (columns: string, ...rows: readonly string[]) => [`Order ID,Order Date,Amount,${columns}`, ...rows];

describe('people join', () => {
  test('by employeeId before rep', async () => {
    const data = await dataSetOf({
      'orders.csv': orders('Sales Rep,Employee ID', '1,2024-01-05,10,王芳,7', '2,2024-01-05,20,王芳,8'),
      'people.csv': ['姓名,工号,团队', '王芳,8,二部', '王芳,7,一部'],
    });
    expect(values(data.facts.orders, 'team')).toEqual(['一部', '二部']);
    expect(codes(data)).toEqual({});
  });

  test('by rep, else team, else region, where it is unique', async () => {
    const people = (heading: string, ...rows: readonly string[]) => [`Manager,${heading}`, ...rows];
    const byTeam = await dataSetOf({
      'orders.csv': orders('Team,Region', '1,2024-01-05,10,A,East', '2,2024-01-05,20,B,East'),
      'people.csv': people('Team,Region', 'Mia,A,East', 'Max,B,East'),
    });
    expect(values(byTeam.facts.orders, 'manager')).toEqual(['Mia', 'Max']);
    const byRegion = await dataSetOf({
      'orders.csv': orders('Region', '1,2024-01-05,10,East', '2,2024-01-05,20,West'),
      'people.csv': people('Region', 'Mia,East', 'Max,West'),
    });
    expect(values(byRegion.facts.orders, 'manager')).toEqual(['Mia', 'Max']);
    const repeated = await dataSetOf({
      'orders.csv': orders('Region', '1,2024-01-05,10,East', '2,2024-01-05,20,West'),
      'people.csv': people('Region', 'Mia,East', 'Max,East'),
    });
    expect(repeated.facts.orders?.dimension('manager')).toBeUndefined();
  });

  test('on the day of the row: a person who moved, one who came later and one who left', async () => {
    const people = [
      'Name,Team,From,To',
      'Ann,A,2023-01-01,2024-01-31',
      'Ann,B,2024-02-01,',
      'Bob,A,2024-02-01,',
      'Cy,A,,2023-12-31',
    ];
    const data = await dataSetOf({
      'orders.csv': orders(
        'Sales Rep',
        '1,2024-01-31,1,Ann',
        '2,2024-02-01,2,Ann',
        '3,2024-01-31,3,Bob',
        '4,2024-02-01,4,Bob',
        '5,2024-01-01,5,Cy',
      ),
      'people.csv': people,
    });
    expect(values(data.facts.orders, 'team')).toEqual(['A', 'B', null, 'A', null]);
    expect(codes(data)).toEqual({});
    expect(members(data, 'rep')).toEqual(['Ann', 'Bob', 'Cy']);
    const deals = await dataSetOf({
      'deals.csv': [
        'Deal ID,Owner,Stage,Created Date,Close Date',
        'D1,Ann,Won,2024-01-05,2024-02-05',
        'D2,Ann,Negotiation,2024-01-05,2024-05-05',
        'D3,Ann,Negotiation,,',
      ],
      'people.csv': people,
    });
    expect(values(deals.facts.deals, 'team')).toEqual(['B', 'A', 'A']);
    expect(codes(deals)).toEqual({});
  });

  test('an id shows its name also on a day on which the person was in no team', async () => {
    const data = await dataSetOf({
      'orders.csv': orders('SalesRepId', '1,2024-03-05,10,7'),
      'people.csv': ['SalesRepId,Name,Team,To', '7,Ann,A,2024-01-31'],
    });
    expect(values(data.facts.orders, 'rep')).toEqual(['Ann']);
    expect(values(data.facts.orders, 'team')).toEqual([null]);
  });

  test('a name of two people is an error, unless team or employee id tells them apart', async () => {
    const people = ['Name,Team', '王芳,一部', '王芳,二部', '李强,一部'];
    const bare = await dataSetOf({
      'orders.csv': orders('Sales Rep', '1,2024-01-05,10,王芳', '2,2024-01-05,20,王芳', '3,2024-01-05,20,李强'),
      'people.csv': people,
    });
    expect(bare.problems).toMatchObject([
      {
        code: 'row/ambiguous-person',
        severity: 'error',
        place: { file: 'people.csv', row: 3 },
        related: [{ row: 2 }],
        params: { name: '王芳' },
      },
    ]);
    expect(total(bare)).toBe('50');
    const settled = await dataSetOf({
      'orders.csv': orders('Sales Rep,Team', '1,2024-01-05,10,王芳,二部', '2,2024-01-05,20,王芳,一部'),
      'people.csv': ['Name,Team,Manager', '王芳,一部,甲', '王芳,二部,乙'],
    });
    expect(values(settled.facts.orders, 'manager')).toEqual(['乙', '甲']);
    expect(codes(settled)).toEqual({});
    const byId = await dataSetOf({
      'orders.csv': orders('Sales Rep', '1,2024-01-05,10,王芳'),
      'people.csv': ['Name,Employee ID,Team', '王芳,7,一部', '王芳,8,一部'],
    });
    expect(codes(byId)).toEqual({ 'row/ambiguous-person': 1 });
    const unused = await dataSetOf({
      'orders.csv': orders('Sales Rep', '1,2024-01-05,10,李强'),
      'people.csv': people,
    });
    expect(codes(unused)).toEqual({});
  });

  test('the file wins over people, differences are one warning a column with their money', async () => {
    const data = await dataSetOf({
      'orders.csv': orders(
        'Sales Rep,Team',
        '1,2024-01-05,10,Ann,A',
        '2,2024-01-05,20.5,Ann,B',
        '3,2024-01-05,7,Ann,',
        '4,2024-01-05,1,Bob,A',
      ),
      'people.csv': ['Name,Team', 'Ann,A', 'Bob,B'],
    });
    expect(values(data.facts.orders, 'team')).toEqual(['A', 'B', null, 'A']);
    expect(data.problems).toMatchObject([
      {
        code: 'join/differs',
        severity: 'warning',
        place: { file: 'orders.csv', row: 3 },
        params: { field: 'team', rows: 2, amount: '21.5', own: 'B', other: 'A' },
        treatment: 'counted',
      },
    ]);
    expect(values(data.facts.orders, 'people.team')).toEqual(['A', 'A', 'A', 'B']);
  });

  test('regions of customers and of offices share no value: nothing to say', async () => {
    const data = await dataSetOf({
      'orders.csv': orders('Sales Rep,Region', '1,2024-01-05,10,Ann,Europe'),
      'people.csv': ['Name,Region', 'Ann,Office 3'],
    });
    expect(codes(data)).toEqual({});
  });

  test('through the rep that the list of customers names', async () => {
    const data = await dataSetOf({
      'orders.csv': orders('Customer ID', '1,2024-01-05,10,C1', '2,2024-01-05,10,C2'),
      'customers.csv': ['Customer ID,Owner,Region', 'C1,Ann,Asia', 'C2,Bob,Asia'],
      'people.csv': ['Name,Team,Region', 'Ann,A,East', 'Bob,B,West'],
    });
    expect(values(data.facts.orders, 'rep')).toEqual(['Ann', 'Bob']);
    expect(values(data.facts.orders, 'team')).toEqual(['A', 'B']);
    expect(values(data.facts.orders, 'region')).toEqual(['East', 'West']);
    expect(values(data.facts.orders, 'customers.region')).toEqual(['Asia', 'Asia']);
    expect(codes(data)).toEqual({});
  });
});

describe('columns of several tables', () => {
  test("the fact's own, then rep, team, manager, region of people, then customers, people, products", async () => {
    const data = await dataSetOf({
      'orders.csv': orders('Customer ID,Sales Rep,Product,Category', '1,2024-01-05,10,C1,Ann,Tea,Own'),
      'people.csv': ['Name,Team,Region,Country,Segment', 'Ann,A,East,people,people'],
      'customers.csv': ['Customer ID,Industry,Region,Country', 'C1,retail,customers,customers'],
      'products.csv': ['Product,Category,Country,Segment', 'Tea,products,products,products'],
    });
    const { orders: facts } = data.facts;
    expect(values(facts, 'category')).toEqual(['Own']);
    expect(values(facts, 'region')).toEqual(['East']);
    expect(values(facts, 'Country')).toEqual(['customers']);
    expect(values(facts, 'people.country')).toEqual(['people']);
    expect(values(facts, 'products.country')).toEqual(['products']);
    expect(values(facts, 'Segment')).toEqual(['people']);
    expect(codes(data)).toEqual({});
  });

  test('blank and unmatched keys leave the facts as they are', async () => {
    const data = await dataSetOf({
      'orders.csv': orders(
        'Sales Rep,Channel',
        '1,2024-01-05,10,Ann,web',
        '2,2024-01-05,20,,shop',
        '3,2024-01-05,5,Zoe,web',
      ),
      'people.csv': ['Name,Team', 'Ann,A', 'Bob,B'],
    });
    expect(values(data.facts.orders, 'team')).toEqual(['A', null, null]);
    expect(values(data.facts.orders, 'rep')).toEqual(['Ann', null, 'Zoe']);
    expect(total(data)).toBe('35');
    expect(data.problems).toMatchObject([
      { code: 'join/unmatched', params: { field: 'rep', dataset: 'people', keys: 1, rows: 1, amount: '5', near: [] } },
    ]);
  });

  test('customers split over files with different headings: each column from the file that has the row', async () => {
    const data = await dataSetOf({
      'orders.csv': orders('Customer ID', '1,2024-01-05,10,C1', '2,2024-01-05,20,C2'),
      'a.csv': ['Customer ID,Customer Name,Industry', 'C1,Acme,retail'],
      'b.csv': ['Customer ID,Customer Name,Industry,Segment', 'C2,Best,energy,small'],
    });
    expect(values(data.facts.orders, 'Industry')).toEqual(['retail', 'energy']);
    expect(values(data.facts.orders, 'segment')).toEqual([null, 'small']);
    expect(values(data.facts.orders, 'customerName')).toEqual(['Acme', 'Best']);
  });

  test('a list that knows few of the customers is no list of all', async () => {
    const rows = Array.from({ length: 10 }, (_, index) => `${index},2024-01-05,10,C${index}`);
    const data = await dataSetOf({
      'orders.csv': orders('Customer ID', ...rows),
      'customers.csv': ['Customer ID,Industry', 'C1,retail', 'C2,retail'],
    });
    expect(codes(data)).toEqual({});
  });

  test('any heading of a table of no dataset that shares a unique column', async () => {
    const data = await dataSetOf({
      'orders.csv': orders('Plant', '1,2024-01-05,10,P1', '2,2024-01-05,10,P2'),
      'plants.csv': ['Plant,Town,Owner group', 'P1,Pune,North', 'P2,Goa,South'],
    });
    expect(values(data.facts.orders, 'Town')).toEqual(['Pune', 'Goa']);
    expect(members(data, 'Town')).toEqual(['Pune', 'Goa']);
  });

  test('keys are compared trimmed and width-folded, with their case', async () => {
    const data = await dataSetOf({
      'orders.csv': orders('Customer ID', '1,2024-01-05,10,Ｃ１ ', '2,2024-01-05,10,c1'),
      'customers.csv': ['Customer ID,Industry', 'C1,retail'],
    });
    expect(values(data.facts.orders, 'industry')).toEqual(['retail', null]);
  });
});

describe('repeated keys', () => {
  test('are an error once, whatever facts they join; the first row is used', async () => {
    const data = await dataSetOf({
      'orders.csv': orders('Customer ID', '1,2024-01-05,10,C1'),
      'payments.csv': ['Customer ID,Payment Date,Payment Amount', 'C1,2024-01-09,10'],
      'customers.csv': ['Customer ID,Industry', 'C1,retail', 'C1,energy'],
    });
    expect(data.problems).toMatchObject([{ code: 'row/duplicate-key', place: { file: 'customers.csv', row: 3 } }]);
    expect(values(data.facts.orders, 'industry')).toEqual(['retail']);
    expect(values(data.facts.payments, 'industry')).toEqual(['retail']);
  });

  test('of a name in one team are an error; the same list in two files is one list', async () => {
    const order = orders('Sales Rep', '1,2024-01-05,10,Ann');
    const twice = await dataSetOf({ 'orders.csv': order, 'people.csv': ['Name,Team', 'Ann,A', 'Ann,A'] });
    expect(codes(twice)).toEqual({ 'row/duplicate-key': 1 });
    const list = ['Name,Team', 'Ann,A', 'Bob,B'];
    const copied = await dataSetOf({ 'orders.csv': order, 'people 1.csv': list, 'people 2.csv': list });
    expect(codes(copied)).toEqual({});
    expect(members(copied, 'rep')).toEqual(['Ann', 'Bob']);
  });

  test('of a name are none where people join by region: one person may look after two', async () => {
    const data = await dataSetOf({
      'orders.csv': orders('Region', '1,2024-01-05,10,East', '2,2024-01-05,20,West'),
      'people.csv': ['Person,Region', 'Ann,East', 'Ann,West'],
    });
    expect(values(data.facts.orders, 'rep')).toEqual(['Ann', 'Ann']);
    expect(codes(data)).toEqual({});
  });
});
