/** Where the rows of a sheet are stored; looked up only from the first row that comes out of order. */
export class RowOrder {
  #last = 0;
  #places: Map<number, number> | undefined;
  #isSorted = true;

  /** Whether the rows were stored in ascending order. */
  get isSorted(): boolean {
    return this.#isSorted;
  }

  /** Where `row` is stored already, else -1; `stored` gives the rows stored so far, in order of storing. */
  find(row: number, stored: () => Uint32Array): number {
    if (row > this.#last) return -1;
    if (this.#places === undefined) {
      this.#places = new Map();
      for (const [place, known] of stored().entries()) this.#places.set(known, place);
    }
    return this.#places.get(row) ?? -1;
  }

  add(row: number, place: number): void {
    if (row < this.#last) this.#isSorted = false;
    else this.#last = row;
    this.#places?.set(row, place);
  }
}
