/** Two runs held against each other, row by row. */
import { type Against, type ChangedRow, changeKinds } from '../../model/against.ts';
import { type FactDataset, factDatasets } from '../../model/data-set.ts';
import type { KeptRows, KeptTable } from '../../model/kept-rows.ts';
import { Comparing, type TablePair } from './changed-rows.ts';
import { changesOf, differenceOf, peopleOf, perKind, type Runs } from './differences.ts';

export type Compared = Pick<Against, 'counts' | 'elsewhere' | 'kpis' | 'people' | 'rows'> & {
  /** Fields that only one of the runs has. */
  readonly onlyFields: { readonly was: readonly string[]; readonly now: readonly string[] };
};

export function compareRuns(runs: Runs): Compared {
  const changes = new Map(runs.kpis.flatMap(({ id }) => changesOf(id, runs)));
  const lists = {
    rows: perKind<ChangedRow[]>(() => []),
    counts: perKind(() => 0),
    elsewhere: perKind(() => 0),
  };
  const reps = new Map<string, string>();
  for (const dataset of factDatasets) {
    const pair = tablesOf(dataset, runs);
    if (pair !== null) new Comparing(pair, changes, reps).into(lists);
  }
  const kpis = runs.kpis.map((kpi) => differenceOf(kpi, runs, changes.get(kpi.id)));
  return {
    counts: lists.counts,
    elsewhere: lists.elsewhere,
    kpis,
    people: hasReps(runs) ? peopleOf(kpis, changes, [...reps.values()]) : [],
    rows: changeKinds.flatMap((kind) => lists.rows[kind]),
    onlyFields: {
      was: fieldsBeside(runs.was, runs.now),
      now: fieldsBeside(runs.now, runs.was),
    },
  };
}

/** People can only be told apart where both runs know them. */
function hasReps({ was, now }: Runs): boolean {
  return [was, now].every(({ tables }) => tables.some(({ fields }) => fields.some(({ name }) => name === 'rep')));
}

function tablesOf(dataset: FactDataset, { was, now }: Runs): TablePair | null {
  const of = ({ tables }: KeptRows) => tables.find((table) => table.dataset === dataset);
  const [one, other] = [of(was), of(now)];
  if (one && other) return { was: one, now: other };
  if (one) return { was: one, now: withoutRows(one) };
  return other ? { was: withoutRows(other), now: other } : null;
}

function withoutRows(table: KeptTable): KeptTable {
  return { ...table, rowCount: 0 };
}

function fieldsBeside({ tables }: KeptRows, other: KeptRows): string[] {
  return tables.flatMap((table) => {
    const own = other.tables.find(({ dataset }) => dataset === table.dataset);
    if (own === undefined) return [];
    return table.fields.filter(({ name }) => !own.fields.some((field) => field.name === name)).map(({ name }) => name);
  });
}
