/** What the numbers of sales and money are made of. */
import { type Decimal, negate } from '../../../lib/decimal.ts';
import { exactScale } from '../../../model/table.ts';
import { amountAt } from '../../aggregate/sum.ts';
import { grossMarginBases } from '../../kpis/gross-margin.ts';
import { refundableRows, returnsOf, wholeReturns } from '../../kpis/net-revenue.ts';
import { overdueDay } from '../../kpis/overdue.ts';
import { listPriceAt, listPricesOf } from '../../list-prices.ts';
import { marketRowsOf } from '../../market.ts';
import { openAmountsOf } from '../../open-amounts.ts';
import { type Adding, type At, countingCustomers, type RowsTerm, summing, type Term } from '../term.ts';
import { isActiveRow } from './customers.ts';

const sold = (role: Term['role']): RowsTerm => summing('sold', role, 'sales');

export function orders(role: Term['role']): RowsTerm {
  return {
    kind: 'rows',
    key: 'orders',
    role,
    unit: 'count',
    stream: 'sales',
    adding({ slice }) {
      const ids = slice.population.facts.columns.get('orderId');
      return ids?.kind === 'text' ? { kind: 'distinct', column: ids, blanks: true } : { kind: 'one' };
    },
  };
}

function columnOf(field: string) {
  return ({ slice }: At): Adding | null => {
    const column = slice.population.facts.columns.get(field);
    return column?.kind === 'amount' ? { kind: 'column', column } : null;
  };
}

const refunded: RowsTerm = {
  ...summing('refunded', 'value', 'sales', { factor: -1 }),
  adding({ history }) {
    const column = history.column('refundedAmount', 'amount');
    return column && { kind: 'each', amountOf: (row) => absolute(amountAt(column, row)) };
  },
  wanted({ history }) {
    const rows = refundableRows(history);
    return (row) => rows[row] === 1;
  },
};

function absolute(value: Decimal | null): Decimal | null {
  return value && value.units < 0n ? negate(value) : value;
}

const listPrice: RowsTerm = {
  ...summing('list-price', 'bottom', 'sales'),
  adding: ({ history }) => {
    const prices = listPricesOf(history);
    return prices && { kind: 'each', amountOf: (row) => listPriceAt(prices, row) };
  },
  wanted: hasListPrice,
};

function hasListPrice({ history }: At): (row: number) => boolean {
  const present = listPricesOf(history)?.present;
  return (row) => present?.[row] === 1;
}

const discount: readonly Term[] = [
  { ...listPrice, role: 'top' },
  summing('sold-with-list-price', 'top', 'sales', { factor: -1, wanted: hasListPrice }),
  listPrice,
];

const margin: readonly Term[] = [
  summing('sold-with-cost', 'top', 'sales', { wanted: ({ history }) => grossMarginBases(history).hasCost }),
  {
    ...summing('cost', 'top', 'sales', { factor: -1, wanted: ({ history }) => grossMarginBases(history).hasCost }),
    adding: columnOf('cost'),
  },
  {
    ...summing('profit', 'top', 'sales', { wanted: ({ history }) => grossMarginBases(history).hasOnlyProfit }),
    adding: columnOf('profit'),
  },
  summing('sold-with-margin', 'bottom', 'sales', {
    wanted({ history }) {
      const { hasCost, hasOnlyProfit } = grossMarginBases(history);
      return (row) => hasCost(row) || hasOnlyProfit(row);
    },
  }),
];

/** What is still owed on each row; `overdue` is of all sales to date. */
const owed: RowsTerm = {
  ...summing('owed', 'value', 'sales', { when: 'to-date', wanted: (at) => (row) => owedOn(at).has(row) }),
  adding(at) {
    const open = owedOn(at);
    return { kind: 'each', amountOf: (row) => ({ units: open.get(row) ?? 0n, scale: exactScale }) };
  },
};

function owedOn({ cut, group, history }: At): ReadonlyMap<number, bigint> {
  return openAmountsOf(history)?.overdueOn(overdueDay(cut.periodOf(group), history)) ?? new Map();
}

export const termsOfSales: Readonly<Record<string, readonly Term[]>> = {
  revenue: [sold('value')],
  'net-revenue': [
    sold('value'),
    summing('taken-back', 'value', 'sales', {
      factor: -1,
      wanted({ history }) {
        const rows = wholeReturns(history);
        return (row) => rows[row] === 1;
      },
    }),
    refunded,
    { kind: 'list', key: 'returned', role: 'value', factor: -1, unit: 'money', listed: returnsOf },
  ],
  collected: [summing('received', 'value', 'payments')],
  'collection-rate': [summing('received', 'top', 'payments'), summing('invoiced', 'bottom', 'invoiced')],
  receivable: [
    summing('sold-to-date', 'value', 'sales', { when: 'to-date' }),
    summing('received-to-date', 'value', 'payments', { when: 'to-date', factor: -1 }),
  ],
  overdue: [owed],
  orders: [orders('value')],
  units: [{ ...summing('units', 'value', 'sales'), unit: 'count', adding: columnOf('quantity') }],
  'average-order-value': [sold('top'), orders('bottom')],
  'revenue-per-customer': [sold('top'), countingCustomers('customers', 'bottom', { wanted: isActiveRow })],
  'discount-rate': discount,
  'gross-margin': margin,
  'market-share': [sold('top'), { kind: 'list', key: 'market', role: 'bottom', unit: 'money', listed: marketRowsOf }],
};
