/** The evaluation as tidy rows, one a KPI, period and part: what layouts of users read (columns and their order are stable). */
import type { Decimal } from '../../lib/decimal.ts';
import type { Evaluation, KpiResult } from '../../model/evaluation.ts';
import type { Status, Unit } from '../../model/kpi.ts';

export interface DataRow {
  /** `scope|kpi|index`: what a formula looks for. */
  readonly key: string;
  /** `total` the evaluated period as a whole, `trend` its sub-periods and those before, `by1` the parts of the first `--by`. */
  readonly scope: string;
  readonly kpi: KpiResult;
  readonly period: string;
  /** `rep`, `region, category`; empty but in parts. */
  readonly dimension: string;
  /** `Wang Fang`, `East / Bikes`. */
  readonly value: string;
  /** From 1 within scope and KPI: parts as the evaluation orders them, sub-periods from the oldest. */
  readonly index: number;
  /** What `compare` is of; empty in a trend, where it is the sub-period before. */
  readonly comparePeriod: string;
}

export function dataRows(evaluation: Evaluation): DataRow[] {
  const { kpis, trend, by, breakdown, period, compare } = evaluation;
  const base = { period: period.id, dimension: '', value: '', index: 1, comparePeriod: compare?.id ?? '' };
  const totals = kpis.map((kpi) => row('total', kpi, base));
  const parts = by.flatMap((dimensions, place) => {
    const wanted = JSON.stringify(dimensions);
    const entries = breakdown.filter((entry) => JSON.stringify(Object.keys(entry.by)) === wanted);
    return entries.flatMap((entry, at) => {
      const value = dimensions.map((name) => entry.by[name] ?? '').join(' / ');
      const part = { ...base, dimension: dimensions.join(', '), value, index: at + 1 };
      return entry.kpis.map((kpi) => row(`by${place + 1}`, kpi, part));
    });
  });
  const times = trend.flatMap((entry, at) =>
    entry.kpis.map((kpi) =>
      row('trend', kpi, { ...base, period: entry.period, index: at + 1, comparePeriod: trend[at - 1]?.period ?? '' }),
    ),
  );
  return [...totals, ...parts, ...times];
}

function row(scope: string, kpi: KpiResult, rest: Omit<DataRow, 'key' | 'scope' | 'kpi'>): DataRow {
  return { key: `${scope}|${kpi.id}|${rest.index}`, scope, kpi, ...rest };
}

/** A value of a column: numbers in the KPI's unit, or a ratio, or a count of rows. */
export type DataValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly unit: Unit; readonly value: Decimal | null }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'status'; readonly status: Status | null };

const text = (words: string | null): DataValue => ({ kind: 'text', text: words ?? '' });
const part = (value: Decimal | null): DataValue => ({ kind: 'value', unit: 'money-per-day', value });

/** The columns by name, in their order; `titleOf` names a KPI in the language of the report. */
export function dataColumns(titleOf: (kpi: string) => string): ReadonlyMap<string, (row: DataRow) => DataValue> {
  return new Map<string, (row: DataRow) => DataValue>([
    ['key', ({ key }) => text(key)],
    ['scope', ({ scope }) => text(scope)],
    ['kpi', ({ kpi }) => text(kpi.id)],
    ['title', ({ kpi }) => text(titleOf(kpi.id))],
    ['period', ({ period }) => text(period)],
    ['dimension', ({ dimension }) => text(dimension)],
    ['value', ({ value }) => text(value)],
    ['index', ({ index }) => ({ kind: 'count', value: index })],
    ['unit', ({ kpi }) => text(kpi.unit)],
    ['better', ({ kpi }) => text(kpi.better)],
    ['actual', ({ kpi }) => ({ kind: 'value', unit: kpi.unit, value: kpi.actual })],
    ['why', ({ kpi }) => text(kpi.why)],
    ['numerator', ({ kpi }) => part(kpi.numerator)],
    ['denominator', ({ kpi }) => part(kpi.denominator)],
    ['target', ({ kpi }) => ({ kind: 'value', unit: kpi.unit, value: kpi.target })],
    ['attainment', ({ kpi }) => ({ kind: 'value', unit: 'ratio', value: kpi.attainment })],
    ['attainmentWhy', ({ kpi }) => text(kpi.attainmentWhy)],
    ['gap', ({ kpi }) => ({ kind: 'value', unit: kpi.unit, value: kpi.gap })],
    ['status', ({ kpi }) => text(kpi.status)],
    ['statusText', ({ kpi }) => ({ kind: 'status', status: kpi.status })],
    ['comparePeriod', ({ comparePeriod }) => text(comparePeriod)],
    ['compare', ({ kpi }) => ({ kind: 'value', unit: kpi.unit, value: kpi.compare?.actual ?? null })],
    [
      'change',
      ({ kpi }) => ({
        kind: 'value',
        unit: kpi.unit === 'money' || kpi.unit === 'count' ? 'ratio' : kpi.unit,
        value: kpi.compare?.change ?? null,
      }),
    ],
    ['rows', ({ kpi }) => ({ kind: 'count', value: kpi.rows })],
    ['cautions', ({ kpi }) => text(kpi.cautions.join(' '))],
  ]);
}
