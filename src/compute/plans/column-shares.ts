/** How a total is shared among periods. */
import { type Decimal, decimal, signOf, zero } from '../../lib/decimal.ts';
import { foldText } from '../../lib/fold-text.ts';
import type { DataSet } from '../../model/data-set.ts';
import { liesIn, type Period, yearAgo } from '../../model/period.ts';
import { parsePeriodText } from '../../model/period-labels.ts';
import type { ShareReason, SplitMethod } from '../../model/plan.ts';
import { workdaysBetween } from '../pace.ts';
import { type Past, sumOf } from './past.ts';
import type { SplitRequest, Weights } from './request.ts';

export interface ColumnWeights {
  readonly weights: readonly Decimal[];
  readonly because: ShareReason;
  /** Periods of the history that they were taken from. */
  readonly bases: readonly Period[];
  /** True where seasons were wanted but no whole earlier year is known. */
  readonly lacksSeason: boolean;
}

export function columnWeights(
  data: DataSet,
  past: Past | null,
  columns: readonly Period[],
  whole: Period,
  { base, weights }: SplitRequest,
  method: SplitMethod,
): ColumnWeights {
  if (method === 'equal') return equal(columns);
  if (method === 'workdays') {
    const days = columns.map(({ start, end }) => decimal(workdaysBetween(start, end, data.holidays)));
    return { weights: days, because: 'workdays', bases: [], lacksSeason: false };
  }
  const stated = method === 'weights' && weights ? weightsOfPeriods(weights, columns) : null;
  if (stated) return { weights: stated, because: 'weight', bases: [], lacksSeason: false };
  if (past === null) return equal(columns);
  const bases = base === undefined ? past.seasonBases(whole) : yearsIn(base, whole);
  return seasonal(past, columns, bases, base !== undefined);
}

function equal(columns: readonly Period[]): ColumnWeights {
  return { weights: columns.map(() => decimal(1)), because: 'equal', bases: [], lacksSeason: false };
}

/** `isStated`: the years were asked for, so a month without sales in them has none to come. */
function seasonal(past: Past, columns: readonly Period[], bases: readonly Period[], isStated: boolean): ColumnWeights {
  const years = bases.map((base, back) => {
    const periods = columns.map((column) => goneBack(column, back, bases, columns));
    return { base, amounts: past.amounts(periods) };
  });
  const used = years.filter(({ amounts }) => (isStated ? amounts.some(isPositive) : amounts.every(isPositive)));
  if (used.length === 0) return { ...equal(columns), lacksSeason: columns.length > 1 };
  const weights = columns.map((_, i) => sumOf(used.map(({ amounts }) => amounts[i] ?? zero)));
  return { weights, because: 'history', bases: used.map(({ base }) => base), lacksSeason: false };
}

function isPositive(amount: Decimal): boolean {
  return signOf(amount) > 0;
}

/** The column in the year of `bases[back]`. */
function goneBack(column: Period, back: number, bases: readonly Period[], columns: readonly Period[]): Period {
  const [first, base] = [columns[0], bases[back]];
  let moved = column;
  for (let start = first; start && base && start.start > base.start; start = yearAgo(start)) moved = yearAgo(moved);
  return moved;
}

/** The years of a stated base, each as the same months as the whole. */
function yearsIn(base: Period, whole: Period): Period[] {
  const years: Period[] = [];
  for (let year = yearAgo(whole); year.end >= base.start; year = yearAgo(year)) {
    if (liesIn(year, base)) years.push(year);
  }
  return years;
}

/** Null unless every column is named. */
function weightsOfPeriods(weights: Weights, columns: readonly Period[]): Decimal[] | null {
  const year = Number(columns[0]?.id.slice(0, 4));
  const byPeriod = new Map<string, Decimal>();
  for (const [name, weight] of weights) {
    const period = parsePeriodText(name, { year: Number.isInteger(year) ? year : null });
    if (period) byPeriod.set(period.id, weight);
  }
  const found = columns.flatMap(({ id }) => byPeriod.get(foldText(id)) ?? byPeriod.get(id) ?? []);
  return found.length === columns.length ? found : null;
}
