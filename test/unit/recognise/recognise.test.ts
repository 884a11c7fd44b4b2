import { describe, expect, test } from 'vitest';
import { toText } from '../../../src/lib/decimal.ts';
import { formatDay } from '../../../src/model/day.ts';
import type { Mapping } from '../../../src/model/mapping.ts';
import type { RecogniseOptions } from '../../../src/model/options.ts';
import type { RawFile } from '../../../src/model/raw-table.ts';
import { UserError } from '../../../src/problems/user-error.ts';
import { recognise } from '../../../src/recognise/recognise.ts';
import { sheetOf, textFile, workbook } from '../../support/raw-files.ts';

function mappingsOf(files: readonly RawFile[], options?: RecogniseOptions): Mapping[] {
  return recognise(files, options).tables.map(({ mapping }) => mapping);
}

function mappingOf(lines: readonly string[], options?: RecogniseOptions, path = 'data.csv', delimiter = ','): Mapping {
  const [mapping] = mappingsOf([textFile(lines, path, delimiter)], options);
  if (!mapping) throw new Error('no table');
  return mapping;
}

/** `field=heading` of the mapped columns, in the order of the file. */
function fieldsOf({ columns }: Mapping): string[] {
  return columns.flatMap(({ field, heading }) => (field === null ? [] : [`${field}=${heading}`]));
}

function codesOf({ problems }: Mapping): string[] {
  return problems.map(({ code, severity, place }) => `${severity} ${code} ${place.row ?? '-'}:${place.column ?? '-'}`);
}

function column(mapping: Mapping, field: string) {
  const found = mapping.columns.find((one) => one.field === field);
  if (!found) throw new Error(`no ${field}`);
  return found;
}

describe('the header', () => {
  test('stands below company, title, export range, unit and blank rows', () => {
    const mapping = mappingOf([
      '华东商贸有限公司',
      '销售订单列表',
      '日期：2024-01-01 至 2024-03-31 | | 单位：万元 | 制表人：张三',
      '',
      '订单号 | 下单日期 | 客户名称 | 价税合计',
      'A1 | 2024/1/5 | 甲 | 1.2',
      'A2 | 2024/1/6 | 乙 | 3.4',
    ]);
    expect(mapping.headerRow).toBe(5);
    expect(mapping.firstData).toBe(4);
    expect(mapping.dataset).toBe('orders');
    const { company, title, period, exportRange, unitStated } = mapping.statements;
    expect([company, title, unitStated]).toEqual(['华东商贸有限公司', '销售订单列表', '单位：万元']);
    expect(period?.period.id).toBe('2024-Q1');
    expect([exportRange?.start, exportRange?.end].map((day) => formatDay(day ?? 0))).toEqual([
      '2024-01-01',
      '2024-03-31',
    ]);
    expect(toText(column(mapping, 'amount').unit)).toBe('10000');
    expect(column(mapping, 'amount').tax).toBe('included');
    expect(codesOf(mapping)).toEqual(['info table/unit-scaled 3:3']);
  });

  test('is not taken from the data, nor is the first row lost', () => {
    expect(mappingOf(['1 | 2024-01-01 | 5', '2 | 2024-01-02 | 6']).headerRow).toBeNull();
    expect(mappingOf(['1 | 2024-01-01 | 5', '2 | 2024-01-02 | 6']).firstData).toBe(0);
    expect(mappingOf(['00004 0001 19970101  2   29.33', '00004 0001 19970118  2   29.73']).headerRow).toBeNull();
    const mapping = mappingOf(['Rep | Region', 'Anna | East', 'Bob | West']);
    expect([mapping.headerRow, mapping.firstData, mapping.dataset]).toEqual([1, 1, 'people']);
  });

  test('of unknown words is the first full row', () => {
    const mapping = mappingOf(['Report of things', 'foo | bar | baz', 'x | 1 | 2', 'y | 3 | 4']);
    expect(mapping.headerRow).toBe(2);
    expect(codesOf(mapping)).toEqual(['info table/not-recognised 2:-']);
  });

  test('of two rows joins groups and names, by merged cells or by what stands to the left', () => {
    const rows = ['订单 | | 金额 | ', '订单号 | 订单日期 | 含税金额 | 税额', 'A1 | 2024-01-05 | 113 | 13'];
    const merges = [
      { top: 1, left: 1, bottom: 1, right: 2 },
      { top: 1, left: 3, bottom: 1, right: 4 },
    ];
    const [mapping] = mappingsOf([workbook([sheetOf('S', rows, { merges })])]);
    expect(mapping?.columns.map(({ heading }) => heading)).toEqual([
      '订单 订单号',
      '订单 订单日期',
      '金额 含税金额',
      '金额 税额',
    ]);
    expect(mapping && fieldsOf(mapping).map((field) => field.split('=')[0])).toEqual([
      'orderId',
      'orderDate',
      'amount',
      'taxAmount',
    ]);
    expect(mapping?.headerRow).toBe(2);
  });

  test('is where --header-row says', () => {
    const lines = ['Order Date | Amount', 'x | y', 'Order Date | Net Sales', '2024-01-05 | 3'];
    expect(mappingOf(lines, { headerRow: 3 }).headerRow).toBe(3);
    expect(fieldsOf(mappingOf(lines, { headerRow: 3 }))).toEqual(['orderDate=Order Date', 'amount=Net Sales']);
  });
});

