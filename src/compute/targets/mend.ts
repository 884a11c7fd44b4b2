/** Broken sums → the fewest cells whose change mends them: one mistake breaks its quarter, its year and its region. */
import { add, type Decimal, isZero, negate, signOf, toText } from '../../lib/decimal.ts';
import { differenceOf, type Equation } from './equations.ts';
import type { Tile } from './tiles.ts';
import { type Allowed, allowedFor, holds } from './tolerance.ts';

export interface Mistake {
  /** The sums that are broken by it; the one that tells most first. */
  readonly broken: readonly [Equation, ...Equation[]];
  /** The one cell whose change mends them all; null where several would do. */
  readonly cell: Tile | null;
  /** What `cell` would have to be. */
  readonly wanted: Decimal | null;
  /** Why it is none: rounding, or the policy of its level; null for a real one. */
  readonly allowed: Allowed;
}

/** Past this many broken sums that hang together each is told by itself: nothing was right there to begin with. */
const most = 150;

export function findMistakes(equations: readonly Equation[]): Mistake[] {
  const differing = equations.filter((one) => !isZero(asStated(one)));
  const allowed = new Map(differing.flatMap((one) => allowance(one)));
  const wrong = differing.filter((one) => !allowed.has(one) && !isExplained(one));
  const byTile = gather(equations);
  const found = componentsOf(wrong, byTile).flatMap((component) =>
    component.length > most ? component.map(alone) : new Mending(component, byTile).run(),
  );
  return [...found, ...[...allowed].map(([one, why]) => ({ ...alone(one), allowed: why }))];
}

function allowance(one: Equation): [Equation, Allowed][] {
  const why = allowedFor(one, asStated(one));
  return why === null ? [] : [[one, why]];
}

function asStated(one: Equation): Decimal {
  return differenceOf(one, ({ value }) => value);
}

/** What is missing of the parts may be what the total has more: the gap is reported, not the sum. */
function isExplained(one: Equation): boolean {
  return one.isPatchy && signOf(asStated(one)) > 0;
}

type ByTile = ReadonlyMap<Tile, readonly Equation[]>;

function gather(equations: readonly Equation[]): ByTile {
  const byTile = new Map<Tile, Equation[]>();
  for (const one of equations) {
    for (const tile of [...one.left, ...one.right]) {
      const known = byTile.get(tile);
      if (known) known.push(one);
      else byTile.set(tile, [one]);
    }
  }
  return byTile;
}

/** Broken sums that share cells, directly or by way of others. */
function componentsOf(broken: readonly Equation[], byTile: ByTile): Equation[][] {
  const left = new Set(broken);
  return broken.flatMap((start) => (left.delete(start) ? [reachedFrom(start, left, byTile)] : []));
}

/** Takes what it reaches out of `left`. */
function reachedFrom(start: Equation, left: Set<Equation>, byTile: ByTile): Equation[] {
  const reached = [start];
  for (const one of reached) {
    const tiles = [...one.left, ...one.right];
    const others = new Set(tiles.flatMap((tile) => byTile.get(tile) ?? []));
    for (const other of others) if (left.delete(other)) reached.push(other);
  }
  return reached;
}

function alone(one: Equation): Mistake {
  return { broken: [one], cell: null, wanted: null, allowed: null };
}

interface Change {
  readonly tile: Tile;
  readonly by: Decimal;
  readonly mends: Equation[];
  /** Mended less newly broken. */
  score: number;
}

class Mending {
  readonly #broken: Set<Equation>;
  readonly #byTile: ByTile;
  readonly #values = new Map<Tile, Decimal>();

  constructor(broken: readonly Equation[], byTile: ByTile) {
    this.#broken = new Set(broken);
    this.#byTile = byTile;
  }

  run(): Mistake[] {
    const mistakes: Mistake[] = [];
    while (this.#broken.size > 0) {
      const mistake = this.#next();
      for (const one of mistake.broken) this.#broken.delete(one);
      mistakes.push(mistake);
    }
    return mistakes;
  }

