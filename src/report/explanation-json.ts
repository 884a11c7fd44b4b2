/** `salesmetrics.explanation/1`: a number with every row behind it, and what is not in it. */
import { JsonItems, type JsonValue } from '../lib/json-value.ts';
import { formatDay } from '../model/day.ts';
import type { Exclusion, Explanation, TracedGroup, TracedRow, TracedTerm } from '../model/explanation.ts';
import { columnLetters } from '../model/place.ts';
import {
  cut,
  inputValue,
  kpiValue,
  notComputedValue,
  periodValue,
  problemDocuments,
  runValue,
  textMap,
} from './json.ts';
import { placeOf } from './json-parts.ts';

export function explanationDocument(explanation: Explanation): JsonValue {
  const { compare, kpi, ownKpis, lang } = explanation;
  const own = ownKpis.find(({ id }) => id === kpi);
  return {
    schema: 'salesmetrics.explanation/1',
    ...runValue(explanation),
    period: periodValue(explanation.period),
    compare: compare && { id: compare.id, start: formatDay(compare.start), end: formatDay(compare.end) },
    inputs: explanation.inputs.map(inputValue),
    kpi,
    definition: own ? { from: 'config', file: own.file, line: own.line, formula: own.text } : { from: 'built-in' },
    columns: explanation.columns.map(({ field, file, sheet, column, heading, notHeading }) => ({
      field,
      file,
      sheet,
      column: column === null ? null : columnLetters(column),
      heading,
      notHeading,
    })),
    groups: explanation.groups.map(groupValue),
    excluded: explanation.excluded.map(exclusionValue),
    notComputed: explanation.notComputed.map(notComputedValue),
    problems: problemDocuments(explanation.problems, lang),
  };
}

function groupValue({ by, result, terms }: TracedGroup): JsonValue {
  return { by: textMap(by), kpi: kpiValue(result), terms: terms.map(termValue) };
}

function termValue({ key, role, factor, unit, value, kpi, period, rows, members }: TracedTerm): JsonValue {
  return {
    key,
    role,
    factor,
    unit,
    value,
    kpi,
    period,
    tables: rows ? rows.tables.map(({ file, sheet, rows: count, adds }) => ({ file, sheet, rows: count, adds })) : null,
    members: members && {
      count: members.count,
      largest: members.largest.map(({ name, amount }) => ({ name, amount })),
    },
    count: rows ? rows.count : null,
    rows: rows && new JsonItems(() => mapped(rows.all())),
  };
}

function* mapped(rows: Iterable<TracedRow>): Generator<JsonValue> {
  for (const { place, day, name, amount, adds } of rows) {
    const { file, sheet, row } = place;
    yield {
      file,
      sheet,
      row,
      day: day === null ? null : formatDay(day),
      name: name === null ? null : cut(name),
      amount,
      adds,
    };
  }
}

function exclusionValue({ reason, what, rows, amount, places }: Exclusion): JsonValue {
  return {
    reason,
    what,
    rows,
    amount,
    first: places.map(({ place, heading, value }) => ({
      ...placeOf(place),
      heading,
      value: value === null ? null : cut(value),
    })),
  };
}
