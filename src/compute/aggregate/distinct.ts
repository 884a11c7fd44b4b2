/** Distinct counts per group: recounted for every grouping, never added. */
import type { TextColumn } from '../../model/table.ts';
import { mapGroups, type Slice } from '../slice.ts';

interface DistinctCount {
  readonly distinct: number;
  /** Rows without a value. */
  readonly missing: number;
}

/** Distinct values of `column` per group, over rows for which `isWanted` holds (all where undefined). */
export function distinctOf(
  slice: Slice,
  column: TextColumn,
  isWanted?: (row: number, code: number, group: number) => boolean,
): DistinctCount[] {
  const { codes } = column;
  // The last group (+ 1) in which a code was seen: groups come one after another, so one array serves all.
  const seenIn = new Uint32Array(column.size);
  return mapGroups(slice, (from, to, group) => {
    if (isWanted === undefined) return countAll(slice.rows, codes, seenIn, [from, to, group + 1]);
    let distinct = 0;
    let missing = 0;
    for (const row of slice.rows.subarray(from, to)) {
      const code = codes[row] ?? 0;
      if (seenIn[code] === group + 1 || !isWanted(row, code, group)) continue;
      if (code === 0) {
        missing += 1;
        continue;
      }
      seenIn[code] = group + 1;
      distinct += 1;
    }
    return { distinct, missing };
  });
}

/** The same without a call per row. */
function countAll(
  rows: Uint32Array,
  codes: Uint32Array,
  seenIn: Uint32Array,
  [from, to, mark]: readonly [number, number, number],
): DistinctCount {
  let distinct = 0;
  let missing = 0;
  for (let i = from; i < to; i++) {
    const code = codes[rows[i] ?? 0] ?? 0;
    if (code === 0) missing += 1;
    else if (seenIn[code] !== mark) {
      seenIn[code] = mark;
      distinct += 1;
    }
  }
  return { distinct, missing };
}
