/** What a KPI stands on, for explanations and reports: a test holds it against what `compute` does. */
import type { Caution, Why } from './kpi.ts';

/**
 * How a whole follows from its parts: `sum` may be added, of `ratio-of-sums` numerators and denominators may; distinct
 * counts, and what stands on them or on single values, are computed anew.
 */
export type RollUp = 'sum' | 'ratio-of-sums' | 'distinct' | 'recounted';

export interface KpiBasis {
  readonly rollUp: RollUp;
  /** `dataset.field`; of names between `|` one is enough. */
  readonly needs: readonly string[];
  /** Why it can be without a value, beside `missing-field`. */
  readonly whys: readonly Why[];
  /** What a value may have to be read with, beside `tail-gap`. */
  readonly cautions: readonly Caution[];
}

const sales = ['orders.orderDate', 'orders.amount'];
const buyers = [...sales, 'orders.customerId|orders.customerName'];
const outcome = 'deals.stage|deals.status';
const closed = [outcome, 'deals.closeDate'];
const paid = ['payments.date', 'payments.amount'];

function basis(
  rollUp: RollUp,
  needs: readonly string[],
  whys: readonly Why[] = [],
  cautions: readonly Caution[] = [],
): KpiBasis {
  return { rollUp, needs, whys, cautions };
}

const bases: ReadonlyMap<string, KpiBasis> = new Map([
  ['revenue', basis('sum', sales)],
  ['net-revenue', basis('sum', [...sales, 'returns.orderId|orders.refundedAmount'], [], ['whole-order-returns'])],
  ['collected', basis('sum', paid)],
  ['collection-rate', basis('ratio-of-sums', [...sales, ...paid], ['zero-denominator', 'negative-base'])],
  ['receivable', basis('sum', [...sales, ...paid])],
  ['overdue', basis('sum', [...sales, 'orders.dueDate', ...paid, 'payments.orderId'])],
  ['orders', basis('distinct', sales)],
  ['units', basis('sum', [...sales, 'orders.quantity'])],
  ['average-order-value', basis('recounted', sales, ['zero-denominator'])],
  ['revenue-per-customer', basis('recounted', buyers, ['zero-denominator'])],
  [
    'discount-rate',
    basis(
      'ratio-of-sums',
      [...sales, 'orders.listAmount|orders.unitPrice|orders.discountAmount'],
      ['zero-denominator', 'negative-base'],
    ),
  ],
  [
    'gross-margin',
    basis(
      'ratio-of-sums',
      [...sales, 'orders.cost|orders.profit'],
      ['zero-denominator', 'negative-base'],
      ['partial-cost'],
    ),
  ],
  ['active-customers', basis('distinct', buyers)],
  ['new-customers', basis('distinct', buyers, ['left-censored'], ['short-history'])],
  ['reactivated-customers', basis('distinct', buyers, ['no-data', 'left-censored'])],
  ['customer-retention', basis('recounted', buyers, ['no-data', 'zero-denominator'])],
  ['customer-churn', basis('recounted', buyers, ['no-data', 'zero-denominator'])],
  ['repeat-purchase-rate', basis('recounted', buyers, ['zero-denominator'])],
  ['returning-customer-rate', basis('recounted', buyers, ['no-data', 'zero-denominator'])],
  ['net-revenue-retention', basis('recounted', buyers, ['no-data', 'zero-denominator', 'negative-base'])],
  ['gross-revenue-retention', basis('recounted', buyers, ['no-data', 'zero-denominator', 'negative-base'])],
  ['win-rate', basis('ratio-of-sums', closed, ['zero-denominator'])],
  ['win-rate-by-value', basis('ratio-of-sums', [...closed, 'deals.amount'], ['zero-denominator'])],
  ['created-win-rate', basis('ratio-of-sums', [outcome, 'deals.createdDate'], ['zero-denominator'], ['immature'])],
  ['sales-cycle', basis('recounted', [...closed, 'deals.createdDate'], ['no-data'])],
  ['sales-cycle-mean', basis('ratio-of-sums', [...closed, 'deals.createdDate'], ['no-data'])],
  ['average-deal-size', basis('ratio-of-sums', [...closed, 'deals.amount'], ['no-data'])],
  ['deals-won', basis('sum', closed)],
  ['deals-lost', basis('sum', closed)],
  ['deals-created', basis('sum', ['deals.createdDate'])],
  ['open-pipeline', basis('sum', [outcome, 'deals.amount'], [], ['without-amount'])],
  ['weighted-pipeline', basis('sum', [outcome, 'deals.amount', 'deals.probability'], [], ['without-probability'])],
  [
    'pipeline-coverage',
    basis(
      'recounted',
      [outcome, 'deals.amount', 'deals.expectedCloseDate', 'targets.target'],
      ['no-target', 'target-incomplete', 'target-met'],
    ),
  ],
  [
    'sales-velocity',
    basis('recounted', [...closed, 'deals.amount', 'deals.createdDate'], ['no-data', 'zero-denominator']),
  ],
  ['slip-rate', basis('recounted', [outcome, 'deals.dealId', 'deals.expectedCloseDate'], ['zero-denominator'])],
  ['csat', basis('ratio-of-sums', ['surveys.score|tickets.satisfaction'], ['zero-denominator'])],
  ['nps', basis('ratio-of-sums', ['surveys.date', 'surveys.score'], ['zero-denominator'])],
  [
    'first-response-time',
    basis('recounted', ['tickets.createdAt', 'tickets.firstResponseAt'], ['no-data'], ['unreplied']),
  ],
  ['resolution-time', basis('recounted', ['tickets.createdAt', 'tickets.resolvedAt'], ['no-data'])],
  [
    'market-share',
    basis('ratio-of-sums', [...sales, 'market.period', 'market.marketSize'], ['no-data', 'zero-denominator']),
  ],
]);

/** Undefined for an id that is no KPI of its own. */
export function basisOf(id: string): KpiBasis | undefined {
  return bases.get(id);
}

/** What a first look shows where nothing is asked for: the rest is in the workbook. */
export const headlineKpis: ReadonlySet<string> = new Set([
  'revenue',
  'net-revenue',
  'orders',
  'average-order-value',
  'gross-margin',
  'active-customers',
  'new-customers',
  'customer-retention',
  'net-revenue-retention',
  'win-rate',
  'sales-cycle',
  'average-deal-size',
  'open-pipeline',
  'collected',
  'collection-rate',
  'overdue',
  'csat',
  'nps',
  'first-response-time',
  'market-share',
]);
