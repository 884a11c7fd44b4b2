/** One aggregate of a column, per group: what simple KPIs and both sides of ratios are made of. */
import { add, compare, type Decimal, decimal, divide } from '../../lib/decimal.ts';
import { keptPer } from '../../lib/kept-per.ts';
import type { FactDataset } from '../../model/data-set.ts';
import type { Aggregate } from '../../model/own-kpi.ts';
import type { Column, TextColumn } from '../../model/table.ts';
import { distinctOf } from '../aggregate/distinct.ts';
import { amountAt, sumWhere } from '../aggregate/sum.ts';
import type { History } from '../history.ts';
import { count as countOf, defined, type Measure, notDefined, quotient } from '../kpi.ts';
import type { Population } from '../population.ts';
import { mapGroups, type Slice } from '../slice.ts';
import type { StreamName } from '../streams.ts';
import { wantedRows } from './where.ts';

const streams: Readonly<Record<FactDataset, Readonly<Record<string, StreamName>>>> = {
  orders: { orderDate: 'sales', invoiceDate: 'invoiced', dueDate: 'due' },
  deals: { closeDate: 'closed', createdDate: 'created', expectedCloseDate: 'expected' },
  payments: { date: 'payments' },
  tickets: { createdAt: 'tickets', resolvedAt: 'resolved' },
  surveys: { date: 'ratings' },
};

export interface Part {
  readonly stream: StreamName;
  missing(history: History): readonly string[];
  /** One measure per group of the stream's slice; none where the rows lack a column. */
  measure(slice: Slice, history: History): readonly Measure[];
}

export function partOf(aggregate: Aggregate): Part {
  const { dataset, date, field, where } = aggregate;
  const stream = streams[dataset][date] ?? 'sales';
  const wanted = keptPer(({ facts }: Population) => wantedRows(facts, where));
  return {
    stream,
    missing(history) {
      const population = history.streams.population(stream);
      if (population === null) return history.streams.missing(stream);
      const lacks = [field, ...where.map((condition) => condition.field)].filter((name) => !hasField(population, name));
      return lacks.map((name) => `${dataset}.${name}`);
    },
    measure(slice) {
      const rows = wanted(slice.population);
      return rows === null ? [] : measured(slice, aggregate, rows);
    },
  };
}

function hasField({ facts }: Population, name: string): boolean {
  return (
    facts.columns.has(name) ||
    facts.dimension(name) !== undefined ||
    ((name === 'stage' || name === 'status') && facts.columns.has('outcome'))
  );
}

function measured(slice: Slice, { kind, field }: Aggregate, wanted: Uint8Array | undefined): readonly Measure[] {
  const { facts } = slice.population;
  const column = facts.columns.get(field);
  if (kind === 'countDistinct') {
    const texts: TextColumn | undefined = column?.kind === 'text' ? column : facts.dimension(field);
    if (!texts) return [];
    const isWanted = wanted && ((row: number) => wanted[row] === 1);
    return distinctOf(slice, texts, isWanted).map(({ distinct }) => defined(countOf(distinct)));
  }
  if (kind === 'count') return column ? countsOf(slice, column, wanted).map((rows) => defined(countOf(rows))) : [];
  if (column?.kind !== 'amount') return [];
  if (kind === 'sum') return sumWhere(slice, column, wanted).map((total) => defined(total));
  if (kind === 'average') {
    const counts = countsOf(slice, column, wanted);
    return sumWhere(slice, column, wanted).map((total, group) => {
      const rows = counts[group] ?? 0;
      return rows === 0 ? notDefined('no-data') : quotient(total, countOf(rows));
    });
  }
  return mapGroups(slice, (from, to) => {
    const rows = slice.rows.subarray(from, to).filter((row) => wanted === undefined || wanted[row] === 1);
    const values = [...rows].flatMap((row) => amountAt(column, row) ?? []).sort(compare);
    const found = pick(values, kind);
    return found === undefined ? notDefined('no-data') : defined(found);
  });
}

function pick(sorted: readonly Decimal[], kind: Aggregate['kind']): Decimal | undefined {
  if (kind === 'min') return sorted[0];
  if (kind === 'max') return sorted.at(-1);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined || compare(low, high) === 0) return low;
  return divide(add(low, high), decimal(2), Math.max(low.scale, high.scale) + 1);
}

function countsOf(slice: Slice, column: Column, wanted: Uint8Array | undefined): number[] {
  const isThere =
    column.kind === 'text' ? (row: number) => column.codes[row] !== 0 : (row: number) => column.present[row] === 1;
  return mapGroups(slice, (from, to) => {
    let rows = 0;
    for (let i = from; i < to; i++) {
      const row = slice.rows[i] ?? 0;
      if (isThere(row) && (wanted === undefined || wanted[row] === 1)) rows += 1;
    }
    return rows;
  });
}
