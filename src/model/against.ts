/** What has changed since an earlier run, and what that did to each KPI. */
import type { Decimal } from '../lib/decimal.ts';
import type { FactDataset } from './data-set.ts';
import type { KeptField } from './kept-rows.ts';
import type { Unit } from './kpi.ts';
import type { Place } from './place.ts';

/** In this order they are listed. Reassigned: the same row, of another person or team. */
export const changeKinds = ['added', 'removed', 'changed', 'reassigned'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export type PerKind<Value> = Readonly<Record<ChangeKind, Value>>;

/**
 * Why a difference is not told by kinds: rows do not add up to the KPI, the earlier figure does not follow from the
 * earlier rows, or one of the runs has no value.
 */
export const unsplitReasons = ['not-a-sum', 'not-reproduced', 'no-value'] as const;
export type Unsplit = (typeof unsplitReasons)[number];

export interface KpiDifference {
  readonly id: string;
  readonly unit: Unit;
  readonly was: Decimal | null;
  readonly now: Decimal | null;
  readonly difference: Decimal | null;
  /** Sum exactly to `difference`; null where it is not split. */
  readonly parts: PerKind<Decimal> | null;
  readonly why: Unsplit | null;
}

export interface PersonDifference {
  /** Empty for rows of nobody. */
  readonly rep: string;
  readonly kpis: readonly KpiDifference[];
}

export interface FieldChange {
  /** `leftOut`, said by `yes` and `no`, is no column. */
  readonly field: string;
  readonly kind: KeptField['kind'];
  readonly was: string;
  readonly now: string;
}

export interface ChangedRow {
  /** One, or changed and reassigned. */
  readonly kinds: readonly ChangeKind[];
  readonly dataset: FactDataset;
  /** Empty where the row has none. */
  readonly id: string;
  readonly day: string;
  /** Who has it now; of a removed row who had it. */
  readonly rep: string;
  readonly was: Place | null;
  readonly now: Place | null;
  readonly fields: readonly FieldChange[];
  /** By id of the KPI; those that it does not move are not there. Counts that rows share are moved by no single row. */
  readonly effects: ReadonlyMap<string, Decimal>;
}

/** Something in which the two runs differ besides their rows. */
export interface RunDifference {
  /** The long name of a flag, else `tool`, `config`, `currency` or `fields`. */
  readonly what: string;
  readonly was: string;
  readonly now: string;
}

export interface Against {
  readonly path: string;
  readonly sha256: string;
  readonly asOf: string;
  /** Where the earlier rows come from: the files of that run, or its document. */
  readonly rowsFrom: 'files' | 'document';
  readonly runs: readonly RunDifference[];
  /** Rows of the period. */
  readonly counts: PerKind<number>;
  /** Rows that are in no figure of the period, in either run. */
  readonly elsewhere: PerKind<number>;
  readonly kpis: readonly KpiDifference[];
  readonly people: readonly PersonDifference[];
  /** Rows of the period; by kind, then in the order of the files. */
  readonly rows: readonly ChangedRow[];
}
