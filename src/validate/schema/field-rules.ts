/** The rules of one field, over every data row of its column. */
import type { SchemaField } from '../../config/schema/schema-file.ts';
import { closestTo } from '../../lib/closest.ts';
import { compare, type Decimal, decimalFromDouble, decimalFromText, toText, trim } from '../../lib/decimal.ts';
import { foldText } from '../../lib/fold-text.ts';
import { linearPattern } from '../../lib/linear-pattern.ts';
import { parseIsoDay } from '../../model/day.ts';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../problems/catalogue.ts';
import type { CellReader, Reading } from './cell-reader.ts';
import { cellPlace, type Extras, extrasOf, type FieldTable } from './field-table.ts';
import { checkUnique } from './unique-rules.ts';

/** Values of the fields that others refer to, by table and field; a table that is not there has none. */
export type ForeignKeys = ReadonlyMap<string, ReadonlySet<string>>;

export function foreignKeys(tables: readonly FieldTable[]): ForeignKeys {
  const keys = new Map<string, Set<string>>();
  for (const { declared } of tables) {
    for (const { references } of Object.values(declared.rules.fields)) {
      if (references) keys.set(JSON.stringify([references.table, references.field]), new Set());
    }
  }
  for (const { declared, readers, rows } of tables) {
    for (const [name, reader] of readers) {
      const values = keys.get(JSON.stringify([declared.name, name]));
      if (values !== undefined) addKeys(values, reader, rows);
    }
  }
  return keys;
}

function addKeys(values: Set<string>, reader: CellReader, rows: Uint32Array): void {
  for (const row of rows) {
    const reading = reader.read(row);
    if (reading.kind === 'value') values.add(reading.key);
  }
}

type Value = Reading & { readonly kind: 'value' };
type Check = (value: Value, text: string) => ((place: Place, extras: Extras) => Problem) | null;

export function* checkField(table: FieldTable, name: string, keys: ForeignKeys): Generator<Problem> {
  const reader = table.readers.get(name);
  const rules = table.declared.rules.fields[name];
  if (reader === undefined || rules === undefined) return;
  const checks = [enumCheck(rules), patternCheck(rules), rangeCheck(rules), foreignCheck(rules, keys)].filter(
    (check) => check !== null,
  );
  const judge = judgeOf(reader, checks, rules, name);
  for (const row of table.rows) {
    if (checks.length === 0 && reader.isValue(row)) continue;
    const found = judge(row);
    if (found !== null) yield found(cellPlace(table, reader, row), extrasOf(reader, row));
  }
  if (rules.unique) yield* checkUnique(table, reader);
}

/** What is wrong with the cell of a row; each distinct text is judged once. */
function judgeOf(
  reader: CellReader,
  checks: readonly Check[],
  rules: SchemaField,
  name: string,
): (row: number) => ReturnType<Check> {
  const judgeAnew = (row: number) => {
    const reading = reader.read(row);
    return reading.kind === 'value' ? firstFault(checks, reading, reader, row) : cellFault(reading, rules, name);
  };
  // By the number of the text: dense, so an array.
  const known: (ReturnType<Check> | undefined)[] = [];
  return (row) => {
    const index = reader.textIndex(row);
    if (index === undefined) return judgeAnew(row);
    const before = known[index];
    if (before !== undefined) return before;
    const found = judgeAnew(row);
    known[index] = found;
    return found;
  };
}

/** One cell, one finding: that of the first rule which it breaks. */
function firstFault(checks: readonly Check[], reading: Value, reader: CellReader, row: number): ReturnType<Check> {
  if (checks.length === 0) return null;
  const text = reader.text(row);
  for (const check of checks) {
    const found = check(reading, text);
    if (found !== null) return found;
  }
  return null;
}

function cellFault(
  reading: Exclude<Reading, Value>,
  { type, required }: SchemaField,
  field: string,
): ReturnType<Check> {
  if (reading.kind === 'empty') {
    return required ? (place, { heading }) => problem('schema/required', place, { field }, { heading }) : null;
  }
  return (place, extras) => problem('schema/type', place, { type, hint: reading.hint }, extras);
}

/** Distinct wrong values for which a near one is looked for: more are no slips of the hand. */
const mostNear = 100;
const mostKnown = 5000;

/** The nearest of `known` to a value, looked for once per value. */
function nearestOf(known: readonly string[]): (text: string) => readonly string[] {
  const found = new Map<string, readonly string[]>();
  return (text) => {
    const before = found.get(text);
    if (before !== undefined || found.size >= mostNear || known.length > mostKnown) return before ?? [];
    const near = closestTo(text, known).slice(0, 1);
    found.set(text, near);
    return near;
  };
}

function enumCheck({ enum: values, type }: SchemaField): Check | null {
  if (values === undefined) return null;
  const allowed = values.map(String);
  const isNumber = type === 'number' || type === 'integer' || type === 'money';
  const keys = new Set(
    isNumber ? values.filter((one) => typeof one === 'number').map(plainText) : allowed.map(foldText),
  );
  const nearest = nearestOf(allowed);
  return ({ key }) => {
    if (keys.has(key)) return null;
    const near = nearest(key);
    return (place, extras) => problem('schema/enum', place, { allowed: allowed.slice(0, 20), near }, extras);
  };
}

function patternCheck({ pattern }: SchemaField): Check | null {
  if (pattern === undefined) return null;
  const matches = linearPattern(pattern);
  return (_, text) => (matches(text) ? null : (place, extras) => problem('schema/pattern', place, { pattern }, extras));
}

function rangeCheck({ type, min, max }: SchemaField): Check | null {
  if (min === undefined && max === undefined) return null;
  const [lowest, highest] = [min, max].map((limit) => (limit === undefined ? '' : String(limit)));
  const params = { lowest: lowest ?? '', highest: highest ?? '' };
  const isInside = type === 'date' ? daysBetween(params) : numbersBetween(min, max);
  return ({ order }) =>
    order === null || isInside(order) ? null : (place, extras) => problem('schema/range', place, params, extras);
}

function daysBetween({ lowest, highest }: { lowest: string; highest: string }): (day: Decimal | number) => boolean {
  const first = parseIsoDay(lowest) ?? Number.NEGATIVE_INFINITY;
  const last = parseIsoDay(highest) ?? Number.POSITIVE_INFINITY;
  return (day) => typeof day !== 'number' || (day >= first && day <= last);
}

function numbersBetween(min: SchemaField['min'], max: SchemaField['max']): (value: Decimal | number) => boolean {
  const least = typeof min === 'number' ? decimalFromText(plainText(min)) : null;
  const most = typeof max === 'number' ? decimalFromText(plainText(max)) : null;
  return (value) =>
    typeof value === 'number' ||
    ((least === null || compare(value, least) >= 0) && (most === null || compare(value, most) <= 0));
}

/** A number of the schema as plain digits, whatever its size. */
function plainText(value: number): string {
  return toText(trim(decimalFromDouble(value)));
}

function foreignCheck({ references }: SchemaField, keys: ForeignKeys): Check | null {
  if (references === undefined) return null;
  const known = keys.get(JSON.stringify([references.table, references.field]));
  // Where the other table has no such values at all, that is told once, not for every row.
  if (known === undefined || known.size === 0) return null;
  const nearest = nearestOf([...known]);
  return ({ key }) => {
    if (known.has(key)) return null;
    const near = nearest(key);
    return (place, extras) => problem('schema/foreign-key', place, { ...references, near }, extras);
  };
}
