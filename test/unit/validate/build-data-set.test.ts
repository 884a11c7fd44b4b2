import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toText } from '../../../src/lib/decimal.ts';
import { parseIsoDay } from '../../../src/model/day.ts';
import { UserError } from '../../../src/problems/user-error.ts';
import { codes, dataSetOf, total, values } from '../../support/data-set.ts';

const header = 'Order ID,Order Date,Customer ID,Product,Quantity,Amount';

describe('rows that cannot be used', () => {
  test('each bad cell has its place, and the row is left out with what can be read of it', async () => {
    const data = await dataSetOf({
      'q1.csv': [
        header,
        'A1,2024-01-05,C1,Tea,1,100.50',
        'A2,2024-01-06,C2,Tea,1,6O0',
        'A3,2024-02-30,C3,Tea,1,40',
        'A4,2024-01-08,C4,Tea,x,7',
      ],
    });
    expect(total(data)).toBe('107.5');
    expect(
      data.problems.map(({ code, place, heading, value, treatment }) => [
        code,
        place.row,
        place.column,
        heading,
        value,
        treatment,
      ]),
    ).toEqual([
      ['cell/no-such-date', 4, 2, 'Order Date', '2024-02-30', 'left-out'],
      ['cell/not-a-number', 5, 5, 'Quantity', 'x', 'ignored'],
      ['cell/not-a-number', 3, 6, 'Amount', '6O0', 'left-out'],
    ]);
    expect(
      data.leftOut.map(({ place, day, amount, code }) => [place.row, day, amount && toText(amount), code]),
    ).toEqual([
      [4, null, '40', 'cell/no-such-date'],
      [3, parseIsoDay('2024-01-06'), null, 'cell/not-a-number'],
    ]);
    expect(data.tables[0]).toMatchObject({ rows: 4, leftOut: 2, factRows: [0, 4] });
  });

  test('a blank date or amount is an error, but not of a cancelled order', async () => {
    const data = await dataSetOf({
      'q1.csv': [
        'Order ID,Order Date,Customer ID,Amount,Status',
        'A1,2024-01-05,C1,100,Completed',
        'A2,,C2,50,Completed',
        'A3,2024-01-07,C3,,Completed',
        'A4,2024-01-08,C4,,Cancelled',
        'A5,,C4,9,Cancelled',
      ],
    });
    expect(data.problems.map(({ code, place }) => [code, place.row, place.column])).toEqual([
      ['cell/required', 3, 2],
      ['cell/required', 4, 4],
    ]);
    expect(total(data)).toBe('100');
  });

  test('dates that stand for no date, and those far from every other', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, day) => `A${day},2024-0${1 + Math.floor(day / 28)}-${String(1 + (day % 28)).padStart(2, '0')},C1,Tea,1,10`,
    );
    const odd = [
      'B1,1970-01-01,C1,Tea,1,10',
      'B2,2042-01-01,C1,Tea,1,10',
      'B3,1999-01-01,C1,Tea,1,10',
      'B4,9999-12-31,C1,Tea,1,10',
    ];
    const data = await dataSetOf({ 'a.csv': [header, ...rows, ...odd] });
    expect(codes(data)).toEqual({ 'cell/implausible-date': 4 });
    expect(data.leftOut.length).toBe(4);
    expect(total(data)).toBe('400');
    expect(data.problems.at(-1)?.params).toEqual({ first: '2024-01-01', last: '2024-02-12' });
  });

  test('a date far from every other leaves the money of its row known', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, day) => `A${day},2024-01-${String(1 + day).padStart(2, '0')},C1,Tea,1,10`,
    );
    const data = await dataSetOf({ 'a.csv': [header, ...rows, 'B1,2042-01-01,C1,Tea,1,7'] });
    expect(data.leftOut.map(({ day, amount, code }) => [day, amount && toText(amount), code])).toEqual([
      [null, '7', 'cell/implausible-date'],
    ]);
    expect(values(data.facts.orders, 'quantity').at(-1)).toBe('1');
  });

  test('a small table may span many years', async () => {
    const data = await dataSetOf({ 'a.csv': [header, 'A1,2001-01-05,C1,Tea,1,1', 'A2,2024-01-05,C1,Tea,1,1'] });
    expect(codes(data)).toEqual({});
  });

  test('ids that a spreadsheet cut are errors, their money counts', async () => {
    const data = await dataSetOf({
      'a.csv': [header, '1.23457E+17,2024-01-05,C1,Tea,1,10', '2,2024-01-05,C1,Tea,1,10'],
    });
    expect(data.problems).toMatchObject([
      { code: 'cell/lost-digits', value: '1.23457E+17', params: { digits: 18 }, treatment: 'counted' },
    ]);
    expect(total(data)).toBe('20');
  });

  test('ids written as formula text are the ids', async () => {
    const rows = ['=A1,2024-01-05,C1,Tea,1,10', '=A2,2024-01-06,C2,Tea,1,20', 'A1,2024-01-05,C1,Ink,1,5'];
    const asFormula = rows.map((row) => row.replace(/^=(\w+)/, (_, id: string) => `"=""${id}"""`));
    const data = await dataSetOf({ 'q1.csv': [header, ...asFormula] });
    expect(values(data.facts.orders, 'orderId')).toEqual(['A1', 'A2', 'A1']);
    const column = data.facts.orders?.columns.get('orderId');
    expect(column?.kind === 'text' && column.codes[0] === column.codes[2]).toBe(true);
  });

  test('columns named like parts of an object are columns', async () => {
    const data = await dataSetOf({
      'a.csv': ['Order Date,Amount,__proto__,constructor', '2024-01-05,1,x,y', '2024-01-06,2,x,z'],
    });
    expect(values(data.facts.orders, '__proto__')).toEqual(['x', 'x']);
    expect(values(data.facts.orders, 'constructor')).toEqual(['y', 'z']);
  });
});

