/** The list of tables that were given, read or not. */
import { groupBy } from '../lib/group-by.ts';
import type { StatusReport, TableReport } from '../model/data-set.ts';
import type { RecognisedTable } from '../model/mapping.ts';
import type { RawFile } from '../model/raw-table.ts';
import type { FactPart } from './assemble.ts';
import { stageReports } from './datasets/stages.ts';
import { moneyWhere } from './line-amount.ts';
import { statusUse } from './status-words.ts';
import type { TypedTable } from './typed-table.ts';

export interface ReportInput {
  readonly table: RecognisedTable;
  /** Undefined for a table that was not read. */
  readonly typed: TypedTable | undefined;
  readonly notRead: string | null;
  readonly part: FactPart | undefined;
  readonly leftOut: number;
}

export function tableReport(
  { table, typed, notRead, part, leftOut }: ReportInput,
  file: RawFile | undefined,
): TableReport {
  const { raw, mapping } = table;
  const columns = new Map<string, string>();
  for (const { field, heading } of mapping.columns)
    if (field !== null && !columns.has(field)) columns.set(field, heading);
  return {
    file: raw.file,
    sheet: raw.sheet,
    dataset: mapping.dataset,
    preset: mapping.preset,
    headerRow: mapping.headerRow,
    rows: typed?.rowCount ?? Math.max(0, raw.rowCount - mapping.firstData - mapping.roles.size),
    leftOut,
    encoding: file?.encoding ?? null,
    delimiter: file?.delimiter ?? null,
    statuses: typed ? statusReports(typed) : [],
    columns,
    columnCount: mapping.columns.length,
    notRead,
    factRows: part && part.end > part.start ? [part.start, part.end] : null,
  };
}

/** Reports of what stands in the same sheet, one after the other in the facts, as one a sheet. */
export function asOne(reports: readonly TableReport[]): TableReport[] {
  return [...groupBy(reports, ({ file, sheet }) => `${file}\n${sheet ?? ''}`).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const ranges = same.flatMap(({ factRows }) => factRows ?? []);
    return {
      ...first,
      rows: same.reduce((sum, { rows }) => sum + rows, 0),
      leftOut: same.reduce((sum, { leftOut }) => sum + leftOut, 0),
      factRows: ranges.length > 0 ? [Math.min(...ranges), Math.max(...ranges)] : null,
    };
  });
}

/** Each distinct status, of deals stage, with rows and money, the most frequent first. */
export function statusReports(table: TypedTable): StatusReport[] {
  if (table.dataset === 'deals')
    return stageReports(table).map(({ value, rows, amount, use }) => ({ value, rows, amount, use }));
  const status = table.text('status');
  if (!status || (table.dataset !== 'orders' && table.dataset !== 'payments')) return [];
  const rows = new Uint32Array(status.size);
  for (let row = 0; row < table.rowCount; row += 1) {
    const code = status.codes[row] ?? 0;
    rows[code] = (rows[code] ?? 0) + 1;
  }
  const amount = table.amount('amount');
  return Array.from({ length: status.size - 1 }, (_, index) => index + 1)
    .map((code) => ({
      value: status.text(code),
      rows: rows[code] ?? 0,
      amount: moneyWhere(amount, (row) => status.codes[row] === code && table.included[row] === 1),
      use: statusUse(status.text(code), table.statusWords),
    }))
    .filter((report) => report.rows > 0)
    .toSorted((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1));
}
