/** What every stage must know of a KPI without computing it: its unit, its direction and whether its targets add up. */
import type { Unit } from './kpi.ts';

export interface KpiTraits {
  readonly unit: Unit;
  readonly better: 'higher' | 'lower';
  /**
   * How targets add up: `sum` over time and over parts, `stock` over parts only (a level at a day), `none` never
   * (ratios, means, recounted customers).
   */
  readonly targets: 'sum' | 'stock' | 'none';
}

const flow = (unit: Unit): KpiTraits => ({ unit, better: 'higher', targets: 'sum' });
const stock = (unit: Unit, better: KpiTraits['better'] = 'higher'): KpiTraits => ({ unit, better, targets: 'stock' });
const single = (unit: Unit, better: KpiTraits['better'] = 'higher'): KpiTraits => ({ unit, better, targets: 'none' });

/** By KPI id, all of contract §4. */
const traits: ReadonlyMap<string, KpiTraits> = new Map([
  ['revenue', flow('money')],
  ['net-revenue', flow('money')],
  ['collected', flow('money')],
  ['collection-rate', single('ratio')],
  ['receivable', stock('money', 'lower')],
  ['overdue', stock('money', 'lower')],
  ['orders', flow('count')],
  ['units', flow('count')],
  ['average-order-value', single('money')],
  ['revenue-per-customer', single('money')],
  ['discount-rate', single('ratio', 'lower')],
  ['gross-margin', single('ratio')],
  ['active-customers', single('count')],
  ['new-customers', flow('count')],
  ['reactivated-customers', flow('count')],
  ['customer-retention', single('ratio')],
  ['customer-churn', single('ratio', 'lower')],
  ['repeat-purchase-rate', single('ratio')],
  ['returning-customer-rate', single('ratio')],
  ['net-revenue-retention', single('ratio')],
  ['gross-revenue-retention', single('ratio')],
  ['win-rate', single('ratio')],
  ['win-rate-by-value', single('ratio')],
  ['created-win-rate', single('ratio')],
  ['sales-cycle', single('days', 'lower')],
  ['sales-cycle-mean', single('days', 'lower')],
  ['average-deal-size', single('money')],
  ['deals-won', flow('count')],
  ['deals-lost', { unit: 'count', better: 'lower', targets: 'sum' }],
  ['deals-created', flow('count')],
  ['open-pipeline', stock('money')],
  ['weighted-pipeline', stock('money')],
  ['pipeline-coverage', single('ratio')],
  ['sales-velocity', single('money-per-day')],
  ['slip-rate', single('ratio', 'lower')],
  ['csat', single('ratio')],
  ['nps', single('points')],
  ['first-response-time', single('hours', 'lower')],
  ['resolution-time', single('hours', 'lower')],
  ['market-share', single('ratio')],
]);

/** Traits of a KPI id; `<id>-growth` is a ratio; undefined for an id that the contract does not know. */
export function traitsOf(kpi: string): KpiTraits | undefined {
  const known = traits.get(kpi);
  if (known !== undefined || !kpi.endsWith('-growth')) return known;
  return traits.has(kpi.slice(0, -'-growth'.length)) ? single('ratio') : undefined;
}

export const knownKpis: readonly string[] = [...traits.keys()];
