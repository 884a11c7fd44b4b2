/** What a row of targets has wrong besides its number: the row is left out with it. */
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../problems/catalogue.ts';
import type { LevelWords } from './level-words.ts';
import type { KeyColumn } from './row-keys.ts';
import type { RowPeriod } from './row-periods.ts';
import type { TargetTable } from './target-table.ts';

const treatment = 'left-out';

/** Of a level that is a known one misspelled: the row says nothing of which anybody can be sure. */
export function levelProblem(table: TargetTable, levels: LevelWords, row: number): Problem | null {
  const text = table.fieldText('level', row);
  const column = table.column('level');
  if (text === '' || column === undefined || levels.isKnown(text)) return null;
  const near = levels.near(text);
  if (near.length === 0) return null;
  const extras = { heading: column.heading, value: text, treatment } as const;
  return problem('targets/unknown-level', table.place(row, column.index), { near }, extras);
}

/** Of a period that is blank or none. */
export function periodProblem(
  table: TargetTable,
  row: number,
  found: Exclude<RowPeriod, { readonly kind: 'period' }> | undefined,
): Problem {
  const place = table.place(row, found?.column.index ?? null);
  const extras = { heading: found?.column.heading ?? null, value: found?.text ?? null, treatment } as const;
  return found?.kind === 'blank'
    ? problem('cell/required', place, {}, extras)
    : problem('targets/unknown-period', place, {}, extras);
}

/** Of a row that names nobody. */
export function blankKeys(table: TargetTable, keyColumns: readonly KeyColumn[], row: number): Problem {
  const index = keyColumns.at(-1)?.index ?? table.column('name')?.index ?? null;
  const heading = index === null ? null : (table.columnAt(index)?.heading ?? null);
  return problem('cell/required', table.place(row, index), {}, { heading, value: '', treatment });
}
