/** `targets revise`: the targets of the periods that are left, as a new version beside those that were. */
import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  multiply,
  round,
  signOf,
  subtract,
  sum,
  unitsAt,
  zero,
} from '../../lib/decimal.ts';
import { foldText } from '../../lib/fold-text.ts';
import type { DataSet } from '../../model/data-set.ts';
import { type Day, formatDay } from '../../model/day.ts';
import { traitsOf } from '../../model/kpi-traits.ts';
import type { Change, ReviseMethod, Revision, VersionRows } from '../../model/revision.ts';
import type { Target } from '../../model/target.ts';
import { UserError } from '../../problems/user-error.ts';
import { type Version, versionsOf } from '../targets/versions.ts';
import { ActualOf } from './actual-of.ts';
import { largestRemainder } from './largest-remainder.ts';
import { stepFor } from './step.ts';
import { isInside, isPartOf, type Whose, whoseOf } from './within.ts';

export interface ReviseRequest {
  /** Path of the file whose targets change. */
  readonly file: string;
  /** Path of the file with new values; null where a method finds them. */
  readonly values: string | null;
  readonly method: ReviseMethod;
  readonly effective: Day;
  readonly by: string;
  readonly reason: string;
  readonly step: Decimal | null;
  /** Who and why of the versions that the file holds already. */
  readonly notes: ReadonlyMap<string, { readonly by: string; readonly reason: string }>;
}

/** Throws a UserError where nothing is left to change, or where what is given does not fit. */
export function revise(data: DataSet, request: ReviseRequest): Revision {
  const own = data.targets.filter(({ place }) => place.file === request.file);
  if (own.length === 0) throw new UserError('plan/no-targets', { kpi: '' });
  const before = versionRows(own, request);
  const version = nextName(before);
  const kpis = [...new Set(own.map(({ kpi }) => kpi))];
  const news = kpis.flatMap((kpi) =>
    revisedKpi(
      data,
      own.filter((target) => target.kpi === kpi),
      kpi,
      request,
    ),
  );
  if (news.length === 0) throw new UserError('plan/nothing-left', { effective: formatDay(request.effective) });
  const { effective: effectiveFrom, by, reason } = request;
  const added: VersionRows = {
    name: version,
    effectiveFrom,
    by,
    reason,
    targets: news.map(({ target, value }) => ({ ...target, value, version, effectiveFrom })),
  };
  const versions = [...before, added];
  return {
    versions,
    changes: changesOf(versions),
    version,
    effectiveFrom,
    method: request.values === null ? request.method : 'values',
    totals: totalsOf(news),
    currency: data.currency ?? own[0]?.currency ?? null,
  };
}

/** A target of the new version: what it was, and its value now. */
interface Renewed {
  readonly target: Target;
  readonly value: Decimal;
  /** Not the total of others. */
  readonly isLeaf: boolean;
}

function versionRows(targets: readonly Target[], { notes }: ReviseRequest): VersionRows[] {
  const names = new Map<string, { effectiveFrom: Day | null; targets: Target[] }>();
  for (const target of targets) {
    const name = target.version ?? '1';
    const known = names.get(name);
    if (known) known.targets.push(target);
    else names.set(name, { effectiveFrom: target.effectiveFrom, targets: [target] });
  }
  return [...names]
    .map(([name, rows]) => ({ name, by: notes.get(name)?.by ?? '', reason: notes.get(name)?.reason ?? '', ...rows }))
    .sort((a, b) => (a.effectiveFrom ?? -Infinity) - (b.effectiveFrom ?? -Infinity));
}

function nextName(versions: readonly VersionRows[]): string {
  const taken = new Set(versions.map(({ name }) => foldText(name)));
  let next = versions.length + 1;
  while (taken.has(String(next))) next += 1;
  return String(next);
}

