import type { ProblemCode } from '../../problems/catalogue.ts';

/** Something wrong in one cell of a column, before it is known what the column means to the row. */
export interface CellFault {
  /** Data row of the table (from 0), not the sheet's. */
  readonly row: number;
  readonly code: ProblemCode;
  /** The cell's text as read. */
  readonly value: string;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}
