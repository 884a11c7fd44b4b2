import { closestTo } from '../lib/closest.ts';
import { UserError } from '../problems/user-error.ts';
import type { Kpi } from './kpi.ts';
import { growthOf } from './kpis/growth.ts';
import { kpis } from './kpis/index.ts';

/** The KPIs of `--kpi`, all where nothing is asked; `<id>-growth` is known for each. Unknown ids are a UserError. */
export function chooseKpis(asked: readonly string[] | undefined): readonly Kpi[] {
  return asked === undefined ? kpis : asked.map(kpiOf);
}

function kpiOf(id: string): Kpi {
  const known = kpis.find((kpi) => kpi.id === id);
  if (known) return known;
  const base = kpis.find((kpi) => id === `${kpi.id}-growth`);
  if (base) return growthOf(base);
  const ids = kpis.map((kpi) => kpi.id);
  throw new UserError('kpi/unknown', { id, near: closestTo(id, ids), known: ids });
}
