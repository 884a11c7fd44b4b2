/** Adds up exact values of mixed scales without making a BigInt for each. */
import { add, type Decimal, decimal, zero } from '../../lib/decimal.ts';
import { IntegerSum } from './sum.ts';

export class ScaledSum {
  readonly #integers = new Map<number, IntegerSum>();
  readonly #big = new Map<number, bigint>();

  /** Adds `units × 10^-scale`; `units` is a safe integer. */
  addInteger(units: number, scale: number): void {
    let lane = this.#integers.get(scale);
    if (lane === undefined) {
      lane = new IntegerSum();
      this.#integers.set(scale, lane);
    }
    lane.add(units);
  }

  /** Adds `a × b × 10^-scale` of safe integers. */
  addProduct(a: number, b: number, scale: number): void {
    const product = a * b;
    if (Number.isSafeInteger(product)) this.addInteger(product, scale);
    else this.add(decimal(BigInt(a) * BigInt(b), scale));
  }

  add({ units, scale }: Decimal): void {
    this.#big.set(scale, (this.#big.get(scale) ?? 0n) + units);
  }

  total(): Decimal {
    let total = zero;
    for (const [scale, lane] of this.#integers) total = add(total, decimal(lane.total(), scale));
    for (const [scale, units] of this.#big) total = add(total, { units, scale });
    return total;
  }
}
