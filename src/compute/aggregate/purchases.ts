/** When each customer last bought: rows with an amount ≥ 0. */
import type { Day } from '../../model/day.ts';
import type { TextColumn } from '../../model/table.ts';
import type { Population } from '../population.ts';
import { never } from './first-seen.ts';
import { isNegativeAt } from './sum.ts';

/** Walks the rows once, in the order of their days, as long as it is asked for later and later days. */
export class Purchases {
  readonly #population: Population;
  readonly #codes: Uint32Array;
  readonly #last: Int32Array;
  /** How many rows `#last` knows. */
  #known = 0;

  constructor(population: Population, customer: TextColumn) {
    this.#population = population;
    this.#codes = customer.codes;
    this.#last = new Int32Array(customer.size).fill(never);
  }

  /** Per customer code the day of the last purchase before `day`, or `never`. Holds until the next call. */
  lastBefore(day: Day): Int32Array {
    const { days } = this.#population.day;
    if (this.#known > 0 && (days[this.#known - 1] ?? 0) >= day) this.#startAgain();
    const { rows, amount } = this.#population;
    let row = this.#known;
    for (; row < rows.length && (days[row] ?? 0) < day; row += 1) {
      const code = this.#codes[row] ?? 0;
      if (code !== 0 && !isNegativeAt(amount, row)) this.#last[code] = days[row] ?? 0;
    }
    this.#known = row;
    return this.#last;
  }

  #startAgain(): void {
    this.#known = 0;
    this.#last.fill(never);
  }
}
