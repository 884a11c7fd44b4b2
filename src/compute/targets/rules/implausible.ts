/** Targets unlike the past, where orders are given: far from last year, all months alike, above the best month ever. */
import { toNumber, toText } from '../../../lib/decimal.ts';
import { foldText } from '../../../lib/fold-text.ts';
import { groupBy } from '../../../lib/group-by.ts';
import { type Period, yearAgo } from '../../../model/period.ts';
import { nodeLevels, type Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { type Actuals, actualsBy, sumIn } from './actuals.ts';
import { type Found, median, nameOf, othersThan, type Reviewed, unitOf } from './rule.ts';

interface Held {
  readonly target: Target;
  readonly months: ReadonlyMap<string, number>;
  readonly actuals: Actuals;
}

export function findImplausible({ book, data }: Reviewed): Found[] {
  const cache = new Map<string, Actuals | null>();
  const actualsOf = (dimension: string): Actuals | null => {
    const known = cache.has(dimension) ? (cache.get(dimension) ?? null) : actualsBy(data, dimension);
    cache.set(dimension, known);
    return known;
  };
  if (actualsOf('') === null) return [];
  const held = book.targets.flatMap((target) => (target.kpi === 'revenue' ? heldAgainst(target, actualsOf) : []));
  const grown = grownTooFar(held);
  const told = new Set(grown.map(({ target }) => unitOf(target)));
  const best = aboveBest(held.filter(({ target }) => !told.has(unitOf(target))));
  return [...grown.map(toFound), ...best.map(toFound), ...flat(held)];
}

/** The lowest node or the only key; nothing is known of combinations. */
function heldAgainst(target: Target, actualsOf: (dimension: string) => Actuals | null): Held[] {
  const { keys, isNode } = target;
  const level = isNode ? nodeLevels.findLast((name) => keys.has(name)) : undefined;
  const isSingle = keys.size === 1 || level !== undefined;
  if (keys.size > 0 && !isSingle) return [];
  const dimension = level ?? [...keys.keys()][0] ?? '';
  const actuals = actualsOf(dimension);
  const months = actuals?.byValue.get(foldText(keys.get(dimension) ?? ''));
  return actuals === null || months === undefined ? [] : [{ target, months, actuals }];
}

interface Far {
  readonly kind: 'growth' | 'best';
  readonly target: Target;
  readonly base: number;
  readonly times: number;
}

function toFound({ kind, target, base, times }: Far): Found {
  const params = {
    kind,
    name: nameOf(target) || target.kpi,
    period: target.period.id,
    base: String(Math.round(base)),
    times: times.toFixed(1),
  };
  return {
    problem: problem('targets/implausible', target.place, params, { value: toText(target.value) }),
    of: target.period,
  };
}

/** Twice what the others grow by, and more than double (or less than half) of a year before; per unit its longest period. */
function grownTooFar(held: readonly Held[]): Far[] {
  const grown = held.flatMap((one): Far[] => {
    const before = yearAgo(one.target.period);
    if (!isCovered(before, one.actuals)) return [];
    const base = sumIn(one.months, before);
    const times = toNumber(one.target.value) / base;
    return base > 0 && times > 0 ? [{ kind: 'growth', target: one.target, base, times }] : [];
  });
  const usual = median(grown.map(({ times }) => times)) || 1;
  const far = grown.filter(({ times }) => (times > 2 && times > 2 * usual) || (times < 0.5 && times < usual / 2));
  return [...groupBy(far, ({ target }) => unitOf(target)).values()].flatMap((same) =>
    same.toSorted((a, b) => daysOf(b.target.period) - daysOf(a.target.period)).slice(0, 1),
  );
}

function daysOf({ start, end }: Period): number {
  return end - start;
}

function isCovered({ start, end }: Period, { firstDay, lastDay }: Actuals): boolean {
  return firstDay <= start + 6 && lastDay >= end - 6 && daysOf({ start, end } as Period) >= 27;
}

function aboveBest(held: readonly Held[]): Far[] {
  const far = held.flatMap(({ target, months }): Far[] => {
    const base = Math.max(0, ...months.values());
    const times = toNumber(target.value) / base;
    const isFar = target.period.grain === 'month' && months.size >= 12 && base > 0 && times > 1.5;
    return isFar ? [{ kind: 'best', target, base, times }] : [];
  });
  return [...groupBy(far, ({ target }) => unitOf(target)).values()].flatMap((same) =>
    same.toSorted((a, b) => b.times - a.times).slice(0, 1),
  );
}

/** Twelve equal months in a business with seasons: said once, of the first whom it concerns. */
function flat(held: readonly Held[]): Found[] {
  const months = held.filter(({ target }) => target.period.grain === 'month');
  const units = [...groupBy(months, ({ target }) => unitOf(target)).values()].filter((own) => {
    const values = new Set(own.map(({ target }) => toText(target.value)));
    return own.length >= 12 && values.size === 1 && swing(own[0]) >= 2;
  });
  const [first] = units[0] ?? [];
  if (first === undefined) return [];
  const { target, months: past } = first;
  const params = {
    kind: 'flat',
    name: nameOf(target) || target.kpi,
    period: target.period.id.slice(0, 4),
    base: String(Math.round(Math.max(...past.values()))),
    times: swing(first).toFixed(1),
  };
  const related = othersThan(
    target.place,
    units.flatMap((own) => own.slice(0, 1).map((one) => one.target.place)),
  );
  const extras = { related, value: toText(target.value) };
  return [{ problem: problem('targets/implausible', target.place, params, extras), of: target.period }];
}

/** The best month of the past over the weakest, where there was a year of them. */
function swing(held: Held | undefined): number {
  const months = [...(held?.months.values() ?? [])].filter((money) => money > 0);
  return months.length < 12 ? 0 : Math.max(...months) / Math.min(...months);
}
