/** What the numbers of customers are made of. */
import { subtract } from '../../../lib/decimal.ts';
import { activeCustomersOf } from '../../aggregate/active.ts';
import { never } from '../../aggregate/first-seen.ts';
import { isNegativeAt } from '../../aggregate/sum.ts';
import { firstPurchases } from '../../kpis/new-customers.ts';
import { quietSince } from '../../kpis/reactivated-customers.ts';
import { repeatedBuyers } from '../../kpis/repeat-purchase-rate.ts';
import type { Slice } from '../../slice.ts';
import { type At, countingCustomers, summing, type Term } from '../term.ts';

type Wanted = (at: At) => (row: number) => boolean;

/** Rows by which a customer is active: with a customer and not negative. */
export function isActiveRow({ slice }: At): (row: number) => boolean {
  const { customer, amount } = slice.population;
  return (row) => (customer?.codes[row] ?? 0) !== 0 && !isNegativeAt(amount, row);
}

/** Of these the rows of some customers. */
function activeAnd(isWanted: (at: At) => (code: number, row: number) => boolean): Wanted {
  return (at) => {
    const codes = at.slice.population.customer?.codes;
    const [isActive, isOne] = [isActiveRow(at), isWanted(at)];
    return (row) => isActive(row) && isOne(codes?.[row] ?? 0, row);
  };
}

function activeIn(slice: Slice | null, group: number): ReadonlySet<number> {
  const customer = slice?.population.customer ?? null;
  if (slice === null || customer === null) return new Set();
  const { codes, starts } = activeCustomersOf(slice, customer);
  return new Set(codes.subarray(starts[group] ?? 0, starts[group + 1] ?? 0));
}

const thenIn = ({ cut, history, group }: At) => activeIn(cut.preceding(history.retentionBase).slice('sales'), group);
const nowIn = ({ cut, group }: At) => activeIn(cut.slice('sales'), group);
const beforeIn = ({ cut, group }: At) => activeIn(cut.preceding().slice('sales'), group);

const wasThere: Wanted = activeAnd((at) => {
  const then = thenIn(at);
  return (code) => then.has(code);
});

const wentAway: Wanted = activeAnd((at) => {
  const now = nowIn(at);
  return (code) => !now.has(code);
});

/** All rows, negative ones too, of customers who were active in the preceding period. */
const ofThoseBefore: Wanted = (at) => {
  const [then, codes] = [beforeIn(at), at.slice.population.customer?.codes];
  return (row) => then.has(codes?.[row] ?? 0);
};

const customersNow = (role: Term['role']) => countingCustomers('customers', role, { wanted: isActiveRow });
const customersThen = countingCustomers('customers-then', 'bottom', { when: 'base', wanted: isActiveRow });
const kept = (role: Term['role']) => countingCustomers('customers-kept', role, { wanted: wasThere });
const lost = (role: Term['role']) =>
  countingCustomers('customers-lost', role, { when: 'base', wanted: wentAway, namesCustomers: true });
const moneyThen = summing('money-then', 'bottom', 'sales', { when: 'before', wanted: ofThoseBefore });
const moneyNow = summing('money-now', 'top', 'sales', { wanted: ofThoseBefore });

export const termsOfCustomers: Readonly<Record<string, readonly Term[]>> = {
  'active-customers': [customersNow('value')],
  'new-customers': [
    countingCustomers('customers-new', 'value', {
      wanted: (at) => {
        const isNew = firstPurchases(at.slice, at.history);
        const codes = at.slice.population.customer?.codes;
        return (row) => (codes?.[row] ?? 0) !== 0 && isNew(row, codes?.[row] ?? 0, at.group);
      },
    }),
  ],
  'reactivated-customers': [
    countingCustomers('customers-reactivated', 'value', {
      wanted: activeAnd(({ slice, group, history }) => {
        const period = slice.periodOf(group);
        const [last, quiet] = [history.purchases()?.lastBefore(period.start).slice(), quietSince(period)];
        return (code) => (last?.[code] ?? never) !== never && (last?.[code] ?? 0) < quiet;
      }),
    }),
  ],
  'customer-retention': [kept('top'), customersThen, lost('part')],
  'customer-churn': [lost('top'), customersThen, kept('part')],
  'repeat-purchase-rate': [
    countingCustomers('customers-repeated', 'top', {
      wanted: activeAnd(({ slice, group }) => {
        const repeated = repeatedBuyers(slice, group);
        return (code) => repeated.has(code);
      }),
    }),
    customersNow('bottom'),
  ],
  'returning-customer-rate': [
    countingCustomers('customers-returning', 'top', {
      wanted: activeAnd(({ slice, group, history }) => {
        const [first, { start }] = [history.firstDays(), slice.periodOf(group)];
        return (code) => (first[code] ?? never) !== never && (first[code] ?? 0) < start;
      }),
    }),
    customersNow('bottom'),
  ],
  'net-revenue-retention': [moneyNow, moneyThen],
  'gross-revenue-retention': [
    moneyNow,
    {
      kind: 'figure',
      key: 'growth-not-counted',
      role: 'top',
      factor: -1,
      unit: 'money',
      figure: ({ numerator }, amountOf) => numerator && subtract(amountOf('money-now'), numerator),
    },
    moneyThen,
  ],
};
