/** Generated data of all kinds, as awkward as real ones: blanks, refunds, undated rows, leap days, many decimals. */
import fc from 'fast-check';
import type { MarketRow, Tables, World } from '../oracle/plain/world.ts';

const cell = (...values: readonly string[]) => fc.constantFrom(...values);
const named = (prefix: string, count: number) =>
  fc.integer({ min: 0, max: count }).map((n) => (n === 0 ? '' : `${prefix}${n}`));

const dates = [
  '2022-11-30',
  '2023-01-15',
  '2023-01-31',
  '2023-02-01',
  '2023-02-28',
  '2023-12-31',
  '2024-01-01',
  '2024-01-31',
  '2024-02-01',
  '2024-02-14',
  '2024-02-15',
  '2024-02-29',
  '2024-03-01',
];
// Customers only come back where days are close to each other.
const orderDates = [...dates, '2023-02-14', '2024-01-05', '2024-01-15', '2024-02-05', '2024-02-20'];
const anyDate = cell(...dates, '');
const mostlyDated = fc.oneof({ weight: 9, arbitrary: cell(...dates) }, { weight: 1, arbitrary: fc.constant('') });
const anyAmount = cell('10', '0', '12.5', '-3', '99.99', '0.0001', '1234567.8901', '0.1234567890123', '-7.25', '');
const anyStatus = fc.oneof(
  { weight: 12, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: cell('Cancelled', 'Left out') },
  { weight: 1, arbitrary: fc.constant('Refunded') },
);
const status = fc.oneof({ weight: 9, arbitrary: fc.constant('') }, { weight: 1, arbitrary: cell('Left out') });

/** An order has one customer and one rep: without that nothing says who owes what. */
const anyOrder = fc
  .record({
    orderId: named('o', 7),
    orderDate: cell(...orderDates, ''),
    invoiceDate: anyDate,
    paymentDate: anyDate,
    dueDate: anyDate,
    customer: named('c', 5),
    region: cell('East', 'West', ''),
    segment: cell('A', 'B'),
    amount: anyAmount,
    quantity: cell('1', '2.5', '-1', '0.3333333', ''),
    unitPrice: cell('5', '7.77', ''),
    listAmount: cell('', '', '20', '15.5'),
    discountAmount: cell('', '1', '0.25', '-2'),
    cost: cell('3', '0.5', ''),
    profit: cell('1', '-2', ''),
    refundedAmount: cell('', '', '', '2', '-1.5'),
    receivedAmount: cell('', '5', '10', '-1'),
    status: anyStatus,
  })
  .map(({ customer, ...row }) => {
    const at = Number(row.orderId.slice(1));
    const ofOrder = row.orderId === '' ? customer : ['', 'c1', 'c1', 'c2', 'c3', 'c4', ''][at - 1];
    return { ...row, customerId: ofOrder ?? '', customerName: ofOrder?.toUpperCase() ?? '', rep: `r${at % 3}` };
  });

const anyDeal = fc
  .record({
    dealId: named('d', 30),
    customerId: named('c', 4),
    rep: cell('r0', 'r1', 'r2', ''),
    region: cell('East', 'West'),
    outcome: cell('won', 'won', 'lost', 'open', 'open', ''),
    amount: anyAmount,
    probability: cell('0.1', '0.333', '1', '0', ''),
    createdDate: anyDate,
    closeDate: mostlyDated,
    expectedCloseDate: anyDate,
    status,
  })
  .map((deal) => (deal.outcome === 'open' ? { ...deal, closeDate: '' } : deal));

const anyPayment = fc.record({
  orderId: named('o', 9),
  customerId: named('c', 6),
  rep: cell('r0', 'r1', ''),
  date: mostlyDated,
  amount: anyAmount,
  status,
});

const anyTicket = fc.record({
  createdAt: mostlyDated,
  resolvedAt: anyDate,
  firstResponseSeconds: cell('0', '1', '60', '3599', '7201', '100000', ''),
  resolutionSeconds: cell('0', '10', '86400', '86407', '1000000', ''),
  satisfied: cell('yes', 'no', '', 'unclear'),
  agent: named('a', 2),
});

const anySurvey = fc.record({
  date: mostlyDated,
  kind: cell('csat', 'nps', 'nps', ''),
  score: cell('0', '3', '4', '4.5', '5', '6', '6.5', '7', '8', '9', '10', ''),
  customerId: named('c', 3),
  status,
});

