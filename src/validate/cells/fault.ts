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

type What = Pick<CellFault, 'code' | 'params'>;

/** Faults of a column that keep the text of their cell: any more of them nobody reads. */
const mostWithValue = 500_000;

/** The faults of a column in the order of its rows: a million of them are no million objects. */
export class Faults implements Iterable<CellFault> {
  readonly #rows: number[] = [];
  readonly #whats: What[] = [];
  readonly #values: string[] = [];
  readonly #known = new Map<string, What>();

  get length(): number {
    return this.#rows.length;
  }

  /** `value` is asked for the cell's text where it is kept. */
  add(row: number, code: ProblemCode, value: () => string, params: CellFault['params'] = {}): void {
    this.#rows.push(row);
    this.#whats.push(this.#what(code, params));
    if (this.#values.length < mostWithValue) this.#values.push(value());
  }

  *[Symbol.iterator](): Generator<CellFault, undefined> {
    for (const [at, row] of this.#rows.entries()) {
      const what = this.#whats[at];
      if (what) yield { row, code: what.code, value: this.#values[at] ?? '', params: what.params };
    }
  }

  has(code: ProblemCode): boolean {
    return [...this.#known.values()].some((what) => what.code === code);
  }

  /** The rows marked with 1, of a table of `rowCount`. */
  marked(rowCount: number): Uint8Array {
    const marks = new Uint8Array(rowCount);
    for (const row of this.#rows) marks[row] = 1;
    return marks;
  }

  /** Those of the rows for which `keeps` holds. */
  filter(keeps: (row: number) => boolean): Faults {
    const kept = new Faults();
    for (const { row, code, value, params } of this) if (keeps(row)) kept.add(row, code, () => value, params);
    return kept;
  }

  /** The same faults, all of `code` with these parameters. */
  withParams(code: ProblemCode, params: CellFault['params']): Faults {
    const changed = new Faults();
    for (const fault of this) {
      const { row, value } = fault;
      changed.add(row, fault.code, () => value, fault.code === code ? params : fault.params);
    }
    return changed;
  }

  /** One object for all faults that say the same. */
  #what(code: ProblemCode, params: CellFault['params']): What {
    const key = `${code} ${Object.values(params).join(' ')}`;
    const known = this.#known.get(key) ?? { code, params };
    this.#known.set(key, known);
    return known;
  }
}

/** Of a column without any. */
export const noFaults = new Faults();
