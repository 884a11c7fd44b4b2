/** `salesmetrics.target-check/1`: the tree as a program reads it. */
import type { Lang } from '../../i18n/shape.ts';
import type { JsonValue } from '../../lib/json-value.ts';
import type { CheckedKpi, CheckLine, CheckNode, TargetCheck } from '../../model/target-check.ts';
import { problemDocuments } from '../json.ts';

export function checkJson({ ok, currency, kpis, problems }: TargetCheck, lang: Lang): JsonValue {
  return {
    schema: 'salesmetrics.target-check/1',
    ok,
    currency,
    kpis: kpis.map(kpiJson),
    problems: problemDocuments(problems, lang),
  };
}

function kpiJson({ kpi, unit, version, others, period, nodes, seasons }: CheckedKpi): JsonValue {
  return {
    kpi,
    unit,
    version,
    otherVersions: [...others],
    period: period.id,
    nodes: nodes.map(nodeJson),
    seasons: seasons.map((line) => ({ ...line, period: line.period.id })),
  };
}

function nodeJson({ level, name, depth, keys, whole, lines, reach, pipeline }: CheckNode): JsonValue {
  return {
    level,
    name,
    depth,
    by: Object.fromEntries(keys),
    ...lineJson(whole),
    periods: lines.map(lineJson),
    reach: reach && { ...reach, best: reach.best && { amount: reach.best.amount, period: reach.best.period.id } },
    pipeline: pipeline && { ...pipeline },
  };
}

function lineJson({ period, stated, sum, difference }: CheckLine) {
  return { period: period.id, stated, sum, difference };
}
