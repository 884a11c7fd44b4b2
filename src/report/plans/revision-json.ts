/** `salesmetrics.revision/1`: what a new version changes. */
import type { Lang } from '../../i18n/shape.ts';
import { subtract } from '../../lib/decimal.ts';
import type { JsonValue } from '../../lib/json-value.ts';
import { formatDay } from '../../model/day.ts';
import type { Problem } from '../../model/problem.ts';
import type { Revision } from '../../model/revision.ts';
import { problemDocuments } from '../json.ts';

export function revisionJson(
  revision: Revision,
  problems: readonly Problem[],
  outputs: readonly string[],
  lang: Lang,
): JsonValue {
  const { version, effectiveFrom, method, totals, versions, changes } = revision;
  return {
    schema: 'salesmetrics.revision/1',
    version,
    effectiveFrom: formatDay(effectiveFrom),
    method,
    versions: versions.map(({ name, effectiveFrom: from, by, reason, targets }) => ({
      name,
      effectiveFrom: from === null ? null : formatDay(from),
      by,
      reason,
      targets: targets.length,
    })),
    totals: totals.map((total) => ({ ...total })),
    changes: changes.map(({ keys, period, before, after, ...change }) => ({
      version: change.version,
      effectiveFrom: formatDay(change.effectiveFrom),
      by: change.by,
      reason: change.reason,
      kpi: change.kpi,
      keys: Object.fromEntries(keys),
      period: period.id,
      before,
      after,
      change: before === null ? null : subtract(after, before),
    })),
    problems: problemDocuments(problems, lang),
    outputs: outputs.map((path) => ({ kind: 'xlsx', path })),
  };
}
