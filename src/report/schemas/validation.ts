/** `salesmetrics.validation/1`: what `validate --json` prints; a line of `-f ndjson` is one of its problems. */
import { z } from 'zod';
import { count, inputs, problems } from './parts.ts';

export const validationSchema = z
  .strictObject({
    schema: z.literal('salesmetrics.validation/1'),
    ok: z.boolean(),
    inputs,
    problems,
    counts: z.strictObject({
      error: count,
      warning: count,
      info: count,
      byCode: z.record(z.string(), z.int().positive()),
    }),
  })
  .describe('What salesmetrics validate --json prints');

export type ValidationDocument = z.infer<typeof validationSchema>;