describe('statuses', () => {
  test('are listed with rows and money; what nobody knows counts and warns', async () => {
    const data = await dataSetOf({
      'a.csv': [
        '订单编号,下单日期,客户名称,金额,订单状态',
        '1,2024-01-05,甲,100,交易成功',
        '2,2024-01-06,乙,50,交易关闭',
        '3,2024-01-06,丙,20,已退款',
        '4,2024-01-06,丁,7,神秘状态',
      ],
    });
    expect(data.tables[0]?.statuses.map(({ value, rows, amount, use }) => [value, rows, toText(amount), use])).toEqual([
      ['交易关闭', 1, '50', 'not-counted'],
      ['交易成功', 1, '100', 'counts'],
      ['已退款', 1, '20', 'refunded'],
      ['神秘状态', 1, '7', 'unmapped'],
    ]);
    expect(total(data)).toBe('127');
    expect([...(data.facts.orders?.refunded ?? [])]).toEqual([0, 0, 1, 0]);
    expect(data.problems).toMatchObject([
      { code: 'status/unmapped', params: { status: '神秘状态', rows: 1, amount: '7' } },
    ]);
  });
});

describe('filling down', () => {
  const shop = 'Order ID,Email,Created at,Total,Lineitem quantity,Lineitem name,Financial Status';
  test('further lines of an order take its date and customer; its total counts once', async () => {
    const data = await dataSetOf({
      'orders.csv': [
        shop,
        '#1001,a@x.example,2024-01-05 10:00:00 -0500,120.00,1,Tea,paid',
        '#1001,a@x.example,,,2,Cup,',
        '#1002,b@x.example,2024-01-06 10:00:00 -0500,30.00,1,Tea,paid',
      ],
    });
    expect(codes(data)).toEqual({});
    expect(total(data)).toBe('150');
    expect(total(data, 'quantity')).toBe('4');
    const day = parseIsoDay('2024-01-05') ?? 0;
    expect(values(data.facts.orders, 'orderDate')).toEqual([day, day, day + 1]);
    expect(values(data.facts.orders, 'status')).toEqual(['paid', 'paid', 'paid']);
  });

  test('lines with quantity and price add nothing to a total that their head states', async () => {
    const data = await dataSetOf({
      'q1.csv': [
        'Order ID,Order Date,Customer,Product,Quantity,Unit Price,Total',
        'A1,2024-01-05,C1,Tea,2,10,125',
        'A1,,,Desk,1,100,',
        'A2,2024-01-06,C2,Tea,3,10,',
        ',,,Desk,1,100,',
      ],
    });
    expect(total(data)).toBe('255');
    expect(values(data.facts.orders, 'amount')).toEqual(['125', null, '30', '100']);
    expect(codes(data)).toEqual({});
  });

  test('lines of an unreadable total do not stand in for it', async () => {
    const data = await dataSetOf({
      'q1.csv': [
        'Order ID,Order Date,Customer,Product,Quantity,Unit Price,Total',
        'A1,2024-01-05,C1,Tea,2,10,1Z5',
        'A1,,,Desk,1,100,',
        'A2,2024-01-06,C2,Tea,3,10,30',
      ],
    });
    expect(total(data)).toBe('30');
    expect(codes(data)).toEqual({ 'cell/not-a-number': 1 });
  });

  test('blank order ids continue the order above', async () => {
    const data = await dataSetOf({
      'orders.csv': [header, 'A1,2024-01-05,C1,Tea,1,10', ',,,Cup,2,20', 'A2,2024-01-07,C2,Tea,1,5'],
    });
    expect(codes(data)).toEqual({});
    expect(values(data.facts.orders, 'orderId')).toEqual(['A1', 'A1', 'A2']);
    expect(values(data.facts.orders, 'customerId')).toEqual(['C1', 'C1', 'C2']);
    expect(total(data)).toBe('35');
  });

  test('a row with an order id of its own inherits nothing, nor does a lone amount', async () => {
    const data = await dataSetOf({
      'orders.csv': [header, 'A1,2024-01-05,C1,Tea,1,10', 'A2,,,Cup,2,20', ',,,,,30'],
    });
    expect(codes(data)).toEqual({ 'cell/required': 2 });
    expect(total(data)).toBe('10');
  });
});

