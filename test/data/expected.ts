/** What is read of an expected.json: figures as exact decimal text (DEFINITIONS.md beside them says what each means). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolder } from './sets.ts';

const number = z.union([z.string(), z.number()]).transform(String);

const periodSchema = z.object({
  period: z.string(),
  revenue: number,
  orders: number,
  active_customers: number.optional(),
  new_customers: number.optional(),
  returning_customers: number.optional(),
  retention_rate: z.object({ num: number, den: number, value: number.nullable() }).optional(),
  revenue_growth_vs_previous_period: number.nullish(),
  revenue_growth_vs_same_period_last_year: number.nullish(),
});

const groupSchema = z.object({ key: z.string(), revenue: number, orders: number, customers: number });
const ratioSchema = z.object({ num: number, den: number, value: number });
const maybeRatioSchema = z.object({ num: number, den: number, value: number.nullable() });
const attainmentSchema = z.object({
  key: z.array(z.string()),
  actual: number,
  target: number.nullable(),
  attainment: number.nullable(),
});

const ordersSchema = z.looseObject({
  revenue: number,
  orders: number,
  average_order_value: ratioSchema.optional(),
  quantity: number.optional(),
  customers: number,
  repeat_rate_orders: ratioSchema.optional(),
  cohort_month_active_counts: z.record(z.string(), z.array(number)).optional(),
  cohort_quarter_active_counts: z.record(z.string(), z.array(number)).optional(),
  by_month: z.array(periodSchema),
  by_quarter: z.array(periodSchema),
  by_year: z.array(periodSchema),
});

const cycleSchema = z.object({
  n: number,
  sum: number,
  mean: number,
  median: number,
  p25: number,
  p75: number,
});

const dealGroupSchema = z.object({
  key: z.string(),
  deals: number,
  won: number,
  lost: number,
  open: number,
  won_value: number,
  win_rate_count: maybeRatioSchema,
  win_rate_value: maybeRatioSchema,
  won_share_of_all_created: maybeRatioSchema,
  average_won_value: maybeRatioSchema,
  cycle_days_won: z.object({ n: number, mean: number.nullable(), median: number.nullable() }),
});

const closedSchema = z.object({
  period: z.string(),
  won: number,
  lost: number,
  won_value: number,
  win_rate_count: number.nullable(),
});

const dealsSchema = z.looseObject({
  total: dealGroupSchema.omit({ key: true, cycle_days_won: true }).extend({ open_value: number }),
  cycle_days: z.object({ won: cycleSchema }),
  sales_velocity_per_day_open: number,
  closed_by_month: z.array(closedSchema),
  closed_by_quarter: z.array(closedSchema),
  engaged_by_month: z.record(z.string(), number),
  engaged_by_quarter: z.record(z.string(), number),
  won_value_by_agent_and_quarter: z.record(z.string(), z.record(z.string(), number)),
});

const expectedSchema = z.object({
  kind: z.string(),
  orders: ordersSchema.optional(),
  won_deals_as_orders: ordersSchema.optional(),
  profit: number.optional(),
  profit_margin: ratioSchema.optional(),
  returns: z.object({ returned_revenue: number, net_revenue: number }).optional(),
  totals: z.record(z.string(), number).optional(),
  attainment: z.looseObject({ total: z.object({ actual: number, target: number, attainment: number }) }).optional(),
});

/** Of a set of deals the won ones are its orders. */
export type ExpectedSet = z.infer<typeof expectedSchema> & {
  readonly orders: z.infer<typeof ordersSchema>;
  readonly deals: ExpectedDeals | null;
};
export type ExpectedDeals = z.infer<typeof dealsSchema>;
export type ExpectedDealGroup = z.infer<typeof dealGroupSchema>;
export type ExpectedPeriod = z.infer<typeof periodSchema>;
export type ExpectedGroup = z.infer<typeof groupSchema>;
export type ExpectedAttainment = z.infer<typeof attainmentSchema>;

export function readExpected(folder: string): ExpectedSet {
  const json: unknown = JSON.parse(readFileSync(join(dataFolder, folder, 'expected.json'), 'utf8'));
  const expected = expectedSchema.parse(json);
  const orders = expected.orders ?? expected.won_deals_as_orders;
  if (orders === undefined) throw new Error(`${folder} expects nothing of orders or deals`);
  return { ...expected, orders, deals: expected.kind === 'deals' ? dealsSchema.parse(json) : null };
}

export function groupsOf({ orders }: ExpectedSet, name: string): readonly ExpectedGroup[] {
  return z.array(groupSchema).parse(orders[name] ?? []);
}

export function dealGroupsOf(deals: ExpectedDeals, name: string): readonly ExpectedDealGroup[] {
  return z.array(dealGroupSchema).parse(deals[name] ?? []);
}

export function attainmentsOf({ attainment }: ExpectedSet, name: string): readonly ExpectedAttainment[] {
  return z.array(attainmentSchema).parse(attainment?.[name] ?? []);
}
