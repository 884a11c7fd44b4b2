/** What each version of targets changes. */
import { compare, type Decimal } from '../../lib/decimal.ts';
import type { Change, VersionRows } from '../../model/revision.ts';
import type { Target } from '../../model/target.ts';
import { whoseOf } from './within.ts';

/** What each version says differently from the one before it. */
export function changesOf(versions: readonly VersionRows[]): Change[] {
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
