/** Of which kind the numerator and the denominator of a KPI are: a rate of money has money in both. */
import type { KpiResult } from '../model/evaluation.ts';

export type PartKind = 'money' | 'count';

const ratesOfMoney: ReadonlySet<string> = new Set([
  'collection-rate',
  'discount-rate',
  'gross-margin',
  'net-revenue-retention',
  'gross-revenue-retention',
  'win-rate-by-value',
  'pipeline-coverage',
  'market-share',
]);

export function numeratorKind({ id, unit }: KpiResult): PartKind {
  return unit === 'money' || ratesOfMoney.has(id) ? 'money' : 'count';
}

/** Means are money per order, customer or deal. */
export function denominatorKind({ id }: KpiResult): PartKind {
  return ratesOfMoney.has(id) ? 'money' : 'count';
}
