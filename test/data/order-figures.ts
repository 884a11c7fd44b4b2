/** Figures of orders: money, counts, growth, groups, targets. */
import type { Computed } from '../../src/compute/evaluate.ts';
import { decimalFromText, divide, toText } from '../../src/lib/decimal.ts';
import type { ComputeOptions } from '../../src/model/options.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { type Book, entryOf, inTrend, type Kpis, partOf, resultOf, whole } from './book.ts';
import { attainmentsOf, type ExpectedPeriod, type ExpectedSet, groupsOf } from './expected.ts';

/** For the hundreds of runs that are asked for one figure. */
const headlineOnly: ComputeOptions = { kpis: ['revenue'], grain: 'year' };

export function addOrderFigures(book: Book, expected: ExpectedSet, dimensions: Readonly<Record<string, string>>): void {
  addTotals(book, expected);
  for (const grain of ['month', 'quarter', 'year'] as const) {
    addPeriods(book, grain, expected.orders[`by_${grain}`], expected.orders.customers !== '0');
  }
  for (const [name, dimension] of Object.entries(dimensions)) addGroups(book, expected, name, dimension);
}

function addTotals(book: Book, expected: ExpectedSet): void {
  const all = book.evaluate(whole);
  const { orders } = expected;
  book.add('revenue', orders.revenue, partOf(all, 'revenue'), 'money');
  book.add('orders', orders.orders, partOf(all, 'orders'), 'count');
  if (orders.customers !== '0') book.add('customers', orders.customers, partOf(all, 'active-customers'), 'count');
  if (orders.quantity !== undefined) book.add('quantity', orders.quantity, partOf(all, 'units'), 'money');
  const average = orders.average_order_value;
  if (average !== undefined) {
    book.add('average_order_value num', average.num, partOf(all, 'average-order-value', 'numerator'), 'money');
    book.add('average_order_value den', average.den, partOf(all, 'average-order-value', 'denominator'), 'count');
    book.add('average_order_value', average.value, partOf(all, 'average-order-value'), 'ratio');
  }
  addMargins(book, expected, all);
  if (expected.returns !== undefined) {
    book.add('net_revenue', expected.returns.net_revenue, partOf(all, 'net-revenue'), 'money');
  }
}

function addMargins(book: Book, expected: ExpectedSet, all: Computed | string): void {
  const { profit_margin: margin, profit, totals } = expected;
  if (profit !== undefined) book.add('profit', profit, partOf(all, 'gross-margin', 'numerator'), 'money');
  if (margin !== undefined) book.add('profit_margin', margin.value, partOf(all, 'gross-margin'), 'ratio');
  if (totals === undefined) return;
  const { Sales = '0', Profit = '0', Discounts = '0', 'Gross Sales': gross = '1' } = totals;
  book.add('Profit ÷ Sales', quotientOf(Profit, Sales), partOf(all, 'gross-margin'), 'ratio');
  book.add('Discounts ÷ Gross Sales', quotientOf(Discounts, gross), partOf(all, 'discount-rate'), 'ratio');
  book.add('Units Sold', totals['Units Sold'] ?? '0', partOf(all, 'units'), 'money');
}

function quotientOf(numerator: string, denominator: string): string {
  return toText(divide(decimalFromText(numerator), decimalFromText(denominator)));
}

function addPeriods(
  book: Book,
  grain: 'month' | 'quarter' | 'year',
  periods: readonly ExpectedPeriod[],
  hasCustomers: boolean,
): void {
  const trend = book.evaluate({ ...whole, grain });
  for (const expected of periods) {
    const kpis = inTrend(trend, expected.period);
    const name = `by_${grain} ${expected.period}`;
    book.add(`${name} revenue`, expected.revenue, partOf(kpis, 'revenue'), 'money');
    book.add(`${name} orders`, expected.orders, partOf(kpis, 'orders'), 'count');
    if (hasCustomers && expected.active_customers !== undefined) {
      book.add(`${name} active_customers`, expected.active_customers, partOf(kpis, 'active-customers'), 'count');
    }
    if (hasCustomers && expected.new_customers !== undefined) {
      book.add(`${name} new_customers`, expected.new_customers, partOf(kpis, 'new-customers'), 'count');
    }
    addGrowth(book, name, expected);
  }
}

