/**
 * Evaluation → one long table: a row per KPI × period × part. Columns and their names are part of the interface, in every
 * language; numbers are those of the JSON document, exact.
 */
import { formatDay } from '../model/day.ts';
import type { Evaluation, KpiResult } from '../model/evaluation.ts';
import type { FlatTable, FlatValue } from '../model/flat-table.ts';
import { subPeriod } from './sub-period.ts';

const columns = [
  /** `total`, `part` (a member of a breakdown) or `trend` (a sub-period of the whole). */
  'section',
  'period',
  'periodStart',
  'periodEnd',
  /** Dimensions of a part and their values; several are joined by ` / `. */
  'by',
  'value',
  'kpi',
  'unit',
  'better',
  'currency',
  'actual',
  'numerator',
  'denominator',
  'why',
  'rows',
  'target',
  'attainment',
  'attainmentWhy',
  'gap',
  'status',
  'compare',
  'compareActual',
  'change',
  'cautions',
  'draft',
] as const;

interface Place {
  readonly section: 'total' | 'part' | 'trend';
  readonly period: string;
  readonly start: number;
  readonly end: number;
  readonly by: Readonly<Record<string, string>>;
  /** What the values are compared with. */
  readonly compare: string | null;
}

export function tidyTable(evaluation: Evaluation): FlatTable {
  return { columns, rows: rowsOf(evaluation) };
}

/** The whole first, then its parts, then the sub-periods, each KPI by KPI in the order of the document. */
function* rowsOf(evaluation: Evaluation): Generator<readonly FlatValue[]> {
  const { period, compare, kpis, breakdown, trend } = evaluation;
  const here = { period: period.id, start: period.start, end: period.end, compare: compare?.id ?? null };
  for (const kpi of kpis) yield rowOf(evaluation, { ...here, section: 'total', by: {} }, kpi);
  for (const entry of breakdown)
    for (const kpi of entry.kpis) yield rowOf(evaluation, { ...here, section: 'part', by: entry.by }, kpi);
  for (const entry of trend) {
    const { start, end } = subPeriod(evaluation, entry.period) ?? period;
    // A sub-period is compared with the one before it, or the year before: the document does not name it either.
    const place = { section: 'trend' as const, period: entry.period, start, end, by: {}, compare: null };
    for (const kpi of entry.kpis) yield rowOf(evaluation, place, kpi);
  }
}

function rowOf({ currency, draft }: Evaluation, place: Place, kpi: KpiResult): readonly FlatValue[] {
  const isMoney = kpi.unit === 'money' || kpi.unit === 'money-per-day';
  return [
    place.section,
    place.period,
    formatDay(place.start),
    formatDay(place.end),
    Object.keys(place.by).join(' / '),
    Object.values(place.by).join(' / '),
    kpi.id,
    kpi.unit,
    kpi.better,
    isMoney ? currency : null,
    kpi.actual,
    kpi.numerator,
    kpi.denominator,
    kpi.why,
    kpi.rows,
    kpi.target,
    kpi.attainment,
    kpi.attainmentWhy,
    kpi.gap,
    kpi.status,
    kpi.compare === null ? null : place.compare,
    kpi.compare?.actual ?? null,
    kpi.compare?.change ?? null,
    kpi.cautions.join(' '),
    draft,
  ];
}
