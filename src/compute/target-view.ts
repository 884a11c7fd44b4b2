/** The targets as one evaluation sees them: narrowed by `--only`, with pace while a period runs. */
import type { Decimal } from '../lib/decimal.ts';
import type { Fraction } from '../lib/fraction.ts';
import type { DataSet } from '../model/data-set.ts';
import type { Day } from '../model/day.ts';
import type { Pace } from '../model/evaluation.ts';
import { exactValue } from '../model/exact-value.ts';
import type { Why } from '../model/kpi.ts';
import { monthEnd, monthStart, type Period, periodsBetween } from '../model/period.ts';
import { completeness } from './choose-period.ts';
import type { Kpi, Measure } from './kpi.ts';
import { membership } from './membership.ts';
import { type ExpectedShare, expectedBy, expectedShare, paceStatus } from './pace.ts';
import { type Population, stretchOf } from './population.ts';
import { dimensionNamesOf } from './targets/dimension-names.ts';
import { TargetBook } from './targets/target-book.ts';

type Keys = ReadonlyMap<string, string>;

export interface TargetView {
  readonly book: TargetBook;
  /** Dimensions that targets are keyed by, in the order of the file. */
  readonly dimensions: readonly string[];
  /** Combinations of values of these dimensions that targets name. */
  members(names: readonly string[]): readonly (readonly string[])[];
  /** The target of a part (dimension → value) of the whole in a period; `months` are those with actuals. */
  targetOf(
    kpi: Kpi,
    keys: Keys,
    period: Period,
    months: ReadonlySet<string>,
  ): { readonly target: Decimal | null; readonly why: Why | null };
  /** Of the whole, by the headline KPI; null for a period that is over. */
  paceOf(kpi: Kpi, period: Period, measure: Measure, months: ReadonlySet<string>): Pace | null;
  /** Null for a period that is over, or without target or actual. */
  paceStatus(kpi: Kpi, keys: Keys, period: Period, measure: Measure, target: Decimal | null): Pace['status'];
}

interface Context {
  readonly data: DataSet;
  readonly population: Population;
  readonly asOf: Day | undefined;
  readonly only: ReadonlyMap<string, readonly string[]>;
  /** What a config states for the whole of the evaluated period. */
  readonly stated: { readonly period: Period; readonly byKpi: ReadonlyMap<string, Decimal> };
}

export function targetViewOf(context: Context): TargetView {
  const { data, population, only, stated } = context;
  const book = new TargetBook(data.targets, {
    isMember: membership(data),
    nameOf: dimensionNamesOf(data),
    ownKpis: data.ownKpis,
  });
  const narrowed = (keys: Keys): Keys => new Map([...onlyKeys(only), ...keys]);
  const targetOf: TargetView['targetOf'] = ({ id }, keys, period, months) => {
    const asked = narrowed(keys);
    const found = book.resolve(id, asked, period, months);
    const isWhole = found.why === 'no-target' && asked.size === 0 && only.size === 0;
    const own = isWhole && period.id === stated.period.id ? stated.byKpi.get(id) : undefined;
    return own === undefined ? found : { target: own, why: null };
  };
  const shareOf = (kpi: Kpi, keys: Keys, period: Period): ExpectedShare | null => {
    if (!isRunning(context, period)) return null;
    const monthly = (month: Period) => targetOf(kpi, keys, month, new Set()).target;
    return expectedShare(period, lastDayOf(context, period), data.holidays, monthly);
  };
  const statusOf: TargetView['paceStatus'] = (kpi, keys, period, measure, target) => {
    const share = shareOf(kpi, keys, period);
    const exact = exactOf(measure);
    if (share === null || exact === null || target === null) return null;
    return paceStatus(exact, target, book.addingOf(kpi.id).time ? share.share : null, kpi.better);
  };
  return {
    book,
    dimensions: book.dimensions,
    members: (names) => book.members(names),
    targetOf,
    paceStatus: statusOf,
    paceOf(kpi, period, measure, months) {
      const share = shareOf(kpi, new Map(), period);
      if (share === null) return null;
      const { target } = targetOf(kpi, new Map(), period, months);
      return {
        elapsed: expectedBy({ units: 1n, scale: 0 }, share),
        basis: share.basis,
        expected: target && expectedBy(target, share),
        status: statusOf(kpi, new Map(), period, measure, target),
      };
    },
  };

  function isRunning({ asOf }: Context, period: Period): boolean {
    return completeness(period, data, population, asOf) === null;
  }
}

/** Where each `--only` names one value, that value; several values have no target of their own. */
function onlyKeys(only: ReadonlyMap<string, readonly string[]>): [string, string][] {
  return [...only].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : '']);
}

function lastDayOf({ asOf, population }: Context, { end }: Period): Day {
  return Math.min(asOf ?? population.lastDay, end);
}

function exactOf({ actual, numerator, denominator }: Measure): Fraction | null {
  return actual === null ? null : exactValue({ actual, numerator, denominator });
}

/** Ids of the months in which the population has rows of the period. */
export function monthsWithRows(population: Population, period: Period): Set<string> {
  const { firstDay, lastDay } = population;
  const [start, end] = [Math.max(period.start, firstDay), Math.min(period.end, lastDay)];
  if (end < start) return new Set();
  const months = periodsBetween(monthStart(start), monthEnd(end), 'month');
  const hasRows = (month: Period) => {
    const [from, to] = stretchOf(population, { start: Math.max(month.start, start), end: Math.min(month.end, end) });
    return to > from;
  };
  return new Set(months.filter(hasRows).map(({ id }) => id));
}