/** The latest version that was in force before the day of effect. */
function current(targets: readonly Target[], effective: Day): Version {
  const versions = versionsOf(targets).toSorted(
    (a, b) => (a.effectiveFrom ?? -Infinity) - (b.effectiveFrom ?? -Infinity),
  );
  const last = versions.at(-1);
  if (last === undefined) throw new RangeError('targets have a version');
  if ((last.effectiveFrom ?? -Infinity) >= effective) {
    throw new UserError('plan/effective-too-early', {
      effective: formatDay(effective),
      last: formatDay(last.effectiveFrom ?? 0),
    });
  }
  return last;
}

function revisedKpi(data: DataSet, targets: readonly Target[], kpi: string, request: ReviseRequest): Renewed[] {
  const { targets: now } = current(targets, request.effective);
  const left = now.filter(({ period }) => period.start >= request.effective);
  const whose = whoseOf(now);
  const given = request.values === null ? null : valuesOf(data, request, kpi, left, whose);
  const leaves = leavesOf(now, whose);
  const found = given ?? foundBy(data, kpi, now, leaves, whose, request);
  const isLeaf = (target: Target) => leaves.has(target) || target.kind !== 'target';
  const values = left.map(
    (target): Renewed => ({ target, value: found.get(target) ?? target.value, isLeaf: isLeaf(target) }),
  );
  const mayAdd = traitsOf(kpi)?.targets === 'sum';
  return mayAdd ? withTotals(values, found, whose) : values;
}

/** Targets that no other is a part of: of the lowest nodes and the shortest periods. */
function leavesOf(targets: readonly Target[], whose: (target: Target) => Whose): Set<Target> {
  const groups = groupBy(
    targets.filter(({ kind }) => kind === 'target'),
    whose,
  );
  const leaves = new Set<Target>();
  for (const group of groups.values()) {
    const below = partsOf(group.whose, groups).flatMap((part) => part.targets);
    for (const target of group.targets) {
      const isTotal =
        group.targets.some((other) => isShorterWithin(other, target)) ||
        below.some(({ period }) => isInside(period, target.period));
      if (!isTotal) leaves.add(target);
    }
  }
  return leaves;
}

/** The groups of nodes below. */
function partsOf(whole: Whose, groups: Groups): Group[] {
  return [...groups.values()].filter(({ whose }) => whose.id !== whole.id && isPartOf(whose, whole));
}

interface Group {
  readonly whose: Whose;
  readonly targets: readonly Target[];
}

type Groups = ReadonlyMap<string, Group>;

function groupBy(targets: readonly Target[], whose: (target: Target) => Whose): Groups {
  const groups = new Map<string, { whose: Whose; targets: Target[] }>();
  for (const target of targets) {
    const one = whose(target);
    const known = groups.get(one.id);
    if (known) known.targets.push(target);
    else groups.set(one.id, { whose: one, targets: [target] });
  }
  return groups;
}

function isShorterWithin(other: Target, { period }: Target): boolean {
  return isInside(other.period, period) && other.period.end - other.period.start < period.end - period.start;
}

/** Totals move by what their parts move, in one cut: the organisation's where there is one. */
function withTotals(
  values: readonly Renewed[],
  stated: ReadonlyMap<Target, Decimal>,
  whose: (target: Target) => Whose,
): Renewed[] {
  const leaves = new Map(
    values.filter(({ isLeaf, target }) => isLeaf && target.kind === 'target').map((one) => [one.target, one]),
  );
  const groups = groupBy([...leaves.keys()], whose);
  const below = new Map<string, readonly Target[]>();
  return values.map((one): Renewed => {
    if (one.isLeaf || stated.has(one.target)) return one;
    const own = whose(one.target);
    const parts =
      below.get(own.id) ??
      oneCut([...(groups.get(own.id)?.targets ?? []), ...partsOf(own, groups).flatMap((part) => part.targets)], whose);
    below.set(own.id, parts);
    const within = parts.filter(({ period }) => isInside(period, one.target.period));
    const moved = within.map((target) => subtract(leaves.get(target)?.value ?? target.value, target.value));
    const value = add(one.target.value, sum(moved));
    return { ...one, value: signOf(value) < 0 ? zero : value };
  });
}

