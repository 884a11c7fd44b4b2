/** What is said of the exports of one program: how its tables are known, and what general recognition cannot know of them. */
import type { StatusUse } from '../../model/data-set.ts';
import type { DatasetName } from '../../model/fields.ts';
import type { RowQuirk } from '../../model/mapping.ts';
import type { PresetId } from '../../model/preset-ids.ts';

/**
 * Headings that mean the same, parted by `|`, compared folded as aliases are. One that starts with `^` is a pattern for
 * the heading in lower case with its blanks and marks kept.
 */
export type HeadingWords = string;

/**
 * `currency-beside`: each money column `x` has its currency in a column `x Currency`. `expected-close`: the one date of
 * a deal is the expected one, and dates the ended ones too. `group-rows`: `Ann (12)` with the money of the twelve rows
 * below stands above them.
 */
export type Quirk = RowQuirk | 'currency-beside' | 'expected-close' | 'group-rows';

export interface PresetTable {
  /** Null for a table that no figure is made of: it is named, and not read. */
  readonly dataset: DatasetName | null;
  /** All of these are there. */
  readonly must: readonly HeadingWords[];
  /** What else the table usually has; of `must` and these together at least `leastShare` are there. */
  readonly signs: readonly HeadingWords[];
  /** None of these is there. */
  readonly without?: HeadingWords;
  /** Fields whose headings general recognition takes for another field, for several or for none; the first that is there. */
  readonly fields?: Readonly<Record<string, HeadingWords>>;
  /** Headings that are no field, whatever they look like. */
  readonly unused?: HeadingWords;
  /** What statuses do that `validate/status-words.ts` does not know or knows otherwise. */
  readonly statuses?: readonly (readonly [use: StatusUse, words: string])[];
  readonly quirks?: readonly Quirk[];
}

export interface Preset {
  readonly id: PresetId;
  readonly tables: readonly PresetTable[];
}
