/** Targets split down to parts and periods: what `targets breakdown` computes and its workbook shows. */
import type { Decimal } from '../lib/decimal.ts';
import type { Unit } from './kpi.ts';
import type { Period } from './period.ts';

export const splitMethods = ['history', 'equal', 'weights', 'seasonal', 'workdays'] as const;
export type SplitMethod = (typeof splitMethods)[number];

/** Why a part or a period has its share. */
export type ShareReason =
  /** Its part of the history. */
  | 'history'
  /** No history of its own: the mean of the others. */
  | 'mean'
  | 'equal'
  | 'weight'
  | 'workdays'
  /** Stated in the targets that are split. */
  | 'stated'
  /** The sum of the parts below. */
  | 'parts';

export interface Share {
  /** Part of the whole that was split; null where the whole is 0. */
  readonly share: Decimal | null;
  readonly because: ShareReason;
  /** What the share was made of: history, weight, workdays; null for equal parts. */
  readonly basis: Decimal | null;
}

export interface PlanNode {
  /** Dimension of the node; null for the whole. */
  readonly dimension: string | null;
  /** Values of the plan's dimensions from the top, the node's own last. */
  readonly path: readonly string[];
  /** One amount for each column of the plan. */
  readonly values: readonly Decimal[];
  readonly total: Decimal;
  readonly share: Share;
  /** Months in which a newcomer has less than a full share, with the part that counts; empty for others. */
  readonly ramp: readonly { readonly column: string; readonly part: Decimal }[];
  readonly children: readonly PlanNode[];
}

export interface PlanColumn {
  readonly period: Period;
  readonly share: Share;
}

export interface Plan {
  readonly kpi: string;
  readonly unit: Unit;
  readonly currency: string | null;
  readonly period: Period;
  readonly dimensions: readonly string[];
  readonly columns: readonly PlanColumn[];
  readonly root: PlanNode;
  readonly method: SplitMethod;
  /** `total`: one number given; `targets`: those of a file. */
  readonly from: 'total' | 'targets';
  /** Where the shares of periods and of parts come from; null where no history was used. */
  readonly bases: { readonly periods: readonly Period[]; readonly parts: Period | null };
  /** Amounts are whole multiples of it, but for the rest of a total that is none. */
  readonly step: Decimal;
  /** Dimension → how much more than the node above its members are given, as a ratio. */
  readonly buffers: ReadonlyMap<string, Decimal>;
  readonly notes: readonly PlanNote[];
}

/** What a person should know of how the parts were found. */
export type PlanNote =
  | { readonly kind: 'no-season'; readonly names: readonly string[] }
  | { readonly kind: 'left-out'; readonly names: readonly string[] }
  | { readonly kind: 'several-parents'; readonly names: readonly string[] }
  | { readonly kind: 'smaller-step'; readonly names: readonly string[] }
  | { readonly kind: 'over-assigned'; readonly names: readonly string[] };
