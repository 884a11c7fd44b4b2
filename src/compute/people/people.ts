/** The one-to-one of every person, by the kernels of all other figures, grouped by person: never one evaluation each. */
import { foldText } from '../../lib/fold-text.ts';
import type { BreakdownEntry, KpiResult } from '../../model/evaluation.ts';
import { mostPeople, type People, type PersonLists, type PersonReport } from '../../model/people.ts';
import { type Period, periodsBetween } from '../../model/period.ts';
import { sortedGroups } from '../breakdown.ts';
import { type Cut, groupCut } from '../cut.ts';
import type { Kpi } from '../kpi.ts';
import { revenue } from '../kpis/revenue.ts';
import { type Measured, measureAll } from '../measures.ts';
import { resultsOf } from '../results.ts';
import { type Scope, usableKpis } from '../scope.ts';
import { customerNames } from './customer-names.ts';
import { gainedIn, lostBy } from './customers.ts';
import { dealsOf } from './deals.ts';
import { largestCustomers, largestOrders } from './orders.ts';
import { type Persons, personsOf } from './persons.ts';

/** A person who had actuals or targets in the period. */
export interface PersonResult {
  readonly group: number;
  readonly name: string;
  readonly keys: ReadonlyMap<string, string>;
  readonly kpis: readonly KpiResult[];
}

export interface PersonResults {
  readonly persons: Persons;
  readonly cut: Cut;
  /** By revenue from the highest. */
  readonly list: readonly PersonResult[];
}

/** Null where the data does not know people. `breakdown`: what is computed already by rep alone. */
export function personResults(scope: Scope, breakdown: readonly BreakdownEntry[]): PersonResults | null {
  const { data, streams, period, compared, history, targets } = scope;
  const persons = personsOf(data, (names) => targets.members(names));
  if (persons === null) return null;
  const kpis = usableKpis(scope);
  const cut = groupCut(streams, period, persons);
  const known = persons.shared.size > 0 ? [] : breakdown;
  const measured = known.length > 0 ? [revenue] : [revenue, ...kpis.filter((kpi) => kpi !== revenue)];
  const now = measureAll(measured, cut, history);
  const then = known.length > 0 ? null : compared && thenOf(scope, persons, compared, measured);
  const byName = new Map(known.map(({ by, kpis: results }) => [foldText(by['rep'] ?? ''), results]));
  const list = sortedGroups(persons, now).map(({ group, values }): PersonResult => {
    const keys = persons.keysOf(group);
    const results = byName.get(foldText(values[0] ?? '')) ?? resultsOf(scope, kpis, { now, then, group, period, keys });
    return { group, name: nameOf(values), keys, kpis: results };
  });
  return { persons, cut, list: list.filter(({ kpis: results }) => results.some(isThere)) };
}

function thenOf({ streams, history }: Scope, persons: Persons, compared: Period, kpis: readonly Kpi[]): Measured {
  return measureAll(kpis, groupCut(streams, compared, persons, 'unknown'), history);
}

function nameOf([name = '', apart]: readonly string[]): string {
  return apart === undefined ? name : `${name} (${apart})`;
}

function isThere({ rows, target }: KpiResult): boolean {
  return rows > 0 || target !== null;
}

/** What the sheets of people show; null where the data does not know people. */
export function peopleOf(scope: Scope, breakdown: readonly BreakdownEntry[]): People | null {
  const results = personResults(scope, breakdown);
  if (results === null) return null;
  const shown = results.list.slice(0, mostPeople);
  const trendOf = trendsOf(scope, results.persons);
  const listsOf = listsIn(scope, results.cut);
  const list = shown.map(
    ({ group, name, keys, kpis }): PersonReport => ({
      name,
      by: Object.fromEntries(keys),
      kpis,
      trend: trendOf(group),
      lists: listsOf(group),
    }),
  );
  return { list, all: results.list.length };
}

/** Sub-periods that a chart can tell apart. */
const mostPoints = 24;

/** The first KPI by person and sub-period, up to the evaluated period's end. */
function trendsOf(scope: Scope, persons: Persons): (group: number) => PersonReport['trend'] {
  const { streams, history, options, period } = scope;
  const [kpi] = usableKpis(scope);
  const last = Math.min(streams.lastDay, Math.max(period.end, streams.firstDay));
  const periods = periodsBetween(streams.firstDay, last, options.grain ?? 'month', options.fiscalYearStart).slice(
    -mostPoints,
  );
  if (kpi === undefined) return () => [];
  // A course has no comparison: the one of the period stands beside it.
  const then = null;
  const measured = periods.map((one) => ({
    one,
    now: measureAll([kpi], groupCut(streams, one, persons, 'unknown'), history),
  }));
  return (group) =>
    measured.flatMap(({ one, now }) => {
      const keys = persons.keysOf(group);
      return resultsOf(scope, [kpi], { now, then, group, period: one, keys }).map((result) => ({
        period: one.id,
        kpi: result,
      }));
    });
}

function listsIn({ data, history }: Scope, cut: Cut): (group: number) => PersonLists {
  const sales = cut.slice('sales');
  const hasDeals = cut.slice('closed') !== null || cut.slice('open') !== null;
  const nameOf = customerNames(data);
  const gained = sales === null ? () => null : gainedIn(sales, history);
  return (group) => ({
    ...(hasDeals ? dealsOf(cut, group, nameOf) : { won: null, openOrLost: null }),
    orders: hasDeals || sales === null || data.areTotals ? null : largestOrders(sales, group),
    customers: hasDeals || sales === null ? null : largestCustomers(sales, group),
    gained: gained(group),
    lost: lostBy(cut, group, history),
  });
}
