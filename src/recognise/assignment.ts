/** What is assigned: which column is which field, and which columns rival for one. */
import type { DatasetName } from '../model/fields.ts';
import type { Confidence } from '../model/mapping.ts';
import type { Rank } from './headings.ts';

export interface Assigned {
  readonly index: number;
  readonly rank: Rank;
  readonly confidence: Confidence;
}

export interface Ambiguity {
  readonly field: string;
  readonly indexes: readonly number[];
}

export interface Assignment {
  readonly dataset: DatasetName;
  readonly fields: ReadonlyMap<string, Assigned>;
  readonly ambiguous: readonly Ambiguity[];
}

/** An assignment in the making. */
export interface Draft {
  readonly fields: Map<string, Assigned>;
  readonly ambiguous: Ambiguity[];
  readonly unused: ReadonlySet<number>;
}

export function isTaken(draft: Draft, index: number): boolean {
  for (const assigned of draft.fields.values()) if (assigned.index === index) return true;
  return draft.ambiguous.some(({ indexes }) => indexes.includes(index));
}