const anyMarket: fc.Arbitrary<MarketRow> = fc.record({
  period: cell('2023', '2024', '2024-Q1', '2024-01', '2024-02', '2024-03', '2023-01', '2023-Q1'),
  region: fc.constantFrom('East', 'West', null),
  segment: fc.constantFrom('A', null),
  size: cell('1000', '250.5', '0'),
});

const anyReturned = cell('o1', 'o2', 'o3', 'o5', 'o7', 'o9');
const anyReturns: fc.Arbitrary<World['returns']> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.array(fc.record({ orderId: anyReturned, date: fc.constant(''), amount: fc.constant(null) }), {
      minLength: 1,
      maxLength: 4,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.record({ orderId: anyReturned, date: anyDate, amount: cell('3', '-1.25', '0.5') }), {
      minLength: 1,
      maxLength: 5,
    }),
  },
);

/** Rows of one table; some of its columns may be missing altogether. */
function tableOf<Row extends object>(row: fc.Arbitrary<Row>, optional: readonly (keyof Row)[]) {
  const dropped = fc.oneof(
    { weight: 3, arbitrary: fc.constant<(keyof Row)[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...optional]) },
  );
  return fc
    .tuple(fc.array(row, { minLength: 1, maxLength: 14 }), dropped)
    .map(([rows, names]) => rows.map((one) => without(one, names)));
}

function without<Row extends object>(row: Row, names: readonly (keyof Row)[]): Partial<Row> {
  const kept: Partial<Row> = { ...row };
  for (const name of names) delete kept[name];
  return kept;
}

const orderColumns = [
  'orderId',
  'invoiceDate',
  'paymentDate',
  'dueDate',
  'customerId',
  'customerName',
  'rep',
  'quantity',
  'unitPrice',
  'listAmount',
  'discountAmount',
  'cost',
  'profit',
  'refundedAmount',
  'receivedAmount',
] as const;

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>, weight = 3) =>
  fc.oneof({ weight, arbitrary }, { weight: 1, arbitrary: fc.constant(undefined) });

const anyTables: fc.Arbitrary<Tables> = fc
  .record({
    orders: maybe(tableOf(anyOrder, orderColumns), 7),
    deals: maybe(tableOf(anyDeal, ['amount', 'probability', 'createdDate', 'expectedCloseDate', 'rep', 'customerId'])),
    payments: maybe(tableOf(anyPayment, ['orderId', 'customerId', 'rep'])),
    tickets: maybe(tableOf(anyTicket, ['resolvedAt', 'firstResponseSeconds', 'satisfied'])),
    surveys: maybe(tableOf(anySurvey, ['customerId'])),
  })
  .map((tables) => {
    const { orders, deals, payments, tickets, surveys } = tables;
    return {
      ...(orders && { orders }),
      ...(deals && { deals }),
      ...(payments && { payments }),
      ...(tickets && { tickets }),
      ...(surveys && { surveys }),
    };
  });

/** Any data set, whole: nothing narrowed or bounded. */
export const anyWorld: fc.Arbitrary<World> = fc.record({
  tables: anyTables,
  market: fc.oneof(fc.constant([]), fc.array(anyMarket, { maxLength: 5 })),
  returns: anyReturns,
  firstOrderDays: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant({ c1: '2022-05-01', c2: '2024-02-10', c9: '2024-02-01' }) },
  ),
  asOf: fc.constant(null),
  only: fc.constant(null),
  lookback: fc.constantFrom(12, 12, 0, 6),
});

export const anyAsOf = cell('2022-12-31', '2023-12-31', '2024-01-31', '2024-02-14', '2024-02-29', '2024-06-30');

/** Months, quarters, years and ranges, also where there is no data. */
export const anyPeriod = cell(
  '2024-02',
  '2024-02',
  '2024-01',
  '2023-02',
  '2022-11',
  '2024-03',
  '2024-04',
  '2024-Q1',
  '2023-Q1',
  '2024',
  '2023',
  '2023-12..2024-02',
  '2024-01-15..2024-02-14',
  '2024-02-29..2024-03-31',
);

/** How often a property is tried; `ORACLE_RUNS=20 npx vitest run test/unit/compute` looks twenty times as long. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: usual * Number(process.env['ORACLE_RUNS'] ?? 1) };
}
