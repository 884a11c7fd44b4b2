/** `validate`: every problem of the files, nothing written. */
import { reviewTargets } from '../compute/targets/review.ts';
import type { InputReport } from '../model/evaluation.ts';
import type { Problem } from '../model/problem.ts';
import { inputReports, load } from './load.ts';
import type { LoadOptions } from './options.ts';

export interface Validation {
  /** No problem of error severity. */
  readonly ok: boolean;
  readonly inputs: readonly InputReport[];
  readonly problems: readonly Problem[];
}

/** Validates all files together as one data set. Throws UserErrors of the reader. */
export async function validateFiles(paths: readonly string[], options: LoadOptions): Promise<Validation> {
  const loaded = await load(paths, options);
  const problems = [...loaded.data.problems, ...reviewTargets(loaded.data)];
  return {
    ok: problems.every(({ severity }) => severity !== 'error'),
    inputs: inputReports(loaded, []),
    problems,
  };
}
