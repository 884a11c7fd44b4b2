/** Left-out rows that somebody answers for (contract §3). */

/** One line of an accept file: one row, one reason. */
export interface Acceptance {
  readonly code: string;
  /** What tells the row from others: its id, else what stands in it. */
  readonly key: string;
  /** The cell's text as read. */
  readonly value: string;
  readonly who: string;
  readonly reason: string;
  /** Row of the file. */
  readonly row: number;
}

export interface AcceptList {
  readonly file: string;
  readonly acceptances: readonly Acceptance[];
}
