import type { Kpi } from '../kpi.ts';

/** Change of `base` against the compared period, as a KPI of its own: `revenue-growth`. Filled in by `results.ts`. */
export function growthOf(base: Kpi): Kpi {
  return { ...base, id: `${base.id}-growth`, unit: 'ratio', rollUp: 'ratio-of-sums', growthOf: base };
}