describe('several tables', () => {
  const rows = ['A1,2024-01-05,C1,Tea,1,10.5', 'A2,2024-01-06,C2,Cup,2,20', 'A3,2024-02-06,C1,Cup,2,20'];

  test('split over files is one file', async () => {
    const row = fc.tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: -99_999, max: 99_999 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 20 }), fc.nat(), async (cells, cut) => {
        const lines = cells.map(
          ([day, customer, cents], index) =>
            `A${index},2024-01-${String(day).padStart(2, '0')},C${customer},Tea,1,${(cents / 100).toFixed(2)}`,
        );
        const at = 1 + (cut % (lines.length - 1));
        const one = await dataSetOf({ 'all.csv': [header, ...lines] });
        const two = await dataSetOf({
          'a.csv': [header, ...lines.slice(0, at)],
          'b.csv': [header, ...lines.slice(at)],
        });
        for (const name of ['orderId', 'orderDate', 'customerId', 'amount']) {
          expect(values(two.facts.orders, name)).toEqual(values(one.facts.orders, name));
        }
        expect(total(two)).toBe(total(one));
        const back = await dataSetOf({ 'all.csv': [header, ...lines.toReversed()] });
        expect(total(back)).toBe(total(one));
      }),
      { numRuns: 25 },
    );
  });

  test('headings that differ are one field, and dictionaries one dictionary', async () => {
    const data = await dataSetOf({
      'a.csv': [header, ...rows],
      'b.csv': ['订单编号,下单日期,客户编号,产品,数量,金额', 'A9,2024-03-01,C1,Tea,1,1.2345'],
    });
    expect(values(data.facts.orders, 'customerId')).toEqual(['C1', 'C2', 'C1', 'C1']);
    expect(data.facts.orders?.dimension('产品')).toBe(data.facts.orders?.dimension('product'));
    expect(data.facts.orders?.columns.get('customerId')).toMatchObject({ size: 3 });
    expect(total(data)).toBe('51.7345');
    expect(data.facts.orders?.placeOf(3)).toMatchObject({ file: 'b.csv', row: 2 });
  });

  test('rows that two files both have are left out of the later one until the user decides', async () => {
    const files = { 'a.csv': [header, ...rows], 'b.csv': [header, rows[2] ?? '', 'A4,2024-03-06,C1,Cup,2,4'] };
    const data = await dataSetOf(files);
    expect(data.problems).toMatchObject([
      {
        code: 'table/overlap',
        severity: 'error',
        place: { file: 'b.csv', row: 2 },
        related: [{ file: 'a.csv', row: 4 }],
        params: { rows: 1, amount: '20', other: 'a.csv' },
      },
    ]);
    expect(total(data)).toBe('54.5');
    expect(data.leftOut).toMatchObject([{ code: 'table/overlap' }]);
    const kept = await dataSetOf(files, { validate: { overlap: 'keep' } });
    expect([total(kept), kept.leftOut.length, kept.problems[0]?.severity]).toEqual(['74.5', 0, 'info']);
    const dropped = await dataSetOf(files, { validate: { overlap: 'drop' } });
    expect([total(dropped), dropped.leftOut.length, dropped.problems[0]?.severity]).toEqual(['54.5', 0, 'info']);
  });

  test('equal lines inside one table count, as information', async () => {
    const data = await dataSetOf({ 'a.csv': [header, ...rows, rows[0] ?? ''] });
    expect(data.problems).toMatchObject([
      {
        code: 'row/repeated-line',
        severity: 'info',
        place: { row: 5 },
        params: { rows: 1, amount: '10.5', firstRow: 2 },
      },
    ]);
    expect(total(data)).toBe('61');
  });

  test('a table of monthly sums is not read', async () => {
    const data = await dataSetOf({
      'orders.csv': [header, ...rows],
      'months.csv': ['Order Date,Amount', '2024-01-31,30.50', '2024-02-29,20.00'],
    });
    expect(data.tables[1]).toMatchObject({ notRead: 'summary', factRows: null });
    expect(codes(data)).toEqual({ 'table/summary': 1 });
    expect(total(data)).toBe('50.5');
  });

  test('an order id of several customers is one warning', async () => {
    const data = await dataSetOf({
      'a.csv': [header, ...rows, 'A1,2024-01-05,C7,Tea,1,1', 'A1,2024-01-05,C8,Tea,1,2'],
    });
    expect(data.problems).toMatchObject([
      { code: 'row/shared-order-id', severity: 'warning', params: { orders: 1, example: 'A1' } },
    ]);
  });

  test('refunds without their sale are information', async () => {
    const data = await dataSetOf({
      'a.csv': [header, ...rows, 'A1,2024-01-09,C1,Tea,-1,-10.5', 'Z9,2024-01-09,C1,Tea,-1,-3'],
    });
    expect(data.problems).toMatchObject([
      { code: 'row/refund-without-order', severity: 'info', params: { rows: 1, amount: '-3' } },
    ]);
    expect(total(data)).toBe('37');
  });
});

