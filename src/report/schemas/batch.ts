/** `salesmetrics.batch/1`: `batch.json`, and what `batch --json` prints. */
import { z } from 'zod';
import type { Outcome } from '../../model/batch.ts';
import { amount, better, config, count, lang, params, place, sha256, status, tool, unit } from './parts.ts';

const outcomes = ['ok', 'same', 'fail', 'pending'] as const satisfies readonly Outcome[];
const flags = z
  .record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]))
  .describe('flags by the names of their settings');
const mark = z.strictObject({ path: z.string(), sha256, bytes: count });

const figures = z
  .strictObject({
    rows: count,
    period: z.string(),
    currency: z.string().nullable(),
    kpi: z.string().nullable(),
    unit: unit.nullable(),
    better,
    actual: amount.nullable(),
    target: amount.nullable(),
    attainment: amount.nullable(),
    status: status.nullable(),
    draft: z.boolean(),
    missed: z.boolean().describe('--fail-under was not reached'),
  })
  .describe('of the headline KPI');

const failure = z.strictObject({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  params,
  ...place,
  file: place.file.nullable(),
  heading: z.string().nullable(),
  value: z.string().nullable(),
});

const job = z.strictObject({
  name: z.string(),
  outcome: z.enum(outcomes),
  files: z.array(z.string()).min(1),
  report: z.string(),
  flags,
  key: z.string().nullable().describe('hash of all that the report follows from'),
  inputs: z.array(mark),
  output: mark.nullable(),
  figures: figures.nullable(),
  problems: z.strictObject({ error: count, warning: count, info: count, byCode: z.record(z.string(), count) }),
  failure: failure.nullable().describe('why there is no report, or only a draft'),
});

export const batchSchema = z
  .strictObject({
    schema: z.literal('salesmetrics.batch/1'),
    tool,
    ok: z.boolean(),
    finished: z.boolean(),
    lang,
    config,
    outDir: z.string(),
    flags,
    counts: z.strictObject({ ok: count, same: count, fail: count, pending: count, draft: count, rows: count }),
    jobs: z.array(job),
    durations: z
      .strictObject({ total: count.nullable(), jobs: z.record(z.string(), count.nullable()) })
      .describe('milliseconds; all else is the same for the same files'),
  })
  .describe('What salesmetrics batch --json prints, and batch.json holds');
