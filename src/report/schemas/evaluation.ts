/** `salesmetrics.evaluation/1`: what `evaluate --json` prints; `explain report --json` prints its schema. */
import { z } from 'zod';
import { against, rows } from './against.ts';
import { amount, by, compare, count, inputs, kpi, notComputed, outputs, period, problems, run } from './parts.ts';

const taxBasis = z.enum(['included', 'excluded']).nullable();

const pace = z.strictObject({
  elapsed: amount,
  basis: z.enum(['monthly-targets', 'workdays']),
  expected: amount.nullable(),
  status: z.enum(['on-track', 'behind']).nullable(),
});

const cohorts = z.strictObject({
  grain: z.enum(['month', 'quarter', 'year']),
  list: z.array(
    z.strictObject({
      period: z.string(),
      leftCensored: z.boolean().describe('the data begins here, so everybody looks new'),
      active: z.array(count).describe('customers active in the period itself, in the next one, …'),
      mature: count.describe('how many of these periods are over'),
    }),
  ),
});

export const evaluationSchema = z
  .strictObject({
    schema: z.literal('salesmetrics.evaluation/1'),
    ...run,
    taxBasis: z.strictObject({ actual: taxBasis, target: taxBasis, from: z.string().nullable() }),
    period,
    pace: pace.nullable(),
    failUnder: z.strictObject({ wanted: amount, reached: amount.nullable() }).nullable(),
    compare,
    inputs,
    kpis: z.array(kpi),
    breakdown: z.array(z.strictObject({ by, kpis: z.array(kpi) })),
    trend: z.array(z.strictObject({ period: z.string(), kpis: z.array(kpi) })),
    cohorts: cohorts.nullable().describe('customers by the period of their first purchase; null until asked for'),
    gap: z.strictObject({ kpi: z.string(), total: amount, parts: z.array(z.strictObject({ by, amount })) }).nullable(),
    against: against.nullable().describe('what has changed since an earlier run; null until asked for'),
    notComputed,
    problems,
    leftOut: z.strictObject({
      rows: count,
      amount,
      rowsWithoutAmount: count,
      accepted: count.describe('of these, rows that an accept file answers for'),
    }),
    outputs,
    rows: rows.nullable().describe('for a later run to be held against; null until asked for'),
  })
  .describe('What salesmetrics evaluate --json prints');

/** The document as a program sees it. */
export type EvaluationDocument = z.infer<typeof evaluationSchema>;
