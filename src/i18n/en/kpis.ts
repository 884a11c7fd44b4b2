/** KPIs in words, by id (contract §4), English. */
import type { KpiWords } from '../shape.ts';

export const kpis = {
  revenue: {
    title: 'Revenue',
    meaning: 'The money of all rows whose status counts, refunds and negative rows included.',
    formula: 'sum of amount, by order date',
  },
  'net-revenue': {
    title: 'Net revenue',
    meaning: 'Revenue minus what was returned or refunded.',
    formula: 'revenue - returns',
  },
  collected: {
    title: 'Collected',
    meaning: 'Money received in the period.',
    formula: 'sum of payments, by payment date',
  },
  'collection-rate': {
    title: 'Collection rate',
    meaning: 'How much of the revenue invoiced or due was received.',
    formula: 'collected / revenue invoiced or due',
  },
  receivable: { title: 'Receivable', meaning: 'What customers still owe.', formula: 'revenue - collected to date' },
  overdue: { title: 'Overdue', meaning: 'What is owed past its due date.', formula: 'receivable past due date' },
  orders: { title: 'Orders', meaning: 'How many orders there are.', formula: 'distinct order numbers' },
  units: { title: 'Units', meaning: 'How many pieces were sold.', formula: 'sum of quantity' },
  'average-order-value': {
    title: 'Average order value',
    meaning: 'What an order brings on average.',
    formula: 'revenue / orders',
  },
  'revenue-per-customer': {
    title: 'Revenue per customer',
    meaning: 'What an active customer brings on average.',
    formula: 'revenue / active customers',
  },
  'discount-rate': {
    title: 'Discount rate',
    meaning: 'How much of the list price was given away.',
    formula: '1 - sum of net amount / sum of list amount',
  },
  'gross-margin': {
    title: 'Gross margin',
    meaning: 'How much of the revenue is left after cost, over rows whose cost is known.',
    formula: '(sum of amount - sum of cost) / sum of amount',
  },
  'active-customers': {
    title: 'Active customers',
    meaning: 'Customers with at least one order in the period.',
    formula: 'distinct customers',
  },
  'new-customers': {
    title: 'New customers',
    meaning: 'Customers whose first order ever is in the period.',
    formula: 'distinct customers whose first order lies in the period',
  },
  'reactivated-customers': {
    title: 'Reactivated customers',
    meaning: 'Customers who bought again after at least 12 months without an order.',
    formula: 'active now, not in the 12 months before, active earlier',
  },
  'customer-retention': {
    title: 'Customer retention',
    meaning: 'Of the customers of the preceding period, how many bought again.',
    formula: 'active before and again now / active before',
  },
  'customer-churn': {
    title: 'Customer churn',
    meaning: 'Of the customers of the preceding period, how many did not buy again.',
    formula: '1 - customer retention',
  },
  'repeat-purchase-rate': {
    title: 'Repeat purchase rate',
    meaning: 'Of the customers of the period, how many ordered at least twice in it.',
    formula: 'customers with 2 or more orders / active customers',
  },
  'returning-customer-rate': {
    title: 'Returning customer rate',
    meaning: 'Of the customers of the period, how many had ordered before it.',
    formula: 'active now and ever before / active customers',
  },
  'net-revenue-retention': {
    title: 'Net revenue retention',
    meaning: 'What the customers of the preceding period bring now, against then.',
    formula: 'their revenue now / their revenue then',
  },
  'gross-revenue-retention': {
    title: 'Gross revenue retention',
    meaning: 'The same without counting growth.',
    formula: 'sum of the smaller of now and then / sum of then',
  },
  'win-rate': {
    title: 'Win rate',
    meaning: 'Of the deals closed in the period, how many were won.',
    formula: 'won / (won + lost)',
  },
  'win-rate-by-value': {
    title: 'Win rate by value',
    meaning: 'Of the money of the deals closed in the period, how much was won.',
    formula: 'won amount / (won amount + lost amount)',
  },
  'created-win-rate': {
    title: 'Win rate of created deals',
    meaning: 'Of the deals created in the period, how many were won.',
    formula: 'won / created',
  },
  'sales-cycle': {
    title: 'Sales cycle',
    meaning: 'Days from creation to close of the deals won in the period, the middle one.',
    formula: 'median of close date - created date',
  },
  'sales-cycle-mean': {
    title: 'Mean sales cycle',
    meaning: 'Days from creation to close of the deals won in the period, on average.',
    formula: 'mean of close date - created date',
  },
  'average-deal-size': {
    title: 'Average deal size',
    meaning: 'What a won deal brings on average.',
    formula: 'won amount / won deals with an amount',
  },
  'deals-won': { title: 'Deals won', meaning: 'Deals won in the period.', formula: 'count by close date' },
  'deals-lost': { title: 'Deals lost', meaning: 'Deals lost in the period.', formula: 'count by close date' },
  'deals-created': {
    title: 'Deals created',
    meaning: 'Deals created in the period.',
    formula: 'count by created date',
  },
  'open-pipeline': {
    title: 'Open pipeline',
    meaning: 'Money of the deals that are neither won nor lost.',
    formula: 'sum of amount of open deals',
  },
  'weighted-pipeline': {
    title: 'Weighted pipeline',
    meaning: 'The open pipeline weighted by probability.',
    formula: 'sum of amount x probability of open deals',
  },
  'pipeline-coverage': {
    title: 'Pipeline coverage',
    meaning: 'How many times the open pipeline covers what is missing to the target.',
    formula: 'open pipeline of the period / (target - won)',
  },
  'sales-velocity': {
    title: 'Sales velocity',
    meaning: 'Money that the pipeline brings per day.',
    formula: 'open deals x win rate x average deal size / mean sales cycle',
  },
  csat: { title: 'CSAT', meaning: 'Of the rated answers, how many are satisfied.', formula: 'satisfied / rated' },
  nps: { title: 'NPS', meaning: 'Promoters minus detractors, in points.', formula: '% of 9-10 minus % of 0-6' },
  'first-response-time': {
    title: 'First response time',
    meaning: 'Time from a ticket to its first answer, the middle one.',
    formula: 'median of first response - creation',
  },
  'resolution-time': {
    title: 'Resolution time',
    meaning: 'Time from a ticket to its solution, the middle one.',
    formula: 'median of solution - creation',
  },
  'market-share': {
    title: 'Market share',
    meaning: 'Own revenue in the whole market.',
    formula: 'revenue / market size',
  },
} satisfies Readonly<Record<string, KpiWords>>;
