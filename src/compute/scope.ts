/** All that one evaluation is computed from: the data set, the period, what it is compared with, the options. */
import type { DataSet } from '../model/data-set.ts';
import type { Day } from '../model/day.ts';
import type { PeriodReport } from '../model/evaluation.ts';
import type { ComputeOptions } from '../model/options.ts';
import type { Period } from '../model/period.ts';
import { UserError } from '../problems/user-error.ts';
import { chooseKpis } from './choose-kpis.ts';
import { type ChosenPeriod, choosePeriod, comparePeriod, completeness } from './choose-period.ts';
import { checkOnly, factsOf } from './dimensions.ts';
import { type History, historyOf } from './history.ts';
import { type Kpi, missingOf } from './kpi.ts';
import { ownKpis } from './own/own-kpis.ts';
import type { Population } from './population.ts';
import { type Streams, streamsOf } from './streams.ts';
import { type TargetView, targetViewOf } from './target-view.ts';
import { withTargetVersion } from './targets/one-version.ts';

export interface Scope {
  readonly data: DataSet;
  readonly streams: Streams;
  /** The rows that the period is chosen by: sales where there are any. */
  readonly population: Population;
  readonly history: History;
  readonly kpis: readonly Kpi[];
  readonly chosen: ChosenPeriod;
  readonly period: Period;
  /** Null when there is nothing to compare with; cut to the elapsed part of a running period. */
  readonly compared: Period | null;
  /** Null while the period runs. */
  readonly completeBecause: PeriodReport['completeBecause'];
  readonly asOf: Day;
  readonly targets: TargetView;
  readonly options: ComputeOptions;
  /** True for what one person is shown of all: what the targets of all say is not told then. */
  readonly isPart: boolean;
}

const defaultLookback = 12;

/** The scope of one run. Throws a UserError where there is nothing to evaluate or an option names what is not there. */
export function scopeOf(given: DataSet, options: ComputeOptions): Scope {
  const data = withTargetVersion(given, options.targetVersion);
  if (factsOf(data).length === 0) throw nothingToEvaluate('data/no-facts', data);
  const only = options.only ?? new Map<string, readonly string[]>();
  checkOnly(data, only);
  const streams = streamsOf(data, { asOf: options.asOf, only });
  const population = streams.primary;
  if (population === null) throw nothingToEvaluate('data/no-dates', data);
  const chosen = choosePeriod(data, streams, population, options);
  const { period } = chosen;
  const completeBecause = completeness(period, data, population, options.asOf);
  const asOf = options.asOf ?? Math.min(population.lastDay, period.end);
  const compared = comparePeriod(period, population, options, completeBecause === null ? asOf : period.end);
  const history = historyOf(streams, options.lookback ?? defaultLookback, options.retentionBase);
  const kpis = chooseKpis(options.kpis, data, ownKpis(options.ownKpis ?? [], options.fiscalYearStart));
  const targets = targetViewOf({
    data,
    population,
    asOf: options.asOf,
    only,
    stated: { period, byKpi: options.kpiTargets ?? new Map() },
  });
  return {
    data,
    streams,
    population,
    history,
    kpis,
    chosen,
    period,
    compared,
    completeBecause,
    asOf,
    targets,
    options,
    isPart: false,
  };
}

function nothingToEvaluate(code: string, { tables, problems }: DataSet): UserError {
  const [first] = tables;
  return new UserError(code, { tables: tables.map(tableName), ...(first && { file: first.file }) }, { problems });
}

function tableName({ file, sheet }: { readonly file: string; readonly sheet: string | null }): string {
  return sheet === null ? file : `${file}!${sheet}`;
}

/** The KPIs that this data has the columns for. */
export function usableKpis({ kpis, history }: Scope): readonly Kpi[] {
  return kpis.filter((kpi) => missingOf(kpi, history).length === 0);
}
