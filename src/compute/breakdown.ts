/** One entry per member of a dimension, or per existing combination of several. */
import { compare, type Decimal } from '../lib/decimal.ts';
import type { BreakdownEntry } from '../model/evaluation.ts';
import { groupCut } from './cut.ts';
import { unassigned } from './dimensions.ts';
import { type Grouping, groupingBy } from './grouping.ts';
import type { Kpi } from './kpi.ts';
import { revenue } from './kpis/revenue.ts';
import { type Measured, measureAll } from './measures.ts';
import { resultsOf } from './results.ts';
import { type Scope, usableKpis } from './scope.ts';

/** The entries of one `--by` with `kpis`, by revenue from the highest, then by key in code point order. */
export function breakdownBy(
  scope: Scope,
  names: readonly string[],
  kpis: readonly Kpi[] = usableKpis(scope),
): BreakdownEntry[] {
  const { data, streams, period, compared, history, targets } = scope;
  const grouping = groupingBy(data, names, targets.members(names));
  const measured = kpis.includes(revenue) ? kpis : [revenue, ...kpis];
  const now = measureAll(measured, groupCut(streams, period, grouping), history);
  const then = compared && measureAll(measured, groupCut(streams, compared, grouping, 'unknown'), history);
  return sortedGroups(grouping, now).map(({ group, values }) => ({
    by: Object.fromEntries(names.map((name, i) => [name, values[i] ?? ''])),
    kpis: resultsOf(scope, kpis, { now, then, group, period, keys: keysOf(names, values) }),
  }));
}

/** Groups by revenue from the highest, then by key. */
export function sortedGroups({ listed }: Grouping, now: Measured): Grouping['listed'] {
  const money = new Map(listed.map(({ group }) => [group, now.measure(revenue, group).actual]));
  return [...listed].sort((a, b) => byMoney(money.get(b.group), money.get(a.group)) || byCodePoint(a.values, b.values));
}

function byMoney(a: Decimal | null | undefined, b: Decimal | null | undefined): number {
  return a && b ? compare(a, b) : 0;
}

function byCodePoint(a: readonly string[], b: readonly string[]): number {
  for (const [i, left] of a.entries()) {
    const order = compareCodePoints(left, b[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

// UTF-16 code units order astral characters before U+E000 … U+FFFF; code points do not.
function compareCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Dimension → value as targets know it: '' for rows without one. */
export function keysOf(names: readonly string[], values: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name, i) => [name, values[i] === unassigned ? '' : (values[i] ?? '')]));
}
