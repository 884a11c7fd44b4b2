/** What every stage must know of a KPI without computing it: its unit, its direction and whether its targets add up. */
import type { Unit } from './kpi.ts';
import type { Expression, OwnKpi } from './own-kpi.ts';

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

/** Traits of a KPI id; `<id>-growth` is a ratio; undefined for an id that neither the contract nor the config (`own`) knows. */
export function traitsOf(kpi: string, own: readonly OwnKpi[] = []): KpiTraits | undefined {
  const defined = own.find(({ id }) => id === kpi);
  if (defined) return { unit: defined.unit, better: defined.better, targets: addingOf(defined, own) };
  const known = traits.get(kpi);
  if (known !== undefined || !kpi.endsWith('-growth')) return known;
  return traits.has(kpi.slice(0, -'-growth'.length)) ? single('ratio') : undefined;
}

function addingOf({ formula }: OwnKpi, own: readonly OwnKpi[]): KpiTraits['targets'] {
  switch (formula.kind) {
    case 'simple':
      return formula.of.kind === 'sum' || formula.of.kind === 'count' ? 'sum' : 'none';
    case 'ratio':
      return 'none';
    case 'derived':
      return isSum(formula.expression, own) ? 'sum' : 'none';
    // It grows from month to month, but is the sum of its parts on each day.
    case 'cumulative':
      return 'stock';
  }
}

/** Sums of sums, also as multiples: `revenue - 0.2 * collected`. */
function isSum(expression: Expression, own: readonly OwnKpi[]): boolean {
  switch (expression.kind) {
    case 'number':
      return false;
    case 'kpi':
      return traitsOf(expression.id, own)?.targets === 'sum';
    case 'negative':
      return isSum(expression.of, own);
    case 'operation': {
      const { operator, left, right } = expression;
      if (operator === '+' || operator === '-') return isSum(left, own) && isSum(right, own);
      const isMultiple = isSum(left, own) && isNumber(right);
      return operator === '/' ? isMultiple : isMultiple || (isNumber(left) && isSum(right, own));
    }
  }
}

function isNumber(expression: Expression): boolean {
  return expression.kind === 'number' || (expression.kind === 'negative' && isNumber(expression.of));
}

export const knownKpis: readonly string[] = [...traits.keys()];