describe('headings', () => {
  test.each([
    ['Customer ID', 'customerId'],
    ['customer_id', 'customerId'],
    ['CUSTOMERID', 'customerId'],
    ['客户 ID', 'customerId'],
    ['ＣｕｓｔｏｍｅｒＩＤ', 'customerId'],
    ['*客戶編號（必填）', 'customerId'],
    ['Customer Name', 'customerName'],
    ['業務員', 'rep'],
    ['SalesRepId', 'rep'],
    ['Sales Person', 'rep'],
    ['銷售額（万元）', 'amount'],
    [' Sales', 'amount'],
    ['Amount (USD)', 'amount'],
    ['Units Sold', 'quantity'],
    ['COGS', 'cost'],
    ['Order #', 'orderId'],
    ['Ship Date', 'deliveryDate'],
    ['Gross Sales', 'listAmount'],
    ['Sale Price', 'unitPrice'],
    ['细分', 'segment'],
    ['类别', 'category'],
    ['Sub-Category', null],
    ['子类别', null],
    ['Product ID', 'product'],
    ['City', null],
    ['Country/Region', null],
  ])('%s is %s', (heading, field) => {
    const rest = field === 'amount' ? 'Tax' : 'Amount';
    const numbers = field === 'deliveryDate' ? '2024-01-09' : '12.5';
    const mapping = mappingOf([`Order Date | ${heading} | ${rest}`, `2024-01-05 | ${numbers} | 3.5`]);
    expect(mapping.dataset).toBe('orders');
    expect(mapping.columns[1]?.field ?? null).toBe(field);
  });

  test('of a name leave the id an unmapped dimension', () => {
    const mapping = mappingOf([
      'Order Date | Product ID | Product Name | Sales Rep | Employee ID | Sales',
      '2024-01-05 | 7 | Pen | Ann | 12 | 3.5',
    ]);
    expect(fieldsOf(mapping)).toEqual([
      'orderDate=Order Date',
      'product=Product Name',
      'rep=Sales Rep',
      'employeeId=Employee ID',
      'amount=Sales',
    ]);
  });

  test('that fit one field equally leave it unset', () => {
    const mapping = mappingOf(['Order Date | Amount | Amount', '2024-01-05 | 1 | 2']);
    expect(mapping.dataset).toBe('orders');
    expect(fieldsOf(mapping)).toEqual(['orderDate=Order Date']);
    expect(
      mapping.problems.map(({ code, params, place, related }) => [code, params, place.column, related[0]?.column]),
    ).toEqual([['header/ambiguous-column', { field: 'amount', columns: ['Amount', 'Amount'] }, 2, 3]]);
  });

  test('exact beat other words', () => {
    expect(fieldsOf(mappingOf(['Date | Order Date | Revenue | Amount', '2024-01-05 | 2024-01-06 | 1 | 2']))).toEqual([
      'orderDate=Order Date',
      'amount=Amount',
    ]);
  });

  test('are declared by --column', () => {
    const options = {
      columns: new Map([
        ['amount', 'Foo'],
        ['orderDate', 'bar'],
      ]),
    };
    const mapping = mappingOf(['Bar | FOO | Customer', '2024-01-05 | 1.5 | A'], options);
    expect(fieldsOf(mapping)).toEqual(['orderDate=Bar', 'amount=FOO', 'customerName=Customer']);
    expect(mapping.columns[0]?.confidence).toBe('declared');
    expect(() =>
      mappingOf(['Order Date | Amount', '2024-01-05 | 1.5'], { columns: new Map([['rep', 'Nobody']]) }),
    ).toThrow(UserError);
  });

  test('spelled nearly right are guesses, never used', () => {
    const mapping = mappingOf(['Order Date | Amount | Quantitty', '2024-01-05 | 1.5 | 3']);
    expect([mapping.columns[2]?.field, mapping.columns[2]?.guess]).toEqual([null, 'quantity']);
  });

  test('repeated that are no field are information', () => {
    const mapping = mappingOf(['Order Date | Amount | Note | Note', '2024-01-05 | 1.5 | a | b']);
    expect(codesOf(mapping)).toEqual(['info header/repeated-heading 1:3']);
  });
});

