/** All KPIs, in the order in which they are shown. */
import type { Kpi } from '../kpi.ts';
import { activeCustomers } from './active-customers.ts';
import { averageOrderValue } from './average-order-value.ts';
import { discountRate } from './discount-rate.ts';
import { grossMargin } from './gross-margin.ts';
import { netRevenue } from './net-revenue.ts';
import { newCustomers } from './new-customers.ts';
import { orders } from './orders.ts';
import { revenue } from './revenue.ts';
import { units } from './units.ts';

export const kpis: readonly Kpi[] = [
  revenue,
  netRevenue,
  orders,
  units,
  averageOrderValue,
  discountRate,
  grossMargin,
  activeCustomers,
  newCustomers,
];
