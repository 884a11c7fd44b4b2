/** Which version of the targets counts in a period (contract §4). */

import { foldName, foldText } from '../../lib/fold-text.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { Period } from '../../model/period.ts';
import type { Target } from '../../model/target.ts';

export interface Version {
  /** As spelled; null where the file names none. */
  readonly name: string | null;
  readonly effectiveFrom: number | null;
  readonly targets: readonly Target[];
}

/**
 * The versions of one KPI's targets. Rows without a version name that bear different days of effect are one version as
 * long as no two of them say the same thing (a column that repeats each row's own start is no versioning).
 */
export function versionsOf(targets: readonly Target[]): Version[] {
  const named = groupBy(
    targets.filter(({ version }) => version !== null),
    ({ version }) => foldText(version ?? ''),
  ).values();
  const unnamed = targets.filter(({ version }) => version === null);
  const dated = [...groupBy(unnamed, ({ effectiveFrom }) => effectiveFrom).values()];
  const parts = dated.length > 1 && !compete(dated) ? [unnamed] : dated;
  return [...named, ...parts].map((same) => ({
    name: same[0]?.version ?? null,
    effectiveFrom: earliest(same),
    targets: same,
  }));
}

function compete(groups: readonly (readonly Target[])[]): boolean {
  const seen = new Set<string>();
  for (const group of groups) {
    const own = new Set(group.map(identityOf));
    for (const identity of own) if (seen.has(identity)) return true;
    for (const identity of own) seen.add(identity);
  }
  return false;
}

function identityOf({ keys, period, kind }: Target): string {
  const pairs = [...keys].map(([name, value]) => `${foldName(name)}=${foldText(value)}`).sort();
  return JSON.stringify([pairs, period.start, period.end, kind]);
}

function earliest(targets: readonly Target[]): number | null {
  const days = targets.flatMap(({ effectiveFrom }) => (effectiveFrom === null ? [] : [effectiveFrom]));
  return days.length < targets.length || days.length === 0 ? null : Math.min(...days);
}

/**
 * The version in force at the start of `period`: that with the latest day of effect on or before it, else the only one
 * without a day. Undefined where no version has targets there, the versions themselves where they contradict.
 */
export function versionFor(versions: readonly Version[], period: Period): Version | undefined | readonly Version[] {
  const present = versions.filter(({ targets }) => targets.some((target) => overlaps(target.period, period)));
  const inForce = present.filter(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= period.start);
  const latest = Math.max(...inForce.map(({ effectiveFrom }) => effectiveFrom ?? 0));
  const chosen =
    inForce.length > 0
      ? inForce.filter(({ effectiveFrom }) => effectiveFrom === latest)
      : present.filter(({ effectiveFrom }) => effectiveFrom === null);
  if (chosen.length === 1) return chosen[0];
  return present.length === 0 ? undefined : present;
}

export function overlaps(a: Period, b: Period): boolean {
  return a.start <= b.end && a.end >= b.start;
}
