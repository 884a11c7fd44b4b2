/** The data set → every figure of the evaluation. */
import { decimalFromText } from '../lib/decimal.ts';
import type { DataSet } from '../model/data-set.ts';
import type { BreakdownEntry, Evaluation, KpiResult, NotComputed, PeriodReport } from '../model/evaluation.ts';
import type { ComputeOptions } from '../model/options.ts';
import { breakdownBy } from './breakdown.ts';
import { cohortsOf } from './cohorts.ts';
import { customerBridge } from './customer-bridge.ts';
import { wholeCut } from './cut.ts';
import { factsOf } from './dimensions.ts';
import { gapOf } from './gap.ts';
import { rowsInPeriod } from './in-period.ts';
import { missingOf } from './kpi.ts';
import { revenue } from './kpis/revenue.ts';
import { measureAll } from './measures.ts';
import { peopleOf } from './people/people.ts';
import { priceVolumeMixOf } from './price-volume-mix.ts';
import { recentBy, recentPeriods } from './recent.ts';
import { resultsOf } from './results.ts';
import { runRateOf } from './run-rate.ts';
import { type Scope, scopeOf, usableKpis } from './scope.ts';
import { usualThresholds } from './status.ts';
import { monthsWithRows } from './target-view.ts';
import { teamsOf } from './teams.ts';
import { trendOf } from './trend.ts';
import { verdictOn } from './verdict.ts';
import { weightsOf } from './weights.ts';

/** Everything of the evaluation but what the use case knows: tool, files, config, language, outputs. */
export type Computed = Omit<
  Evaluation,
  'tool' | 'lang' | 'config' | 'options' | 'isRanked' | 'inputs' | 'outputs' | 'against' | 'rows'
> & {
  /** Data rows in the period per table, in the order of `data.tables`. */
  readonly inPeriod: readonly number[];
};

/**
 * Computes the evaluation of `data`. Throws a UserError where there is nothing to evaluate (`data/no-facts`,
 * `data/no-dates`) or an option names what is not there (period, KPI, dimension).
 */
export function evaluateDataSet(data: DataSet, options: ComputeOptions, extras: Extras = {}): Computed {
  return evaluateScope(scopeOf(data, options), extras);
}

/** What reports need beyond the document. */
export interface Extras {
  /** What only sheets of a workbook show: people, last months of the parts, teams, run rate, weights. */
  readonly workbook?: boolean;
}

export function evaluateScope(scope: Scope, { workbook = false }: Extras): Computed {
  const { data, options } = scope;
  const { results, notComputed } = headline(scope);
  const by = scope.options.by ?? defaultBy(scope);
  const breakdowns = by.map((names) => breakdownBy(scope, names));
  const byRep = by.findIndex((names) => names.length === 1 && names[0] === 'rep');
  const trend = trendOf(scope);
  const gap = gapOf(
    results.find(({ id }) => id === 'revenue'),
    explaining(scope, breakdowns),
  );
  return {
    ...periodPart(scope),
    ...(workbook ? besideFigures(scope, results, by, breakdowns[0] ?? []) : nothingBeside),
    ...verdictOn(scope, results, breakdowns.flat()),
    pace: paceOf(scope),
    currency: data.currency,
    currencyFrom: data.currencyFrom,
    ownKpis: options.ownKpis ?? [],
    fiscalYearStart: options.fiscalYearStart,
    controlled: (options.expect ?? []).map(({ kpi }) => kpi),
    thresholds: options.thresholds ?? usualThresholds,
    taxBasis: data.taxBasis,
    kpis: results,
    breakdown: breakdowns.flat(),
    by,
    trend,
    cohorts: options.cohorts === undefined ? null : cohortsOf(scope, options.cohorts),
    people: workbook ? peopleOf(scope, breakdowns[byRep] ?? []) : null,
    gap,
    notComputed,
    failUnder: failUnderOf(results, options),
    inPeriod: data.tables.map((table) => rowsInPeriod(scope, table)),
  };
}

function headline(scope: Scope): { results: KpiResult[]; notComputed: NotComputed[] } {
  const { kpis, history, streams, period, compared } = scope;
  const notComputed = kpis
    .map((kpi) => ({ id: kpi.id, why: 'missing-field' as const, missing: missingOf(kpi, history) }))
    .filter(({ missing }) => missing.length > 0);
  const usable = usableKpis(scope);
  const now = measureAll(usable, wholeCut(streams, period), history);
  const then = compared && measureAll(usable, wholeCut(streams, compared, 'unknown'), history);
  const results = resultsOf(scope, usable, { now, then, group: 0, period, keys: new Map() });
  return { results: results.map((result) => withBridges(scope, result)), notComputed };
}

