import type { Confidence } from '../model/mapping.ts';
import type { RawTable } from '../model/raw-table.ts';
import type { Candidates, Decision } from './decide.ts';
import type { Claim } from './presets/match.ts';
import type { Sheet } from './sheet.ts';
import type { Stated } from './statements.ts';
import type { TargetLayout } from './target-layout.ts';

/** A table that is read, and what was decided of it. */
export interface Recognised {
  readonly raw: RawTable;
  readonly sheet: Sheet;
  readonly stated: Stated;
  /** The program that wrote it, where its headings tell. */
  readonly claim: Claim | null;
  readonly candidates: Candidates;
  readonly decision: Decision;
  readonly isDeclared: boolean;
  readonly layout: TargetLayout | null;
  /** True in text files whose cells are parted by commas. */
  readonly isCommaSeparated: boolean;
}

/** Field and confidence of each mapped column, by index. */
export type FieldsByColumn = ReadonlyMap<number, { readonly field: string; readonly confidence: Confidence }>;

export function fieldsByColumn({ decision }: Recognised): FieldsByColumn {
  const fields = decision.assignment?.fields ?? new Map<string, never>();
  return new Map([...fields].map(([field, { index, confidence }]) => [index, { field, confidence }]));
}
