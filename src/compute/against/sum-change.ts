/** The difference of a KPI whose rows add amounts. */
import { type Decimal, isZero, negate, subtract, zero } from '../../lib/decimal.ts';
import type { KeptShare } from '../../model/kept-rows.ts';
import { type KpiChange, kindOf, Parts, PerPerson, type RowChange, type Side, type Split } from './kpi-change.ts';

/** Amounts that add up. */
export class SumChange implements KpiChange {
  readonly #was: KeptShare | undefined;
  readonly #now: KeptShare | undefined;
  readonly #all = new Parts();
  readonly #people = new PerPerson(() => new Parts());

  constructor(was: KeptShare | undefined, now: KeptShare | undefined) {
    this.#was = was;
    this.#now = now;
  }

  see(change: RowChange): Decimal | null {
    const [before, after] = [amountOf(this.#was, change.was), amountOf(this.#now, change.now)];
    if (before === null && after === null) return null;
    const [one, other] = [before ?? zero, after ?? zero];
    const effect = subtract(other, one);
    this.#all.count(before, after);
    const [from, to] = this.#ends(change);
    from.count(before, null);
    to.count(null, after);
    if (from !== to && before !== null && after !== null) {
      // First the row goes over as it was, then it changes where it is.
      from.put('reassigned', negate(one));
      to.put('reassigned', one);
      to.put('changed', effect);
      this.#all.put('changed', effect);
    } else {
      const kind = kindOf(change);
      from.put(kind, negate(one));
      to.put(kind, other);
      this.#all.put(kind, effect);
    }
    return isZero(effect) ? null : effect;
  }

  /** Whose it was and whose it is. */
  #ends({ was, now }: RowChange): readonly [Parts, Parts] {
    return [this.#people.of((was ?? now)?.rep ?? ''), this.#people.of((now ?? was)?.rep ?? '')];
  }

  splitOf(rep: string | null): Split {
    return rep === null ? this.#all : this.#people.of(rep);
  }
}

function amountOf(share: KeptShare | undefined, side: Side | null): Decimal | null {
  return side !== null && share?.adds === 'amount' ? share.at(side.row) : null;
}
