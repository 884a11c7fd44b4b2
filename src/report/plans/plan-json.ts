/** `salesmetrics.plan/1`: the plan as a program reads it. */

import type { Lang } from '../../i18n/shape.ts';
import type { JsonValue } from '../../lib/json-value.ts';
import type { Plan, PlanNode, Share } from '../../model/plan.ts';
import type { Problem } from '../../model/problem.ts';
import { problemDocuments } from '../json.ts';

export function planJson(plan: Plan, problems: readonly Problem[], outputs: readonly string[], lang: Lang): JsonValue {
  return {
    schema: 'salesmetrics.plan/1',
    kpi: plan.kpi,
    unit: plan.unit,
    currency: plan.currency,
    period: plan.period.id,
    total: plan.root.total,
    from: plan.from,
    method: plan.method,
    step: plan.step,
    buffers: Object.fromEntries(plan.buffers),
    bases: { periods: plan.bases.periods.map(({ id }) => id), parts: plan.bases.parts?.id ?? null },
    notes: plan.notes.map(({ kind, names }) => ({ kind, names })),
    columns: plan.columns.map(({ period, share }) => ({ period: period.id, ...shareJson(share) })),
    nodes: nodesJson(plan.root, plan),
    problems: problemDocuments(problems, lang),
    outputs: outputs.map((path) => ({ kind: 'xlsx', path })),
  };
}

/** The whole first, then every node before its parts. */
function nodesJson(node: PlanNode, plan: Plan): JsonValue[] {
  const by = Object.fromEntries(node.path.map((value, i) => [plan.dimensions[i] ?? '', value]));
  return [
    {
      by,
      total: node.total,
      ...shareJson(node.share),
      values: Object.fromEntries(plan.columns.map(({ period }, i) => [period.id, node.values[i] ?? null])),
      ramp: Object.fromEntries(node.ramp.map(({ column, part }) => [column, part])),
    },
    ...node.children.flatMap((child) => nodesJson(child, plan)),
  ];
}

function shareJson({ share, because, basis }: Share): { share: JsonValue; because: string; basis: JsonValue } {
  return { share, because, basis };
}
