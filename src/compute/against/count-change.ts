/** The difference of a KPI that counts things once, however many rows they have. */
import { add, decimal, subtract } from '../../lib/decimal.ts';
import { type ChangeKind, changeKinds } from '../../model/against.ts';
import type { KeptShare } from '../../model/kept-rows.ts';
import { type KpiChange, kindOf, Parts, PerPerson, type RowChange, type Side, type Split } from './kpi-change.ts';

/** An order that goes counts by the first of its rows that went. */
export class CountChange implements KpiChange {
  readonly #was: KeptShare | undefined;
  readonly #now: KeptShare | undefined;
  readonly #all = new Counts();
  readonly #people = new PerPerson(() => new Counts());

  constructor(was: KeptShare | undefined, now: KeptShare | undefined) {
    this.#was = was;
    this.#now = now;
  }

  see(change: RowChange): null {
    const { was, now } = change;
    const [before, after] = [keyOf(this.#was, was), keyOf(this.#now, now)];
    const isSame = before === after;
    const kind = kindOf(change);
    this.#all.see(before, after, isSame ? null : kind);
    const [from, to] = [this.#people.of((was ?? now)?.rep ?? ''), this.#people.of((now ?? was)?.rep ?? '')];
    if (from === to) from.see(before, after, isSame ? null : kind);
    else {
      const moved = isSame ? 'reassigned' : kind;
      from.see(before, null, moved);
      to.see(null, after, moved);
    }
    return null;
  }

  splitOf(rep: string | null): Split | null {
    return (rep === null ? this.#all : this.#people.of(rep)).split();
  }
}

/** Where one of the runs has no ids, each of its rows counts by itself. */
function keyOf(share: KeptShare | undefined, side: Side | null): string | null {
  if (side === null || share === undefined) return null;
  if (share.adds === 'key') return share.at(side.row);
  return share.at(side.row) === null ? null : '';
}

class Counts {
  readonly #was = new Map<string, ChangeKind | null>();
  readonly #now = new Map<string, ChangeKind | null>();
  /** Rows that count by themselves. */
  readonly #alone = new Parts();

  /** `kind`: null where the row tells of no change. */
  see(before: string | null, after: string | null, kind: ChangeKind | null): void {
    if (before === '' || after === '') this.#seeAlone(before === '', after === '', kind);
    note(this.#was, before, kind);
    note(this.#now, after, kind);
  }

  #seeAlone(isBefore: boolean, isAfter: boolean, kind: ChangeKind | null): void {
    const [was, now] = [decimal(isBefore ? 1 : 0), decimal(isAfter ? 1 : 0)];
    this.#alone.count(was, now);
    this.#alone.put(kind ?? 'changed', subtract(now, was));
  }

  split(): Split | null {
    const total = new Parts();
    for (const kind of changeKinds) total.put(kind, this.#alone.parts[kind]);
    total.count(add(this.#alone.was, decimal(this.#was.size)), add(this.#alone.now, decimal(this.#now.size)));
    const isTold = [
      ...onlyIn(this.#was, this.#now, (kind) => total.put(kind, decimal(-1))),
      ...onlyIn(this.#now, this.#was, (kind) => total.put(kind, decimal(1))),
    ];
    return isTold.every((is) => is) ? total : null;
  }
}

/** Of several rows the first that tells of a change. */
function note(keys: Map<string, ChangeKind | null>, key: string | null, kind: ChangeKind | null): void {
  if (key !== null && key !== '' && (keys.get(key) ?? null) === null) keys.set(key, kind);
}

/** Whether it is known, for each key that the others lack, what became of it. */
function* onlyIn(
  keys: ReadonlyMap<string, ChangeKind | null>,
  others: ReadonlyMap<string, unknown>,
  put: (kind: ChangeKind) => void,
): Generator<boolean> {
  for (const [key, kind] of keys) {
    if (others.has(key)) continue;
    if (kind !== null) put(kind);
    yield kind !== null;
  }
}
