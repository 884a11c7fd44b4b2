/** `targets check`: files → the tree of their targets. */
import { type CheckRequest, checkPlan } from '../compute/plans/check.ts';
import type { TargetCheck } from '../model/target-check.ts';
import { load } from './load.ts';
import type { LoadOptions } from './options.ts';

/** Throws UserErrors. */
export async function checkTargetFiles(
  paths: readonly string[],
  options: LoadOptions & { readonly request: CheckRequest },
): Promise<TargetCheck> {
  const { data } = await load(paths, options);
  return checkPlan(data, options.request);
}
