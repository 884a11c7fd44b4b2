/** Parts that several documents have in common. */
import { z } from 'zod';
import { cautions, statuses, units, whys } from '../../model/kpi.ts';

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('YYYY-MM-DD');
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const amount = z.number().describe('exact decimal, no exponent');
export const count = z.int().nonnegative();
export const lang = z.enum(['en', 'zh-CN']);
export const tool = z.strictObject({ name: z.literal('salesmetrics'), version: z.string() });
export const config = z.strictObject({ path: z.string(), sha256 }).nullable();

export const why = z.enum(whys);

export const unit = z.enum(units);
export const better = z.enum(['higher', 'lower']);

export const status = z.enum(statuses);

export const kpi = z.strictObject({
  id: z.string(),
  unit,
  better,
  actual: amount.nullable(),
  numerator: amount.nullable(),
  denominator: amount.nullable(),
  why: why.nullable().describe('why actual is null'),
  cautions: z.array(z.enum(cautions)),
  details: z
    .record(z.string(), z.union([amount, z.string(), z.null(), z.record(z.string(), amount.nullable())]))
    .describe('what a KPI adds'),
  rows: count,
  target: amount.nullable(),
  attainment: amount.nullable().describe('actual / target; target / actual where lower is better'),
  attainmentWhy: why.nullable().describe('why attainment is null'),
  gap: amount.nullable().describe('actual - target'),
  status: status.nullable(),
  compare: z
    .strictObject({ actual: amount.nullable(), change: amount.nullable() })
    .nullable()
    .describe('change is a ratio for money and counts, a difference for ratios and days'),
});

export const by = z.record(z.string(), z.string()).describe('name given to --by → value');

const table = z.strictObject({
  sheet: z.string().nullable(),
  dataset: z.string().nullable(),
  preset: z.string().nullable(),
  headerRow: z.int().positive().nullable(),
  rows: count.describe('data rows, left-out ones included'),
  inPeriod: count,
  leftOut: count,
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  statuses: z.array(
    z.strictObject({
      value: z.string(),
      rows: count,
      amount,
      use: z.enum(['counts', 'not-counted', 'refunded', 'unmapped', 'won', 'lost', 'open']),
    }),
  ),
  columns: z.record(z.string(), z.string()).describe('field → heading'),
});

export const inputs = z.array(z.strictObject({ path: z.string(), sha256, bytes: count, tables: z.array(table) }));

export const place = {
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.int().positive().nullable(),
  column: z.int().positive().nullable(),
  cell: z.string().nullable(),
};

export const params = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));

const problem = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  ...place,
  related: z.array(z.strictObject(place)),
  heading: z.string().nullable(),
  value: z.string().nullable(),
  message: z.string(),
  remedy: z.string(),
  params,
  treatment: z.enum(['left-out', 'counted', 'converted', 'ignored', 'none']),
  affects: z.enum(['period', 'compare', 'none']),
});

export const problems = z.array(problem);
export const outputs = z.array(z.strictObject({ kind: z.string(), path: z.string() }));
export const notComputed = z.array(z.strictObject({ id: z.string(), why, missing: z.array(z.string()) }));

export const compare = z.strictObject({ id: z.string(), start: day, end: day }).nullable();

export const period = z.strictObject({
  id: z.string(),
  start: day,
  end: day,
  complete: z.boolean(),
  completeBecause: z.enum(['as-of', 'export-range', 'data', 'tail-gap']).nullable(),
  from: z.enum(['flag', 'targets', 'name', 'title', 'data']),
});

/** How a run came about and ended: what the documents of one begin with. */
export const run = {
  tool,
  ok: z.boolean(),
  draft: z.boolean(),
  asOf: day,
  currency: z.string().nullable(),
  lang,
  config,
  options: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .describe('flags that were given, by long name'),
};
