/** `salesmetrics.revision/1`: what `targets revise --json` prints. */
import { z } from 'zod';
import { reviseMethods } from '../../model/revision.ts';
import { amount, count, day, outputs, problems } from './parts.ts';

const change = z.strictObject({
  version: z.string(),
  effectiveFrom: day,
  by: z.string().describe('who changed it'),
  reason: z.string(),
  kpi: z.string(),
  keys: z.record(z.string(), z.string()).describe('dimension → member'),
  period: z.string(),
  before: amount.nullable().describe('null for a target that was not there'),
  after: amount,
  change: amount.nullable(),
});

export const revisionSchema = z
  .strictObject({
    schema: z.literal('salesmetrics.revision/1'),
    version: z.string(),
    effectiveFrom: day,
    method: z.enum([...reviseMethods, 'values']),
    versions: z.array(
      z.strictObject({
        name: z.string(),
        effectiveFrom: day.nullable(),
        by: z.string(),
        reason: z.string(),
        targets: count,
      }),
    ),
    totals: z
      .array(z.strictObject({ kpi: z.string(), before: amount, after: amount }))
      .describe('of the periods that are left'),
    changes: z.array(change),
    problems,
    outputs,
  })
  .describe('What salesmetrics targets revise --json prints');
