/** Whether the figures can be relied on: problems with what they affect, left-out rows, draft or not. */
import { zero } from '../lib/decimal.ts';
import type { BreakdownEntry, Evaluation, KpiResult } from '../model/evaluation.ts';
import type { Problem } from '../model/problem.ts';
import { withSeverities } from '../problems/severities.ts';
import { checkMarket } from './check-market.ts';
import { checkTotals } from './control-totals.ts';
import { kpis } from './kpis/index.ts';
import { type LeftOutSummary, markAffects, summariseLeftOut } from './left-out.ts';
import type { Scope } from './scope.ts';
import { monthsWithRows } from './target-view.ts';
import { checkTargets } from './targets/check-targets.ts';
import { hasManyUnmapped } from './unmapped.ts';

type Verdict = Pick<Evaluation, 'ok' | 'draft' | 'problems' | 'leftOut'>;

/** `ok`: no error beyond what is allowed; `draft`: the figures of the period or its comparison could be wrong. */
export function verdictOn(scope: Scope, results: readonly KpiResult[], breakdown: readonly BreakdownEntry[]): Verdict {
  const { data, period, compared, options } = scope;
  const totals = checkTotals(results, options.expect ?? [], data.tables[0]?.file ?? '');
  const problems = markAffects(
    [
      ...data.problems,
      ...withSeverities(
        [...targetProblems(scope, results), ...checkMarket(data, results, breakdown), ...totals],
        options.severities,
      ),
    ],
    data.leftOut,
    period,
    compared,
  );
  const leftOut = summariseLeftOut(
    data.leftOut,
    {
      period,
      compared,
      revenue: results.find(({ id }) => id === 'revenue')?.actual ?? zero,
      dataRows: data.tables.reduce((rows, table) => rows + (table.factRows === null ? 0 : table.rows), 0),
    },
    options.allowSkipped,
  );
  const errors = problems.filter(({ severity, treatment }) => severity === 'error' && !isAllowed(treatment, leftOut));
  const isDraft = errors.some(({ affects }) => affects !== 'none') || isLeftOutOpen(leftOut) || hasManyUnmapped(scope);
  return { ok: errors.length === 0, draft: isDraft, problems, leftOut };
}

function targetProblems(scope: Scope, results: readonly KpiResult[]) {
  if (scope.isPart) return [];
  const { data, population, period, completeBecause, targets, options } = scope;
  // Narrowed actuals say nothing of the scale of whole targets.
  const isNarrowed = (options.only?.size ?? 0) > 0;
  return checkTargets(targets.book, {
    period,
    months: monthsWithRows(population, period),
    actualOf: (kpi) => (isNarrowed ? null : (results.find(({ id }) => id === kpi)?.actual ?? null)),
    isComplete: completeBecause !== null,
    computes: (kpi) => kpis.some(({ id }) => id === kpi) || (options.ownKpis ?? []).some(({ id }) => id === kpi),
    taxBasis: data.taxBasis,
    data,
  });
}

function isAllowed(treatment: Problem['treatment'], leftOut: LeftOutSummary): boolean {
  return treatment === 'left-out' && leftOut.allowed > 0;
}

function isLeftOutOpen({ affecting, allowed }: LeftOutSummary): boolean {
  return affecting > 0 && allowed === 0;
}
