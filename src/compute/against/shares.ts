/** What each row does for the KPIs that rows add up to: by the terms that `explain` shows them with. */
import { add, type Decimal, decimal, multiply } from '../../lib/decimal.ts';
import type { FactDataset } from '../../model/data-set.ts';
import type { KeptShare } from '../../model/kept-rows.ts';
import type { TextColumn } from '../../model/table.ts';
import { amountAt } from '../aggregate/sum.ts';
import type { Cut } from '../cut.ts';
import type { Kpi } from '../kpi.ts';
import type { Scope } from '../scope.ts';
import type { Slice } from '../slice.ts';
import type { Adding, RowsTerm, Term } from '../trace/term.ts';
import { termsOf } from '../trace/terms/index.ts';

interface Found {
  readonly dataset: FactDataset;
  readonly share: KeptShare;
}

/** Per dataset what its rows do for the KPI; null where rows do not add up to it. */
export function sharesOf(scope: Scope, cut: Cut, kpi: Kpi): ReadonlyMap<FactDataset, KeptShare> | null {
  const terms = termsOf(kpi, scope.options.ownKpis ?? []);
  const found = terms.map((term) => shareOf(scope, cut, term));
  const there = found.filter((one) => one !== 'none');
  const shares = new Map<FactDataset, KeptShare>();
  for (const one of there) {
    // What is counted once cannot be added to anything.
    if (one === null || (one.share.adds === 'key' && there.length > 1)) return null;
    const known = shares.get(one.dataset);
    shares.set(one.dataset, known ? both(known, one.share) : one.share);
  }
  return shares.size > 0 ? shares : null;
}

/** `none` where the data has nothing of the term; null where it is not a sum over rows of the period. */
function shareOf(scope: Scope, cut: Cut, term: Term): Found | 'none' | null {
  if (term.role !== 'value') return null;
  switch (term.kind) {
    case 'figure':
      return null;
    case 'list':
      return term.listed({ cut, group: 0, history: scope.history }).length > 0 ? null : 'none';
    case 'rows':
      return term.when === 'before' || term.when === 'base' ? null : rowsShare(scope, cut, term);
  }
}

function rowsShare({ data, streams, history }: Scope, cut: Cut, term: RowsTerm): Found | 'none' {
  const slice = (term.when === 'to-date' ? cut.toDate() : cut)?.slice(term.stream) ?? null;
  const dataset = streams.datasetOf(term.stream);
  const facts = dataset && data.facts[dataset];
  if (slice === null || dataset === null || !facts) return 'none';
  const at = { slice, cut, group: 0, history };
  const adding = term.adding(at);
  if (adding === null) return 'none';
  const places = placesIn(slice, facts.rowCount, term.wanted?.(at));
  return { dataset, share: shareBy(adding, places, term.factor ?? 1) };
}

/** The row of the slice by row of the facts; -1 where it is not wanted. */
function placesIn(slice: Slice, rowCount: number, wanted: ((row: number) => boolean) | undefined): Int32Array {
  const places = new Int32Array(rowCount).fill(-1);
  const rowOf = factRows(slice, rowCount);
  for (const row of slice.rows) if (wanted === undefined || wanted(row)) places[rowOf[row] ?? 0] = row;
  return places;
}

function shareBy(adding: Adding, places: Int32Array, factor: number): KeptShare {
  const at =
    <Value>(find: (row: number) => Value) =>
    (row: number) => {
      const place = places[row] ?? -1;
      return place < 0 ? null : find(place);
    };
  const times = (value: Decimal | null) => value && (factor === 1 ? value : multiply(value, decimal(factor)));
  switch (adding.kind) {
    case 'one':
      return { adds: 'amount', at: at(() => decimal(factor)) };
    case 'column':
      return { adds: 'amount', at: at((row) => times(amountAt(adding.column, row))) };
    case 'each':
      return { adds: 'amount', at: at((row) => times(adding.amountOf(row))) };
    case 'distinct':
      return { adds: 'key', at: at((row) => keyAt(adding.column, adding.blanks, row)) };
  }
}

function keyAt(column: TextColumn, countsBlanks: boolean, row: number): string | null {
  const code = column.codes[row] ?? 0;
  return code === 0 && !countsBlanks ? null : column.text(code);
}

function both(a: KeptShare, b: KeptShare): KeptShare {
  if (a.adds !== 'amount' || b.adds !== 'amount') return a;
  return {
    adds: 'amount',
    at(row) {
      const [one, other] = [a.at(row), b.at(row)];
      return one && other ? add(one, other) : (one ?? other);
    },
  };
}

/** The row of the facts by row of the slice. */
export function factRows({ population }: Slice, rowCount: number): Uint32Array {
  return population.inOrder(new Uint32Array(rowCount).map((_, row) => row));
}
