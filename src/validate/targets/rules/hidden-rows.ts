/** Rows hidden by hand or by a filter hold targets all the same. */
import type { Problem } from '../../../model/problem.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import type { TargetTable } from '../target-table.ts';

export function findHiddenRows(table: TargetTable, targets: readonly Target[]): Problem[] {
  const { hiddenRows } = table.raw;
  if (hiddenRows.size === 0) return [];
  const hidden = [
    ...new Set(targets.flatMap(({ place: { row } }) => (row !== null && hiddenRows.has(row) ? [row] : []))),
  ];
  const [first, ...others] = hidden;
  if (first === undefined) return [];
  const at = (row: number) => ({ ...table.place(null, null), row });
  const extras = { related: others.map(at), treatment: 'counted' as const };
  return [problem('targets/hidden-rows', at(first), { rows: hidden.length }, extras)];
}
