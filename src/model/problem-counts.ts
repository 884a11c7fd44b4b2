/** How many problems there are, of each severity and code. */
import type { ProblemCounts } from './batch.ts';
import type { Problem } from './problem.ts';

/** Showing is capped, counting is not: what `table/more-problems` tells of counts as so many of its code. */
export function countProblems(problems: readonly Problem[]): ProblemCounts {
  const byCode = new Map<string, number>();
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { code, severity, params } of problems) {
    const { what, count } = params;
    const isMany = code === 'table/more-problems' && typeof what === 'string' && typeof count === 'number';
    const [counted, times] = isMany ? [what, count] : [code, 1];
    counts[severity] += times;
    byCode.set(counted, (byCode.get(counted) ?? 0) + times);
  }
  return { ...counts, byCode: Object.fromEntries([...byCode].sort(([a], [b]) => (a < b ? -1 : 1))) };
}
