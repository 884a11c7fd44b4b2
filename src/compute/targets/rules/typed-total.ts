/** Totals typed as numbers where the totals beside them are formulas: they stay when their parts change. */
import { toText } from '../../../lib/decimal.ts';
import { groupBy } from '../../../lib/group-by.ts';
import { cellName, type Place } from '../../../model/place.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { equationsOf } from '../equations.ts';
import type { TargetBook } from '../target-book.ts';
import { cellKey, type Found, othersThan, type Reviewed, rowKey } from './rule.ts';

interface Typed {
  readonly target: Target;
  /** Totals with formulas in its row or, where it has none there, in its column. */
  readonly computed: readonly [Target, ...Target[]];
}

export function findTypedTotals({ book }: Reviewed, earlier: readonly Found[]): Found[] {
  const totals = totalsOf(book);
  if (!totals.some(({ isComputed }) => isComputed)) return [];
  const told = new Set(earlier.map(({ problem: { place } }) => cellKey(place)));
  const rows = groupBy(totals, ({ place }) => rowKey(place));
  const columns = groupBy(totals, ({ place }) => columnKey(place));
  const typed = totals.flatMap((target): Typed[] => {
    if (target.isComputed || told.has(cellKey(target.place))) return [];
    const row = rows.get(rowKey(target.place)) ?? [];
    const computed = mostlyComputed(row, target) ?? mostlyComputed(columns.get(columnKey(target.place)) ?? [], target);
    return computed === null ? [] : [{ target, computed }];
  });
  return [...groupBy(typed, ({ target }) => rowKey(target.place)).values()].flatMap(foundOf);
}

/** The cells that are the sum of others, by time or by parts. */
function totalsOf(book: TargetBook): Target[] {
  const tiles = new Set(equationsOf(book).flatMap(({ kind, left }) => (kind === 'cuts' ? [] : left)));
  const byCell = new Map([...tiles].flatMap(({ targets }) => targets).map((one) => [cellKey(one.place), one]));
  return [...byCell.values()].sort((a, b) => (a.place.column ?? 0) - (b.place.column ?? 0));
}

function columnKey({ file, sheet, column }: Place): string {
  return JSON.stringify([file, sheet, column]);
}

/** The formulas among the other totals of a row or column, where they are at least two and most of them; the nearest first. */
function mostlyComputed(line: readonly Target[], target: Target): Typed['computed'] | null {
  const others = line.filter((other) => other !== target);
  const [first, ...rest] = others
    .filter(({ isComputed }) => isComputed)
    .sort((a, b) => distance(a.place, target.place) - distance(b.place, target.place));
  const count = rest.length + 1;
  return first === undefined || count < 2 || count * 2 <= others.length ? null : [first, ...rest];
}

function distance(a: Place, b: Place): number {
  return Math.abs((a.row ?? 0) - (b.row ?? 0)) + Math.abs((a.column ?? 0) - (b.column ?? 0));
}

/** Those of one row are one remark. */
function foundOf(typed: readonly Typed[]): Found[] {
  const [first] = typed;
  if (first === undefined) return [];
  const { target, computed } = first;
  const params = { neighbour: cellName(computed[0].place) ?? '', formulas: computed.length };
  const related = othersThan(
    target.place,
    typed.slice(1).map((one) => one.target.place),
  );
  const extras = { value: toText(target.value), related };
  return [{ problem: problem('targets/typed-total', target.place, params, extras), of: target.period }];
}
