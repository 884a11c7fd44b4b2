/** `targets breakdown`: files and a total → targets of parts and periods, and their workbook. */
import { planOf } from '../compute/plans/plan.ts';
import type { SplitRequest } from '../compute/plans/request.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { load } from './load.ts';
import type { LoadOptions } from './options.ts';
import { saveDocument, type WritingOptions } from './save-document.ts';
import { tool } from './version.ts';
import { readWeights } from './weights-file.ts';

export interface BreakdownOptions extends LoadOptions, WritingOptions {
  readonly request: Omit<SplitRequest, 'weights'>;
  /** File of names and weights. */
  readonly weightsFile: string | null;
}

export interface Breakdown {
  readonly plan: Plan;
  readonly problems: readonly Problem[];
  /** What was, or in a dry run would be, written. */
  readonly outputs: readonly string[];
}

const usualName = 'targets.xlsx';

/** Splits and, unless `dryRun` is set, writes. Throws UserErrors. */
export async function breakDownTargets(paths: readonly string[], options: BreakdownOptions): Promise<Breakdown> {
  const { data, files } = await load(paths, options);
  const weights = options.weightsFile === null ? null : await readWeights(options.weightsFile, options.read ?? {});
  const plan = planOf(data, { ...options.request, weights: weights?.weights ?? null });
  const out = options.out ?? usualName;
  const { planDocument } = await import('../report/plans/plan-workbook.ts');
  const inputs = [...files.map(({ path }) => path), ...(weights ? [weights.path] : [])];
  await saveDocument(planDocument(plan, options.lang, tool), out, inputs, options);
  return { plan, problems: data.problems, outputs: [out] };
}
