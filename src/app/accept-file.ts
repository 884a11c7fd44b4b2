/** Accept files: CSV, because whoever answers for a row fills in two cells of a table. */
import type { AcceptList } from '../model/accept.ts';
import type { Problem } from '../model/problem.ts';
import { cellKind, type RawTable, rawCellText } from '../model/raw-table.ts';
import { UserError } from '../problems/user-error.ts';
import { openFile } from '../read/open.ts';
import { csvText } from '../write/csv.ts';
import { saveFile } from '../write/save.ts';
import type { WriteOptions } from './write-problems.ts';

const headings = ['code', 'key', 'value', 'who', 'reason'] as const;

/** Throws UserErrors of the reader, and `accept/not-a-list` where a column is missing. */
export async function readAcceptList(file: string): Promise<AcceptList> {
  const { tables } = await openFile(file, {});
  const [table] = tables;
  const first = table === undefined ? [] : textsOf(table, 0).map((text) => text.trim().toLowerCase());
  const places = headings.map((heading) => first.indexOf(heading));
  const missing = headings.filter((_, i) => places[i] === -1);
  if (table === undefined || missing.length > 0) throw new UserError('accept/not-a-list', { file, missing });
  const acceptances = [];
  for (let row = 1; row < table.rowCount; row++) {
    const texts = textsOf(table, row);
    const [code = '', key = '', value = '', who = '', reason = ''] = places.map((place) => texts[place] ?? '');
    if (code.trim() === '') continue;
    acceptances.push({
      code: code.trim(),
      key,
      value,
      who: who.trim(),
      reason: reason.trim(),
      row: table.rowNumbers[row] ?? 0,
    });
  }
  return { file, acceptances };
}

function textsOf(table: RawTable, row: number): string[] {
  return table.columns.map((column) => (column.kinds[row] === cellKind.empty ? '' : rawCellText(column, row)));
}

/** A left-out row, ready to be answered for. */
export interface Draft {
  readonly found: Problem;
  readonly key: string;
  readonly where: string;
  readonly amount: string;
  readonly who: string;
  readonly reason: string;
}

export async function writeAcceptList(
  path: string,
  drafts: readonly Draft[],
  inputs: readonly string[],
  { force, signal }: WriteOptions,
): Promise<void> {
  const lines = drafts.map(({ found, key, who, reason, where, amount }) => [
    found.code,
    key,
    found.value ?? '',
    who,
    reason,
    where,
    amount,
  ]);
  const text = csvText([[...headings, 'where', 'amount'], ...lines]);
  await saveFile(path, Buffer.from(text), { inputs, force, ...(signal ? { signal } : {}) });
}
