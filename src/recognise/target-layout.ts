/** Targets with periods across: which columns hold which period's target, and which name the nodes. */
import type { PeriodColumn } from '../model/mapping.ts';
import type { Problem } from '../model/problem.ts';
import type { RawTable } from '../model/raw-table.ts';
import type { PeriodContext } from './period-labels.ts';

/** What the headings of a wide table say. */
export interface TargetLayout {
  readonly periodColumns: readonly PeriodColumn[];
  /** Columns before, between and after them that are texts: nodes and dimension values, the outermost first. */
  readonly keyColumns: readonly number[];
  /** True where a heading says target, quota, 目标 …; false where only title, sheet or file name can tell. */
  readonly saysTarget: boolean;
  /** Months without a year anywhere (`targets/unknown-period`); then there are no period columns. */
  readonly problems: readonly Problem[];
}

/**
 * The layout of a table whose headings (stored rows `headerRows`, top to bottom) are periods, or null where they are
 * not: fewer than two target periods, unless a heading names both (`Q1 target`, `全年目标`).
 */
export function findTargetLayout(
  _raw: RawTable,
  _headerRows: readonly number[],
  _context: PeriodContext,
): TargetLayout | null {
  return null;
}
