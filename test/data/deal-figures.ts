/** Figures of deals: how they ended, how long they took, by whom. */

import type { Computed } from '../../src/compute/evaluate.ts';
import { type Decimal, divide } from '../../src/lib/decimal.ts';
import type { KpiResult } from '../../src/model/evaluation.ts';
import type { ComputeOptions } from '../../src/model/options.ts';
import { type Book, entryOf, type Found, inTrend, type Kpis, partOf, resultOf, whole } from './book.ts';
import { dealGroupsOf, type ExpectedDealGroup, type ExpectedDeals } from './expected.ts';

const kpis = [
  'revenue',
  'win-rate',
  'win-rate-by-value',
  'created-win-rate',
  'sales-cycle',
  'sales-cycle-mean',
  'average-deal-size',
  'deals-won',
  'deals-lost',
  'deals-created',
  'open-pipeline',
  'sales-velocity',
];
const ofDeals: ComputeOptions = { ...whole, kpis };

export function addDealFigures(
  book: Book,
  deals: ExpectedDeals,
  dimensions: Readonly<Record<string, string>>,
  spelled: Readonly<Record<string, string>>,
): void {
  const all = book.evaluate(ofDeals);
  addEnds(book, 'total', deals.total, all);
  book.add('open_value', deals.total.open_value, partOf(all, 'open-pipeline'), 'money');
  addCycle(book, deals, all);
  addVelocity(book, deals, all);
  for (const [name, dimension] of Object.entries(dimensions)) {
    const evaluated = book.evaluate({ ...ofDeals, by: [[dimension]] });
    for (const group of dealGroupsOf(deals, name)) {
      const found = entryOf(evaluated, [spelled[group.key] ?? group.key]);
      addEnds(book, `${name} ${group.key}`, group, found);
      addGroupCycle(book, `${name} ${group.key}`, group, found);
    }
  }
  addPeriods(book, 'month', deals);
  addPeriods(book, 'quarter', deals);
  addAgents(book, deals);
}

type Ends = Omit<ExpectedDealGroup, 'key' | 'cycle_days_won'>;

function addEnds(book: Book, name: string, expected: Ends, found: Kpis | string): void {
  book.add(`${name} won`, expected.won, partOf(found, 'deals-won'), 'count');
  book.add(`${name} lost`, expected.lost, partOf(found, 'deals-lost'), 'count');
  book.add(`${name} won_value`, expected.won_value, partOf(found, 'revenue'), 'money');
  addRatio(book, `${name} win_rate_count`, expected.win_rate_count, found, 'win-rate');
  addRatio(book, `${name} win_rate_value`, expected.win_rate_value, found, 'win-rate-by-value');
  addRatio(book, `${name} average_won_value`, expected.average_won_value, found, 'average-deal-size');
}

function addRatio(book: Book, name: string, expected: Ends['win_rate_count'], found: Kpis | string, id: string): void {
  if (expected.value === null) {
    const result = typeof found === 'string' ? undefined : resultOf(found, id);
    const isUndefined = result !== undefined && result.actual === null && result.why !== null;
    book.judge(`${name} undefined`, 'null', isUndefined ? 'null' : 'a value');
    return;
  }
  book.add(`${name} num`, expected.num, partOf(found, id, 'numerator'), 'money');
  book.add(`${name} den`, expected.den, partOf(found, id, 'denominator'), 'money');
  book.add(name, expected.value, partOf(found, id), 'ratio');
}

function addCycle(book: Book, { cycle_days: { won } }: ExpectedDeals, all: Computed | string): void {
  book.add('cycle n', won.n, partOf(all, 'sales-cycle-mean', 'denominator'), 'count');
  book.add('cycle sum', won.sum, partOf(all, 'sales-cycle-mean', 'numerator'), 'count');
  book.add('cycle mean', won.mean, partOf(all, 'sales-cycle-mean'), 'ratio');
  book.add('cycle median', won.median, partOf(all, 'sales-cycle'), 'ratio');
  book.add('cycle p25', won.p25, detailOf(all, 'sales-cycle', 'p25'), 'ratio');
  book.add('cycle p75', won.p75, detailOf(all, 'sales-cycle', 'p75'), 'ratio');
}

function detailOf(found: Kpis | string, id: string, name: string): Found {
  const detail = typeof found === 'string' ? undefined : resultOf(found, id)?.details[name];
  return { value: isDecimal(detail) ? detail : null, why: `no ${name}` };
}

function isDecimal(detail: KpiResult['details'][string] | undefined): detail is Decimal {
  return typeof detail === 'object' && detail !== null && typeof detail['units'] === 'bigint';
}

/** The reference is rounded to cents, ours to millionths. */
function addVelocity(book: Book, deals: ExpectedDeals, all: Computed | string): void {
  const result = typeof all === 'string' ? undefined : resultOf(all, 'sales-velocity');
  const { numerator = null, denominator = null } = result ?? {};
  const value = numerator && denominator && divide(numerator, denominator, 2);
  book.add('sales_velocity', deals.sales_velocity_per_day_open, { value, why: result?.why ?? 'none' }, 'money');
}

function addGroupCycle(book: Book, name: string, { cycle_days_won: cycle }: ExpectedDealGroup, found: Kpis | string) {
  if (cycle.mean === null || cycle.median === null) return;
  book.add(`${name} cycle n`, cycle.n, partOf(found, 'sales-cycle-mean', 'denominator'), 'count');
  book.add(`${name} cycle mean`, cycle.mean, partOf(found, 'sales-cycle-mean'), 'ratio');
  book.add(`${name} cycle median`, cycle.median, partOf(found, 'sales-cycle'), 'ratio');
}

function addPeriods(book: Book, grain: 'month' | 'quarter', deals: ExpectedDeals): void {
  const trend = book.evaluate({ ...ofDeals, grain });
  for (const { period, won, lost, won_value: value, win_rate_count: rate } of deals[`closed_by_${grain}`]) {
    const found = inTrend(trend, period);
    book.add(`closed ${period} won`, won, partOf(found, 'deals-won'), 'count');
    book.add(`closed ${period} lost`, lost, partOf(found, 'deals-lost'), 'count');
    book.add(`closed ${period} won_value`, value, partOf(found, 'revenue'), 'money');
    if (rate !== null) book.add(`closed ${period} win rate`, rate, partOf(found, 'win-rate'), 'ratio');
  }
  for (const [period, count] of Object.entries(deals[`engaged_by_${grain}`])) {
    book.add(`engaged ${period}`, count, partOf(inTrend(trend, period), 'deals-created'), 'count');
  }
}

function addAgents(book: Book, { won_value_by_agent_and_quarter: agents }: ExpectedDeals): void {
  const periods = new Set(Object.values(agents).flatMap((quarters) => Object.keys(quarters)));
  for (const period of periods) {
    const evaluated = book.evaluate({ kpis: ['revenue'], period, by: [['rep']] });
    for (const [agent, quarters] of Object.entries(agents)) {
      const value = quarters[period];
      if (value === undefined) continue;
      book.add(`${agent} ${period}`, value, partOf(entryOf(evaluated, [agent]), 'revenue'), 'money');
    }
  }
}
