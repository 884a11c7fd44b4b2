/** What a rule of targets sees and gives. */
import { foldText } from '../../../lib/fold-text.ts';
import type { DataSet } from '../../../model/data-set.ts';
import { type Period, rangeOf } from '../../../model/period.ts';
import type { Place } from '../../../model/place.ts';
import type { Problem } from '../../../model/problem.ts';
import { nodeLevels, type Target } from '../../../model/target.ts';
import type { TargetBook } from '../target-book.ts';

export interface Reviewed {
  readonly book: TargetBook;
  /** Facts and lists beside the targets; null where there are targets only. */
  readonly data: DataSet | null;
  /** Floors and stretch targets too. */
  readonly all: readonly Target[];
}

/** A problem with the period of the target that has it. */
export interface Found {
  readonly problem: Problem;
  readonly of: Period;
}

/** `earlier` is what the rules before it found: one mistake is told once. */
export type TargetRule = (reviewed: Reviewed, earlier: readonly Found[]) => Found[];

/** A person's or node's own name, else its key, else nothing for the whole. */
export function nameOf({ keys, name }: Pick<Target, 'keys' | 'name'>): string {
  const names = nodeLevels.flatMap((level) => keys.get(level) ?? []);
  const own = names.at(-1) ?? [...keys.values()].join(', ');
  return own === '' ? (name ?? '') : own;
}

/** One string per whose target it is, whatever period or KPI. */
export function unitOf({ keys, isNode }: Pick<Target, 'keys' | 'isNode'>): string {
  const rep = isNode ? keys.get('rep') : undefined;
  const all = [...keys].map(([key, value]) => `${key}=${foldText(value)}`).sort();
  if (rep === undefined) return JSON.stringify(all);
  const others = all.filter((text) => !/^(?:rep|team|region)=/.test(text));
  return JSON.stringify([...others, `rep=${foldText(rep)}`]);
}

export function cellKey({ file, sheet, row, column }: Place): string {
  return JSON.stringify([file, sheet, row, column]);
}

export function rowKey({ file, sheet, row }: Place): string {
  return JSON.stringify([file, sheet, row]);
}

/** Places without repeats and without `place` itself. */
export function othersThan(place: Place, places: readonly Place[]): Place[] {
  const byCell = new Map(places.map((one) => [cellKey(one), one]));
  byCell.delete(cellKey(place));
  return [...byCell.values()];
}

/** The table that holds a target. */
export function tableOf({ place }: Target): Place {
  return { file: place.file, sheet: place.sheet, row: null, column: null };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The span of all targets of a table, for problems of the whole of it. */
export function spanOf(targets: readonly Target[]): Period {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { period } of targets) {
    start = Math.min(start, period.start);
    end = Math.max(end, period.end);
  }
  return rangeOf(start, end);
}
