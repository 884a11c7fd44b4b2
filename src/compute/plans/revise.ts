/** `targets revise`: the targets of the periods that are left, as a new version beside those that were. */
import { type Decimal, sum } from '../../lib/decimal.ts';
import { foldText } from '../../lib/fold-text.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { DataSet } from '../../model/data-set.ts';
import { type Day, formatDay } from '../../model/day.ts';
import { traitsOf } from '../../model/kpi-traits.ts';
import type { ReviseMethod, Revision, VersionRows } from '../../model/revision.ts';
import type { Target } from '../../model/target.ts';
import { UserError } from '../../problems/user-error.ts';
import { type Version, versionsOf } from '../targets/versions.ts';
import { type Renewed, withTotals } from './revised-totals.ts';
import { foundBy, valuesOf } from './revised-values.ts';
import { stepOfFigures } from './step.ts';
import { changesOf } from './version-changes.ts';
import { leavesOf, whoseOf } from './within.ts';

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
  const byKpi = groupBy(own, ({ kpi }) => kpi);
  const news = [...byKpi].flatMap(([kpi, targets]) => revisedKpi(data, targets, kpi, request));
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
    totals: totalsOf(news, data),
    ownKpis: data.ownKpis,
    currency: data.currency ?? own[0]?.currency ?? null,
  };
}

function versionRows(targets: readonly Target[], { notes }: ReviseRequest): VersionRows[] {
  const byName = groupBy(targets, ({ version }) => version ?? '1');
  return [...byName]
    .map(([name, own]) => {
      const { by, reason } = notes.get(name) ?? { by: '', reason: '' };
      return { name, effectiveFrom: own[0]?.effectiveFrom ?? null, by, reason, targets: own };
    })
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
  const mayAdd = traitsOf(kpi, data.ownKpis)?.targets === 'sum';
  if (!mayAdd) return values;
  const step = request.step ?? stepOfFigures(now.map(({ value }) => value));
  return withTotals(values, { found, whose, step, ownKpis: data.ownKpis });
}

function totalsOf(news: readonly Renewed[], { ownKpis }: DataSet): Revision['totals'] {
  const kpis = [...new Set(news.map(({ target }) => target.kpi))].filter(
    (kpi) => traitsOf(kpi, ownKpis)?.targets === 'sum',
  );
  return kpis.map((kpi) => {
    const leaves = news.filter(({ target, isLeaf }) => target.kpi === kpi && isLeaf && target.kind === 'target');
    return {
      kpi,
      before: sum(leaves.map(({ target }) => target.value)),
      after: sum(leaves.map(({ value }) => value)),
    };
  });
}
