/** Targets with periods across: asked for where no other dataset fits. */
import { given } from '../lib/given.ts';
import type { DatasetName } from '../model/fields.ts';
import { yearStatedIn } from '../model/period-search.ts';
import type { Assignment } from './assignment.ts';
import type { Candidates, Decision, Names } from './decide.ts';
import { foldText } from './fold.ts';
import type { Stated } from './statements.ts';
import { completeTargets } from './target-fields.ts';
import { findTargetLayout, type TargetLayout } from './target-layout.ts';

export interface WideTargets {
  readonly decision: Decision;
  readonly layout: TargetLayout;
}

const targetWords = /目标|任务|预算|计划|指标|(?:^|[^a-z])(?:targets?|quotas?|goals?|budgets?|plan)(?:$|[^a-z])/u;

/** The layout of a sheet of targets by period, or null where it is another table. */
export function wideTargets(
  candidates: Candidates,
  stated: Stated,
  names: Names,
  own: Decision,
  { declared, fiscalYearStart }: { readonly declared: DatasetName | null; readonly fiscalYearStart?: number },
): WideTargets | null {
  const { sheet } = candidates;
  if (declared !== null && declared !== 'targets') return null;
  if (sheet.header.rows.length === 0 || isLong(own)) return null;
  const year = yearStatedIn([stated.title, names.sheet, names.file]) ?? yearOf(stated);
  const layout = findTargetLayout(sheet.raw, sheet.header.rows, {
    year,
    ...given({ fiscalYearStart }),
  });
  if (!layout) return null;
  const isNamed = [names.sheet, names.file, names.title].some((name) => targetWords.test(foldText(name)));
  if (!layout.saysTarget && !isNamed && declared === null) return null;
  const assignment = withoutPeriods(completeTargets(candidates, true), layout);
  const decision: Decision = { dataset: 'targets', assignment, missing: null, needsLines: false };
  return { decision, layout };
}

/** Columns of periods are spoken for: that several of them say 目标 makes nothing ambiguous. */
function withoutPeriods(assignment: Assignment, { periodColumns }: TargetLayout): Assignment {
  const taken = new Set(periodColumns.map(({ index }) => index));
  return {
    ...assignment,
    fields: new Map([...assignment.fields].filter(([, { index }]) => !taken.has(index))),
    ambiguous: assignment.ambiguous.filter(({ indexes }) => !indexes.every((index) => taken.has(index))),
  };
}

// Rows with a date of their own are facts or long targets, whatever else their headings say.
function isLong({ dataset, assignment }: Decision): boolean {
  if (dataset === 'targets') return assignment?.fields.has('target') === true && assignment.fields.has('period');
  return dataset === 'orders' || dataset === 'deals' || dataset === 'payments' || dataset === 'order-lines';
}

function yearOf({ period }: Stated): number | null {
  const year = Number(period?.period.id.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : null;
}
