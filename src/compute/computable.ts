/** Which KPIs, those of the config included, a data set has the columns for. */
import type { DataSet } from '../model/data-set.ts';
import type { NotComputed } from '../model/evaluation.ts';
import { offeredKpis } from './choose-kpis.ts';
import { historyOf } from './history.ts';
import { missingOf } from './kpi.ts';
import { ownKpis } from './own/own-kpis.ts';
import { streamsOf } from './streams.ts';

export interface Computable {
  readonly can: readonly string[];
  readonly cannot: readonly NotComputed[];
}

export function computableOf(data: DataSet): Computable {
  const history = historyOf(streamsOf(data, {}), 0);
  const judged = [...offeredKpis(data), ...ownKpis(data.ownKpis)].map((kpi) => ({
    id: kpi.id,
    why: 'missing-field' as const,
    missing: missingOf(kpi, history),
  }));
  return {
    can: judged.filter((kpi) => kpi.missing.length === 0).map(({ id }) => id),
    cannot: judged.filter((kpi) => kpi.missing.length > 0),
  };
}
