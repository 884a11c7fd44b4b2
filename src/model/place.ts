/** Where something stands, in the user's own counting: rows and columns from 1. */
export interface Place {
  readonly file: string;
  /** Sheet name; null in text files. */
  readonly sheet: string | null;
  /** Sheet row, or in text the physical line on which the record starts; null for a whole table or file. */
  readonly row: number | null;
  readonly column: number | null;
}

/** `1` → `A`, `28` → `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `F417`, or null where the place is not one cell. */
export function cellName({ row, column }: Place): string | null {
  return row === null || column === null ? null : `${columnLetters(column)}${row}`;
}
