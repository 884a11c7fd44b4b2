/** The difference of one KPI between two runs, split by what happened to the rows: of the whole and per person. */
import { add, type Decimal, zero } from '../../lib/decimal.ts';
import type { ChangeKind, PerKind } from '../../model/against.ts';

/** A row of one run. */
export interface Side {
  readonly row: number;
  readonly rep: string;
}

/** What happened to a row; both sides where it is in both runs, changed or not. */
export interface RowChange {
  readonly was: Side | null;
  readonly now: Side | null;
  /** Empty for a row that says the same in both. */
  readonly kinds: readonly ChangeKind[];
}

export interface Split {
  readonly was: Decimal;
  readonly now: Decimal;
  readonly parts: PerKind<Decimal>;
}

/** Row after row; `splitOf` then tells the difference. */
export interface KpiChange {
  /** What the row alone adds to the difference; null where it moves nothing by itself. */
  see(change: RowChange): Decimal | null;
  /** Of a person, or of all where null. Null where the rows do not tell how it came about. */
  splitOf(rep: string | null): Split | null;
}

/** How a row that is in one run's number only came in or out. */
export function kindOf({ was, now, kinds }: RowChange): ChangeKind {
  if (was === null) return 'added';
  if (now === null) return 'removed';
  return kinds.length === 1 && kinds[0] === 'reassigned' ? 'reassigned' : 'changed';
}

/** A split while it grows. */
export class Parts implements Split {
  was = zero;
  now = zero;
  readonly parts: Record<ChangeKind, Decimal> = { added: zero, removed: zero, changed: zero, reassigned: zero };

  /** What a row was worth and is worth; null where it is not in the number. */
  count(was: Decimal | null, now: Decimal | null): void {
    if (was !== null) this.was = add(this.was, was);
    if (now !== null) this.now = add(this.now, now);
  }

  put(kind: ChangeKind, amount: Decimal): void {
    if (amount.units !== 0n) this.parts[kind] = add(this.parts[kind], amount);
  }
}

/** What there is of each person, made when they are first seen. */
export class PerPerson<Value> {
  readonly #known = new Map<string, Value>();
  readonly #make: () => Value;

  constructor(make: () => Value) {
    this.#make = make;
  }

  of(rep: string): Value {
    const known = this.#known.get(rep) ?? this.#make();
    this.#known.set(rep, known);
    return known;
  }
}