function addGrowth(book: Book, name: string, expected: ExpectedPeriod): void {
  const bases = {
    previous: expected.revenue_growth_vs_previous_period,
    'year-ago': expected.revenue_growth_vs_same_period_last_year,
  } as const;
  for (const [base, growth] of Object.entries(bases)) {
    if (growth === null || growth === undefined) continue;
    // Reference growth takes both periods whole; a period that the data does not fill would be compared like for like.
    const asOf = parsePeriod(expected.period)?.end;
    const options = { ...headlineOnly, period: expected.period, compare: base };
    const evaluated = book.evaluateWithoutTargets(asOf === undefined ? options : { ...options, asOf });
    const revenue = typeof evaluated === 'string' ? undefined : resultOf(evaluated, 'revenue');
    const change = revenue?.compare?.change ?? null;
    book.add(`${name} growth on ${base}`, growth, { value: change, why: 'no change given' }, 'ratio');
  }
}

function addGroups(book: Book, expected: ExpectedSet, name: string, dimension: string): void {
  const all = book.evaluate({ ...whole, by: [[dimension]] });
  for (const group of groupsOf(expected, name)) {
    const key = [group.key];
    const label = `${name} ${group.key}`;
    book.add(`${label} revenue`, group.revenue, partOf(entryOf(all, key), 'revenue'), 'money');
    book.add(`${label} orders`, group.orders, partOf(entryOf(all, key), 'orders'), 'count');
    if (expected.orders.customers === '0') continue;
    book.add(`${label} customers`, group.customers, partOf(entryOf(all, key), 'active-customers'), 'count');
  }
}

export function addAttainments(
  book: Book,
  expected: ExpectedSet,
  targets: Readonly<Record<string, readonly string[]>>,
): void {
  const total = expected.attainment?.total;
  if (total !== undefined) addAttainment(book, 'attainment total', total, book.evaluate(whole));
  for (const grain of ['month', 'quarter', 'year'] as const) {
    const trend = book.evaluate({ ...headlineOnly, period: 'all', grain });
    for (const one of attainmentsOf(expected, `by_${grain}`)) {
      const [period = ''] = one.key;
      // Months come by the dozen: they are read off the trend, quarters and years are evaluated one by one.
      const kpis =
        grain === 'month' ? inTrend(trend, period) : book.evaluate({ ...headlineOnly, period, compare: 'none' });
      addAttainment(book, `attainment by_${grain} ${period}`, one, kpis);
    }
  }
  addTargetKeys(book, expected, targets);
}

function addTargetKeys(book: Book, expected: ExpectedSet, targets: Readonly<Record<string, readonly string[]>>): void {
  for (const [name, dimensions] of Object.entries(targets)) {
    const evaluations = new Map<string, Computed | string>();
    for (const one of attainmentsOf(expected, name)) {
      const period = one.key.length > dimensions.length ? (one.key[0] ?? 'all') : 'all';
      const evaluated =
        evaluations.get(period) ?? book.evaluate({ ...headlineOnly, period, compare: 'none', by: [dimensions] });
      evaluations.set(period, evaluated);
      const key = one.key.slice(-dimensions.length);
      addAttainment(book, `attainment ${name} ${one.key.join(' ')}`, one, entryOf(evaluated, key));
    }
  }
}

function addAttainment(
  book: Book,
  name: string,
  expected: { readonly actual: string; readonly target: string | null; readonly attainment: string | null },
  kpis: Kpis | string,
): void {
  book.add(`${name} actual`, expected.actual, partOf(kpis, 'revenue'), 'money');
  if (expected.target !== null) book.add(`${name} target`, expected.target, partOf(kpis, 'revenue', 'target'), 'money');
  if (expected.attainment === null) return;
  book.add(`${name} attainment`, expected.attainment, partOf(kpis, 'revenue', 'attainment'), 'ratio');
}
