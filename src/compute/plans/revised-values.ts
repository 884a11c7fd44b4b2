/** New values of the periods that are left: by a method from what was reached so far, or from a file. */
import { add, type Decimal, divide, multiply, round, signOf, subtract, sum, unitsAt, zero } from '../../lib/decimal.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { DataSet } from '../../model/data-set.ts';
import { formatDay } from '../../model/day.ts';
import { traitsOf } from '../../model/kpi-traits.ts';
import type { Target } from '../../model/target.ts';
import { UserError } from '../../problems/user-error.ts';
import { ActualOf } from './actual-of.ts';
import { largestRemainder } from './largest-remainder.ts';
import type { ReviseRequest } from './revise.ts';
import { stepFor, stepOfFigures } from './step.ts';
import type { Whose } from './within.ts';

/** New values of the leaves that are left, by the method. */
export function foundBy(
  data: DataSet,
  kpi: string,
  now: readonly Target[],
  leaves: ReadonlySet<Target>,
  whose: (target: Target) => Whose,
  { method, effective, step }: ReviseRequest,
): Map<Target, Decimal> {
  const found = new Map<Target, Decimal>();
  if (method === 'keep') return found;
  if (traitsOf(kpi, data.ownKpis)?.targets !== 'sum') return found;
  const actual = new ActualOf(data, kpi);
  // The plan's own figures say how finely it is made.
  const own = stepOfFigures(now.map(({ value }) => value));
  const byNode = groupBy(
    now.filter((target) => leaves.has(target)),
    whose,
  );
  for (const targets of byNode.values()) {
    const left = targets.filter(({ period }) => period.start >= effective);
    const past = targets.filter(({ period }) => period.end < effective);
    if (left.length === 0 || past.length === 0) continue;
    const made = sum(past.map(({ period, keys }) => actual.of(keys, period)));
    const due = sum(past.map(({ value }) => value));
    const open = sum(left.map(({ value }) => value));
    const wanted = method === 'spread' ? add(open, subtract(due, made)) : runRate(open, made, due);
    share(left, signOf(wanted) < 0 ? zero : wanted, { step, from: own }, found);
  }
  return found;
}

/** What is left to reach at the pace so far: actual ÷ target to date, so that seasons stay as they are. */
function runRate(open: Decimal, made: Decimal, due: Decimal): Decimal {
  return signOf(due) <= 0 ? open : divide(multiply(open, made), due, 2);
}

/** Over the periods left, each by its old target; what is to reach is rounded to the step first. */
function share(
  left: readonly Target[],
  wanted: Decimal,
  asked: { readonly step: Decimal | null; readonly from: Decimal },
  found: Map<Target, Decimal>,
): void {
  const { step } = stepFor(wanted, left.length, asked);
  const whole = multiply(round(divide(wanted, step), 0), step);
  const scale = Math.max(step.scale, whole.scale, ...left.map(({ value }) => value.scale));
  const weights = left.map(({ value }) => unitsAt(value, scale));
  const isBlank = weights.every((weight) => weight === 0n);
  const parts = largestRemainder(
    unitsAt(whole, scale),
    isBlank ? weights.map(() => 1n) : weights,
    unitsAt(step, scale),
  );
  for (const [i, target] of left.entries()) found.set(target, { units: parts[i] ?? 0n, scale });
}

/** Values of a file, by node and period. */
export function valuesOf(
  data: DataSet,
  { values, effective }: ReviseRequest,
  kpi: string,
  left: readonly Target[],
  whose: (target: Target) => Whose,
): Map<Target, Decimal> {
  const given = data.targets.filter((target) => target.place.file === values && target.kpi === kpi);
  const idOf = (target: Target) => `${whose(target).id} ${target.period.start} ${target.period.end} ${target.kind}`;
  const known = new Map(left.map((target) => [idOf(target), target]));
  const early = given.find(({ period }) => period.start < effective);
  if (early) throw new UserError('plan/value-too-early', { period: early.period.id, effective: formatDay(effective) });
  const strange = given.filter((target) => !known.has(idOf(target)));
  if (strange.length > 0) throw new UserError('plan/no-such-target', { names: strange.slice(0, 5).map(nameOf) });
  const found = new Map<Target, Decimal>();
  for (const target of given) {
    const own = known.get(idOf(target));
    if (own) found.set(own, target.value);
  }
  return found;
}

function nameOf({ keys, period }: Target): string {
  return [...keys.values(), period.id].join(' ');
}
