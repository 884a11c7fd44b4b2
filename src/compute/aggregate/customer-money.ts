/** Money per customer, exactly, for one group after another. */
import { add, compare, type Decimal, decimal, unitsAt, zero } from '../../lib/decimal.ts';
import { type AmountColumn, exactScale, type TextColumn } from '../../model/table.ts';
import type { Slice } from '../slice.ts';
import { IntegerSum, isNegativeAt, safeHalf } from './sum.ts';

/** The customers of one stretch of rows with their sums. Reused from group to group. */
export class CustomerMoney {
  /** Customers with a row, in the order in which they come; anonymous rows are under 0. */
  codes: number[] = [];
  readonly #customer: TextColumn;
  readonly #amount: AmountColumn;
  readonly #units: Float64Array;
  /** 1: has rows, 2: active (one of them is not negative). */
  readonly #states: Uint8Array;
  /** What sums beyond `safeHalf` and cells with more digits than the column's scale come to, at `exactScale`. */
  readonly #rest = new Map<number, bigint>();

  constructor(customer: TextColumn, amount: AmountColumn) {
    this.#customer = customer;
    this.#amount = amount;
    this.#units = new Float64Array(customer.size);
    this.#states = new Uint8Array(customer.size);
  }

  /** Takes in the rows of a group in place of the ones before. */
  load(slice: Slice, group: number): this {
    this.#clear();
    const { codes } = this.#customer;
    for (const row of slice.rows.subarray(slice.starts[group] ?? 0, slice.starts[group + 1] ?? 0)) {
      const code = codes[row] ?? 0;
      if (this.#states[code] === 0) this.codes.push(code);
      if (this.#states[code] !== 2) this.#states[code] = isNegativeAt(this.#amount, row) ? 1 : 2;
      this.#addRow(code, row);
    }
    return this;
  }

  has(code: number): boolean {
    return this.#states[code] !== 0;
  }

  isActive(code: number): boolean {
    return this.#states[code] === 2;
  }

  /** Whole numbers at the column's scale suffice for this customer. */
  #isPlain(code: number): boolean {
    return this.#rest.size === 0 || !this.#rest.has(code);
  }

  of(code: number): Decimal {
    const plain = decimal(this.#units[code] ?? 0, this.#amount.scale);
    return this.#isPlain(code) ? plain : add(plain, decimal(this.#rest.get(code) ?? 0n, exactScale));
  }

  /** Σ over `codes`. */
  sumOf(codes: readonly number[]): Decimal {
    const sum = new IntegerSum();
    let rest = zero;
    for (const code of codes) {
      sum.add(this.#units[code] ?? 0);
      if (!this.#isPlain(code)) rest = add(rest, decimal(this.#rest.get(code) ?? 0n, exactScale));
    }
    return add(decimal(sum.total(), this.#amount.scale), rest);
  }

  /** Σ min(max(now, 0), then) over `codes`; `this` is then. */
  sumOfKept(codes: readonly number[], now: CustomerMoney): Decimal {
    const sum = new IntegerSum();
    let rest = zero;
    for (const code of codes) {
      if (this.#isPlain(code) && now.#isPlain(code)) {
        sum.add(Math.min(Math.max(now.#units[code] ?? 0, 0), this.#units[code] ?? 0));
      } else rest = add(rest, keptOf(this.of(code), now.of(code)));
    }
    return add(decimal(sum.total(), this.#amount.scale), rest);
  }

  #addRow(code: number, row: number): void {
    const sum = (this.#units[code] ?? 0) + (this.#amount.units[row] ?? 0);
    if (sum <= safeHalf && sum >= -safeHalf) this.#units[code] = sum;
    else {
      this.#addRest(code, decimal(sum, this.#amount.scale));
      this.#units[code] = 0;
    }
    if (this.#amount.exact.size === 0) return;
    const exact = this.#amount.exact.get(row);
    if (exact !== undefined) this.#addRest(code, decimal(exact, exactScale));
  }

  #addRest(code: number, value: Decimal): void {
    this.#rest.set(code, (this.#rest.get(code) ?? 0n) + unitsAt(value, exactScale));
  }

  #clear(): void {
    for (const code of this.codes) {
      this.#units[code] = 0;
      this.#states[code] = 0;
    }
    this.#rest.clear();
    this.codes = [];
  }
}

function keptOf(then: Decimal, now: Decimal): Decimal {
  const positive = now.units < 0n ? zero : now;
  return compare(positive, then) < 0 ? positive : then;
}
