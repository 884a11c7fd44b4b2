/** Evaluation, validation and inspection as the documents that `--json` prints (contract §5); keys in their stated order. */

import { describeProblem } from '../i18n/index.ts';
import type { Lang } from '../i18n/shape.ts';
import { decimalFromText } from '../lib/decimal.ts';
import { JsonItems, type JsonValue } from '../lib/json-value.ts';
import { formatDay } from '../model/day.ts';
import type { Evaluation, InputReport, KpiResult, NotComputed, PeriodReport } from '../model/evaluation.ts';
import type { InspectedCell, InspectedColumn, InspectedSheet, Inspection } from '../model/inspection.ts';
import type { Problem } from '../model/problem.ts';
import { countProblems } from '../model/problem-counts.ts';
import { againstValue, rowsValue } from './against-json.ts';
import { mapped, placeOf } from './json-parts.ts';

/** `salesmetrics.evaluation/1`. Decimals stay exact; `write/json.ts` spells them. */
export function evaluationDocument(evaluation: Evaluation): JsonValue {
  const { period, pace, failUnder, compare, gap, leftOut, lang } = evaluation;
  return {
    schema: 'salesmetrics.evaluation/1',
    ...runValue(evaluation),
    taxBasis: {
      actual: evaluation.taxBasis.actual,
      target: evaluation.taxBasis.target,
      from: evaluation.taxBasis.from,
    },
    period: periodValue(period),
    pace: pace && { elapsed: pace.elapsed, basis: pace.basis, expected: pace.expected, status: pace.status },
    failUnder: failUnder && { wanted: failUnder.wanted, reached: failUnder.reached },
    compare: compare && { id: compare.id, start: formatDay(compare.start), end: formatDay(compare.end) },
    inputs: evaluation.inputs.map(inputValue),
    kpis: evaluation.kpis.map(kpiValue),
    breakdown: evaluation.breakdown.map(({ by, kpis }) => ({ by: textMap(by), kpis: kpis.map(kpiValue) })),
    trend: evaluation.trend.map((entry) => ({ period: entry.period, kpis: entry.kpis.map(kpiValue) })),
    cohorts: evaluation.cohorts && {
      grain: evaluation.cohorts.grain,
      list: evaluation.cohorts.list.map(({ period: of, leftCensored, active, mature }) => ({
        period: of,
        leftCensored,
        active,
        mature,
      })),
    },
    gap: gap && {
      kpi: gap.kpi,
      total: gap.total,
      parts: gap.parts.map(({ by, amount }) => ({ by: textMap(by), amount })),
    },
    against: evaluation.against && againstValue(evaluation.against),
    notComputed: evaluation.notComputed.map(notComputedValue),
    problems: evaluation.problems.map((found) => problemValue(found, lang)),
    leftOut: {
      rows: leftOut.rows,
      amount: leftOut.amount,
      rowsWithoutAmount: leftOut.rowsWithoutAmount,
      accepted: leftOut.accepted,
    },
    outputs: evaluation.outputs.map(({ kind, path }) => ({ kind, path })),
    rows: evaluation.rows && rowsValue(evaluation.rows),
  };
}

/** What `validate` found. */
export interface ValidationResult {
  readonly ok: boolean;
  readonly inputs: readonly InputReport[];
  readonly problems: readonly Problem[];
}

/** `salesmetrics.validation/1`. */
export function validationDocument({ ok, inputs, problems }: ValidationResult, lang: Lang): JsonValue {
  const { byCode, ...counts } = countProblems(problems);
  return {
    schema: 'salesmetrics.validation/1',
    ok,
    inputs: inputs.map(inputValue),
    problems: new JsonItems(() => mapped(problems, (found) => problemValue(found, lang))),
    counts: { ...counts, byCode: new Map(Object.entries(byCode)) },
  };
}

/** `salesmetrics.inspection/1`. */
export function inspectionDocument(inspection: Inspection): JsonValue {
  return {
    schema: 'salesmetrics.inspection/1',
    path: inspection.path,
    sha256: inspection.sha256,
    format: inspection.format,
    encoding: inspection.encoding,
    delimiter: inspection.delimiter,
    sheets: inspection.sheets.map(sheetValue),
    canCompute: inspection.canCompute,
    cannot: inspection.cannot.map(notComputedValue),
  };
}

