/** What a catalogue of words holds. Both languages have the same keys, because both have these types. */
import type { DatasetName, datasets } from '../model/fields.ts';
import type { Parameters, ProblemCode } from '../problems/catalogue.ts';

export type Lang = 'en' | 'zh-CN';

/** What the file itself says at the place of a problem. */
export interface Seen {
  /** The cell's text, cut and escaped; null where the problem is not about one cell. */
  readonly value: string | null;
  readonly heading: string | null;
}

export interface ProblemWords<Params> {
  /** A few words for lists: `not a number`. */
  readonly title: string;
  says(params: Params, seen: Seen): string;
  /** What to type or change; empty where there is nothing to do. */
  remedy(params: Params, seen: Seen): string;
}

export type ProblemCatalogue = { readonly [Code in ProblemCode]: ProblemWords<Parameters[Code]> };

/** Codes whose fix is an edit of the file: `explain` says more of them. */
export type EditedCode = Extract<ProblemCode, `${'targets' | 'row' | 'cell' | 'header'}/${string}`>;

export type ProblemReasons = { readonly [Code in EditedCode]: { readonly why: string; readonly causes: string } };

/** Reads a parameter of an error as text; a list is joined; a parameter that is not there is empty. */
export type ReadParam = (name: string) => string;

export interface ErrorWords {
  readonly message: (p: ReadParam) => string;
  /** The way out; empty where there is none. */
  readonly hint: (p: ReadParam) => string;
}

export interface KpiWords {
  readonly title: string;
  /** What it means, in one sentence. */
  readonly meaning: string;
  readonly formula: string;
  /** Where the definition comes from, in public words. */
  readonly source: string;
  /** What `no-data` means for it, where that is more than no rows in the period. */
  readonly noData?: string;
  /** What `zero-denominator` means for it. */
  readonly noBase?: string;
}

/** Name of a field of any dataset. */
export type FieldName = { [Name in DatasetName]: keyof (typeof datasets)[Name] }[DatasetName];
