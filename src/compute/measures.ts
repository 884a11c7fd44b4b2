/** All KPIs of a slice at once. */
import { periodOf } from '../model/period.ts';
import type { History } from './history.ts';
import { type Kpi, type Measure, notDefined } from './kpi.ts';
import type { Slice } from './slice.ts';

export interface Measured {
  /** Data rows of a group. */
  rows(group: number): number;
  measure(kpi: Kpi, group: number): Measure;
  /** Ids of the months in which the group has rows. */
  months(group: number): ReadonlySet<string>;
}

export function measureAll(kpis: readonly Kpi[], slice: Slice, history: History): Measured {
  const measures = new Map(kpis.map((kpi) => [(kpi.growthOf ?? kpi).id, kpi.measure(slice, history)]));
  return {
    rows: (group) => (slice.starts[group + 1] ?? 0) - (slice.starts[group] ?? 0),
    measure: ({ id }, group) => measures.get(id)?.[group] ?? notDefined('no-data'),
    months: (group) => monthsOf(slice, group),
  };
}

function monthsOf({ rows, starts, population }: Slice, group: number): Set<string> {
  const months = new Set<string>();
  const { days } = population.day;
  let known = { start: 0, end: -1 };
  for (let i = starts[group] ?? 0; i < (starts[group + 1] ?? 0); i++) {
    const day = days[rows[i] ?? 0] ?? 0;
    if (day >= known.start && day <= known.end) continue;
    const month = periodOf(day, 'month');
    known = month;
    months.add(month.id);
  }
  return months;
}
