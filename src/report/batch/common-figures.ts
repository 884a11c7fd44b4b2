/** What all reports of a batch share, and so may be added up. */
import { type Decimal, sum } from '../../lib/decimal.ts';
import { type BatchFigures, hasReport, type JobRecord } from '../../model/batch.ts';
import type { Unit } from '../../model/kpi.ts';
import { hasCents } from '../numbers.ts';

export interface Common {
  /** Null where the reports have several. */
  readonly kpi: string | null;
  readonly unit: Unit | null;
  readonly better: 'higher' | 'lower';
  readonly period: string | null;
  readonly currency: string | null;
  /** Null where sums of the reports mean nothing, or one has none. */
  readonly actual: Decimal | null;
  readonly target: Decimal | null;
  readonly hasCents: boolean;
}

export function commonOf(records: readonly JobRecord[]): Common {
  const all = records.filter(hasReport).flatMap(({ figures }) => figures ?? []);
  const [first] = all;
  const same = <Key extends keyof BatchFigures>(key: Key): BatchFigures[Key] | null =>
    first !== undefined && all.every((one) => one[key] === first[key]) ? first[key] : null;
  const [kpi, unit, period] = [same('kpi'), same('unit'), same('period')];
  const isOneCurrency = all.every(({ currency }) => currency === first?.currency);
  const addsUp = kpi !== null && period !== null && isOneCurrency && (kpi === 'revenue' || kpi === 'collected');
  return {
    kpi,
    unit,
    better: first?.better ?? 'higher',
    period,
    currency: isOneCurrency ? (first?.currency ?? null) : null,
    actual: addsUp ? sumOf(all.map(({ actual }) => actual)) : null,
    target: addsUp ? sumOf(all.map(({ target }) => target)) : null,
    hasCents: all.some(({ actual, target }) => (actual && hasCents(actual)) || (target && hasCents(target))),
  };
}

function sumOf(values: readonly (Decimal | null)[]): Decimal | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? sum(known) : null;
}
