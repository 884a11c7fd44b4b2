/** Customers of two cuts of the same groups: who was there then and is there again. */
import { type ActiveCustomers, activeCounts, countActive } from './active.ts';

export interface Retained {
  /** Customers active then. */
  readonly base: number;
  /** Of these, active now. */
  readonly kept: number;
}

/** Per group; `size` is the number of codes that customers can have. */
export function retainedOf(now: ActiveCustomers, then: ActiveCustomers, size: number): Retained[] {
  const isHere = new Uint32Array(size);
  const kept = countActive(then, (group) => {
    markGroup(now, group, isHere);
    return (code) => isHere[code] === group + 1;
  });
  return activeCounts(then).map((base, group) => ({ base, kept: kept[group] ?? 0 }));
}

function markGroup({ codes, starts }: ActiveCustomers, group: number, marks: Uint32Array): void {
  for (let i = starts[group] ?? 0; i < (starts[group + 1] ?? 0); i++) marks[codes[i] ?? 0] = group + 1;
}
