/** What `inspect` shows of a file (contract §5, `salesmetrics.inspection/1`). */

import type { NotComputed } from './evaluation.ts';
import type { ColumnType, Confidence } from './mapping.ts';
import type { PresetId } from './preset-ids.ts';
import type { Problem } from './problem.ts';

export interface InspectedCell {
  readonly cell: string;
  /** Numbers as exact decimal text; dates as `2024-01-31` or `2024-01-31T08:00:00`. */
  readonly value: string | boolean;
  readonly type: 'text' | 'number' | 'date' | 'boolean' | 'error';
}

export interface InspectedColumn {
  /** `A` */
  readonly column: string;
  readonly heading: string;
  readonly field: string | null;
  readonly guess: string | null;
  readonly confidence: Confidence | null;
  readonly type: ColumnType;
  /** `Y/M/D`, `1.234,56`, the unit … as shown; null where there is none. */
  readonly format: string | null;
  readonly empty: number;
  readonly distinct: number;
  readonly sample: string | null;
  readonly smallest: string | null;
  readonly largest: string | null;
}

export interface InspectedSheet {
  readonly name: string | null;
  readonly hidden: boolean;
  /** `A1:L5023`; null for a sheet without cells. */
  readonly range: string | null;
  readonly headerRow: number | null;
  readonly dataset: string | null;
  readonly preset: PresetId | null;
  readonly rows: number;
  readonly columns: readonly InspectedColumn[];
  readonly cells: readonly InspectedCell[];
}

export interface Inspection {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly lineEnding: string | null;
  readonly sheets: readonly InspectedSheet[];
  readonly canCompute: readonly string[];
  readonly cannot: readonly NotComputed[];
  readonly problems: readonly Problem[];
}