describe('tax', () => {
  const date = '单据日期 | ';
  test.each([
    ['价税合计 | 金额 | 税额', ['amount=价税合计', 'amountExTax=金额', 'taxAmount=税额'], 'included'],
    ['含税金额 | 不含税金额', ['amount=含税金额', 'amountExTax=不含税金额'], 'included'],
    ['不含税金额 | 数量', ['amount=不含税金额', 'quantity=数量'], 'excluded'],
    ['金额 | 数量', ['amount=金额', 'quantity=数量'], null],
    ['销售额 | 不含税金额', ['amount=销售额', 'amountExTax=不含税金额'], null],
  ])('%s', (headings, fields, tax) => {
    const mapping = mappingOf([
      date + headings,
      `2024-01-05 | ${headings
        .split('|')
        .map((_, i) => i + 1.5)
        .join(' | ')}`,
    ]);
    expect(fieldsOf(mapping).slice(1)).toEqual(fields);
    expect(column(mapping, 'amount').tax).toBe(tax);
  });

  test('two amounts with tax are in doubt', () => {
    const mapping = mappingOf(['单据日期 | 价税合计 | 含税金额', '2024-01-05 | 1 | 2']);
    expect(codesOf(mapping)).toEqual(['error header/ambiguous-column 1:2']);
  });
});

describe('discounts', () => {
  test.each([
    ['0.2 0 1', 'discountRate'],
    ['10% 20% 5%', 'discountRate'],
    ['12.5 0 3', 'discountAmount'],
    ['-0.1 0 0.2', 'discountAmount'],
  ])('%s is %s', (values, field) => {
    const lines = values.split(' ').map((value) => `2024-01-05 | 9 | ${value}`);
    expect(mappingOf(['Order Date | Amount | Discount', ...lines]).columns[2]?.field).toBe(field);
  });

  test('by percent format are rates', () => {
    const sheet = sheetOf('S', ['Order Date | Amount | 折扣', '2024-01-05 | 9 | 0.2'], { formats: { 2: '0%' } });
    expect(mappingsOf([workbook([sheet])])[0]?.columns[2]?.isPercent).toBe(true);
  });
});

