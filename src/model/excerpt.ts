/** The few cells around a problem's cell, kept for problems that are shown: never the whole table. */
export interface ExcerptColumn {
  /** From 1, as the sheet counts. */
  readonly column: number;
  readonly heading: string;
  readonly text: string;
  /** A workbook's money, shown with thousands apart as the sheet shows it. */
  readonly isMoney: boolean;
}

export interface Excerpt {
  readonly row: number;
  /** In the order of the sheet. */
  readonly columns: readonly ExcerptColumn[];
  /** Index in `columns` of the cell that is wrong. */
  readonly at: number;
}
