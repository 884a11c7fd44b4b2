/** Rows that a `where` wants: 1 for each row of the population that fulfils every condition. */
import { compare, type Decimal, decimalFromText } from '../../lib/decimal.ts';
import { foldText } from '../../lib/fold-text.ts';
import { parseIsoDay } from '../../model/day.ts';
import type { Condition } from '../../model/own-kpi.ts';
import type { Facts, TextColumn } from '../../model/table.ts';
import { amountAt } from '../aggregate/sum.ts';

type IsWanted = (row: number) => boolean;

/** Undefined: all rows; null: a field of a condition is not there. */
export function wantedRows(facts: Facts, where: readonly Condition[]): Uint8Array | undefined | null {
  if (where.length === 0) return undefined;
  const tests = where.map((condition) => testOf(facts, condition));
  if (tests.includes(null)) return null;
  return Uint8Array.from({ length: facts.rowCount }, (_, row) => (tests.every((test) => test?.(row)) ? 1 : 0));
}

function testOf(facts: Facts, condition: Condition): IsWanted | null {
  return condition.kind === 'values' ? valuesTest(facts, condition) : rangeTest(facts, condition);
}

function valuesTest(facts: Facts, { field, values }: Condition & { readonly kind: 'values' }): IsWanted | null {
  const wanted = new Set(values.map(foldText));
  const outcome = facts.columns.get('outcome');
  const isState = field === 'status' || field === 'stage';
  const own = facts.dimension(field);
  const byText = own && textTest(own, wanted);
  const byOutcome = isState && outcome?.kind === 'text' ? textTest(outcome, wanted) : undefined;
  const byMark = field === 'status' && byOutcome === undefined ? markTest(facts, wanted) : undefined;
  const tests = [byText, byOutcome, byMark].filter((test) => test !== undefined);
  return tests.length === 0 ? null : (row) => tests.some((test) => test(row));
}

function textTest({ codes, size, text }: TextColumn, wanted: ReadonlySet<string>): IsWanted {
  const isWanted = Uint8Array.from({ length: size }, (_, code) =>
    code > 0 && wanted.has(foldText(text(code))) ? 1 : 0,
  );
  return (row) => isWanted[codes[row] ?? 0] === 1;
}

/** Of orders: what the statuses were taken for. Rows that do not count are in no figure. */
function markTest({ refunded }: Facts, wanted: ReadonlySet<string>): IsWanted | undefined {
  const [counts, back] = [wanted.has('counts') || wanted.has('won'), wanted.has('refunded')];
  if (!counts && !back) return undefined;
  return (row) => (refunded?.[row] === 1 ? back : counts);
}

function rangeTest(facts: Facts, { field, bounds }: Condition & { readonly kind: 'range' }): IsWanted | null {
  const column = facts.columns.get(field);
  if (column?.kind === 'day') {
    const tests = bounds.map(({ is, value }) => [is, parseIsoDay(value) ?? Number.NaN] as const);
    return (row) =>
      column.present[row] === 1 && tests.every(([is, day]) => holds(is, Math.sign((column.days[row] ?? 0) - day)));
  }
  if (column?.kind !== 'amount') return null;
  const tests = bounds.flatMap(({ is, value }): [typeof is, Decimal][] =>
    /^-?\d+(?:\.\d+)?$/.test(value) ? [[is, decimalFromText(value)]] : [],
  );
  if (tests.length < bounds.length) return null;
  return (row) => {
    const value = amountAt(column, row);
    return value !== null && tests.every(([is, bound]) => holds(is, compare(value, bound)));
  };
}

function holds(is: 'gte' | 'gt' | 'lte' | 'lt', order: number): boolean {
  switch (is) {
    case 'gte':
      return order >= 0;
    case 'gt':
      return order > 0;
    case 'lte':
      return order <= 0;
    case 'lt':
      return order < 0;
  }
}
