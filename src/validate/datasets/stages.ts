/** Per deal how it ended: its status where that says so, else its stage. */
import type { StatusReport, StatusUse } from '../../model/data-set.ts';
import type { TextColumn } from '../../model/table.ts';
import { moneyWhere } from '../line-amount.ts';
import type { TypedTable } from '../typed-table.ts';
import type { StageUse } from './stage-words.ts';

export type Outcome = 'won' | 'lost' | 'open';

interface Judged {
  readonly field: 'status' | 'stage';
  readonly column: TextColumn;
  readonly uses: readonly (StageUse | undefined)[];
}

export interface Stages {
  /** Null for dead deals. */
  outcome(row: number): Outcome | null;
  /** The words that decided, with what they mean; undefined where stage and status are blank. */
  decided(
    row: number,
  ): { readonly field: 'status' | 'stage'; readonly code: number; readonly use: StatusUse } | undefined;
}

export function stagesOf(table: TypedTable): Stages {
  const [status, stage] = [judged(table, 'status'), judged(table, 'stage')];
  const decided: Stages['decided'] = (row) => {
    const byStatus = status && useAt(status, row);
    if (byStatus && isSaid(byStatus.said)) return told(byStatus);
    const byStage = stage && useAt(stage, row);
    const one = byStage ?? byStatus;
    return one && told(one);
  };
  return {
    decided,
    outcome(row) {
      const use = decided(row)?.use;
      return use === 'won' || use === 'lost' ? use : use === 'not-counted' ? null : 'open';
    },
  };
}

function judged(table: TypedTable, field: Judged['field']): Judged | undefined {
  const column = table.text(field);
  if (!column) return undefined;
  return {
    field,
    column,
    uses: Array.from({ length: column.size }, (_, code) => table.meanings.stage(column.text(code))),
  };
}

interface Said {
  readonly field: Judged['field'];
  readonly code: number;
  readonly said: StageUse | undefined;
}

function useAt({ field, column, uses }: Judged, row: number): Said | undefined {
  const code = column.codes[row] ?? 0;
  return code === 0 ? undefined : { field, code, said: uses[code] };
}

function isSaid(said: StageUse | undefined): boolean {
  return said !== undefined && said !== 'silent';
}

function told({ field, code, said }: Said) {
  const use: StatusUse =
    said === undefined ? 'unmapped' : said === 'dead' ? 'not-counted' : said === 'silent' ? 'open' : said;
  return { field, code, use };
}

export interface StageReport extends StatusReport {
  readonly field: 'status' | 'stage';
  readonly firstRow: number;
}

/** Each word that decided, with its rows and money, the most frequent first. */
export function stageReports(table: TypedTable): StageReport[] {
  const stages = stagesOf(table);
  const byWord = new Map<string, { field: 'status' | 'stage'; use: StatusUse; rows: number[] }>();
  for (let row = 0; row < table.rowCount; row += 1) {
    const decided = stages.decided(row);
    if (!decided) continue;
    const value = table.text(decided.field)?.text(decided.code) ?? '';
    const known = byWord.get(value);
    if (known) known.rows.push(row);
    else byWord.set(value, { field: decided.field, use: decided.use, rows: [row] });
  }
  return [...byWord]
    .map(([value, { field, use, rows }]) => ({
      value,
      field,
      use,
      rows: rows.length,
      firstRow: rows[0] ?? 0,
      amount: moneyIn(table, rows),
    }))
    .toSorted((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1));
}

function moneyIn(table: TypedTable, rows: readonly number[]) {
  const wanted = new Uint8Array(table.rowCount);
  for (const row of rows) wanted[row] = table.included[row] ?? 0;
  return moneyWhere(table.amount('amount'), (row) => wanted[row] === 1);
}