describe('lines and orders', () => {
  const heads = [
    'OrderID,OrderDate,CustomerName,City',
    'B1,2024-01-05,Ann,Pune',
    'B2,2024-01-06,Bob,Goa',
    'B3,2024-01-07,Cy,Goa',
  ];

  test('lines are the facts and take date, customer and any other column of their order', async () => {
    const data = await dataSetOf({
      'heads.csv': heads,
      'lines.csv': [
        'OrderID,Product,UnitPrice,Quantity,Discount',
        'B1,Tea,9.8,10,0.15',
        'B1,Cup,1,1,0',
        'B2,Tea,0.333,3,0',
        'B7,Tea,5,1,0',
      ],
    });
    expect(values(data.facts.orders, 'amount')).toEqual(['83.3', '1', '0.999', '5', '0']);
    expect(total(data)).toBe('85.299');
    expect(values(data.facts.orders, 'City')).toEqual(['Pune', 'Pune', 'Goa', null, 'Goa']);
    expect(data.problems.map(({ code, place, treatment }) => [code, place.file, place.row, treatment])).toEqual([
      ['row/line-without-order', 'lines.csv', 5, 'left-out'],
      ['row/order-without-lines', 'heads.csv', 4, 'counted'],
    ]);
    expect(data.leftOut.map(({ amount, day }) => [amount && toText(amount), day])).toEqual([['5', null]]);
    expect(data.facts.orders?.placeOf(4)).toMatchObject({ file: 'heads.csv', row: 4 });
    expect(data.tables.map(({ factRows }) => factRows)).toEqual([
      [4, 5],
      [0, 4],
    ]);
  });

  test('a head amount is compared, never added', async () => {
    const data = await dataSetOf({
      'heads.csv': ['OrderID,OrderDate,CustomerName,Amount', 'B1,2024-01-05,Ann,10', 'B2,2024-01-06,Bob,7'],
      'lines.csv': ['OrderID,Product,Quantity,UnitPrice', 'B1,Tea,2,5', 'B2,Tea,1,5'],
    });
    expect(total(data)).toBe('15');
    expect(data.problems).toMatchObject([
      { code: 'row/head-amount-differs', params: { orders: 1, amount: '2', example: 'B2' } },
    ]);
  });

  test('lines of an order without a readable date are left out with it', async () => {
    const data = await dataSetOf({
      'heads.csv': ['OrderID,OrderDate,CustomerName', 'B1,2024-01-05,Ann', 'B2,2024-02-31,Bob'],
      'lines.csv': ['OrderID,Product,Quantity,UnitPrice', 'B1,Tea,2,5', 'B2,Tea,1,5', 'B2,Cup,1,3'],
    });
    expect(total(data)).toBe('10');
    expect(codes(data)).toEqual({ 'cell/no-such-date': 1 });
    expect(data.leftOut.map(({ amount, code }) => [amount && toText(amount), code])).toEqual([
      ['5', 'cell/no-such-date'],
      ['3', 'cell/no-such-date'],
    ]);
  });
});

