/** Records with more or fewer cells than the table, counted for one note per file. */

export interface RaggedNote {
  /** Physical line of the first of them. */
  readonly line: number;
  readonly found: number;
  readonly rows: number;
}

/**
 * Title lines above the first whole record and lines of a single cell below the last one (`Grand Totals (5700 records)`)
 * are no ragged rows; a single cell between whole records is one.
 */
export class RaggedRows {
  readonly #width: number;
  #hasStarted = false;
  #line = 0;
  #found = 0;
  #rows = 0;
  #singles = 0;
  #firstSingle = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** `cells`: how many the record has; `filled`: without the empty ones at its end. */
  see(line: number, cells: number, filled: number): void {
    if (cells >= this.#width && filled <= this.#width) this.#whole();
    else if (this.#hasStarted && cells === 1) this.#single(line);
    else if (this.#hasStarted) this.#add(line, filled > this.#width ? filled : cells, 1);
  }

  get note(): RaggedNote | null {
    return this.#rows === 0 ? null : { line: this.#line, found: this.#found, rows: this.#rows };
  }

  #whole(): void {
    this.#hasStarted = true;
    if (this.#singles === 0) return;
    this.#add(this.#firstSingle, 1, this.#singles);
    this.#singles = 0;
  }

  #single(line: number): void {
    if (this.#singles === 0) this.#firstSingle = line;
    this.#singles += 1;
  }

  #add(line: number, found: number, rows: number): void {
    if (this.#rows === 0 || line < this.#line) {
      this.#line = line;
      this.#found = found;
    }
    this.#rows += rows;
  }
}
