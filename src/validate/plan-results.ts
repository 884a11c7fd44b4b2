/** What plans say was reached, as facts: for runs that have no others (`月份 | 姓名 | 目标 | 实际 | 完成率`). */
import {
  type MappedColumn,
  nothingStated,
  type PeriodColumn,
  type RecognisedTable,
  type RowRole,
} from '../model/mapping.ts';
import { liesIn, type Period } from '../model/period.ts';
import { cellKind, type RawColumn } from '../model/raw-table.ts';
import type { RowKeys } from './targets/row-keys.ts';
import type { TargetTable } from './targets/target-table.ts';

/** A row of a plan that may state what was reached; no period where these stand across. */
export interface PlanRow {
  readonly row: number;
  readonly period: Period | undefined;
  readonly keys: RowKeys;
  readonly kpi: string;
}

/**
 * The actuals of a plan as tables of `orders`, one for each column of them: a row for each row of the plan that has one and is
 * no sum of others, dated by the last day of its period. None where the plan has no such column.
 */
export function resultsOf(plan: TargetTable, rows: readonly PlanRow[]): RecognisedTable[] {
  const main = plan.column('actual');
  const own = parts(rows.filter(({ kpi }) => kpi === 'revenue'));
  if (main === undefined) return [];
  if (!plan.isWide) return resultsIn(plan, main, own);
  return finest(plan.mapping.periodColumns.filter(({ role }) => role === 'actual')).flatMap(({ index, period }) => {
    const column = plan.columnAt(index);
    return column
      ? resultsIn(
          plan,
          column,
          own.map((row) => ({ ...row, period })),
        )
      : [];
  });
}

/** Columns of months where quarters and years stand beside them. */
function finest(columns: readonly PeriodColumn[]): PeriodColumn[] {
  return columns.filter(
    ({ period }) => !columns.some((other) => other.period.id !== period.id && liesIn(other.period, period)),
  );
}

function resultsIn(plan: TargetTable, actual: MappedColumn, rows: readonly PlanRow[]): RecognisedTable[] {
  const { raw, mapping } = plan;
  const stated = rows.filter(({ row }) => plan.kind(actual.index, row) !== cellKind.empty);
  const ends = new Map(stated.flatMap(({ row, period }) => (period ? [[row, period.end] as const] : [])));
  if (ends.size === 0) return [];
  const fields = new Map<number, string>([[actual.index, 'amount']]);
  for (const { keys } of stated) for (const [dimension, index] of keys.columns) fields.set(index, dimension);
  const dated = plan.column('period') ?? actual;
  const columns = mapping.columns.map((column) => mapped(column, { field: fields.get(column.index) ?? null }));
  const orderDate = mapped(dated, { index: raw.columns.length, field: 'orderDate', type: 'date' });
  return [
    {
      raw: { ...raw, columns: [...raw.columns, daysOf(ends, raw.rowCount)] },
      mapping: {
        ...mapping,
        dataset: 'orders',
        columns: [...columns, orderDate],
        roles: rolesOf(raw.rowCount, ends),
        statements: nothingStated,
        periodColumns: [],
        problems: [],
      },
    },
  ];
}

/** Rows told apart by the most keys: one with fewer sums them up. */
function parts(rows: readonly PlanRow[]): PlanRow[] {
  const most = rows.reduce((found, { keys }) => Math.max(found, keys.keys.size), 0);
  return rows.filter(({ keys }) => keys.keys.size === most);
}

function daysOf(ends: ReadonlyMap<number, number>, rowCount: number): RawColumn {
  return {
    kinds: new Uint8Array(rowCount).fill(cellKind.date),
    values: Float64Array.from({ length: rowCount }, (_, row) => ends.get(row) ?? 0),
    pool: { size: 0, text: () => '', isPlain: true },
    formats: new Map(),
  };
}

function rolesOf(rowCount: number, ends: ReadonlyMap<number, number>): Map<number, RowRole> {
  const roles = new Map<number, RowRole>();
  for (let row = 0; row < rowCount; row += 1) if (!ends.has(row)) roles.set(row, 'footer');
  return roles;
}

/** A column with some of what is said of it changed; spelled out, because a mapped column counts when it is asked. */
function mapped(column: MappedColumn, changes: Partial<MappedColumn>): MappedColumn {
  const { index, heading, field, guess, confidence, type, dateOrder, numberFormat, unit, unitStated } = column;
  const { currency, tax, isPercent, empty, distinct, sample, smallest, largest } = column;
  const own = { index, heading, field, guess, confidence, type, dateOrder, numberFormat, unit, unitStated };
  return { ...own, currency, tax, isPercent, empty, distinct, sample, smallest, largest, ...changes };
}
