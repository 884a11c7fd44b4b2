import { closestTo } from '../lib/closest.ts';
import type { DataSet } from '../model/data-set.ts';
import { UserError } from '../problems/user-error.ts';
import type { Kpi } from './kpi.ts';
import { growthOf } from './kpis/growth.ts';
import { kpis } from './kpis/index.ts';

/**
 * The KPIs of `--kpi`; where nothing is asked, all that the data is offered. Throws as `kpiById`, and `kpi/needs-earlier`
 * where one is asked for that the data is not offered.
 */
export function chooseKpis(
  asked: readonly string[] | undefined,
  data: DataSet,
  own: readonly Kpi[] = [],
): readonly Kpi[] {
  if (asked === undefined) return [...offeredKpis(data), ...own];
  const chosen = asked.map((id) => kpiById(id, own));
  const refused = chosen.find((kpi) => kpi.isOffered?.(data) === false);
  if (refused) throw new UserError('kpi/needs-earlier', { id: refused.id });
  return chosen;
}

/** Without those that stand on something which few data sets have and nobody misses. */
export function offeredKpis(data: DataSet): readonly Kpi[] {
  return kpis.filter((kpi) => kpi.isOffered?.(data) ?? true);
}

/** The KPI of an id, `<id>-growth` included. Throws a UserError where there is none, with near ones. */
export function kpiById(id: string, own: readonly Kpi[] = []): Kpi {
  const all = [...kpis, ...own];
  const known = all.find((kpi) => kpi.id === id);
  if (known) return known;
  const base = all.find((kpi) => id === `${kpi.id}-growth`);
  if (base) return growthOf(base);
  const ids = all.map((kpi) => kpi.id);
  throw new UserError('kpi/unknown', { id, near: closestTo(id, ids), known: ids });
}
