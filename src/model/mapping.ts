/** What `recognise` says of a raw table: which rows are what, which column is which field, in which format. */
import type { Decimal } from '../lib/decimal.ts';
import type { StatusUse } from './data-set.ts';
import type { DatasetName } from './fields.ts';
import type { Period } from './period.ts';
import type { PresetId } from './preset-ids.ts';
import type { Problem } from './problem.ts';
import type { RawTable } from './raw-table.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** How numbers are spelled in a column. */
export interface NumberFormat {
  readonly decimalMark: '.' | ',';
  readonly groupMark: ',' | '.' | ' ' | "'" | null;
}

export type TaxBasis = 'included' | 'excluded';

/**
 * How the column was tied to its field: `exact` the field's own name or first alias, `alias` another alias,
 * `declared` by flag or config, `preset` as the program that wrote the file means it, `content` by rule of the contract from other columns (an only date is `orderDate`),
 * `guess` similar only: shown, never used (`field` is then null and `guess` names it).
 */
export type Confidence = 'exact' | 'alias' | 'declared' | 'preset' | 'content' | 'guess';

export type ColumnType = 'text' | 'number' | 'money' | 'date' | 'boolean' | 'mixed' | 'empty';

export interface MappedColumn {
  /** From 0, into `RawTable.columns`. */
  readonly index: number;
  /** As the file spells it, trimmed; of several header rows the parts joined by a blank. Empty for a column without one. */
  readonly heading: string;
  readonly field: string | null;
  readonly guess: string | null;
  readonly confidence: Confidence | null;
  readonly type: ColumnType;
  /** Settled from all values of a column of written dates; null where workbook dates or nothing needs it. */
  readonly dateOrder: DateOrder | null;
  readonly numberFormat: NumberFormat | null;
  /** Factor that brings the column to base units (万元: 10000); 1 where none is stated. */
  readonly unit: Decimal;
  /** The words that stated the unit (`单位：万元`), null where none. */
  readonly unitStated: string | null;
  readonly currency: string | null;
  readonly tax: TaxBasis | null;
  /** True where the column's numbers are percents (number format, `%` suffix or heading). */
  readonly isPercent: boolean;
  readonly empty: number;
  readonly distinct: number;
  /** A typical value as the file spells it; null for an empty column. */
  readonly sample: string | null;
  /** Smallest and largest value as shown by `inspect`; null for text without order. */
  readonly smallest: string | null;
  readonly largest: string | null;
}

/**
 * Ways of a program that no heading tells and that change how rows are read. `lines-repeat-date`: further lines of an
 * order repeat its number and date and leave the rest of its head blank. `company-before-name`: people are called
 * `company.name`, which says nothing where the company is the same for all.
 */
export type RowQuirk = 'lines-repeat-date' | 'company-before-name';

/** What a row that is no data row is. */
export type RowRole = 'total' | 'repeated-heading' | 'footer';

/** What title block, file name and sheet name say. */
export interface Statements {
  readonly company: string | null;
  readonly title: string | null;
  readonly period: { readonly period: Period; readonly from: 'title' | 'name' } | null;
  /** The export's own range (`日期：2024-01-01 至 2024-03-31`), both days included. */
  readonly exportRange: { readonly start: number; readonly end: number } | null;
  readonly unit: Decimal | null;
  readonly unitStated: string | null;
  readonly currency: string | null;
}

export const nothingStated: Statements = {
  company: null,
  title: null,
  period: null,
  exportRange: null,
  unit: null,
  unitStated: null,
  currency: null,
};

/** The periods of a wide targets table: one entry per period column. */
export interface PeriodColumn {
  readonly index: number;
  readonly period: Period;
  /** What the column holds; actual and rate columns of three-column layouts are read past. */
  readonly role: 'target' | 'floor' | 'stretch' | 'actual' | 'rate' | 'subtotal';
  /** KPI that the heading names beside the period (`1月新客户数`), as spelled; absent where it names none. */
  readonly kpi?: string;
}

export interface Mapping {
  /** Null: a table of no dataset. */
  readonly dataset: DatasetName | null;
  readonly preset: PresetId | null;
  /** What statuses do in exports of this preset, as spelled there; before what is generally known. */
  readonly statuses: ReadonlyMap<string, StatusUse>;
  readonly quirks: ReadonlySet<RowQuirk>;
  /** True where `--as` or a flag said so. */
  readonly isDeclared: boolean;
  /** Sheet row of the (last) header row; null where there is none. */
  readonly headerRow: number | null;
  /** Stored row of the first data row (index into the raw table). */
  readonly firstData: number;
  readonly columns: readonly MappedColumn[];
  /** Stored rows that are no data, with what they are. */
  readonly roles: ReadonlyMap<number, RowRole>;
  readonly statements: Statements;
  /** Wide targets only; empty otherwise. */
  readonly periodColumns: readonly PeriodColumn[];
  readonly problems: readonly Problem[];
}

/** A raw table and what it was recognised as. */
export interface RecognisedTable {
  readonly raw: RawTable;
  readonly mapping: Mapping;
}
