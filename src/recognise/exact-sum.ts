import { add, type Decimal, decimal, zero } from '../lib/decimal.ts';

const most = 2 ** 52;

/** A sum over many cells: integers per number of decimals, carried to a Decimal before they could lose digits. */
export class ExactSum {
  readonly #lanes = new Float64Array(31);
  #carried: Decimal = zero;
  #rows = 0;

  /** Rows added since the start; `clear` does not reset it. */
  get rows(): number {
    return this.#rows;
  }

  /** Adds `units × 10^-decimals`; `units` an integer of at most 15 digits. */
  add(units: number, decimals: number): void {
    this.#rows += 1;
    const lane = (this.#lanes[decimals] ?? 0) + units;
    if (lane > most || lane < -most) {
      this.#carried = add(this.#carried, decimal(lane, decimals));
      this.#lanes[decimals] = 0;
    } else {
      this.#lanes[decimals] = lane;
    }
  }

  addDecimal(value: Decimal | undefined): void {
    this.#rows += 1;
    if (value) this.#carried = add(this.#carried, value);
  }

  total(): Decimal {
    let total = this.#carried;
    this.#lanes.forEach((units, decimals) => {
      if (units !== 0) total = add(total, decimal(units, decimals));
    });
    return total;
  }

  clear(): void {
    this.#lanes.fill(0);
    this.#carried = zero;
  }
}
