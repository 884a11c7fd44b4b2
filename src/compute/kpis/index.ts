/** All KPIs, in the order in which they are shown. */
import type { Kpi } from '../kpi.ts';
import { activeCustomers } from './active-customers.ts';
import { averageDealSize } from './average-deal-size.ts';
import { averageOrderValue } from './average-order-value.ts';
import { collected } from './collected.ts';
import { collectionRate } from './collection-rate.ts';
import { createdWinRate } from './created-win-rate.ts';
import { csat } from './csat.ts';
import { customerChurn } from './customer-churn.ts';
import { customerRetention } from './customer-retention.ts';
import { dealsCreated } from './deals-created.ts';
import { dealsLost } from './deals-lost.ts';
import { dealsWon } from './deals-won.ts';
import { discountRate } from './discount-rate.ts';
import { firstResponseTime } from './first-response-time.ts';
import { grossMargin } from './gross-margin.ts';
import { grossRevenueRetention } from './gross-revenue-retention.ts';
import { marketShare } from './market-share.ts';
import { netRevenue } from './net-revenue.ts';
import { netRevenueRetention } from './net-revenue-retention.ts';
import { newCustomers } from './new-customers.ts';
import { nps } from './nps.ts';
import { openPipeline } from './open-pipeline.ts';
import { orders } from './orders.ts';
import { overdue } from './overdue.ts';
import { pipelineCoverage } from './pipeline-coverage.ts';
import { reactivatedCustomers } from './reactivated-customers.ts';
import { receivable } from './receivable.ts';
import { repeatPurchaseRate } from './repeat-purchase-rate.ts';
import { resolutionTime } from './resolution-time.ts';
import { returningCustomerRate } from './returning-customer-rate.ts';
import { revenue } from './revenue.ts';
import { revenuePerCustomer } from './revenue-per-customer.ts';
import { salesCycle } from './sales-cycle.ts';
import { salesCycleMean } from './sales-cycle-mean.ts';
import { salesVelocity } from './sales-velocity.ts';
import { slipRate } from './slip-rate.ts';
import { units } from './units.ts';
import { weightedPipeline } from './weighted-pipeline.ts';
import { winRate } from './win-rate.ts';
import { winRateByValue } from './win-rate-by-value.ts';

export const kpis: readonly Kpi[] = [
  revenue,
  netRevenue,
  collected,
  collectionRate,
  receivable,
  overdue,
  orders,
  units,
  averageOrderValue,
  revenuePerCustomer,
  discountRate,
  grossMargin,
  activeCustomers,
  newCustomers,
  reactivatedCustomers,
  customerRetention,
  customerChurn,
  repeatPurchaseRate,
  returningCustomerRate,
  netRevenueRetention,
  grossRevenueRetention,
  winRate,
  winRateByValue,
  createdWinRate,
  salesCycle,
  salesCycleMean,
  averageDealSize,
  dealsWon,
  dealsLost,
  dealsCreated,
  openPipeline,
  weightedPipeline,
  pipelineCoverage,
  salesVelocity,
  slipRate,
  csat,
  nps,
  firstResponseTime,
  resolutionTime,
  marketShare,
];
