/** One evaluation per person, of their own rows and targets alone: what `--split` makes a file of. */
import { type Decimal, zero } from '../../lib/decimal.ts';
import type { DataSet } from '../../model/data-set.ts';
import type { ComputeOptions } from '../../model/options.ts';
import { type Computed, evaluateScope } from '../evaluate.ts';
import { historyOf } from '../history.ts';
import { revenue } from '../kpis/revenue.ts';
import { measureAll } from '../measures.ts';
import { type Scope, scopeOf } from '../scope.ts';
import { streamsOf } from '../streams.ts';
import { targetViewOf } from '../target-view.ts';
import { partOf, type Whole } from './part-of.ts';
import { type PersonResult, type PersonResults, personResults } from './people.ts';

export interface Part {
  /** As shown: with what tells them apart where several bear one name. */
  readonly name: string;
  /** Like `evaluate --only rep=NAME`, with the period and the history of customers of all the data. */
  readonly evaluate: () => { readonly data: DataSet; readonly computed: Computed };
}

export interface Parts {
  readonly period: string;
  readonly list: readonly Part[];
  /** Rows of the period that are nobody's, with their revenue: they are in no part. */
  readonly nobody: { readonly rows: number; readonly amount: Decimal };
}

/** One part per person with actuals or targets in the period; null where the data does not know people. */
export function partsOf(data: DataSet, options: ComputeOptions): Parts | null {
  const scope = scopeOf(data, options);
  const results = personResults(scope, []);
  if (results === null) return null;
  const ownerOfReturn = ownersOfReturns(scope, results);
  return {
    period: scope.period.id,
    list: results.list.map((person) => ({
      name: person.name,
      evaluate() {
        const part = scopeOfPart(scope, { data, persons: results.persons, ownerOfReturn }, person);
        return { data: part.data, computed: evaluateScope(part, { workbook: true }) };
      },
    })),
    nobody: nobodys(scope, results),
  };
}

function nobodys({ history }: Scope, { cut, persons }: PersonResults): Parts['nobody'] {
  const measured = measureAll([revenue], cut, history);
  return {
    rows: measured.rows(revenue, persons.nobody),
    amount: measured.measure(revenue, persons.nobody).actual ?? zero,
  };
}

function scopeOfPart(whole: Scope, all: Whole, { group, keys }: PersonResult): Scope {
  const { asOf, options } = whole;
  const data = partOf({ ...all, data: whole.data }, group);
  const own = new Map([...keys].map(([name, value]) => [name, [value]] as const));
  const only = new Map([...(options.only ?? []), ...own]);
  const streams = streamsOf(data, { asOf: options.asOf, only, within: whole.streams });
  const population = streams.primary ?? whole.population;
  return {
    ...whole,
    data,
    streams,
    population,
    history: historyOf(streams, whole.history.lookback, whole.history.retentionBase, whole.history),
    targets: targetViewOf({
      data,
      population: whole.population,
      asOf: options.asOf,
      only,
      stated: { period: whole.period, byKpi: new Map() },
    }),
    options: ownOptions(options, only),
    asOf,
    isPart: true,
  };
}

/** An order with rows of several people is whoever's its first row is. */
function ownersOfReturns({ data, history }: Scope, { persons }: PersonResults): Whole['ownerOfReturn'] {
  const owners = new Map<string, number>();
  const ids = history.column('orderId', 'text');
  const groups = persons.groupsOf('orders');
  if (ids === null || groups === null || !data.returns?.rows) return owners;
  const groupOf = history.population.inOrder(groups.groupOf);
  const isOpen = Uint8Array.from({ length: ids.size }, (_, code) =>
    data.returns?.orderIds.has(ids.text(code)) ? 1 : 0,
  );
  for (const row of history.population.rows) {
    const code = ids.codes[row] ?? 0;
    if (isOpen[code] !== 1) continue;
    isOpen[code] = 0;
    owners.set(ids.text(code), groupOf[row] ?? persons.nobody);
  }
  return owners;
}

/** Control totals, limits and the targets of a config are of the whole; whose file it is needs no other breakdown than the person. */
function ownOptions(options: ComputeOptions, only: ReadonlyMap<string, readonly string[]>): ComputeOptions {
  const { expect: _expect, failUnder: _failUnder, kpiTargets: _targets, ...rest } = options;
  return { ...rest, only, by: options.by ?? [['rep']] };
}
