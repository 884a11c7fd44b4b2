/** What a node made in a period. */
import { type Decimal, zero } from '../../lib/decimal.ts';
import type { DataSet } from '../../model/data-set.ts';
import type { Period } from '../../model/period.ts';
import { UserError } from '../../problems/user-error.ts';
import { kpiById } from '../choose-kpis.ts';
import { ownKpis } from '../own/own-kpis.ts';
import { factsKnow, type Past, pastOf } from './past.ts';
import { keyOf } from './paths.ts';

export class ActualOf {
  readonly #data: DataSet;
  readonly #past: Past;
  readonly #known = new Map<string, ReadonlyMap<string, Decimal>>();

  /** Throws a UserError where the data has nothing of the KPI. */
  constructor(data: DataSet, kpi: string) {
    const past = pastOf(data, kpiById(kpi, ownKpis(data.ownKpis)));
    if (!past) throw new UserError('plan/no-actuals', { kpi });
    this.#data = data;
    this.#past = past;
  }

  of(keys: ReadonlyMap<string, string>, period: Period): Decimal {
    if (this.#past.lastDay < period.end - longestTail) {
      throw new UserError('plan/actuals-end', { period: period.id });
    }
    if (keys.size === 0) return this.#past.amounts([period])[0] ?? zero;
    const names = [...keys.keys()];
    const dimensions = names.includes('rep') ? names.filter((name) => name !== 'team' && name !== 'region') : names;
    if (!factsKnow(this.#data, dimensions)) throw new UserError('dimension/unknown', { name: dimensions.join(',') });
    const id = JSON.stringify([dimensions, period.start, period.end]);
    const known = this.#known.get(id) ?? this.#partsIn(dimensions, period);
    this.#known.set(id, known);
    return known.get(keyOf(dimensions.map((name) => keys.get(name) ?? ''))) ?? zero;
  }

  #partsIn(dimensions: readonly string[], period: Period): ReadonlyMap<string, Decimal> {
    const parts = this.#past.parts(dimensions, period) ?? [];
    return new Map(parts.map(({ path, amount }) => [keyOf(path), amount]));
  }
}

/** Days without sales at the end of a period that is over all the same (contract §3). */
const longestTail = 4;
