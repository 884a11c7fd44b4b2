/** A workbook as cells with meaning: what `report` makes and a writer gives looks. No fonts, colours or file formats. */
import type { Decimal } from '../lib/decimal.ts';
import type { Chart } from './chart.ts';
import type { Day } from './day.ts';
import type { Status } from './kpi.ts';

/** What a number is of. `points` are percentage points: 0.026 is stored as 2.6. */
export type NumberKind = 'money' | 'count' | 'ratio' | 'days' | 'points' | 'plain';

export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'number';
      readonly of: NumberKind;
      readonly value: Decimal;
      /** Digits after the point that are shown (of a ratio: of its percent). */
      readonly digits: number;
      /** A difference: shown with its sign. */
      readonly isSigned: boolean;
    }
  /** A share drawn as a bar without digits; `most` is a full bar, `from` the side where it starts. */
  | { readonly kind: 'bar'; readonly value: Decimal; readonly most: number; readonly from: 'left' | 'right' }
  /** A number that is not there yet: a cell to fill in, or the sum of such cells. */
  | { readonly kind: 'unfilled'; readonly of: NumberKind }
  | { readonly kind: 'day'; readonly day: Day }
  /** A word of `Document.statusWords`. */
  | { readonly kind: 'status'; readonly status: Status; readonly text: string }
  /** No value: the reason is shown in its place. */
  | { readonly kind: 'blank'; readonly because: string };

export type Role =
  | 'title'
  | 'subtitle'
  | 'warning'
  | 'draft'
  | 'section'
  | 'heading'
  | 'body'
  /** A cell that people type into. */
  | 'input'
  | 'total'
  | 'note'
  | 'tile-label'
  | 'tile-value'
  | 'tile-detail';

export type Link =
  | { readonly kind: 'sheet'; readonly sheet: string; readonly cell: string }
  /** A cell of a file that was read; the path is relative to the folder of the report where it can be. */
  | { readonly kind: 'file'; readonly path: string; readonly sheet: string | null; readonly cell: string | null };

export interface Cell {
  readonly value: Value;
  readonly role: Role;
  /** Spreadsheet formula without `=`; `value` is its result. Made by report code only, never from data. */
  readonly formula: string | null;
  readonly link: Link | null;
  /** Long text may take several lines. */
  readonly wraps: boolean;
  readonly align: 'left' | 'right' | 'centre' | null;
  /** A tile's edge takes the status' colour. */
  readonly edge: Status | 'none' | null;
}

/** Rows and columns count from 1, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A named table: header row, data rows, no total row (totals stand below it). */
export interface SheetTable {
  readonly name: string;
  readonly area: Area;
  readonly headings: readonly string[];
}

/** Small columns in one cell, the last one set off. */
export interface Sparkline {
  readonly row: number;
  readonly column: number;
  /** The cells that it shows: `'Attainment'!$B$16:$M$16`. */
  readonly cells: string;
  /** False where a value is below zero. */
  readonly isFromZero: boolean;
}

/** What may be typed into the cells of an area; a spreadsheet refuses anything else. */
export interface InputRule {
  readonly area: Area;
  /** `list`: one of the cells that the formula names; `at-least`: a number from `least` up; `day`: a date. */
  readonly allows:
    | { readonly kind: 'list'; readonly formula: string }
    | { readonly kind: 'at-least'; readonly least: number }
    | { readonly kind: 'day' };
  /** Shown when something else is typed. */
  readonly message: string;
}

export interface ColumnWidth {
  /** In characters of the body font; the writer widens up to `most` by what stands in the column. */
  readonly least: number;
  readonly most: number;
}

export interface Sheet {
  readonly name: string;
  /** `page`: to be looked at and printed on one page; `data`: rows to scroll. */
  readonly kind: 'page' | 'data';
  readonly isLandscape: boolean;
  /** Sparse: row `r`, column `c` is `rows[r - 1]?.[c - 1]`. */
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly columns: readonly (ColumnWidth | undefined)[];
  readonly tables: readonly SheetTable[];
  readonly merges: readonly Area[];
  /** Areas of shares, tinted the darker the higher. */
  readonly shades: readonly Area[];
  readonly charts: readonly Chart[];
  readonly sparklines: readonly Sparkline[];
  /** Rows below others that they make up: how deep, and whether they are folded away at first. */
  readonly outlines: ReadonlyMap<number, { readonly level: number; readonly isFolded: boolean }>;
  readonly inputRules: readonly InputRule[];
  /** Rows that stay in view, and are repeated on each printed page when `kind` is `data`. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** What is printed; null: all. */
  readonly printArea: Area | null;
  readonly tail?: SheetTail;
}

/**
 * Rows below the last one, too many to be held as cells. They belong to the last table, have texts and numbers of the
 * looks of `samples` only, and neither links nor formulas.
 */
export interface SheetTail {
  readonly count: number;
  readonly samples: readonly Cell[];
  readonly rows: () => Iterable<readonly Cell[]>;
}

export interface Document {
  readonly lang: 'en' | 'zh-CN';
  readonly title: string;
  readonly subject: string;
  readonly keywords: string;
  readonly company: string;
  /** The date that stands as created and modified: as-of, never the clock. */
  readonly createdOn: Day;
  readonly application: { readonly name: string; readonly version: string };
  /** Custom document properties, in order. */
  readonly properties: ReadonlyMap<string, string | boolean>;
  /** Word printed over each page of a draft; null for a final report. */
  readonly draftWord: string | null;
  readonly footer: { readonly page: string; readonly of: string; readonly asOf: string };
  readonly statusWords: ReadonlyMap<Status, string>;
  readonly sheets: readonly Sheet[];
}
