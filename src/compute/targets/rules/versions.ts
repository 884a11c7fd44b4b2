/** New versions that give another total, or change what was over when they came into effect. */
import { compare, isZero, toText } from '../../../lib/decimal.ts';
import { formatDay } from '../../../model/day.ts';
import { problem } from '../../../problems/catalogue.ts';
import type { TargetBook } from '../target-book.ts';
import { type Version, versionFor } from '../versions.ts';
import { type Found, othersThan, type Reviewed, spanOf, tableOf, unitOf } from './rule.ts';

export function findVersionTroubles({ book, data }: Reviewed): Found[] {
  return book.kpis.flatMap((kpi) => {
    const versions = book.versionsOf(kpi);
    if (versions.length < 2) return [];
    const undated = data === null ? [] : contradicting(kpi, versions);
    if (undated.length > 0) return undated;
    const sorted = versions.toSorted((a, b) => (a.effectiveFrom ?? -Infinity) - (b.effectiveFrom ?? -Infinity));
    return sorted.slice(1).flatMap((later, i) => {
      const earlier = sorted[i];
      return earlier ? [...otherTotal(book, kpi, earlier, later), ...changesPast(earlier, later)] : [];
    });
  });
}

/** Said once for all periods in which nothing tells which version holds. */
function contradicting(kpi: string, versions: readonly Version[]): Found[] {
  for (const { period } of versions.flatMap(({ targets }) => targets)) {
    const found = versionFor(versions, period);
    if (found === undefined || !('length' in found)) continue;
    const names = found.map(nameOf);
    const [, second] = found;
    const target = second?.targets[0];
    if (target === undefined) continue;
    const related = found.flatMap(({ targets }) => targets[0]?.namePlace ?? []);
    const extras = { related: othersThan(target.namePlace, related) };
    return [
      { problem: problem('targets/several-versions', target.namePlace, { versions: names, kpi }, extras), of: period },
    ];
  }
  return [];
}

function nameOf({ name, effectiveFrom }: Version): string {
  return name ?? (effectiveFrom === null ? '' : formatDay(effectiveFrom));
}

function otherTotal(book: TargetBook, kpi: string, earlier: Version, later: Version): Found[] {
  if (!book.addingOf(kpi).parts) return [];
  const [of, before] = [spanOf(later.targets), spanOf(earlier.targets)];
  if (of.start !== before.start || of.end !== before.end) return [];
  const totals = [earlier, later].map(({ targets }) => {
    const undated = targets.map((target) => ({ ...target, version: null, effectiveFrom: null }));
    return book.with(undated).resolve(kpi, new Map(), of, new Set()).target;
  });
  const [other, own] = totals;
  if (own == null || other == null || isZero(other) || compare(own, other) === 0) return [];
  const [first] = later.targets;
  if (first === undefined) return [];
  const params = {
    period: `${formatDay(of.start)}..${formatDay(of.end)}`,
    first: nameOf(earlier),
    second: nameOf(later),
    own: toText(own),
    other: toText(other),
  };
  const related = earlier.targets.slice(0, 1).map(({ place }) => place);
  return [{ problem: problem('targets/version-total', tableOf(first), params, { related }), of }];
}

function changesPast(earlier: Version, later: Version): Found[] {
  const from = later.effectiveFrom;
  if (from === null) return [];
  const before = new Map(earlier.targets.map((target) => [`${unitOf(target)} ${target.period.id}`, target]));
  const changed = later.targets.filter((target) => {
    const old = before.get(`${unitOf(target)} ${target.period.id}`);
    return target.period.end < from && old !== undefined && compare(old.value, target.value) !== 0;
  });
  const [first] = changed;
  if (first === undefined) return [];
  const params = { version: nameOf(later), from: formatDay(from), period: first.period.id };
  const related = othersThan(
    first.place,
    changed.map(({ place }) => place),
  );
  return [{ problem: problem('targets/late-version', first.place, params, { related }), of: first.period }];
}