describe('datasets', () => {
  test.each<[string, string, string, string | null]>([
    ['Order ID | Order Date | Sales | Status', 'A | 2024-01-05 | 3 | Shipped', 'x.csv', 'orders'],
    [
      'InvoiceNo | StockCode | Description | Quantity | InvoiceDate | UnitPrice | CustomerID',
      '5 | 85 | MUG | 6 | 12/31/2010 8:26 | 2.55 | 17850',
      'x.csv',
      'orders',
    ],
    ['orderID | productID | unitPrice | quantity | discount', '1 | 2 | 3.5 | 4 | 0.1', 'x.csv', 'order-lines'],
    ['Category | Order Date | Segment | Sales Target', 'A | 2024-01-05 | B | 3', 'x.csv', 'targets'],
    ['MonthofOrderDate | Category | Target', 'Apr-18 | Furniture | 10400.00', 'x.csv', 'targets'],
    ['月份 | 姓名 | 金额', '2024-01 | 王芳 | 30', '销售目标.csv', 'targets'],
    ['月份 | 业务员 | 目标 | 实际 | 完成率', '2024-01 | 王芳 | 30 | 20 | 66%', 'x.csv', 'targets'],
    ['Order Date | Order ID | Sales | Target', '2024-01-05 | A | 3 | 4', 'x.csv', 'orders'],
    ['Returned | Order ID', 'Yes | A', 'x.csv', 'returns'],
    ['订单 ID | 退回', 'A | 是', 'x.csv', 'returns'],
    ['Order ID', 'A', 'returns.csv', 'returns'],
    ['Order ID | Order Date | Amount', 'A | 2024-01-05 | 3', 'returns-2024.csv', 'returns'],
    ['Order ID | Order Date | Amount', 'A | 2024-01-05 | 3', 'orders-and-returns.csv', 'orders'],
    ['客户名称 | 回款日期 | 回款金额', '甲 | 2024-01-05 | 3', 'x.csv', 'payments'],
    ['Customer | Date | Amount', 'A | 2024-01-05 | 3', 'payments.csv', 'payments'],
    ['Customer | Date | Amount', 'A | 2024-01-05 | 3', 'x.csv', 'orders'],
    ['订单号 | 客户名称 | 下单日期 | 销售订单金额 | 已回款金额', 'A | 甲 | 2024-01-05 | 3 | 2', 'x.csv', 'orders'],
    [
      'opportunity_id | sales_agent | deal_stage | engage_date | close_date | close_value',
      'A | B | Won | 2024-01-05 | 2024-02-05 | 3',
      'x.csv',
      'deals',
    ],
    ['Deal Name | Amount | Status | Created Date', 'A | 3 | Won | 2024-01-05', 'x.csv', 'deals'],
    ['Name | Financial Status | Created at | Total', '#1 | paid | 2024-01-05 | 3.5', 'x.csv', 'orders'],
    [
      '商机名称 | 客户名称 | 商机阶段 | 商机金额 | 预计成交日期 | 创建时间',
      'A | B | 谈判 | 3 | 2024-02-05 | 2024-01-05',
      'x.csv',
      'deals',
    ],
    ['单据编号 | 客户 | 成交日期 | 金额 | 单据状态', 'A | B | 2024-01-05 | 3 | 已审核', 'x.csv', 'orders'],
    ['地区 | 地区经理', '华东 | 王芳', 'x.csv', 'people'],
    ['employeeID | employeeName | title | city', '1 | Ann | Rep | York', 'x.csv', 'people'],
    ['account | sector | year_established | revenue | employees', 'A | retail | 1990 | 3.5 | 20', 'x.csv', 'customers'],
    ['customerID | companyName | city', 'A | B | C', 'x.csv', 'customers'],
    ['product | series | sales_price', 'A | B | 3', 'x.csv', 'products'],
    [
      'Ticket ID | Subject | Status | Created at | Solved at',
      '1 | x | open | 2024-01-05 | 2024-01-06',
      'x.csv',
      'tickets',
    ],
    ['日期 | 原币 | 目标币种 | 汇率', '2024-01-05 | USD | CNY | 7.1', 'x.csv', 'rates'],
    ['month | sales', '1949-01 | 112', 'x.csv', null],
    ['categoryID | categoryName | description', '1 | Beverages | Soft drinks', 'x.csv', null],
  ])('%s', (headings, values, path, dataset) => {
    expect(mappingOf([headings, values], {}, path).dataset).toBe(dataset);
  });

  test('heads of orders are orders beside their lines only', () => {
    const heads = textFile(
      ['OrderID | OrderDate | CustomerName', 'A | 01-04-2018 | B', 'C | 13-04-2018 | D'],
      'heads.csv',
    );
    const lines = textFile(['OrderID | Amount | Quantity', 'A | 3.5 | 1'], 'lines.csv');
    expect(mappingsOf([heads, lines]).map(({ dataset }) => dataset)).toEqual(['orders', 'order-lines']);
    const [alone] = mappingsOf([heads]);
    expect(alone?.dataset).toBeNull();
    expect(alone && codesOf(alone)).toEqual(['error header/missing-column 1:-']);
  });

  test('a table that lacks a column is an error only where nothing else can be used', () => {
    const orders = textFile(['Order Date | Amount', '2024-01-05 | 1.5'], 'orders.csv');
    const other = textFile(['Order ID | Order Date | Customer | Sale worth', 'A | 2024-01-05 | B | 3'], 'other.csv');
    expect(mappingsOf([orders, other])[1]?.problems.map(({ severity }) => severity)).toEqual(['info']);
  });

  test('a row that counts no pieces is one, and its price the amount; which is said', () => {
    const cars = mappingOf(['Date | Customer Name | Model | Price ($)', '1/22/2022 | Ann | Expedition | 26000']);
    expect(fieldsOf(cars)).toContain('amount=Price ($)');
    expect(codesOf(cars)).toEqual(['info table/price-as-amount 1:4']);
    const counted = mappingOf(['Date | Customer Name | Pieces | Price', '2024-01-02 | Ann | 2 | 26000']);
    expect(fieldsOf(counted)).toContain('unitPrice=Price');
    expect(mappingOf(['Product | Created at | Price', 'Mug | 2024-01-02 | 5']).dataset).not.toBe('orders');
  });

  test('payments of orders on no day are no lines of them', () => {
    const orders = textFile(['order_id | order_date', '1 | 2024-01-05'], 'orders.csv');
    const items = textFile(['order_id | product_id | price', '1 | P | 5', '1 | Q | 7'], 'items.csv');
    const payments = textFile(['order_id | payment_type | payment_value', '1 | card | 12'], 'payments.csv');
    expect(mappingsOf([orders, items, payments]).map(({ dataset }) => dataset)).toEqual([
      'orders',
      'order-lines',
      null,
    ]);
  });

  test('what could be meant for a missing column holds values that could be', () => {
    const mapping = mappingOf(['order_id | order_status | order_date | customer', 'A1 | sent | 2024-01-05 | A']);
    expect(mapping.problems[0]?.params).toMatchObject({ field: 'amount', near: [] });
  });

  test('of one date that is no order date it is the order date', () => {
    const mapping = mappingOf(['InvoiceId | InvoiceDate | InvoiceAmount | SalesRepId', '1 | 1/17/2019 | 81.75 | 2']);
    expect(fieldsOf(mapping)).toEqual([
      'orderId=InvoiceId',
      'orderDate=InvoiceDate',
      'amount=InvoiceAmount',
      'rep=SalesRepId',
    ]);
    expect(column(mapping, 'orderDate').confidence).toBe('content');
  });

  test('of two such dates none is chosen', () => {
    const mapping = mappingOf(['Invoice Date | Ship Date | Amount', '2024-01-05 | 2024-01-06 | 3.5']);
    expect(mapping.dataset).toBe('orders');
    expect(codesOf(mapping)).toEqual(['error header/ambiguous-column 1:1']);
  });

  test('are declared by --as, with what is missing an error', () => {
    const lines = ['When | Worth | Customer', '2024-01-05 | 3 | A'];
    const options = { as: [{ dataset: 'orders', file: 'data.csv', sheet: null }] } as const;
    const mapping = mappingOf(lines, options);
    expect([mapping.dataset, mapping.isDeclared]).toEqual(['orders', true]);
    expect(codesOf(mapping)).toEqual(['error header/missing-column 1:-']);
    expect(() => mappingOf(lines, { as: [{ dataset: 'orders', file: 'data.csv', sheet: 'Nope' }] })).toThrow(UserError);
  });
});

describe('tables that are not read', () => {
  const rows = ['Order Date | Amount', '2024-01-05 | 3'];
  test('hidden sheets, own output, lock files; unless they are named', () => {
    const file = workbook([
      sheetOf('A', rows),
      sheetOf('B', rows, { isHidden: true }),
      sheetOf('C', rows, { isOwn: true }),
    ]);
    expect(mappingsOf([file]).map(({ dataset }) => dataset)).toEqual(['orders', null, null]);
    expect(mappingsOf([file]).map(({ problems }) => problems[0]?.params['why'])).toEqual([
      undefined,
      'hidden-sheet',
      'own-output',
    ]);
    expect(mappingsOf([file], { sheets: ['B'] }).map(({ dataset }) => dataset)).toEqual([null, 'orders', null]);
    expect(mappingsOf([textFile(rows, 'in/~$data.csv')])[0]?.problems[0]?.params['why']).toBe('lock-file');
    expect(() => mappingsOf([file], { sheets: ['D'] })).toThrow(UserError);
  });
});
