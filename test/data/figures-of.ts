/** Evaluates a data set in every way that its expected.json has figures for, and judges each figure. */
import { join } from 'node:path';
import { load } from '../../src/app/load.ts';
import { type Computed, evaluateDataSet } from '../../src/compute/evaluate.ts';
import { compare, type Decimal, decimalFromText, divide, signOf, subtract, toText } from '../../src/lib/decimal.ts';
import type { DataSet } from '../../src/model/data-set.ts';
import type { KpiResult } from '../../src/model/evaluation.ts';
import type { ComputeOptions } from '../../src/model/options.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { UserError } from '../../src/problems/user-error.ts';
import { attainmentsOf, type Expected, type ExpectedPeriod, groupsOf, readExpected } from './expected.ts';
import { type DataVariant, dataFolder } from './sets.ts';

export interface Figure {
  /** `by_month 2017-01 revenue` */
  readonly name: string;
  readonly expected: string;
  readonly got: string | null;
  readonly verdict: 'agreed' | 'wrong' | 'not-computed';
  readonly why: string | null;
}

type Part = 'actual' | 'numerator' | 'denominator' | 'target' | 'attainment' | 'gap';
type Found = { readonly value: Decimal | null; readonly why: string | null };

const cent = decimalFromText('0.005');
const millionth = decimalFromText('0.000001');
const whole: ComputeOptions = { period: 'all', lookback: 0 };
/** For the hundreds of runs that are asked for one figure. */
const headlineOnly: ComputeOptions = { kpis: ['revenue'], grain: 'year' };

/** Every figure of issue 2 that expected.json states for the variant. */
export async function figuresOf(variant: DataVariant): Promise<readonly Figure[]> {
  const expected = readExpected(variant.folder);
  const paths = variant.files.map((file) => join(dataFolder, variant.folder, file));
  const { data } = await load(paths, variant.options ?? {});
  const book = new Book(data, variant.isWorkbook);
  addTotals(book, expected);
  for (const grain of ['month', 'quarter', 'year'] as const) {
    addPeriods(book, grain, expected.orders[`by_${grain}`], expected.orders.customers !== '0');
  }
  for (const [name, dimension] of Object.entries(variant.dimensions)) addGroups(book, expected, name, dimension);
  if (expected.attainment !== undefined && variant.targets !== undefined)
    addAttainments(book, expected, variant.targets);
  return book.figures;
}

class Book {
  readonly figures: Figure[] = [];
  readonly #data: DataSet;
  readonly #isWorkbook: boolean;

  constructor(data: DataSet, isWorkbook: boolean) {
    this.#data = data;
    this.#isWorkbook = isWorkbook;
  }

  evaluate(options: ComputeOptions): Computed | string {
    return this.#evaluate(this.#data, options);
  }

  /** Faster, where hundreds of periods are only compared with others. */
  evaluateWithoutTargets(options: ComputeOptions): Computed | string {
    return this.#evaluate({ ...this.#data, targets: [] }, options);
  }

  #evaluate(data: DataSet, options: ComputeOptions): Computed | string {
    try {
      return evaluateDataSet(data, { by: [], ...options });
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
  }

  /** `unit`: money may be off by less than half a cent, a ratio by one in its last digit, where doubles stand behind it. */
  add(name: string, expected: string, found: Found, unit: 'money' | 'count' | 'ratio'): void {
    const { value, why } = found;
    const got = value && toText(value);
    if (value === null) this.figures.push({ name, expected, got, verdict: 'not-computed', why });
    else {
      const verdict = this.#isClose(value, decimalFromText(expected), unit) ? 'agreed' : 'wrong';
      this.figures.push({ name, expected, got, verdict, why: null });
    }
  }

  #isClose(a: Decimal, b: Decimal, unit: 'money' | 'count' | 'ratio'): boolean {
    if (!this.#isWorkbook || unit === 'count') return compare(a, b) === 0;
    const difference = subtract(a, b);
    const size = signOf(difference) < 0 ? { ...difference, units: -difference.units } : difference;
    return compare(size, unit === 'money' ? cent : millionth) <= 0;
  }
}

function addTotals(book: Book, expected: Expected): void {
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

function addMargins(book: Book, expected: Expected, all: Computed | string): void {
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

function addGroups(book: Book, expected: Expected, name: string, dimension: string): void {
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

function addAttainments(book: Book, expected: Expected, targets: Readonly<Record<string, readonly string[]>>): void {
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

function addTargetKeys(book: Book, expected: Expected, targets: Readonly<Record<string, readonly string[]>>): void {
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
  kpis: { readonly kpis: readonly KpiResult[] } | string,
): void {
  book.add(`${name} actual`, expected.actual, partOf(kpis, 'revenue'), 'money');
  if (expected.target !== null) book.add(`${name} target`, expected.target, partOf(kpis, 'revenue', 'target'), 'money');
  if (expected.attainment === null) return;
  book.add(`${name} attainment`, expected.attainment, partOf(kpis, 'revenue', 'attainment'), 'ratio');
}

function inTrend(evaluated: Computed | string, wanted: string): { readonly kpis: readonly KpiResult[] } | string {
  if (typeof evaluated === 'string') return evaluated;
  return evaluated.trend.find(({ period }) => period === wanted) ?? `no ${wanted} in the trend`;
}

/** The breakdown entry of `key`; blanks are `(unassigned)`. */
function entryOf(
  evaluated: Computed | string,
  key: readonly string[],
): { readonly kpis: readonly KpiResult[] } | string {
  if (typeof evaluated === 'string') return evaluated;
  const wanted = key.map((value) => value || '(unassigned)').join('\n');
  const found = evaluated.breakdown.find(({ by }) => Object.values(by).join('\n') === wanted);
  return found ?? `no ${wanted.replaceAll('\n', ' × ')} in the breakdown`;
}

function partOf(
  evaluated: { readonly kpis: readonly KpiResult[]; readonly notComputed?: Computed['notComputed'] } | string,
  id: string,
  part: Part = 'actual',
): Found {
  if (typeof evaluated === 'string') return { value: null, why: evaluated };
  const result = resultOf(evaluated, id);
  if (result === undefined) {
    const missing = evaluated.notComputed?.find((entry) => entry.id === id)?.missing.join(', ');
    return { value: null, why: missing === undefined ? `no ${id}` : `missing ${missing}` };
  }
  return { value: result[part], why: result.why ?? result.attainmentWhy ?? `no ${part}` };
}

function resultOf({ kpis }: { readonly kpis: readonly KpiResult[] }, id: string): KpiResult | undefined {
  return kpis.find((kpi) => kpi.id === id);
}
