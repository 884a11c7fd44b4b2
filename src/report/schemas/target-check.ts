/** `salesmetrics.target-check/1`: what `targets check --json` prints. */
import { z } from 'zod';
import { amount, by, count, problems, unit } from './parts.ts';

const line = {
  period: z.string(),
  stated: amount.nullable(),
  sum: amount.nullable().describe('what the parts add up to; null where they do not cover the period'),
  difference: amount.nullable().describe('stated - sum'),
};

const node = z.strictObject({
  level: z.string().describe('empty for the whole'),
  name: z.string(),
  depth: count,
  by,
  ...line,
  periods: z.array(z.strictObject(line)),
  reach: z
    .strictObject({
      before: amount.nullable(),
      growth: amount.nullable(),
      best: z.strictObject({ amount, period: z.string() }).nullable(),
      periods: count,
    })
    .nullable()
    .describe('against the history; null without orders'),
  pipeline: z
    .strictObject({
      actual: amount,
      gap: amount,
      winRate: amount.nullable(),
      required: amount.nullable(),
      open: amount,
    })
    .nullable()
    .describe('against open deals; null without deals'),
});

export const targetCheckSchema = z
  .strictObject({
    schema: z.literal('salesmetrics.target-check/1'),
    ok: z.boolean(),
    currency: z.string().nullable(),
    kpis: z.array(
      z.strictObject({
        kpi: z.string(),
        unit,
        version: z.string().nullable(),
        otherVersions: z.array(z.string()),
        period: z.string(),
        nodes: z.array(node).describe('the whole first, then every node before those below it'),
        seasons: z.array(z.strictObject({ period: z.string(), target: amount.nullable(), history: amount.nullable() })),
      }),
    ),
    problems,
  })
  .describe('What salesmetrics targets check --json prints');
