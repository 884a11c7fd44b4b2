/** Which column of a plan says what was reached. */
import { actualWords } from './aliases.ts';
import type { Assignment } from './assignment.ts';
import type { Candidates, Decision } from './decide.ts';
import { foldHeading } from './fold.ts';
import type { SheetColumn } from './sheet.ts';
import type { TargetLayout } from './target-layout.ts';

const actuals = new Set(actualWords.split('|').map((word) => foldHeading(word).key));

/** Columns of numbers that are called reached: 实际, 完成, Achieved. */
export function actualColumns({ sheet }: Candidates): readonly SheetColumn[] {
  return sheet.columns.filter(({ keys, looks }) => looks.hasNumbers && keys.some((key) => actuals.has(key)));
}

/** Fields by which rows of a plan are sums of others, or of another KPI: what was reached there is counted elsewhere too. */
const summing = ['level', 'parent', 'kpi', 'version', 'kind'];

/** The decision of a plan with its actuals as a field of their own; as it was where no column or several could be it. */
export function withActuals(candidates: Candidates, decision: Decision, layout: TargetLayout | null): Decision {
  const { dataset, assignment } = decision;
  if (dataset !== 'targets' || !assignment || summing.some((field) => assignment.fields.has(field))) return decision;
  if (layout !== null) {
    // The first stands for all of them.
    const across = layout.periodColumns.find(({ role }) => role === 'actual');
    return across ? withActual(decision, assignment, across.index) : decision;
  }
  const taken = new Set([...assignment.fields.values()].map(({ index }) => index));
  const sold = candidates.of('orders').fields.get('amount');
  const named = actualColumns(candidates).map(({ index }) => index);
  const free = (named.length > 0 ? named : sold ? [sold.index] : []).filter((index) => !taken.has(index));
  const [index] = free;
  return index === undefined || free.length > 1 ? decision : withActual(decision, assignment, index);
}

function withActual(decision: Decision, assignment: Assignment, index: number): Decision {
  const fields = new Map([...assignment.fields, ['actual', { index, rank: 1, confidence: 'content' }] as const]);
  return { ...decision, assignment: { ...assignment, fields } };
}
