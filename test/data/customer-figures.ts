/** Figures of customers: retention, returning and repeated buyers, cohorts. */
import { decimalFromText } from '../../src/lib/decimal.ts';
import type { ComputeOptions } from '../../src/model/options.ts';
import { type Book, inTrend, partOf, whole } from './book.ts';
import type { ExpectedPeriod, ExpectedSet } from './expected.ts';

const kpis = ['customer-retention', 'customer-churn', 'returning-customer-rate', 'repeat-purchase-rate'];
const ofCustomers: ComputeOptions = { ...whole, kpis };

export function addCustomerFigures(book: Book, { orders }: ExpectedSet): void {
  if (orders.customers === '0') return;
  for (const grain of ['month', 'quarter', 'year'] as const) addPeriods(book, grain, orders[`by_${grain}`]);
  const { repeat_rate_orders: repeat } = orders;
  if (repeat !== undefined) {
    const all = book.evaluate(ofCustomers);
    book.add('repeat_rate num', repeat.num, partOf(all, 'repeat-purchase-rate', 'numerator'), 'count');
    book.add('repeat_rate den', repeat.den, partOf(all, 'repeat-purchase-rate', 'denominator'), 'count');
    book.add('repeat_rate', repeat.value, partOf(all, 'repeat-purchase-rate'), 'ratio');
  }
  for (const grain of ['month', 'quarter'] as const) addCohorts(book, grain, orders[`cohort_${grain}_active_counts`]);
}

function addPeriods(book: Book, grain: 'month' | 'quarter' | 'year', periods: readonly ExpectedPeriod[]): void {
  const trend = book.evaluate({ ...ofCustomers, grain });
  for (const { period, returning_customers: returning, retention_rate: retention } of periods) {
    const found = inTrend(trend, period);
    const name = `by_${grain} ${period}`;
    if (returning !== undefined) {
      book.add(`${name} returning`, returning, partOf(found, 'returning-customer-rate', 'numerator'), 'count');
    }
    if (retention === undefined) continue;
    book.add(`${name} retained`, retention.num, partOf(found, 'customer-retention', 'numerator'), 'count');
    book.add(`${name} retention base`, retention.den, partOf(found, 'customer-retention', 'denominator'), 'count');
    if (retention.value === null) continue;
    book.add(`${name} retention`, retention.value, partOf(found, 'customer-retention'), 'ratio');
  }
}

function addCohorts(book: Book, grain: 'month' | 'quarter', expected: Readonly<Record<string, string[]>> = {}): void {
  const evaluated = book.evaluate({ ...whole, kpis: ['revenue'], cohorts: grain });
  const list = typeof evaluated === 'string' ? [] : (evaluated.cohorts?.list ?? []);
  for (const [period, counts] of Object.entries(expected)) {
    const active = list.find((cohort) => cohort.period === period)?.active ?? [];
    for (const [place, count] of counts.entries()) {
      const value = active[place];
      const found = { value: value === undefined ? null : decimalFromText(String(value)), why: 'no such cohort' };
      book.add(`cohort ${period} + ${place}`, count, found, 'count');
    }
  }
}
