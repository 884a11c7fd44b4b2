/** A KPI of a scope with the rows behind it. */
import { type Decimal, zero } from '../../lib/decimal.ts';
import type { FactDataset, TableReport } from '../../model/data-set.ts';
import type { KpiResult } from '../../model/evaluation.ts';
import type { Exclusion, TermKey, TracedGroup, TracedTerm } from '../../model/explanation.ts';
import type { Period } from '../../model/period.ts';
import { keysOf, sortedGroups } from '../breakdown.ts';
import { type Cut, groupCut, wholeCut } from '../cut.ts';
import { groupingBy } from '../grouping.ts';
import { type Kpi, missingOf } from '../kpi.ts';
import { revenue } from '../kpis/revenue.ts';
import { measureAll } from '../measures.ts';
import { customerLines } from '../people/customers.ts';
import { resultsOf } from '../results.ts';
import type { Scope } from '../scope.ts';
import { exclusionsOf, type Used } from './excluded.ts';
import { type Chosen, listedBehind, rowsBehind, totalOf } from './rows-behind.ts';
import type { At, FigureTerm, ListTerm, RowsTerm, Term } from './term.ts';
import { termsOf } from './terms/index.ts';

export interface Traced {
  readonly groups: readonly TracedGroup[];
  readonly excluded: readonly Exclusion[];
}

/** Of the whole, or per member of `names`. Nothing where the data lacks what the KPI needs. */
export function traceKpi(scope: Scope, kpi: Kpi, names: readonly string[] | undefined): Traced {
  if (missingOf(kpi.growthOf ?? kpi, scope.history).length > 0) return { groups: [], excluded: [] };
  const terms = termsOf(kpi, scope.options.ownKpis ?? []);
  const tracing = new Tracing(scope);
  const groups = groupsOf(scope, kpi, names).map(({ by, result, cut, before, group }) => {
    const { history } = scope;
    // A change is made of two numbers.
    const base = kpi.growthOf && before ? tracing.termsIn(terms, { cut: before, group, history }, result) : [];
    return { by, result, terms: [...tracing.termsIn(terms, { cut, group, history }, result), ...base] };
  });
  return { groups, excluded: exclusionsOf(scope, tracing.used()) };
}

interface Group {
  readonly by: Readonly<Record<string, string>>;
  readonly result: KpiResult;
  readonly cut: Cut;
  /** The same groups in the compared period. */
  readonly before: Cut | null;
  readonly group: number;
}

/** In the order of the breakdown. */
function groupsOf(scope: Scope, kpi: Kpi, names: readonly string[] | undefined): Group[] {
  const { data, streams, period, compared, history, targets } = scope;
  if (names === undefined) {
    const cut = wholeCut(streams, period);
    const now = measureAll([kpi], cut, history);
    const before = compared && wholeCut(streams, compared, 'unknown');
    const then = before && measureAll([kpi], before, history);
    const results = resultsOf(scope, [kpi], { now, then, group: 0, period, keys: new Map() });
    return results.map((result) => ({ by: {}, result, cut, before, group: 0 }));
  }
  const grouping = groupingBy(data, names, targets.members(names));
  const cut = groupCut(streams, period, grouping);
  const now = measureAll([revenue, kpi], cut, history);
  const before = compared && groupCut(streams, compared, grouping, 'unknown');
  const then = before && measureAll([kpi], before, history);
  return sortedGroups(grouping, now).flatMap(({ group, values }) => {
    const by = Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
    const results = resultsOf(scope, [kpi], { now, then, group, period, keys: keysOf(names, values) });
    return results.map((result) => ({ by, result, cut, before, group }));
  });
}

type Spot = Omit<At, 'slice'>;