/** Cuts say the same money again: the parts of the one with the fewest dimensions. */
function oneCut(parts: readonly Target[], whose: (target: Target) => Whose): Target[] {
  const cut = parts.map((target) => whose(target).cut).sort((a, b) => a.length - b.length)[0];
  return parts.filter((target) => whose(target).cut === cut);
}

/** New values of the leaves that are left, by the method. */
function foundBy(
  data: DataSet,
  kpi: string,
  now: readonly Target[],
  leaves: ReadonlySet<Target>,
  whose: (target: Target) => Whose,
  { method, effective, step }: ReviseRequest,
): Map<Target, Decimal> {
  const found = new Map<Target, Decimal>();
  if (method === 'keep') return found;
  if (traitsOf(kpi)?.targets !== 'sum') return found;
  const actual = new ActualOf(data, kpi);
  for (const { targets } of groupBy(
    now.filter((target) => leaves.has(target)),
    whose,
  ).values()) {
    const left = targets.filter(({ period }) => period.start >= effective);
    const past = targets.filter(({ period }) => period.end < effective);
    if (left.length === 0 || past.length === 0) continue;
    const made = sum(past.map(({ period, keys }) => actual.of(keys, period)));
    const due = sum(past.map(({ value }) => value));
    const open = sum(left.map(({ value }) => value));
    const wanted = method === 'spread' ? add(open, subtract(due, made)) : runRate(open, made, due);
    share(left, signOf(wanted) < 0 ? zero : wanted, step, found);
  }
  return found;
}

/** What is left to reach at the pace so far: actual ÷ target to date, so that seasons stay as they are. */
function runRate(open: Decimal, made: Decimal, due: Decimal): Decimal {
  return signOf(due) <= 0 ? open : divide(multiply(open, made), due, 2);
}

/** Over the periods left, each by its old target; what is to reach is rounded to the step first. */
function share(left: readonly Target[], wanted: Decimal, asked: Decimal | null, found: Map<Target, Decimal>): void {
  const { step } = stepFor(wanted, left.length, { step: asked });
  const whole = multiply(round(divide(wanted, step), 0), step);
  const scale = Math.max(whole.scale, ...left.map(({ value }) => value.scale));
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
function valuesOf(
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

/** What each version says differently from the one before it. */
function changesOf(versions: readonly VersionRows[]): Change[] {
  const whose = whoseOf(versions.flatMap(({ targets }) => targets));
  const idOf = (target: Target) =>
    `${target.kpi} ${whose(target).id} ${target.period.start} ${target.period.end} ${target.kind}`;
  const before = new Map<string, Decimal>();
  const changes: Change[] = [];
  for (const { name, effectiveFrom, by, reason, targets } of versions) {
    for (const target of targets) {
      const old = before.get(idOf(target)) ?? null;
      const isNew = effectiveFrom !== null && (old === null || compare(old, target.value) !== 0);
      if (isNew && target.kind === 'target') {
        const { kpi, keys, period, value: after } = target;
        changes.push({ version: name, effectiveFrom, by, reason, kpi, keys, period, before: old, after });
      }
      before.set(idOf(target), target.value);
    }
  }
  return changes;
}

function totalsOf(news: readonly Renewed[]): Revision['totals'] {
  const kpis = [...new Set(news.map(({ target }) => target.kpi))].filter((kpi) => traitsOf(kpi)?.targets === 'sum');
  return kpis.map((kpi) => {
    const leaves = news.filter(({ target, isLeaf }) => target.kpi === kpi && isLeaf && target.kind === 'target');
    return {
      kpi,
      before: sum([decimal(0), ...leaves.map(({ target }) => target.value)]),
      after: sum([decimal(0), ...leaves.map(({ value }) => value)]),
    };
  });
}
