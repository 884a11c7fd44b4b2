/** What only the table itself can tell of its targets: one rule a file. */
import type { Problem } from '../../../model/problem.ts';
import type { Target } from '../../../model/target.ts';
import type { TargetTable } from '../target-table.ts';
import { findCalendarTroubles } from './calendar.ts';
import { findHiddenRows } from './hidden-rows.ts';
import { findPaddedLabels } from './padded-labels.ts';

export type TableRule = (table: TargetTable, targets: readonly Target[]) => Problem[];

export const tableRules: readonly TableRule[] = [findPaddedLabels, findCalendarTroubles, findHiddenRows];