  #valueOf = (tile: Tile): Decimal => this.#values.get(tile) ?? tile.value;

  #next(): Mistake {
    const changes = this.#changes();
    const score = Math.max(...changes.map((change) => change.score));
    const best = changes.filter((change) => change.score === score);
    const [first] = best;
    if (first === undefined || score <= 0) return this.#alone();
    const isSingle = best.length === 1;
    if (isSingle) this.#apply(first);
    const broken = ordered(first.mends);
    const same = best.filter(
      ({ mends }) => mends.length === first.mends.length && mends.every((one) => first.mends.includes(one)),
    );
    return {
      broken,
      cell: isSingle ? first.tile : totalAmong(same, broken),
      wanted: isSingle ? this.#valueOf(first.tile) : null,
      allowed: null,
    };
  }

  #alone(): Mistake {
    const [first, ...others] = [...this.#broken];
    if (first === undefined) throw new RangeError('something is broken');
    return alone(ordered([first, ...others])[0]);
  }

  #changes(): Change[] {
    const changes = new Map<Tile, Map<string, Change>>();
    for (const one of this.#broken) {
      const difference = differenceOf(one, this.#valueOf);
      for (const tile of one.left) note(changes, tile, negate(difference), one);
      for (const tile of one.right) note(changes, tile, difference, one);
    }
    const all = [...changes.values()].flatMap((byAmount) => [...byAmount.values()]);
    for (const change of all) {
      this.#mendMore(change);
      change.score = change.mends.length - this.#spoiled(change);
    }
    return all;
  }

  /** Sums that are not exact after the change but near enough: in 万, within a buffer. */
  #mendMore(change: Change): void {
    for (const one of this.#byTile.get(change.tile) ?? []) {
      const isMore = this.#broken.has(one) && !change.mends.includes(one);
      if (isMore && this.#holdsAfter(change, one)) change.mends.push(one);
    }
  }

  #spoiled(change: Change): number {
    const others = (this.#byTile.get(change.tile) ?? []).filter((one) => !this.#broken.has(one));
    return others.filter((one) => holds(one, differenceOf(one, this.#valueOf)) && !this.#holdsAfter(change, one))
      .length;
  }

  #holdsAfter({ tile, by }: Change, one: Equation): boolean {
    return holds(
      one,
      differenceOf(one, (other) => (other === tile ? add(this.#valueOf(other), by) : this.#valueOf(other))),
    );
  }

  #apply({ tile, by }: Change): void {
    this.#values.set(tile, add(this.#valueOf(tile), by));
  }
}

function note(changes: Map<Tile, Map<string, Change>>, tile: Tile, by: Decimal, one: Equation): void {
  const byAmount = changes.get(tile) ?? new Map<string, Change>();
  changes.set(tile, byAmount);
  const key = toText(by);
  const known = byAmount.get(key);
  if (known) known.mends.push(one);
  else byAmount.set(key, { tile, by, mends: [one], score: 0 });
}

/** Sums over time before sums of parts, short periods before long ones, few parts before many. */
function ordered(broken: readonly Equation[]): [Equation, ...Equation[]] {
  const [first, ...others] = broken.toSorted(
    (a, b) => rank(a) - rank(b) || lengthOf(a) - lengthOf(b) || a.right.length - b.right.length,
  );
  if (first === undefined) throw new RangeError('something is broken');
  return [first, ...others];
}

function rank({ kind }: Equation): number {
  return ['time', 'parts', 'cuts'].indexOf(kind);
}

function lengthOf({ period }: Equation): number {
  return period.end - period.start;
}

/** Of several cells that would do, the total that all the broken sums have in common. */
function totalAmong(same: readonly Change[], broken: readonly Equation[]): Tile | null {
  const totals = broken.flatMap(({ left }) => (left.length === 1 ? left : []));
  return totals.find((tile) => same.some((change) => change.tile === tile)) ?? null;
}
