/** The rows of a scope with what each does for the KPIs that rows add up to. */
import type { FactDataset } from '../../model/data-set.ts';
import type { KeptRows, KeptShare, KeptTable } from '../../model/kept-rows.ts';
import type { Facts } from '../../model/table.ts';
import { type Cut, wholeCut } from '../cut.ts';
import { factsOf } from '../dimensions.ts';
import { measureAll } from '../measures.ts';
import { type Scope, usableKpis } from '../scope.ts';
import { fieldsOf } from './kept-fields.ts';
import { factRows, sharesOf } from './shares.ts';

/** All rows of all facts, whatever their period: a row may come into it by a change. */
export function keepRows(scope: Scope): KeptRows {
  const cut = wholeCut(scope.streams, scope.period);
  const kpis = usableKpis(scope);
  const shares = kpis.map((kpi) => [kpi.id, sharesOf(scope, cut, kpi)] as const);
  const measured = measureAll(kpis, cut, scope.history);
  return {
    period: { id: scope.period.id },
    tables: factsOf(scope.data).map(([dataset, facts]) => {
      const own = shares.flatMap(([id, found]) => {
        const share = found?.get(dataset);
        return share ? [[id, share] as const] : [];
      });
      return tableOf({ scope, cut, dataset, facts, shares: new Map(own) });
    }),
    actuals: new Map(kpis.filter(({ growthOf }) => !growthOf).map((kpi) => [kpi.id, measured.measure(kpi, 0).actual])),
  };
}

interface Source {
  readonly scope: Scope;
  readonly cut: Cut;
  readonly dataset: FactDataset;
  readonly facts: Facts;
  readonly shares: ReadonlyMap<string, KeptShare>;
}

function tableOf({ scope, cut, dataset, facts, shares }: Source): KeptTable {
  const leftOut = leftOutRows(scope, facts);
  const inPeriod = rowsOfPeriod(scope, cut, dataset, facts);
  return {
    dataset,
    rowCount: facts.rowCount,
    fields: fieldsOf(facts),
    shares,
    placeOf: (row) => facts.placeOf(row),
    isThere: (row) => facts.included[row] === 1 || leftOut.has(row),
    isLeftOut: (row) => leftOut.has(row),
    isInPeriod: (row) => inPeriod[row] === 1,
  };
}

/** Rows that are left out for what stands in them: once it is put right, they are no new ones. Copies are no rows. */
function leftOutRows({ data }: Scope, facts: Facts): ReadonlySet<number> {
  const keyOf = ({ file, sheet, row }: ReturnType<Facts['placeOf']>) => `${file}\u0000${sheet ?? ''}\u0000${row ?? ''}`;
  const places = new Set(data.leftOut.filter(({ code }) => code !== 'table/overlap').map(({ place }) => keyOf(place)));
  const rows = new Set<number>();
  if (places.size === 0) return rows;
  for (let row = 0; row < facts.rowCount; row++) {
    if (facts.included[row] !== 1 && places.has(keyOf(facts.placeOf(row)))) rows.add(row);
  }
  return rows;
}

function rowsOfPeriod(scope: Scope, cut: Cut, dataset: FactDataset, facts: Facts): Uint8Array {
  const marks = new Uint8Array(facts.rowCount);
  for (const stream of new Set(usableKpis(scope).map((kpi) => kpi.stream))) {
    const slice = cut.slice(stream);
    if (slice === null || scope.streams.datasetOf(stream) !== dataset) continue;
    const rowOf = factRows(slice, facts.rowCount);
    for (const row of slice.rows) marks[rowOf[row] ?? 0] = 1;
  }
  return marks;
}