describe('tables that join', () => {
  test('a region joins the person responsible; members without sales are known', async () => {
    const data = await dataSetOf({
      'orders.csv': [
        'Order ID,Order Date,Region,Amount',
        '1,2024-01-05,East,10',
        '2,2024-01-05,West,20',
        '3,2024-01-05,Nowhere,1',
      ],
      'people.csv': ['Person,Region', 'Ann,East', 'Bob,West', 'Cy,South'],
    });
    expect(values(data.facts.orders, 'rep')).toEqual(['Ann', 'Bob', null]);
    const members = data.members.get('rep');
    expect(members && 'size' in members && members.size).toBe(4);
    expect(codes(data)).toEqual({});
  });

  test('an id joins and the name shows; a repeated key is an error and no money is lost', async () => {
    const data = await dataSetOf({
      'orders.csv': [
        'Order ID,Order Date,SalesRepId,Amount',
        '1,2024-01-05,7,10',
        '2,2024-01-05,8,20',
        '3,2024-01-05,9,30',
      ],
      'people.csv': ['SalesRepId,Name,Team', '7,Ann,A', '8,Bob,B', '8,Bert,B'],
    });
    expect(values(data.facts.orders, 'rep')).toEqual(['Ann', 'Bob', '9']);
    expect(values(data.facts.orders, 'team')).toEqual(['A', 'B', null]);
    expect(codes(data)).toEqual({ 'row/duplicate-key': 1, 'join/unmatched': 1 });
    expect(total(data)).toBe('60');
  });

  test('returns are listed by order as the facts spell it', async () => {
    const data = await dataSetOf({
      'orders.csv': [header, 'Ａ1,2024-01-05,C1,Tea,1,10', 'A2,2024-01-05,C1,Tea,1,10'],
      'returns.csv': ['Returned,Order ID', 'Yes,A1', 'Yes,A1', 'No,A2', 'Yes,Z1'],
    });
    expect([...(data.returns?.orderIds ?? [])]).toEqual(['Ａ1', 'Z1']);
    expect(data.returns?.rows).toBeNull();
    expect(codes(data)).toEqual({ 'row/return-without-order': 1 });
  });
});

describe('choices of the user', () => {
  test('--tax takes the column with or without tax', async () => {
    const files = { 'a.csv': ['订单编号,下单日期,客户名称,不含税金额,税额,价税合计', '1,2024-01-05,甲,100,13,113'] };
    const plain = await dataSetOf(files);
    expect([total(plain), plain.taxBasis.actual]).toEqual(['113', 'included']);
    const without = await dataSetOf(files, { validate: { tax: 'excluded' } });
    expect([total(without), without.taxBasis]).toEqual(['100', { actual: 'excluded', target: null, from: 'flag' }]);
  });

  test('--basis counts by another date; a row without it is in no period and no error', async () => {
    const files = {
      'a.csv': ['Order ID,Order Date,Payment Date,Amount', '1,2024-01-05,2024-02-01,10', '2,2024-01-06,,5'],
    };
    const data = await dataSetOf(files, { validate: { basis: 'payment' } });
    expect(values(data.facts.orders, 'orderDate')).toEqual([parseIsoDay('2024-02-01'), null]);
    expect(codes(data)).toEqual({});
    await expect(dataSetOf(files, { validate: { basis: 'delivery' } })).rejects.toThrow(UserError);
  });

  test('several currencies cannot be added: the fewer rows are left out', async () => {
    const data = await dataSetOf({
      'a.csv': [
        'Order ID,Order Date,Amount,Currency',
        '1,2024-01-05,10,CNY',
        '2,2024-01-06,5,USD',
        '3,2024-01-06,5,人民币',
      ],
    });
    expect(total(data)).toBe('15');
    expect([data.currency, data.currencyFrom]).toEqual(['CNY', 'column:Currency']);
    expect(data.problems).toMatchObject([
      { code: 'money/mixed-currency', place: { row: 3 }, params: { currencies: ['CNY', 'USD'] } },
    ]);
  });
});