/** Terms of one group after another, and which rows they are made of all together. */
class Tracing {
  readonly #scope: Scope;
  readonly #tables: readonly TableReport[];
  readonly #used = new Map<FactDataset, Used>();
  readonly #rowsOf = new Map<RowsTerm['stream'], Uint32Array>();

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#tables = scope.data.tables;
  }

  termsIn(terms: readonly Term[], spot: Spot, result: KpiResult): TracedTerm[] {
    const values = new Map<TermKey, Decimal>();
    const made = new Map<Term, TracedTerm>();
    // What comes from no row is known from what the rows say.
    for (const term of [...terms].sort((a, b) => Number(a.kind === 'figure') - Number(b.kind === 'figure'))) {
      const traced = this.#termOf(term, spot, result, (key) => values.get(key) ?? zero);
      if (traced === null) continue;
      values.set(term.key, traced.value);
      made.set(term, traced);
    }
    return terms.flatMap((term) => made.get(term) ?? []);
  }

  used(): Used[] {
    return [...this.#used.values()];
  }

  #termOf(term: Term, spot: Spot, result: KpiResult, amountOf: (key: TermKey) => Decimal): TracedTerm | null {
    switch (term.kind) {
      case 'rows':
        return this.#rowsTerm(term, spot);
      case 'list':
        return listTerm(term, spot);
      case 'figure':
        return figureTerm(term, spot, result, amountOf);
    }
  }

  #rowsTerm(term: RowsTerm, spot: Spot): TracedTerm | null {
    const { group } = spot;
    const slice = cutOf(term, spot)?.slice(term.stream) ?? null;
    const dataset = this.#scope.streams.datasetOf(term.stream);
    const facts = dataset && this.#scope.data.facts[dataset];
    if (slice === null || dataset === null || !facts) return null;
    const at: At = { slice, ...spot };
    const adding = term.adding(at);
    if (adding === null) return null;
    const wanted = term.wanted?.(at);
    const all = slice.rows.subarray(slice.starts[group] ?? 0, slice.starts[group + 1] ?? 0);
    const rows = wanted === undefined ? all : all.filter(wanted);
    const { population } = slice;
    const chosen: Chosen = {
      dataset,
      facts,
      population,
      rowOf: this.#factRows(term.stream, facts.rowCount),
      rows,
      adding,
    };
    this.#mark(term, chosen);
    return {
      ...namesOf(term, spot, slice.periodOf(group)),
      value: totalOf(chosen),
      rows: rowsBehind(chosen, this.#tables),
      members: term.namesCustomers === true ? customerLines(slice, group, rows) : null,
    };
  }

  /** The row of the facts by row of the stream. */
  #factRows(stream: RowsTerm['stream'], rowCount: number): Uint32Array {
    const known = this.#rowsOf.get(stream);
    if (known) return known;
    const numbers = new Uint32Array(rowCount).map((_, row) => row);
    const made = this.#scope.streams.population(stream)?.inOrder(numbers) ?? numbers;
    this.#rowsOf.set(stream, made);
    return made;
  }

  #mark({ stream, when }: RowsTerm, { dataset, facts, rows, rowOf }: Chosen): void {
    const used = this.#used.get(dataset) ?? {
      dataset,
      stream,
      isToDate: when === 'to-date',
      facts,
      isUsed: new Uint8Array(facts.rowCount),
    };
    this.#used.set(dataset, used);
    for (const row of rows) used.isUsed[rowOf[row] ?? 0] = 1;
  }
}

function cutOf({ when = 'now' }: RowsTerm, { cut, history }: Spot): Cut | null {
  switch (when) {
    case 'now':
      return cut;
    case 'before':
      return cut.preceding();
    case 'base':
      return cut.preceding(history.retentionBase);
    case 'to-date':
      return cut.toDate();
  }
}

function namesOf(
  term: Term,
  { cut, group, history }: Spot,
  own?: Period,
): Omit<TracedTerm, 'value' | 'rows' | 'members'> {
  const { key, role, factor = 1, unit, kpi = null } = term;
  const now = cut.periodOf(group);
  const before = cut.preceding(history.retentionBase).periodOf(group);
  const isOther = term.kind === 'rows' && (term.when === 'before' || term.when === 'base');
  const then = isOther ? (own ?? before) : before;
  return { key, role, factor, unit, kpi, now: now.id, base: then.id, period: (own ?? now).id };
}

function listTerm(term: ListTerm, spot: Spot): TracedTerm | null {
  const listed = term.listed(spot);
  if (listed.length === 0) return null;
  const value = totalOf({
    rows: Uint32Array.from(listed, (_, i) => i),
    adding: { kind: 'each', amountOf: (row) => listed[row]?.adds ?? null },
  });
  return { ...namesOf(term, spot), value, rows: listedBehind(listed), members: null };
}

function figureTerm(
  term: FigureTerm,
  spot: Spot,
  result: KpiResult,
  amountOf: (key: TermKey) => Decimal,
): TracedTerm | null {
  const value = term.figure(result, amountOf, spot);
  return value && { ...namesOf(term, spot), value, rows: null, members: null };
}
