/** All KPIs of a cut at once. */
import { periodOf } from '../model/period.ts';
import type { Cut } from './cut.ts';
import type { History } from './history.ts';
import { type Kpi, type Measure, notDefined } from './kpi.ts';
import type { Slice } from './slice.ts';

export interface Measured {
  /** Data rows of a group that the KPI is measured over. */
  rows(kpi: Kpi, group: number): number;
  measure(kpi: Kpi, group: number): Measure;
  /** Ids of the months in which the group has such rows. */
  months(kpi: Kpi, group: number): ReadonlySet<string>;
}

export function measureAll(kpis: readonly Kpi[], cut: Cut, history: History): Measured {
  const measures = new Map(kpis.map((kpi) => [(kpi.growthOf ?? kpi).id, measureOf(kpi, cut, history)]));
  return {
    rows({ stream }, group) {
      const slice = cut.slice(stream);
      return slice ? (slice.starts[group + 1] ?? 0) - (slice.starts[group] ?? 0) : 0;
    },
    measure({ id, stream }, group) {
      const found = measures.get(id);
      if (found === undefined) return notDefined('missing-field');
      // Nothing measured: of two streams, one does not know the dimension.
      return cut.knows(stream, group) ? (found[group] ?? notDefined('missing-field')) : notDefined('no-data');
    },
    months({ stream }, group) {
      const slice = cut.slice(stream);
      return slice ? monthsOf(slice, group) : new Set();
    },
  };
}

/** Undefined where the cut has nothing of the KPI's rows: `--by` names what they do not have. */
function measureOf(kpi: Kpi, cut: Cut, history: History): readonly Measure[] | undefined {
  const slice = cut.slice(kpi.stream);
  return slice ? kpi.measure(slice, history) : undefined;
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