/** Revenue tells which customers its change came from, and what of it is price, volume and mix. */
function withBridges(scope: Scope, result: KpiResult): KpiResult {
  if (result.id !== 'revenue') return result;
  return { ...result, details: { ...result.details, ...customerBridge(scope), ...priceVolumeMixOf(scope) } };
}

type BesideFigures = Pick<Evaluation, 'recent' | 'teams' | 'runRate' | 'weights'>;

const nothingBeside: BesideFigures = {
  recent: { periods: [], entries: [] },
  teams: [],
  runRate: null,
  weights: new Map(),
};

/** What reports show of the headline KPI beside the figures themselves. */
function besideFigures(
  scope: Scope,
  results: readonly KpiResult[],
  by: readonly (readonly string[])[],
  entries: readonly BreakdownEntry[],
): BesideFigures {
  const weights = weightsOf(scope, results);
  const headlineKpi = usableKpis(scope).find(({ id }) => id === results[0]?.id);
  if (headlineKpi === undefined) return { ...nothingBeside, weights };
  const periods = recentPeriods(scope);
  const recent = new Map(
    recentBy(scope, headlineKpi, by[0] ?? [], periods).map((entry) => [JSON.stringify(entry.by), entry]),
  );
  return {
    recent: {
      periods: periods.map(({ id }) => id),
      entries: entries.flatMap((entry) => recent.get(JSON.stringify(entry.by)) ?? []),
    },
    teams: teamsOf(scope, headlineKpi, by, periods),
    runRate: runRateOf(scope, headlineKpi),
    weights,
  };
}

const dimensionsByDefault = ['rep', 'region', 'category', 'product'];

/** rep, else the targets' first dimension, else region, category, product: the first that the facts have. */
function defaultBy({ data, targets }: Scope): readonly (readonly string[])[] {
  const [rep = 'rep', ...others] = dimensionsByDefault;
  const candidates = [rep, ...targets.dimensions, ...others];
  const found = candidates.find((name) => factsOf(data).some(([, facts]) => (facts.dimension(name)?.size ?? 0) > 1));
  return found === undefined ? [] : [[found]];
}

/** The entries that can explain a gap: the first breakdown where targets reach into it, else by the targets' own dimension. */
function explaining(scope: Scope, breakdowns: readonly BreakdownEntry[][]): readonly BreakdownEntry[] {
  const hasTargets = (entries: readonly BreakdownEntry[]) =>
    entries.some(({ kpis }) => kpis.some(({ id, target }) => id === 'revenue' && target !== null));
  const found = breakdowns.find(hasTargets);
  if (found) return found;
  const own = scope.targets.dimensions.find((name) => factsOf(scope.data).some(([, facts]) => facts.dimension(name)));
  return own === undefined ? (breakdowns[0] ?? []) : breakdownBy(scope, [own]);
}

function periodPart(scope: Scope) {
  const { chosen, period, compared, completeBecause, options, asOf } = scope;
  const report: PeriodReport = {
    id: period.id,
    start: period.start,
    end: period.end,
    complete: completeBecause !== null,
    completeBecause,
    from: chosen.from,
  };
  return {
    asOf,
    period: report,
    grain: options.grain ?? ('month' as const),
    compare: compared && { id: compared.id, start: compared.start, end: compared.end },
  };
}

/** Pace of the headline KPI while the period runs. */
function paceOf({ streams, population, period, history, targets }: Scope): Evaluation['pace'] {
  const sales = wholeCut(streams, period).slice('sales');
  const [measure] = sales ? revenue.measure(sales, history) : [];
  return measure ? targets.paceOf(revenue, period, measure, monthsWithRows(population, period)) : null;
}

/** Revenue's attainment in percent against `--fail-under`. */
function failUnderOf(results: readonly KpiResult[], { failUnder }: ComputeOptions): Evaluation['failUnder'] {
  if (failUnder === undefined) return null;
  const attainment = results.find(({ id }) => id === 'revenue')?.attainment ?? null;
  return {
    wanted: decimalFromText(failUnder),
    reached: attainment && { units: attainment.units * 100n, scale: attainment.scale },
  };
}
