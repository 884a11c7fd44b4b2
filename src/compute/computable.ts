/** Which KPIs a data set has the columns for. */
import type { DataSet } from '../model/data-set.ts';
import type { NotComputed } from '../model/evaluation.ts';
import { historyOf } from './history.ts';
import { kpis } from './kpis/index.ts';
import { populationOf } from './population.ts';

export interface Computable {
  readonly can: readonly string[];
  readonly cannot: readonly NotComputed[];
}

export function computableOf(data: DataSet): Computable {
  const population = data.facts.orders && populationOf(data.facts.orders, { asOf: undefined, wanted: undefined });
  const history = population && historyOf(data, population, 0);
  const missing = ({ missing }: (typeof kpis)[number]) =>
    history ? missing(history) : ['orders.orderDate', 'orders.amount'];
  const judged = kpis.map((kpi) => ({ id: kpi.id, why: 'missing-field' as const, missing: missing(kpi) }));
  return {
    can: judged.filter((kpi) => kpi.missing.length === 0).map(({ id }) => id),
    cannot: judged.filter((kpi) => kpi.missing.length > 0),
  };
}
