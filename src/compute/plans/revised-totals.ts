/** Totals of the new version: exactly their shorter periods, and as far from the parts below as they were before. */
import { add, compare, type Decimal, divide, multiply, round, signOf, subtract, sum, zero } from '../../lib/decimal.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { OwnKpi } from '../../model/own-kpi.ts';
import { liesIn } from '../../model/period.ts';
import type { Target } from '../../model/target.ts';
import { type Equation, equationsOf } from '../targets/equations.ts';
import { TargetBook } from '../targets/target-book.ts';
import type { Tile } from '../targets/tiles.ts';
import { holds } from '../targets/tolerance.ts';
import { stepFor } from './step.ts';
import { targetsBelow, type Whose } from './within.ts';

/** A target of the new version: what it was, and its value now. */
export interface Renewed {
  readonly target: Target;
  readonly value: Decimal;
  /** Not the total of others. */
  readonly isLeaf: boolean;
}

/** What is given, and how the targets hang together. */
export interface Totalling {
  /** Values that are no question: found by a method, or given, for totals too. */
  readonly found: ReadonlyMap<Target, Decimal>;
  readonly whose: (target: Target) => Whose;
  /** That of the plan's own figures. */
  readonly step: Decimal;
  /** KPIs that a config defines. */
  readonly ownKpis: readonly OwnKpi[];
}

/** The same with totals that follow their parts, level by level, so that a policy for sums that held still does. */
export function withTotals(values: readonly Renewed[], totalling: Totalling): Renewed[] {
  const totals = new Totals(values, totalling);
  return values.map((one): Renewed => (one.isLeaf ? one : { ...one, value: totals.valueOf(one.target) }));
}

class Totals {
  readonly #totalling: Totalling;
  readonly #values = new Map<Target, Decimal>();
  readonly #leaves: ReadonlyMap<Target, Renewed>;
  readonly #byTotal: ReadonlyMap<Target | undefined, readonly Equation[]>;
  readonly #leavesByNode: ReadonlyMap<Whose, readonly Target[]>;

  constructor(values: readonly Renewed[], totalling: Totalling) {
    this.#totalling = totalling;
    const proper = values.filter(({ target: { kind } }) => kind === 'target');
    this.#leaves = new Map(proper.filter(({ isLeaf }) => isLeaf).map((one) => [one.target, one]));
    this.#leavesByNode = groupBy(this.#leaves.keys(), totalling.whose);
    const { ownKpis } = totalling;
    const equations = equationsOf(
      new TargetBook(
        proper.map(({ target }) => target),
        { ownKpis },
      ),
    );
    const single = equations.filter(({ left }) => left.length === 1 && left[0]?.targets.length === 1);
    this.#byTotal = groupBy(single, ({ left }) => left[0]?.targets[0]);
  }

  valueOf(target: Target): Decimal {
    const known = this.#values.get(target) ?? this.#totalling.found.get(target) ?? this.#leaves.get(target)?.value;
    if (known !== undefined) return known;
    const value = this.#totalOf(target);
    const made = signOf(value) < 0 ? zero : value;
    this.#values.set(target, made);
    return made;
  }

  /** Periods add up exactly, whatever the policy, so they go before the parts. */
  #totalOf(target: Target): Decimal {
    const own = this.#byTotal.get(target) ?? [];
    const time = own.find(({ kind }) => kind === 'time');
    if (time) return add(target.value, this.#movedBy(time));
    const parts = own.find(({ kind }) => kind === 'parts');
    return parts ? this.#follow(target, parts) : add(target.value, this.#leavesMovedBy(target));
  }

  #movedBy({ right }: Equation): Decimal {
    return subtract(sum(right.map((tile) => this.#tileValue(tile))), sum(right.map(({ value }) => value)));
  }

  /** In the same ratio to its parts as before; a buffer that rounding had filled keeps its difference where it grows. */
  #follow(target: Target, parts: Equation): Decimal {
    const before = sum(parts.right.map(({ value }) => value));
    const moved = this.#movedBy(parts);
    const together = add(before, moved);
    const same = add(target.value, moved);
    if (compare(before, target.value) === 0 || signOf(before) <= 0) return same;
    const scaled = towards(together, divide(multiply(together, target.value), before, 6), this.#totalling.step);
    const isAllowed = (value: Decimal) => {
      const left = parts.left.map((tile) => ({ ...tile, value }));
      return holds({ ...parts, left }, subtract(value, together));
    };
    return isAllowed(scaled) || !isAllowed(same) ? scaled : same;
  }

  /** One that states its target twice, states it once. */
  #tileValue({ targets, value }: Tile): Decimal {
    const isSum = compare(sum(targets.map((target) => target.value)), value) === 0;
    return sum((isSum ? targets : targets.slice(0, 1)).map((target) => this.valueOf(target)));
  }

  /** Of a total whose parts leave some of it out: by what they move, in one cut, the organisation's where there is one. */
  #leavesMovedBy(target: Target): Decimal {
    const { whose } = this.#totalling;
    const own = whose(target);
    const below = [...(this.#leavesByNode.get(own) ?? []), ...targetsBelow(own, this.#leavesByNode)];
    const parts = oneCut(below, whose).filter(({ period }) => liesIn(period, target.period));
    return sum(parts.map((part) => subtract(this.#leaves.get(part)?.value ?? part.value, part.value)));
  }
}

/** `value` in whole steps, rounded towards `parts` and never past them: a difference that was allowed stays so. */
function towards(parts: Decimal, value: Decimal, from: Decimal): Decimal {
  const { step } = stepFor(value, 1, { step: null, from });
  const steps = divide(value, step, 6);
  const near = multiply(round(steps, 0), step);
  const isBelow = compare(value, parts) < 0;
  const isBeyond = compare(near, value) === (isBelow ? -1 : 1);
  const stepped = isBeyond ? (isBelow ? add(near, step) : subtract(near, step)) : near;
  return compare(stepped, parts) === (isBelow ? 1 : -1) ? parts : stepped;
}

/** Cuts say the same money again: the parts of the one with the fewest dimensions. */
function oneCut(parts: readonly Target[], whose: (target: Target) => Whose): Target[] {
  const cut = parts.map((target) => whose(target).cut).sort((a, b) => a.length - b.length)[0];
  return parts.filter((target) => whose(target).cut === cut);
}
