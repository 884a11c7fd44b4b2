/** What `targets check` finds: the tree of targets, printed against recomputed, and how reachable each is. */
import type { Decimal } from '../lib/decimal.ts';
import type { Unit } from './kpi.ts';
import type { Period } from './period.ts';
import type { Problem } from './problem.ts';

export interface CheckLine {
  readonly period: Period;
  /** As the file states it: one number, or the shorter periods that it states; null where it states none. */
  readonly stated: Decimal | null;
  /** What the parts (nodes below, else shorter periods) add up to; null where they do not cover the period. */
  readonly sum: Decimal | null;
  /** stated − sum; null where one is not known. */
  readonly difference: Decimal | null;
}

/** Against the history of the same node. */
export interface Reach {
  /** The same period a year earlier, and target ÷ it − 1. */
  readonly before: Decimal | null;
  readonly growth: Decimal | null;
  /** The best earlier period of the same length, and how many there were. */
  readonly best: { readonly amount: Decimal; readonly period: Period } | null;
  readonly periods: number;
}

/** Against open deals. */
export interface PipelineNeed {
  readonly actual: Decimal;
  /** target − actual, at least 0. */
  readonly gap: Decimal;
  /** Won ÷ (won + lost) of the deals closed in the year before, or in all data where there is less. */
  readonly winRate: Decimal | null;
  /** gap ÷ win rate. */
  readonly required: Decimal | null;
  readonly open: Decimal;
}

/** How a month's part of the target compares with its part of the year in the history. */
export interface SeasonLine {
  readonly period: Period;
  readonly target: Decimal | null;
  readonly history: Decimal | null;
}

export interface CheckNode {
  /** `region`, `team`, `rep`, or the dimensions of a cut; '' for the whole. */
  readonly level: string;
  readonly name: string;
  readonly depth: number;
  readonly keys: ReadonlyMap<string, string>;
  readonly whole: CheckLine;
  /** The months, or other shorter periods, within. */
  readonly lines: readonly CheckLine[];
  readonly reach: Reach | null;
  readonly pipeline: PipelineNeed | null;
}

export interface CheckedKpi {
  readonly kpi: string;
  readonly unit: Unit;
  readonly version: string | null;
  /** Names (or days of effect) of the versions that do not hold in the period. */
  readonly others: readonly string[];
  readonly period: Period;
  /** The whole first, then every node before those below it. */
  readonly nodes: readonly CheckNode[];
  readonly seasons: readonly SeasonLine[];
}

export interface TargetCheck {
  readonly ok: boolean;
  readonly currency: string | null;
  readonly kpis: readonly CheckedKpi[];
  readonly problems: readonly Problem[];
}
