/** Customers of two cuts of the same groups: who was there then and is there again. */
import type { TextColumn } from '../../model/table.ts';
import { mapGroups, type Slice } from '../slice.ts';
import { isNegativeAt } from './sum.ts';

export interface Retained {
  /** Customers active then. */
  readonly base: number;
  /** Of these, active now. */
  readonly kept: number;
}

/** Per group; active is who has a row with an amount ≥ 0. */
export function retainedOf(now: Slice, then: Slice, customer: TextColumn): Retained[] {
  const wasThere = new Uint32Array(customer.size);
  const isThere = new Uint32Array(customer.size);
  return mapGroups(then, (from, to, group) => {
    const base = markActive(then, from, to, { customer, marks: wasThere, mark: group + 1 });
    markActive(now, now.starts[group] ?? 0, now.starts[group + 1] ?? 0, { customer, marks: isThere, mark: group + 1 });
    return { base, kept: countBoth(then.rows.subarray(from, to), customer.codes, wasThere, isThere, group + 1) };
  });
}

interface Marking {
  readonly customer: TextColumn;
  readonly marks: Uint32Array;
  readonly mark: number;
}

/** Marks the customers active in the stretch; how many there are. */
function markActive(slice: Slice, from: number, to: number, { customer, marks, mark }: Marking): number {
  const { amount } = slice.population;
  let active = 0;
  for (const row of slice.rows.subarray(from, to)) {
    const code = customer.codes[row] ?? 0;
    if (code === 0 || marks[code] === mark || isNegativeAt(amount, row)) continue;
    marks[code] = mark;
    active += 1;
  }
  return active;
}

/** Takes each customer once: the mark of now is taken away when it was counted. */
function countBoth(
  rows: Uint32Array,
  codes: Uint32Array,
  wasThere: Uint32Array,
  isThere: Uint32Array,
  mark: number,
): number {
  let both = 0;
  for (const row of rows) {
    const code = codes[row] ?? 0;
    if (wasThere[code] !== mark || isThere[code] !== mark) continue;
    isThere[code] = 0;
    both += 1;
  }
  return both;
}
