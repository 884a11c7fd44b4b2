/** Exchange rates of tables and of the config, and which of them holds on a day. */
import { compare, type Decimal, decimal, divide, sum } from '../lib/decimal.ts';
import type { Day } from '../model/day.ts';
import type { Rate, RatePolicy } from '../model/options.ts';
import { periodOf } from '../model/period.ts';
import { amountAt } from './cells/amount.ts';
import { dayAt } from './cells/day.ts';
import { currencyCode } from './cells/read-number.ts';
import { judgeRows } from './judge-rows.ts';
import type { Ledger } from './ledger.ts';
import type { TypedTable } from './typed-table.ts';

/** A spot rate of a month holds in it, an older one is no rate of the day any more. */
const longestAge = 31;
/** Digits of means and of inverse rates; the amounts themselves are multiplied exactly. */
const rateScale = 10;

/** Rates of tables, wrong cells reported. */
export function ratesOf(tables: readonly TypedTable[], ledger: Ledger): Rate[] {
  return tables.flatMap((table) => {
    judgeRows(table, { day: null, mayLackDay: true, money: ['rate'] }, ledger);
    const [from, to, rate, date] = [table.text('from'), table.text('to'), table.amount('rate'), table.day('date')];
    if (!from || !to || !rate) return [];
    return Array.from({ length: table.rowCount }, (_, row) => row).flatMap((row): Rate[] => {
      const codes = [from, to].map((column) => currencyCode(column.text(column.codes[row] ?? 0)));
      const [source, target] = codes;
      const value = table.included[row] === 1 ? amountAt(rate, row) : null;
      if (!source || !target || value === null || value.units <= 0n) return [];
      return [{ day: date ? dayAt(date, row) : null, from: source, to: target, rate: value }];
    });
  });
}

export class RateBook {
  readonly policy: RatePolicy;
  readonly isEmpty: boolean;
  readonly #pairs = new Map<string, Rate[]>();
  readonly #known = new Map<string, Decimal | null>();

  /** Without a policy undated rates are a budget, dated ones spot rates. */
  constructor(rates: readonly Rate[], policy: RatePolicy | undefined) {
    this.isEmpty = rates.length === 0;
    this.policy = policy ?? (rates.every(({ day }) => day === null) ? 'budget' : 'spot');
    for (const rate of rates) {
      const key = pairOf(rate.from, rate.to);
      this.#pairs.set(key, [...(this.#pairs.get(key) ?? []), rate]);
    }
    for (const list of this.#pairs.values()) list.sort((a, b) => (a.day ?? -1) - (b.day ?? -1));
  }

  /** What one unit of `from` is worth in `to`; the inverse of the other direction where only that is given; null: no rate. */
  rate(from: string, to: string, day: Day | null): Decimal | null {
    const key = `${pairOf(from, to)}|${day ?? ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const direct = this.#stated(from, to, day);
    const inverse = direct === null ? this.#stated(to, from, day) : null;
    const found = direct ?? (inverse && divide(decimal(1), inverse, rateScale));
    this.#known.set(key, found);
    return found;
  }

  #stated(from: string, to: string, day: Day | null): Decimal | null {
    const rates = this.#pairs.get(pairOf(from, to)) ?? [];
    if (this.policy === 'budget') return budgetOf(rates, day);
    if (day === null) return null;
    return this.policy === 'spot' ? spotOf(rates, day) : meanOf(rates, day);
  }
}

function pairOf(from: string, to: string): string {
  return `${from}>${to}`;
}

/** The latest on or before the day; two that differ on one day are none. */
function spotOf(rates: readonly Rate[], day: Day): Decimal | null {
  const last = rates.findLast((rate) => rate.day !== null && rate.day <= day);
  if (!last || day - (last.day ?? 0) > longestAge) return null;
  return onlyOf(rates.filter((rate) => rate.day === last.day));
}

function meanOf(rates: readonly Rate[], day: Day): Decimal | null {
  const { start, end } = periodOf(day, 'month');
  const inMonth = rates.filter((rate) => rate.day !== null && rate.day >= start && rate.day <= end);
  if (inMonth.length === 0) return null;
  return divide(sum(inMonth.map(({ rate }) => rate)), decimal(inMonth.length), rateScale);
}

/** The undated one, else the latest on or before the day, whatever its age. */
function budgetOf(rates: readonly Rate[], day: Day | null): Decimal | null {
  const undated = rates.filter((rate) => rate.day === null);
  if (undated.length > 0) return onlyOf(undated);
  const last = rates.findLast((rate) => day === null || (rate.day ?? 0) <= day);
  return last ? onlyOf(rates.filter((rate) => rate.day === last.day)) : null;
}

function onlyOf(rates: readonly Rate[]): Decimal | null {
  const [first, ...others] = rates;
  return first && others.every(({ rate }) => compare(rate, first.rate) === 0) ? first.rate : null;
}
