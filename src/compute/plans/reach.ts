/** How a node's target compares with what it made before, and with the deals that are open. */
import { compare, type Decimal, decimal, divide, isZero, signOf, subtract, zero } from '../../lib/decimal.ts';
import type { DataSet } from '../../model/data-set.ts';
import { monthStart, type Period, previousPeriod, rangeOf, yearAgo } from '../../model/period.ts';
import type { PipelineNeed, Reach, SeasonLine } from '../../model/target-check.ts';
import type { Kpi } from '../kpi.ts';
import { openPipeline } from '../kpis/open-pipeline.ts';
import { winRate } from '../kpis/win-rate.ts';
import { factsKnow, type Past, pastOf, sumOf } from './past.ts';
import { keyOf } from './paths.ts';

type Keys = ReadonlyMap<string, string>;

/** Earlier periods that are looked at for the best. */
const mostPeriods = 12;

export class ReachOf {
  readonly #data: DataSet;
  readonly #past: Past | null;
  readonly #pipeline: Past | null;
  readonly #closed: Past | null;
  readonly #known = new Map<string, ReadonlyMap<string, Decimal> | null>();

  constructor(data: DataSet, kpi: Kpi | undefined) {
    this.#data = data;
    this.#past = kpi ? pastOf(data, kpi) : null;
    const isMoney = kpi?.unit === 'money';
    this.#pipeline = isMoney ? pastOf(data, openPipeline) : null;
    this.#closed = isMoney ? pastOf(data, winRate) : null;
  }

  /** Null without history of the node. */
  reach(target: Decimal | null, keys: Keys, period: Period): Reach | null {
    const past = this.#past;
    if (past === null || target === null || !this.#knows(keys)) return null;
    const earlier = this.#earlierPeriods(past, period);
    const year = yearAgo(period);
    const before = covers(past, year) ? (this.#amount(past, keys, year) ?? zero) : null;
    const amounts = earlier.map((one) => ({ amount: this.#amount(past, keys, one) ?? zero, period: one }));
    const [best = null] = amounts.toSorted((a, b) => compare(b.amount, a.amount) || b.period.start - a.period.start);
    if (best === null && before === null) return null;
    const growth = before === null || signOf(before) <= 0 ? null : subtract(divide(target, before), decimal(1));
    return { before, growth, best, periods: earlier.length };
  }

  /** Null where the data has no open deals. */
  pipeline(target: Decimal | null, keys: Keys, period: Period): PipelineNeed | null {
    const [past, open] = [this.#past, this.#pipeline];
    if (past === null || open === null || target === null || !this.#knows(keys)) return null;
    const actual = this.#amount(past, keys, period);
    const now = { ...period, id: 'open', start: open.firstDay, end: open.lastDay };
    const standing = this.#amount(open, keys, now);
    if (actual === null || standing === null) return null;
    const missing = subtract(target, actual);
    const gap = signOf(missing) > 0 ? missing : zero;
    const rate = this.#winRate(period);
    const required = rate === null || isZero(rate) ? null : divide(gap, rate, 2);
    return { actual, gap, winRate: rate, required, open: standing };
  }

  /** The part of each period in the target and in the history. */
  seasons(
    targets: readonly { readonly period: Period; readonly target: Decimal | null }[],
    whole: Period,
  ): SeasonLine[] {
    const past = this.#past;
    const bases = past?.seasonBases(whole) ?? [];
    if (past === null || bases.length === 0 || targets.length < 2) return [];
    const all = sumOf(targets.map(({ target }) => target ?? zero));
    const history = targets.map(({ period }) => sumOf(past.amounts(bases.map((_, i) => yearsAgo(period, i + 1)))));
    const total = sumOf(history);
    const part = (value: Decimal | null, of: Decimal) => (value === null || isZero(of) ? null : divide(value, of));
    return targets.map(({ period, target }, i) => ({
      period,
      target: part(target, all),
      history: part(history[i] ?? null, total),
    }));
  }

  #winRate(period: Period): Decimal | null {
    const closed = this.#closed;
    if (closed === null) return null;
    const year = rangeOf(monthStart(period.start, -12), period.start - 1);
    const all = { ...year, id: 'all', start: closed.firstDay, end: closed.lastDay };
    return closed.values([covers(closed, year) ? year : all])[0] ?? null;
  }

  #knows(keys: Keys): boolean {
    return keys.size === 0 || factsKnow(this.#data, dimensionsOf(keys));
  }

  /** Null where the rows do not have the dimensions. */
  #amount(past: Past, keys: Keys, period: Period): Decimal | null {
    if (keys.size === 0) return past.amounts([period])[0] ?? zero;
    const dimensions = dimensionsOf(keys);
    const key = JSON.stringify([past === this.#past, dimensions, period.start, period.end]);
    if (!this.#known.has(key)) {
      const parts = past.parts(dimensions, period);
      this.#known.set(key, parts && new Map(parts.map(({ path, amount }) => [keyOf(path), amount])));
    }
    const parts = this.#known.get(key) ?? null;
    return parts === null ? null : (parts.get(keyOf(dimensions.map((name) => keys.get(name) ?? ''))) ?? zero);
  }

  #earlierPeriods(past: Past, period: Period): Period[] {
    const periods: Period[] = [];
    for (
      let one = previousPeriod(period);
      periods.length < mostPeriods && covers(past, one);
      one = previousPeriod(one)
    ) {
      periods.push(one);
    }
    return periods;
  }
}

/** A person is one wherever; a team is one of its region. */
function dimensionsOf(keys: Keys): string[] {
  const names = [...keys.keys()];
  return names.includes('rep') ? names.filter((name) => name !== 'team' && name !== 'region') : names;
}

function covers({ firstDay, lastDay }: Past, { start, end }: Period): boolean {
  return monthStart(firstDay) <= start && lastDay >= monthStart(end);
}

function yearsAgo(period: Period, count: number): Period {
  let moved = period;
  for (let i = 0; i < count; i++) moved = yearAgo(moved);
  return moved;
}
