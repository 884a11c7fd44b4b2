/** A change of targets on the way: what `targets revise` computes and its workbook keeps. */
import type { Decimal } from '../lib/decimal.ts';
import type { Day } from './day.ts';
import type { OwnKpi } from './own-kpi.ts';
import type { Period } from './period.ts';
import type { Target } from './target.ts';

export const reviseMethods = ['spread', 'run-rate', 'keep'] as const;
export type ReviseMethod = (typeof reviseMethods)[number];

export interface VersionRows {
  readonly name: string;
  /** Null for the targets that were there from the start. */
  readonly effectiveFrom: Day | null;
  readonly by: string;
  readonly reason: string;
  readonly targets: readonly Target[];
}

export interface Change {
  readonly version: string;
  readonly effectiveFrom: Day;
  readonly by: string;
  readonly reason: string;
  readonly kpi: string;
  readonly keys: ReadonlyMap<string, string>;
  readonly period: Period;
  /** Null for a target that was not there before. */
  readonly before: Decimal | null;
  readonly after: Decimal;
}

export interface Revision {
  /** All versions, the new one last. */
  readonly versions: readonly VersionRows[];
  /** Of all versions; those of the new one stand last. */
  readonly changes: readonly Change[];
  readonly version: string;
  readonly effectiveFrom: Day;
  readonly method: ReviseMethod | 'values';
  /** What is to reach in the periods that are left, before and after, by KPI. */
  readonly totals: readonly { readonly kpi: string; readonly before: Decimal; readonly after: Decimal }[];
  readonly currency: string | null;
  /** KPIs that a config defines. */
  readonly ownKpis: readonly OwnKpi[];
}
