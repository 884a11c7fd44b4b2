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
  revenue_growth_vs_previous_period: number.nullish(),
  revenue_growth_vs_same_period_last_year: number.nullish(),
});

const groupSchema = z.object({ key: z.string(), revenue: number, orders: number, customers: number });
const ratioSchema = z.object({ num: number, den: number, value: number });
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
  by_month: z.array(periodSchema),
  by_quarter: z.array(periodSchema),
  by_year: z.array(periodSchema),
});

const expectedSchema = z.object({
  orders: ordersSchema,
  profit: number.optional(),
  profit_margin: ratioSchema.optional(),
  returns: z.object({ returned_revenue: number, net_revenue: number }).optional(),
  totals: z.record(z.string(), number).optional(),
  attainment: z.looseObject({ total: z.object({ actual: number, target: number, attainment: number }) }).optional(),
});

export type Expected = z.infer<typeof expectedSchema>;
export type ExpectedPeriod = z.infer<typeof periodSchema>;
export type ExpectedGroup = z.infer<typeof groupSchema>;
export type ExpectedAttainment = z.infer<typeof attainmentSchema>;

export function readExpected(folder: string): Expected {
  return expectedSchema.parse(JSON.parse(readFileSync(join(dataFolder, folder, 'expected.json'), 'utf8')));
}

export function groupsOf(expected: Expected, name: string): readonly ExpectedGroup[] {
  return z.array(groupSchema).parse(expected.orders[name] ?? []);
}

export function attainmentsOf(expected: Expected, name: string): readonly ExpectedAttainment[] {
  return z.array(attainmentSchema).parse(expected.attainment?.[name] ?? []);
}
