/** Typed columns: what `validate` makes of raw ones and all that `compute` looks at. All columns of a table have its rows. */
import type { Place } from './place.ts';

/** Dictionary-coded text. Code 0 is missing; equal codes are equal values (trimmed, width-folded). */
export interface TextColumn {
  readonly kind: 'text';
  readonly codes: Uint32Array;
  /** Number of codes, 0 included. */
  readonly size: number;
  /** First spelling of a code, trimmed; '' for code 0. */
  text(code: number): string;
}

/** Exact decimals at one scale of at most 4; cells that need more digits are in `exact`. */
export interface AmountColumn {
  readonly kind: 'amount';
  readonly scale: number;
  /** Safe integers, `value × 10^scale`; 0 where missing or in `exact`. */
  readonly units: Float64Array;
  /** 1 where there is a value, also for rows in `exact`. */
  readonly present: Uint8Array;
  /** Rows whose value needs more digits: units at `exactScale`. */
  readonly exact: ReadonlyMap<number, bigint>;
}

let ones = new Uint8Array(0);

/**
 * `present` as columns keep it, not to be written to any more: columns without a gap, which most are, share one array.
 */
export function sharedMarks(present: Uint8Array): Uint8Array {
  if (present.includes(0)) return present;
  if (ones.length < present.length) ones = new Uint8Array(present.length).fill(1);
  return ones.subarray(0, present.length);
}

export const maxScale = 4;
export const exactScale = 15;

export interface DayColumn {
  readonly kind: 'day';
  /** Days since 1970-01-01; 0 where missing. */
  readonly days: Int32Array;
  readonly present: Uint8Array;
}

export type Column = TextColumn | AmountColumn | DayColumn;

/** Columns by field name, of which some may be made when they are asked for. */
export type Columns = Pick<ReadonlyMap<string, Column>, 'get' | 'has' | 'keys'>;

/** A fact table ready for computing: all appended tables of one dataset, joined columns included. */
export interface Facts {
  readonly rowCount: number;
  /** 1 where the row is data and not left out. */
  readonly included: Uint8Array;
  /** 1 where the row's status counts (1 everywhere without a status column). */
  readonly counts: Uint8Array;
  /** 1 where the row's status says refunded; null where none does. */
  readonly refunded: Uint8Array | null;
  /** By field name. */
  readonly columns: Columns;
  /** Names that `dimension` knows: fields first, then headings. */
  readonly dimensionNames: readonly string[];
  /** The column to group by under a field name or heading; undefined where there is none. */
  dimension(name: string): TextColumn | undefined;
  placeOf(row: number): Place;
}