type Run = Pick<Evaluation, 'tool' | 'ok' | 'draft' | 'asOf' | 'currency' | 'lang' | 'config' | 'options'>;

/** How a run came about and ended: the head of each document made of one. */
export function runValue({ tool, ok, draft, asOf, currency, lang, config, options }: Run) {
  return {
    tool: { name: tool.name, version: tool.version },
    ok,
    draft,
    asOf: formatDay(asOf),
    currency,
    lang,
    config: config && { path: config.path, sha256: config.sha256 },
    options: { ...options },
  };
}

export function periodValue({ id, start, end, complete, completeBecause, from }: PeriodReport): JsonValue {
  return { id, start: formatDay(start), end: formatDay(end), complete, completeBecause, from };
}

export function inputValue({ path, sha256, bytes, tables }: InputReport): JsonValue {
  return {
    path,
    sha256,
    bytes,
    tables: tables.map((table) => ({
      sheet: table.sheet,
      dataset: table.dataset,
      preset: table.preset,
      headerRow: table.headerRow,
      rows: table.rows,
      inPeriod: table.inPeriod,
      leftOut: table.leftOut,
      encoding: table.encoding,
      delimiter: table.delimiter,
      statuses: table.statuses.map(({ value, rows, amount, use }) => ({ value, rows, amount, use })),
      columns: table.columns,
    })),
  };
}

export function kpiValue(kpi: KpiResult): JsonValue {
  return {
    id: kpi.id,
    unit: kpi.unit,
    better: kpi.better,
    actual: kpi.actual,
    numerator: kpi.numerator,
    denominator: kpi.denominator,
    why: kpi.why,
    cautions: kpi.cautions,
    details: { ...kpi.details },
    rows: kpi.rows,
    target: kpi.target,
    attainment: kpi.attainment,
    attainmentWhy: kpi.attainmentWhy,
    gap: kpi.gap,
    status: kpi.status,
    compare: kpi.compare && { actual: kpi.compare.actual, change: kpi.compare.change },
  };
}

export function notComputedValue({ id, why, missing }: NotComputed): JsonValue {
  return { id, why, missing };
}

/** Problems as every document lists them. */
export function problemDocuments(problems: readonly Problem[], lang: Lang): JsonValue[] {
  return problems.map((found) => problemValue(found, lang));
}

/** A problem as both documents and the lines of `ndjson` have it. */
export function problemValue(found: Problem, lang: Lang): JsonValue {
  const { message, remedy } = describeProblem(found, lang);
  const { file, sheet, row, column, cell } = placeOf(found.place);
  return {
    code: found.code,
    severity: found.severity,
    file,
    sheet,
    row,
    column,
    cell,
    related: found.related.map(placeOf),
    heading: found.heading,
    value: found.value === null ? null : cut(found.value),
    message,
    remedy,
    params: { ...found.params },
    treatment: found.treatment,
    affects: found.affects,
  };
}

/** Values of a customer's file are quoted, not copied out: at most 40 characters. */
export function cut(text: string): string {
  const characters = [...text];
  return characters.length <= 40 ? text : `${characters.slice(0, 39).join('')}…`;
}

export function textMap(by: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(by));
}

function sheetValue({ name, hidden, range, headerRow, dataset, preset, columns, cells }: InspectedSheet): JsonValue {
  return {
    name,
    hidden,
    range,
    headerRow,
    dataset,
    preset,
    columns: columns.map(columnValue),
    cells: cells.map(cellValue),
  };
}

function columnValue(column: InspectedColumn): JsonValue {
  const { heading, field, confidence, type, format, empty, distinct, sample } = column;
  return { column: column.column, heading, field, confidence, type, format, empty, distinct, sample };
}

function cellValue({ cell, value, type }: InspectedCell): JsonValue {
  const isPlainNumber = type === 'number' && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
  return { cell, value: isPlainNumber ? decimalFromText(value) : value, type };
}
