import { closestTo } from '../../lib/closest.ts';
import { foldText } from '../../lib/fold-text.ts';
import type { DataSet } from '../../model/data-set.ts';
import { UserError } from '../../problems/user-error.ts';

/** The data with the targets of one version only, whatever its day of effect. Throws a UserError for one that is not there. */
export function withTargetVersion(data: DataSet, version: string | undefined): DataSet {
  if (version === undefined) return data;
  const targets = data.targets
    .filter((target) => target.version !== null && foldText(target.version) === foldText(version))
    .map((target) => ({ ...target, effectiveFrom: null }));
  if (targets.length > 0) return { ...data, targets };
  const known = [...new Set(data.targets.flatMap((target) => target.version ?? []))];
  throw new UserError('plan/unknown-version', { version, near: closestTo(version, known), known });
}
